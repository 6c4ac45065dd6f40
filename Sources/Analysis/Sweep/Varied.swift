import Finance
import Housing
import ModelFile

/// What a sweep varies: one assumption, or several of one kind at once, through some values.
public struct Varied: Hashable, Sendable {
  /// As typed, before the `=`: `loan.pwlb.rate`, `loan.*.rate`, `programme.buy.homes.two.starts[2028-29]`, `loan.pwlb.rate+`.
  public let path: String
  /// What the assumption is, in words.
  public let meaning: String
  public let values: [Value]

  public struct Value: Hashable, Sendable {
    /// As it is read aloud: "5.25%".
    public var words: String
    /// What `--set` is told.
    public var overrides: [String]
  }

  /// The most values that one may have.
  public static let mostValues = 1_000
}

extension Varied {
  /// `PATH=FROM..TO:STEP`, or `PATH=VALUE|VALUE|…`; the path may end in `[YEAR]` or `+`, and a part of it may be `*`.
  public init(_ text: String, _ loaded: LoadedModel) throws(QuestionFault) {
    let bytes = Array(text.utf8)
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals > 0 else {
      throw QuestionFault(
        "\"\(text)\" varies nothing", "write PATH=FROM..TO:STEP, such as loan.pwlb.rate=3%..7%:0.25%")
    }
    let path = String(decoding: bytes[..<equals], as: UTF8.self)
    let rows = try loaded.assumptions(at: path)
    let row = rows[0]
    let said = Array(bytes[(equals + 1)...])
    let targets = rows.map { $0.path + path.suffixOfPath }
    func value(_ words: String) -> Value { Value(words: words, overrides: targets.map { "\($0)=\(words)" }) }
    (self.path, meaning) = (path, row.meaning)
    guard let dots = said.firstRange(of: "..") else {
      let words = said.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard words.allSatisfy({ !$0.utf8.isEmpty }) else {
        throw QuestionFault(
          "\(path) has an empty value", "write \(path)=FROM..TO:STEP or \(path)=VALUE|VALUE")
      }
      values = words.map { value($0) }
      return
    }
    values = try Varied.steps(said, dots, path, row).map { value(row.kind.write($0)) }
  }

  private static func steps(
    _ said: [UInt8], _ dots: Range<Int>, _ path: String, _ row: Assumption
  ) throws(QuestionFault) -> [Int64] {
    let example = "\(path)=\(row.rangeExample)"
    guard row.kind.isNumber else {
      throw QuestionFault(
        "\(path) is no number, but \(row.kind.words)", "write its values: \(path)=VALUE|VALUE")
    }
    guard let colon = said[dots.upperBound...].firstIndex(of: UInt8(ascii: ":")) else {
      throw QuestionFault("the range of \(path) has no step", "write one such as \(example)")
    }
    func read(_ bytes: ArraySlice<UInt8>, _ what: String) throws(QuestionFault) -> Int64 {
      let text = String(decoding: bytes, as: UTF8.self)
      if let value = row.kind.value(of: text) { return value }
      if row.kind == .rate, let value = Kind.points.value(of: text) { return value }
      throw QuestionFault(
        "\(what) \"\(text)\" of \(path) is not \(row.kind.words)", "write one such as \(example)")
    }
    let from = try read(said[..<dots.lowerBound], "the start")
    let to = try read(said[dots.upperBound..<colon], "the end")
    let step = try read(said[(colon + 1)...], "the step")
    guard step > 0 else {
      throw QuestionFault("the step of \(path) is \(row.kind.write(step))", "write one above nothing")
    }
    guard from <= to else {
      throw QuestionFault(
        "the range of \(path) runs backwards, from \(row.kind.write(from)) to \(row.kind.write(to))",
        "write the lower first: \(row.kind.write(to))..\(row.kind.write(from))")
    }
    if path.utf8.last != UInt8(ascii: "+") {
      for end in [from, to] where !row.bounds.contains(end) {
        throw QuestionFault(
          "\(path) cannot be \(row.kind.write(end))",
          "it must be from \(row.kind.write(row.bounds.lowerBound)) to \(row.kind.write(row.bounds.upperBound))"
        )
      }
    }
    guard (to - from) / step < Int64(mostValues) else {
      throw QuestionFault(
        "the range of \(path) has \((to - from) / step + 1) values",
        "write a longer step: at most \(mostValues) values")
    }
    return Array(stride(from: from, through: to, by: Int(step)))
  }
}

extension LoadedModel {
  /// The assumptions that a path means, all of one kind: what follows `[` or `+` is not looked at.
  func assumptions(at path: String) throws(QuestionFault) -> [Assumption] {
    let stem = path.stemOfPath
    let found = assumptions.at(stem)
    guard let first = found.first else {
      let near = nearest(stem, among: assumptions.map { $0.path })
      throw QuestionFault(
        "there is no assumption \"\(stem)\"",
        near.map { "did you mean \"\($0)\"?" } ?? "`homeward describe` lists them all")
    }
    if let other = found.first(where: { $0.kind != first.kind }) {
      throw QuestionFault(
        "\"\(stem)\" means \(first.path) and \(other.path), of two kinds", "name one of them")
    }
    return found
  }
}

extension String {
  /// Where a path ends and its year or its + begins.
  private var endOfPath: String.Index {
    utf8.firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "+") } ?? utf8.endIndex
  }
  var stemOfPath: String { String(self[..<endOfPath]) }
  /// `[2028-29]`, `+` or nothing.
  var suffixOfPath: String { String(self[endOfPath...]) }
}

extension Assumption {
  /// A range of it, as typed.
  var rangeExample: String {
    switch kind {
    case .rate: "3%..7%:0.25%"
    case .points: "-1 points..1 points:0.25 points"
    case .money(let period):
      period.utf8.isEmpty
        ? "£200,000..£300,000:£10,000" : "£80 per \(period)..£120 per \(period):£5 per \(period)"
    case .count: "0..100:10"
    case .weeks: "0 weeks..12 weeks:2 weeks"
    case .months: "0 months..24 months:6 months"
    case .text, .flag, .year, .choice, .name: "VALUE|VALUE"
    }
  }
}

extension [UInt8] {
  /// Where a word stands first.
  fileprivate func firstRange(of word: String) -> Range<Int>? {
    let bytes = [UInt8](word.utf8)
    guard count >= bytes.count else { return nil }
    for start in 0...(count - bytes.count) where self[start..<start + bytes.count].elementsEqual(bytes) {
      return start..<start + bytes.count
    }
    return nil
  }
}
