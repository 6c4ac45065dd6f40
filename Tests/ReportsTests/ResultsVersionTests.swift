import CashFlow
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// The version of the results and the figures that belong to it, kept together.
@Suite struct ResultsVersionTests {
  /// A line for each model: its name, the digest of its text, the digest of its figures.
  static func made() throws -> [String] {
    var models = try ["worked-example", "everything", "temporary-homes", "contract"].map { name in
      (name: name, text: try fixture("\(name).toml"))
    }
    for seed in 0..<12 { models.append((name: "random-\(seed)", text: Array(RandomModel(seed).text.utf8))) }
    return try models.map { model in
      let loaded = try LoadedModel([(name: "\(model.name).toml", text: model.text)])
      let csv = figures([Forecast(loaded.model)])
      return "\(model.name) \(SHA256.hexadecimal(model.text)) \(SHA256.hexadecimal(csv))"
    }
  }

  /// Figures of a model that did not change may only change with the version, so that a report made before can say why it is stale.
  /// Where they do, recording is refused until `Results.version` is raised.
  @Test func figuresChangeWithTheVersionAlone() throws {
    let lines = try Self.made()
    let golden = packageFolder.appending(path: "Tests/Golden/results.txt")
    let recorded = ((try? String(contentsOf: golden, encoding: .utf8)) ?? "").split(separator: "\n").map {
      String($0)
    }
    if recorded.first == "version \(Results.version)" {
      let before = Dictionary(
        recorded.dropFirst().map { line in
          let words = line.split(separator: " ")
          return ("\(words[0]) \(words[1])", String(words[2]))
        }, uniquingKeysWith: { $1 })
      let changed = lines.filter { line in
        let words = line.split(separator: " ")
        return before["\(words[0]) \(words[1])"].map { $0 != words[2] } ?? false
      }
      guard changed.isEmpty else {
        Issue.record(
          """
          the figures of \(changed.map { $0.split(separator: " ")[0] }.joined(separator: ", ")) changed, and their models did not: \
          raise Results.version, and say what changed in CHANGELOG.md, "Results that change"
          """)
        return
      }
    }
    let text = (["version \(Results.version)"] + lines).map { $0 + "\n" }.joined()
    let difference = goldenDifference(Array(text.utf8), "results.txt")
    #expect(difference == nil)
  }

  @Test func theChangelogNamesTheVersion() throws {
    let changelog = try String(contentsOf: packageFolder.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let section = changelog.components(separatedBy: "### Results that change").dropFirst().first
    #expect(section?.contains("version \(Results.version)") ?? false)
  }
}
