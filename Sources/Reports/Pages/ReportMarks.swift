import CashFlow
import Housing
import ModelFile

/// What a report says of how it was made, so that it can be made again: in the head of its HTML, and under its sign-off in Markdown.
public struct ReportMarks: Hashable, Sendable {
  /// A file that it was made from, by its own name, without a folder.
  public struct Input: Hashable, Sendable {
    public var name: String
    /// The first 16 bytes of the SHA-256 of its bytes, in hexadecimal.
    public var digest: String

    public init(name: String, digest: String) { (self.name, self.digest) = (name, digest) }
  }
  public var resultsVersion: String
  /// The model, what it extends, then its tables.
  public var inputs: [Input]
  public var scenario: String?
  /// What `--set` changed, as it was typed.
  public var overrides: [String]
}

extension ReportMarks {
  /// Of a report made now of what was found.
  public init(of findings: Findings) {
    let loaded = findings.loaded
    resultsVersion = "\(Results.version)"
    let files = loaded.files.sources.all.reversed()
    let tables = loaded.sources.all.dropFirst(files.count).filter { !$0.isArgument }
    inputs = (files + tables).map {
      Input(name: Self.ownName($0.name), digest: SHA256.hexadecimal($0.text))
    }
    // what was set and is as the files say is no part of how the report was made
    let changed = findings.changes?.map { Array($0.path.utf8) }
    scenario = changed?.isEmpty == true ? nil : loaded.scenario
    overrides = loaded.overrides.filter { text in
      guard let changed else { return true }
      let path = Array(text.utf8.prefix { $0 != 0x3D && $0 != 0x5B && $0 != 0x2B })
      return changed.contains { $0 == path || $0.starts(with: path + [UInt8(ascii: ".")]) }
    }
  }

  /// A file's name without its folder.
  private static func ownName(_ name: String) -> String {
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last
    return last.map { String(Substring($0)) } ?? name
  }

  /// Each with its name, in order.
  var rows: [(name: String, value: String)] {
    var rows = [(name: "results", value: resultsVersion)]
    for input in inputs { rows.append((name: "input", value: "\(input.digest) \(input.name)")) }
    if let scenario { rows.append((name: "scenario", value: scenario)) }
    for override in overrides { rows.append((name: "set", value: override)) }
    return rows
  }

  static let facts: [(name: String, words: String)] = [
    (name: "results", words: "Version of the results"), (name: "input", words: "Input"),
    (name: "scenario", words: "Scenario"), (name: "set", words: "Set"),
  ]
}
