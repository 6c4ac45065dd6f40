import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// Each end of a tornado is the model read with that one thing otherwise, and nothing else.
@Suite struct SensitivityTests {
  func layers(_ more: String = "") throws -> [(name: String, text: [UInt8])] {
    [(name: "worked-example.toml", text: try fixture("worked-example.toml") + Array(more.utf8))]
  }

  func value(_ name: String, _ overrides: [String]) throws -> Int64? {
    let forecast = Forecast(try LoadedModel(layers(), overrides: overrides).model)
    return try Measure.named(name, forecast.model, forecast.plan).value(in: forecast)
  }

  static let register = """
    [register.cost]
    path = "programme.home.homes.*.cost"
    low = "+=-£10,000"
    high = "£280,000"
    [register.rate]
    path = "loan.pwlb.rate"
    low = "+=-1%"
    high = "+=2 points"
    [register.grant]
    path = "programme.home.grant_per_home"
    high = "£900,000"
    [register.words]
    path = "council"
    owner = "Somebody"

    """

  @Test func everyEndIsTheModelWithOneThingOtherwise() throws {
    let loaded = try LoadedModel(layers(Self.register))
    let found = Sensitivity.of(loaded, Forecast(loaded.model))
    #expect(found.measures.map { $0.name } == ["npv", "budget", "fewer", "tests"])
    #expect(!found.isPreset)
    // NPV is of cash before borrowing: a rate moves the budget alone, so it comes after what a home costs
    #expect(found.bars.map { $0.name } == ["cost", "rate", "grant"])
    let cost = found.bars[0]
    #expect(cost.ends.map { $0.words } == ["-£10,000", "£280,000"])
    let row = try #require(
      loaded.assumptions.first { $0.path.hasPrefix("programme.home.homes.") && $0.path.hasSuffix(".cost") })
    for (end, change) in zip(cost.ends, ["+=-£10,000", "=£280,000"]) {
      #expect(end.values[0] == (try value("npv", [row.path + change])))
      #expect(end.values[1] == (try value("budget", [row.path + change])))
    }
    let rate = found.bars[1]
    #expect(rate.ends.map { $0.words } == ["-1%", "+2 points"])
    #expect(rate.ends[1].values[1] == (try value("budget", ["loan.pwlb.rate+=2%"])))
    #expect(rate.ends[1].effect(on: 0, found.base) == 0)
    // more grant than the home costs is no model, and says why
    #expect(found.bars[2].ends[0].values.isEmpty && found.bars[2].ends[0].refusal != nil)
  }

  @Test func barsStandByTheirSize() throws {
    for seed in 0..<20 {
      let loaded = try LoadedModel([(name: "random.toml", text: Array(RandomModel(seed).text.utf8))])
      let found = Sensitivity.of(loaded, Forecast(loaded.model))
      let sizes = found.bars.map { $0.size(of: 0, found.base) }
      #expect(sizes == sizes.sorted(by: >))
    }
  }

  /// The usual ranges, each against the same change written into the model by a stress or by `--set`.
  @Test func usualRangesStandInWhereAModelHasNone() throws {
    let loaded = try LoadedModel(layers())
    let found = Sensitivity.of(loaded, Forecast(loaded.model))
    #expect(found.isPreset)
    func bar(_ name: String) throws -> Sensitivity.Bar { try #require(found.bars.first { $0.name == name }) }
    #expect(
      try bar("Growth of every price index").ends.map { $0.words } == [
        "-2 points", "-1 point", "+1 point", "+2 points",
      ])
    #expect(try bar("Cost of getting a home").ends.map { $0.words } == ["-5%", "+5%", "+10%"])
    #expect(try bar("Rate of new loans").ends[1].values[1] == (try value("budget", ["loan.pwlb.rate+=1%"])))
    // a tenth more of £250,000 and of works of £20,000
    let row = try #require(
      loaded.assumptions.first { $0.path.hasSuffix(".cost") && $0.path.hasPrefix("programme.") })
    let works = String(row.path.dropLast(5)) + ".works"
    #expect(
      try bar("Cost of getting a home").ends[2].values[0]
        == (try value("npv", ["\(row.path)=£275,000", "\(works)=£22,000"])))
  }
}
