import CashFlow
import Finance
import Housing
import ModelFile
import Testing

/// A model at the bounds of what it may say is refused at a place, or runs and keeps the laws: nothing stops in between.
@Suite struct ExtremeTests {
  static let parts = 5
  static let models = 2_000

  /// Overrides of a part of a model's assumptions, each with a value at its bounds, near them, or anywhere between.
  static func extremes(_ assumptions: [Assumption], _ chance: inout Chance) -> [String] {
    let percent = chance.one(of: [3, 15, 40])
    var overrides: [String] = []
    for row in assumptions where chance.maybe(percent) {
      switch row.kind {
      case .text, .choice, .name: continue
      default: break
      }
      // shares that come to 100%, and a model's time, have a law of their own
      let path = Array(row.path.utf8)
      let ends = ["placement_share", "bedrooms", "years", "first_year", "price_base", "capacity"]
      if path.starts(with: "ta.need".utf8) || ends.contains(where: { path.reversed().starts(with: $0.utf8.reversed()) }) {
        continue
      }
      overrides.append("\(row.path)=\(row.kind.write(value(row.bounds, &chance)))")
    }
    return overrides
  }

  static func value(_ bounds: ClosedRange<Int64>, _ chance: inout Chance) -> Int64 {
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    switch chance.whole(1...8) {
    case 1: return low
    case 2...4: return high
    case 5: return max(low, high - 1)
    case 6: return min(high, low + 1)
    case 7: return Int64.random(in: bounds, using: &chance)
    default:
      // of the size of any number of digits
      var value = Int64.random(in: bounds, using: &chance)
      for _ in 0..<chance.whole(0...12) { value /= 10 }
      return max(low, min(high, value))
    }
  }

  @Test(arguments: 0..<parts) func aModelAtItsBoundsIsRefusedOrRuns(part: Int) throws {
    var ran = 0
    for seed in part * Self.models / Self.parts..<(part + 1) * Self.models / Self.parts {
      let text = RandomModel(seed).text
      var chance = Chance(seed + 1_000_000)
      var overrides = Self.extremes(try LawTests.load(text).assumptions, &chance)
      overrides.append("years=\(chance.maybe(1) ? 60 : chance.whole(1...3))")
      if chance.maybe(20) { overrides.append("first_year=\(chance.one(of: ["2000-01", "2100-01"]))") }
      if chance.maybe(20) { overrides.append("price_base=\(chance.one(of: ["1990-91", "2100-01"]))") }
      let loaded: LoadedModel
      do throws(ModelFileError) {
        loaded = try LoadedModel([("random.toml", Array(text.utf8))], overrides: overrides)
      } catch {
        #expect(!error.problems.isEmpty)
        #expect(error.lines.allSatisfy { $0.utf8.starts(with: "random.toml:".utf8) || $0.utf8.starts(with: "--set".utf8) })
        continue
      }
      ran += 1
      let forecast = Forecast(loaded.model)
      let broken = forecast.laws().filter { !$0.holds }.map { $0.law }
      #expect(broken == [], "seed \(seed): \(overrides)")
      _ = forecast.measures()
      _ = forecast.testResults()
    }
    #expect(ran > Self.models / Self.parts / 3)
  }
}
