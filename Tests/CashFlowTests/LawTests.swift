import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// What holds for every model, over models made by chance; `Tests/run` holds many more to it in a release build.
@Suite struct LawTests {
  static let parts = 5
  static let models = 200

  static func load(_ text: String, _ overrides: [String] = []) throws -> LoadedModel {
    do throws(ModelFileError) {
      return try LoadedModel([("random.toml", Array(text.utf8))], overrides: overrides)
    } catch {
      Issue.record("refused: \(error.lines.joined(separator: "\n"))\n\(text)")
      throw error
    }
  }

  static func seeds(_ part: Int) -> Range<Int> {
    part * models / parts..<(part + 1) * models / parts
  }

  @Test(arguments: 0..<parts) func everyLawHolds(part: Int) throws {
    for seed in Self.seeds(part) {
      let forecast = Forecast(try Self.load(RandomModel(seed).text).model)
      let broken = forecast.laws().filter { !$0.holds }.map { $0.law }
      #expect(broken == [], "seed \(seed)")
    }
  }
}
