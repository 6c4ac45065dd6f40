import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// What a councillor reads of each shipped model, whole: a changed figure or word is seen in a diff of one page.
@Suite struct FirstPageTests {
  private static var models: URL { packageFolder.appending(path: "models") }

  /// Every file of the folder that has a council; the others are layers under them.
  static var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: models.path())) ?? []
    return files.sorted().compactMap { file in
      guard file.hasSuffix(".toml"),
        let text = try? String(contentsOf: models.appending(path: file), encoding: .utf8),
        text.contains("\ncouncil =")
      else { return nil }
      return String(file.dropLast(5))
    }
  }

  @Test func sevenModelsAreShipped() { #expect(FirstPageTests.names.count >= 7) }

  @Test(arguments: FirstPageTests.names) func theFirstPageReadsAsRecorded(name: String) throws {
    func read(_ path: String) -> Layers.Answer {
      guard let data = try? Data(contentsOf: packageFolder.appending(path: path)) else {
        return .missing("it cannot be read")
      }
      return .text([UInt8](data))
    }
    var loaded = try LoadedModel(try Layers.load("models/\(name).toml", read: read))
    try loaded.readTables(nil, read)
    let findings = try Findings(loaded)
    let page = firstPage(findings, switchingPage(findings), sensitivityPage(findings))
    let difference = goldenDifference(markdown(page), "first-pages/\(name).md")
    #expect(difference == nil)
  }
}
