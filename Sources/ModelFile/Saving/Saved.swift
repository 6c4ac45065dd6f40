import Finance
import TOML

/// The model's own file with what was set written into it.
public struct Saved: Sendable {
  public let text: [UInt8]
  private let edits: Edits
  private let topSource: Int32

  init(_ saving: Saving) {
    text = saving.edits.applied(to: saving.text)
    (edits, topSource) = (saving.edits, saving.files.topSource)
  }

  /// The problems of the new text, each at its place in the file as it was.
  public func placed(_ problems: [Problem]) -> [Problem] {
    problems.map { problem in
      guard problem.place.source == topSource else { return problem }
      var problem = problem
      let start = edits.origin(of: Int(problem.place.start))
      let end = edits.origin(of: Int(problem.place.end))
      problem.place = Place(
        source: topSource, start: Int32(clamping: start), end: Int32(clamping: max(start, end)))
      return problem
    }
  }
}

extension Layered {
  /// The bytes of the last file: the model itself.
  public var topText: [UInt8] { sources.all.last?.text ?? [] }

  /// The name of the model's own file.
  public var topName: String { sources.all.last?.name ?? "" }

  /// The same with another text for the last file.
  public func replacingTop(_ text: [UInt8]) -> Layered {
    var layers = sources.all.map { (name: $0.name, text: $0.text) }
    if !layers.isEmpty { layers[layers.count - 1].text = text }
    return Layered(layers)
  }

  /// What a scenario sets, in the words of `--set`.
  public func words(of scenario: String?) -> [String] {
    scenario.map { changes(of: $0).map { String(decoding: $0.text, as: UTF8.self) } } ?? []
  }

  /// Writes what a scenario and `--set` changed into the model's own file.
  /// - Parameters:
  ///   - rows: the register with them.
  ///   - base: the register without, where the files alone can be read; what is the same in both is not written.
  ///   - isKept: whether a default that was only said again is left out all the same.
  /// - Throws: each change for which the file has no place.
  public func saved(
    _ rows: [Assumption], since base: [Assumption]?, scenario: String?, overrides: [String],
    firstYear: Year, years: Int64, leavingOut isDefault: [String] = []
  ) throws(ModelFileError) -> Saved {
    var (sources, faults): (Sources, [Problem]) = (self.sources, [])
    let spoken = spoken(scenario, overrides, &sources, &faults)
    var last: [[UInt8]: Override] = [:]
    for override in spoken { last[override.path] = override }
    var saving = Saving(self, firstYear: firstYear, years: years)
    for row in rows {
      guard let override = last[Array(row.path.utf8)] else { continue }
      if isDefault.contains(where: { $0.isSame(as: row.path) }) { continue }
      let before = base?.first { $0.path.isSame(as: row.path) }
      if let before, before.place != nil, before.isEqual(to: row) { continue }
      saving.write(row, override)
    }
    saving.addUnsourced()
    saving.addTables()
    guard saving.problems.isEmpty else {
      throw ModelFileError(problems: saving.problems, sources: self.sources)
    }
    return Saved(saving)
  }
}

extension Assumption {
  /// Whether two readings of an assumption have the same value in every year, however it is laid out.
  public func isEqual(to other: Assumption) -> Bool {
    guard kind == other.kind else { return false }
    if kind == .text || text != nil || other.text != nil {
      return words.isSame(as: other.words)
    }
    switch (values, other.values) {
    case (nil, nil): return true
    case (let one?, let two?): return one.isSame(as: two)
    default: return false
    }
  }

  private var words: String { text ?? assumedText?.value ?? "" }

  /// Whether an override, as typed after `--set`, speaks of it.
  public func isSaid(by override: String) -> Bool {
    let text = override.utf8
    guard text.starts(with: path.utf8) else { return false }
    return text.dropFirst(path.utf8.count).first.map { "=[+".utf8.contains($0) } ?? false
  }
}
