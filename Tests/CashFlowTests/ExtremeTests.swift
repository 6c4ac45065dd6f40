import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// A model at the bounds of what it may say is refused at a place, or runs and keeps the laws: nothing stops in between.
@Suite struct ExtremeTests {
  static let parts = 5
  static let models = 2_000

  static let ruled = [
    "placement_share", "bedrooms", "years", "first_year", "price_base", "capacity", "payments_per_year",
    "next_payment", "headline_year", "term", "year", "authorised_limit",
    "operational_boundary", "flexibility", "supported", "at_least_formula", "return_after", "value",
    "value_base", "value_index", "council_share", "hra_only", "deferrable", "last_year", "transfer_share",
    "displaced_share",
  ]

  static let either = ["sales", "losses", "disposals", "conversions", "sale_receipt"]

  /// Overrides of a part of a model's assumptions, each with a value at its bounds, near them, or anywhere between.
  static func extremes(_ assumptions: [Assumption], _ chance: inout Chance) -> [String] {
    let percent = chance.one(of: [3, 15, 40])
    var overrides: [String] = []
    for row in assumptions where chance.maybe(percent) {
      switch row.kind {
      case .text, .choice, .name: continue
      default: break
      }
      // what has a rule with other values is refused in other tests: here it would hide the rest
      let name = Array(row.path.utf8.reversed().prefix { $0 != UInt8(ascii: ".") }.reversed())
      if row.path.contains(".milestone.") || row.path.contains(".outcome.")
        || row.path.contains(".tranche.") && row.path.hasSuffix(".share")
      {
        continue
      }
      if row.path.utf8.starts(with: "ta.need".utf8) || ruled.contains(where: { $0.utf8.elementsEqual(name) })
      {
        continue
      }
      if row.place == nil && row.isOptional { continue }
      // what another value may stand in the place of
      if row.place == nil && Self.either.contains(where: { $0.utf8.elementsEqual(name) }) { continue }
      // shares of a contract that come to a whole, or fall with time
      let isShare = name.elementsEqual("share".utf8) || name.elementsEqual("residual_share".utf8)
      if isShare && row.path.utf8.starts(with: "contract.".utf8) { continue }
      // most that grow, grow slowly enough to run
      if name.elementsEqual("growth".utf8) || name.elementsEqual("real_growth".utf8), chance.maybe(80) {
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

  /// How many sets of overrides each model made by chance is given, and one in how many of what runs is held to the laws.
  static let sets = 5
  static let lawful = 8

  @Test(arguments: 0..<parts) func aModelAtItsBoundsIsRefusedOrRuns(part: Int) throws {
    var ran = 0
    let bases = Self.models / Self.sets
    for base in part * bases / Self.parts..<(part + 1) * bases / Self.parts {
      let text = RandomModel(base).text
      let assumptions = try LawTests.load(text).assumptions
      for set in 0..<Self.sets {
        var chance = Chance(1_000_000 + base * Self.sets + set)
        let overrides = Self.overrides(assumptions, &chance)
        guard let model = Self.accepted(text, overrides) else { continue }
        ran += 1
        let isLawful = chance.whole(1...Self.lawful) == 1
        guard isLawful else {
          _ = project(model, Plan(model))
          continue
        }
        let forecast = Forecast(model)
        let broken = forecast.laws().filter { !$0.holds }.map { $0.law }
        #expect(broken == [], "base \(base): \(overrides)")
        _ = forecast.measures()
        _ = forecast.testResults()
      }
    }
    #expect(ran > Self.models / Self.parts / 2)
  }

  /// A ratio, or a cost a household, of a great sum to almost nothing.
  @Test func aGreatSumOverAlmostNothing() throws {
    var text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
    for number in 0..<50 {
      text += "[sum.s\(number)]\nline = \"other_income\"\namount = \"£2,000,000,000 per year\"\n"
    }
    text += "[test.cover]\ntest = \"interest cover\"\ncover = \"125%\"\n"
    text += "[debt.penny]\naccount = \"hra\"\nbalance = \"£0.24\"\nrate = \"5%\"\nrepayment = \"maturity\"\n"
    text += "payments_per_year = 1\npayments_left = 5\nnext_payment = \"12 months\"\n"
    let overrides = [
      "programme.home.homes.two-bed.starts=[0, 10000]", "programme.home.homes.two-bed.cost=£5000000",
      "programme.home.first_let_share=0.0001%", "programme.home.relet_share=0%", "ta.new_households=1",
    ]
    for overrides in [["programme.home.homes.two-bed.starts=0"], overrides] {
      let forecast = Forecast(try LawTests.load(text, overrides).model)
      #expect(forecast.laws().allSatisfy { $0.holds })
      #expect(forecast.testResults()[0].isPassed || overrides.count > 1)
      _ = forecast.measures()
    }
  }

  static func overrides(_ assumptions: [Assumption], _ chance: inout Chance) -> [String] {
    var overrides = extremes(assumptions, &chance)
    overrides.append("years=\(chance.whole(1...150) == 1 ? 60 : chance.whole(1...3))")
    if chance.maybe(20) { overrides.append("first_year=\(chance.one(of: ["2000-01", "2100-01"]))") }
    if chance.maybe(20) { overrides.append("price_base=\(chance.one(of: ["1990-91", "2100-01"]))") }
    return overrides
  }

  /// The model, or nothing where it is refused, every problem at a place.
  static func accepted(_ text: String, _ overrides: [String]) -> Model? {
    do throws(ModelFileError) {
      return try LoadedModel([("random.toml", Array(text.utf8))], overrides: overrides).model
    } catch {
      #expect(!error.problems.isEmpty)
      for line in error.lines {
        let isPlaced = line.utf8.starts(with: "random.toml:".utf8) || line.utf8.starts(with: "--set ".utf8)
        #expect(isPlaced, "\(line)")
      }
      return nil
    }
  }
}
