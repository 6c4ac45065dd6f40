import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// A switching value holds by a forecast made anew, and the next fails.
@Suite struct SwitchingTests {
  func load(_ more: String = "", _ overrides: String...) throws -> LoadedModel {
    let text = try fixture("worked-example.toml") + Array(more.utf8)
    return try LoadedModel([(name: "worked-example.toml", text: text)], overrides: overrides)
  }

  static let balance = "[test.balance]\ntest = \"hra balance\"\n"

  /// Every boundary, whatever the change: both sides reckoned as `--set` or a stress of the model's own would.
  @Test(arguments: SwitchingValue.Change.allCases, ["£42,000", "£47,500", "£48,642"])
  func bothSidesAreAsTheySay(change: SwitchingValue.Change, minimum: String) throws {
    let base = Forecast(try load(Self.balance, "hra.minimum=\(minimum)").model)
    let found = SwitchingValue.of(change, base)
    func passes(_ value: Int64) throws -> Bool {
      let stress = "\n[stress.x]\n"
      let percent = "\"\(value)%\"\n"
      let set = "hra.minimum=\(minimum)"
      let loaded: LoadedModel
      switch change {
      case .rent: loaded = try load(Self.balance, set, "programme.home.rent_level=\(value)%")
      case .cost: loaded = try load(Self.balance + stress + "cost = " + percent, set)
      case .accommodation: loaded = try load(Self.balance + stress + "ta_cost = " + percent, set)
      case .delay: loaded = try load(Self.balance + stress + "delay = \"\(value) months\"\n", set)
      }
      let model = change == .rent ? loaded.model : loaded.model.under(StressRun(stress: 0, mitigations: []))
      return Forecast(model).passes
    }
    for beyond in found.failing {
      #expect(try passes(beyond.value) == false)
      #expect(!beyond.words.isEmpty)
    }
    for stretch in found.stretches {
      #expect(try passes(stretch.lowerBound))
      #expect(try passes(stretch.upperBound))
      for next in [stretch.lowerBound - 1, stretch.upperBound + 1] where change.range.contains(next) {
        #expect(try passes(next) == false)
      }
    }
  }

  /// The rent of the one home moves the balance; at £48,642 there is a boundary to find within the range.
  @Test func theRentThatKeepsTheBalanceIsFound() throws {
    let base = Forecast(try load(Self.balance, "hra.minimum=£48,642").model)
    #expect(SwitchingValue.of(.rent, base).failing.count == 1)
  }

  @Test func halvingTakesTheFewestHomes() throws {
    let base = Forecast(try load("", "years=1").model)
    let halving = try #require(HalvingHomes.of(base))
    #expect(halving.opening == 16)
    let homes = try #require(halving.homes)
    func left(_ homes: Int64) throws -> Int64 {
      let row = "programme.home.homes.two-bed.starts"
      let forecast = Forecast(try load("", "years=1", "\(row)={ 2026-27 = \(homes) }").model)
      return forecast.wholeHouseholds(.with).households[0]
    }
    #expect(try left(homes) <= 8)
    #expect(try left(homes - 1) > 8)
    #expect(halving.households == (try left(homes)))
    #expect(halving.householdsWithOneFewer == (try left(homes - 1)))
  }

  /// The parts of a plan's mix come to the whole.
  @Test func homesAreSplitWithoutRest() throws {
    for seed in 0..<40 {
      let layers = [(name: "random.toml", text: Array(RandomModel(seed).text.utf8))]
      guard let model = (try? LoadedModel(layers))?.model,
        let more = model.starting(7, eachYearTo: model.lastYear)
      else { continue }
      let started = more.programmes.filter { $0.use == .settled }.reduce(Int64(0)) { sum, programme in
        programme.rows.reduce(sum) { $0 + $1.starts[model.firstYear] }
      }
      #expect(started == 7)
    }
  }
}
