import CashFlow
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

/// What the lines of a ledger are called, and what they say they are made from.
@Suite struct LinesTests {
  static let models = ["east-devon.toml", "rother.toml", "thanet.toml"]

  static func shipped(_ name: String) throws -> Model {
    func layer(_ name: String) throws -> (name: String, text: [UInt8]) {
      (name, [UInt8](try Data(contentsOf: packageFolder.appending(path: "models/\(name)"))))
    }
    return try LoadedModel([layer("england-2026.toml"), layer(name)]).model
  }

  @Test func everyBraceNamesALineOrAnAssumption() {
    let blank = Model.blank()
    expectBracesKnown(Plan(blank.model).lines, blank.asked)
  }

  @Test(arguments: models) func everyBraceOfAShippedModelNamesALineOrAnAssumption(name: String) throws {
    expectBracesKnown(Plan(try Self.shipped(name)).lines, Model.blank().asked)
  }

  func expectBracesKnown(_ lines: Lines, _ asked: [Assumption]) {
    // a derivation names lines with `*` for the owner; a total names the lines that it adds, owners and all
    let known = Set(asked.map { $0.path } + lines.meanings.flatMap { [$0.id, $0.path] })
    let unknown = lines.meanings.flatMap { meaning in
      meaning.inputs.filter { !known.contains($0) }.map { "\(meaning.id): {\($0)}" }
    }
    #expect(Set(unknown).sorted() == [])
  }

  @Test func noTwoLinesShareAName() throws {
    let plans = try [Plan(Model.blank().model)] + Self.models.map { Plan(try Self.shipped($0)) }
    for plan in plans {
      let paths = plan.lines.meanings.map { $0.path }
      #expect(Set(paths).count == paths.count)
      for line in plan.lines.all {
        #expect(plan.lines.line(named: plan.lines.meaning(of: line).path) == line)
      }
    }
  }
}
