import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// A stress is the model with its values changed: what `--set` makes of the same file.
@Suite struct StressTests {
  func load(_ rest: String, _ overrides: [String] = []) throws -> Model {
    let text = try fixture("worked-example.toml") + Array(rest.utf8)
    return try LoadedModel([("x.toml", text)], overrides: overrides).model
  }

  @Test func aStressThatChangesNothingIsTheBase() throws {
    let forecast = Forecast(try load("[stress.calm]\n[mitigation.idle]\n"))
    let runs = try #require(StressResult.all(forecast).first)
    #expect(runs.count == 2)
    for var run in runs {
      run.run = nil
      #expect(run == StressResult(forecast))
    }
  }

  @Test func aStressIsWhatOverridesWouldMakeOfIt() throws {
    let stress = """
      [stress.worse]
      rate = "1.5 points"
      delay = "2 months"
      cost = "20%"
      running_costs = "10%"
      ta_cost = "-10%"
      rent = "-1 points"

      """
    let model = try load(stress).under(StressRun(stress: 0, mitigations: []))
    let same = try load(
      "",
      [
        "loan.pwlb.rate+=1.5 points", "programme.home.delay=2 months",
        "programme.home.homes.two-bed.cost=£300,000",
        "programme.home.homes.two-bed.works=£24,000", "programme.home.management=£660 per year",
        "programme.home.repairs=£1,320 per year", "ta.type.nightly.nightly_cost=£58.50 per night",
        "ta.type.leased.nightly_cost=£31.50 per night", "rent_policy.above_cpi=0 points",
        "rent_policy.formula_above_cpi=0 points", "rent_policy.caps_above_cpi=0.5 points",
      ])
    let (one, other) = (Forecast(model), Forecast(same))
    #expect(one.with.ledger == other.with.ledger)
    #expect(one.without.ledger == other.without.ledger)
  }

  /// Half of one home is none, by the rule that rounds half to even; then the plan does nothing.
  @Test func aMitigationStandsOnTheStress() throws {
    let forecast = Forecast(
      try load("[stress.dear]\ncost = \"50%\"\n[mitigation.stop]\nstarts = \"50%\"\n"))
    let runs = try #require(StressResult.all(forecast).first)
    #expect(runs[0].borrowed == .pounds(296_000))
    #expect(runs[1].borrowed == .zero && runs[1].budgetHRA == .zero && runs[1].rehoused == 0)
    // of the two Marches without the plan, the first: £51,520.79 by the worked example, in whole pounds
    #expect(runs[1].lowestBalance == .pounds(51_521))
  }
}
