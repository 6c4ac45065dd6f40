import Finance
import Housing
import ModelFile

/// An assumption whose value is looked for: `loan.pwlb.rate`, `loan.pwlb.rate[2028-29]`, or `loan.pwlb.rate+`, a shift of it in
/// every year; or several of one kind that share it, `loan.*.rate`.
public struct Sought: Hashable, Sendable {
  /// As it was typed.
  public let name: String
  /// The assumptions that are given the value.
  public let paths: [String]
  public let year: Year?
  public let isShift: Bool
  public let meaning: String
  /// What the value, or the shift, is written as.
  public let kind: Kind
  /// What the model has, where that is one value; of a shift, nil.
  public let present: Int64?
  /// What the model has, in words: "2026-27: 5.5%, then 5%".
  public let presentWords: String
  /// The least and the most that is tried.
  public let range: ClosedRange<Int64>
  /// The precision of the answer.
  public let step: Int64

  /// How many steps lie between the two ends.
  public var lastStep: Int64 { (range.upperBound - range.lowerBound) / step }

  /// The value that is so many steps above the least.
  public func value(at step: Int64) -> Int64 { range.lowerBound + step * self.step }

  /// What `--set` says for a value of it.
  public func changes(to value: Int64) -> [String] {
    paths.map { "\($0)\(year.map { "[\($0)]" } ?? "")\(isShift ? "+" : "")=\(kind.write(value))" }
  }

  /// A value as it is read aloud; a shift with its sign.
  public func write(_ value: Int64) -> String { (isShift && value > 0 ? "+" : "") + kind.write(value) }
}

extension Sought {
  /// - Parameters:
  ///   - text: `PATH`, `PATH[YEAR]`, or either with a `+` at its end.
  ///   - between: `A..B` in the units of the assumption; what `usualRange` says if not given.
  ///   - step: the precision, in the same units; what `usualStep` says if not given.
  public init(
    _ text: String, in loaded: LoadedModel, between: String? = nil, step: String? = nil
  ) throws(QuestionFault) {
    let parts = try SoughtName(text)
    let rows = try loaded.assumptions(at: parts.path)
    let row = rows[0]
    guard row.kind.isNumber else {
      throw QuestionFault(
        "\(parts.path) is not a number but \(row.kind.words)", "look for a rate, an amount, a count or a time"
      )
    }
    if let year = parts.year {
      guard row.isByYear else {
        throw QuestionFault("\(parts.path) is not given by year", "leave out the brackets")
      }
      guard loaded.model.firstYear <= year, year <= loaded.model.lastYear else {
        throw QuestionFault(
          "\(year) is outside the horizon",
          "the model runs from \(loaded.model.firstYear) to \(loaded.model.lastYear)")
      }
    }
    let each = rows.map { $0.values(in: parts.year) }
    let values = each.allSatisfy { $0 == each[0] } ? each[0] : each.flatMap { $0 }
    guard each.allSatisfy({ !$0.isEmpty }) || parts.year == nil && !parts.isShift else {
      throw QuestionFault("\(parts.path) has no value to change", "leave out the year and the +")
    }
    (name, paths, year) = (text, rows.map { $0.path }, parts.year)
    (isShift, meaning) = (parts.isShift, row.meaning)
    let kind = isShift && row.kind == .rate ? .points : row.kind
    self.kind = kind
    present = isShift || values.count != 1 ? nil : values.first
    presentWords =
      values.count == 1
      ? row.kind.write(values[0])
      : rows.count == 1 ? row.valueText : rows.map { "\($0.path) \($0.valueText)" }.joined(separator: "; ")
    if let step { self.step = try Sought.step(step, kind) } else { self.step = kind.usualStep }
    let bounds = isShift ? row.shifts(values) : rows.sharedBounds
    if let between {
      range = try Sought.range(between, kind, bounds)
    } else {
      guard let usual = row.usualRange(values, isShift: isShift, bounds, step: self.step) else {
        throw QuestionFault(
          "\(parts.path) is nothing now, so there is no telling how far to look", "say so with --between A..B"
        )
      }
      range = usual
    }
    guard range.upperBound - range.lowerBound >= self.step else {
      throw QuestionFault(
        "a step of \(kind.write(self.step)) is larger than the range from \(kind.write(range.lowerBound)) to \(kind.write(range.upperBound))",
        "give a smaller --step, or a wider --between")
    }
  }

  private static func step(_ text: String, _ kind: Kind) throws(QuestionFault) -> Int64 {
    // the distance between two rates is said in points or as a rate
    let other =
      kind == .rate ? Kind.points.value(of: text) : kind == .points ? Kind.rate.value(of: text) : nil
    let bounds = -Int64.max / 8...Int64.max / 8
    let step: Int64
    if let other { step = other } else { step = try kind.typed(text, for: "--step", in: bounds) }
    guard step > 0 else {
      throw QuestionFault(
        "--step \"\(text)\" is not above nothing", "write one such as \(kind.write(kind.usualStep))")
    }
    return step
  }

  private static func range(
    _ text: String, _ kind: Kind, _ bounds: ClosedRange<Int64>
  ) throws(QuestionFault) -> ClosedRange<Int64> {
    let bytes = Array(text.utf8)
    let dots = bytes.indices.dropLast().first {
      bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
    }
    guard let dots else {
      throw QuestionFault(
        "--between \"\(text)\" is not A..B",
        "write two values with .. between them, such as \(kind.write(bounds.lowerBound))..\(kind.write(bounds.upperBound))"
      )
    }
    func value(_ part: ArraySlice<UInt8>) throws(QuestionFault) -> Int64 {
      let part = String(decoding: part, as: UTF8.self)
      if kind == .points, let points = Kind.rate.value(of: part), bounds.contains(points) { return points }
      return try kind.typed(part, for: "--between", in: bounds)
    }
    let (low, high) = (try value(bytes[..<dots]), try value(bytes[(dots + 2)...]))
    guard low < high else {
      throw QuestionFault(
        low == high ? "--between \"\(text)\" is an empty range" : "--between \"\(text)\" runs backwards",
        low == high ? "give two different values" : "write \(kind.write(high))..\(kind.write(low))")
    }
    return low...high
  }
}

/// The parts of what names a thing to be looked for.
struct SoughtName {
  var path: String
  var year: Year?
  var isShift = false

  init(_ text: String) throws(QuestionFault) {
    var bytes = Array(text.utf8)
    if bytes.last == UInt8(ascii: "+") {
      bytes.removeLast()
      isShift = true
    }
    if bytes.last == UInt8(ascii: "]"), let open = bytes.firstIndex(of: UInt8(ascii: "[")) {
      let named = String(decoding: bytes[(open + 1)..<(bytes.count - 1)], as: UTF8.self)
      guard let start = Kind.year.value(of: named) else {
        throw QuestionFault("\"\(named)\" is not a financial year", "write one such as [2028-29]")
      }
      year = Year(start: Int(start))
      bytes = Array(bytes[..<open])
    }
    guard !bytes.isEmpty else {
      throw QuestionFault("\"\(text)\" names no assumption", "write one such as loan.pwlb.rate")
    }
    path = String(decoding: bytes, as: UTF8.self)
  }
}
