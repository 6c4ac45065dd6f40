import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// Homes and households do not turn on loans, so a run with other loans takes them as they are: the same to the penny.
@Suite struct ReborrowingTests {
  @Test(arguments: ["east-devon", "thanet", "rother"], [0, 10_000, 45_000, 150_000])
  func isTheWholeRunAgain(council: String, millionths: Int64) throws {
    let base = try shippedForecast(council)
    var model = base.model
    for i in model.loans.indices {
      model.loans[i].annualRate = Series(first: model.firstYear, values: [Rate(millionths: millionths)])
    }
    let whole = Forecast(model, base.plan)
    var again = base
    again.reborrow(model)
    #expect(again.with.ledger == whole.with.ledger)
    #expect(again.with.vintages == whole.with.vintages)
    #expect(again.with.openings == whole.with.openings)
    // what a test compares with the run without the plan does not turn on the rate
    #expect(again.yearly("gf.net", .without) == whole.yearly("gf.net", .without))
  }

  /// Bonds, variable loans, funds and refinancing, with the plan and without it.
  @Test func isTheWholeRunAgainForModelsOfEveryKind() throws {
    var refinanced = 0
    for seed in 3_000..<3_200 {
      let base = Forecast(try LawTests.load(RandomModel(seed).text).model)
      var model = base.model
      let rates = Series(
        first: model.firstYear, values: [Rate(millionths: 45_000), Rate(millionths: 20_000)])
      for i in model.loans.indices { model.loans[i].annualRate = rates }
      for f in model.funds.indices {
        for t in model.funds[f].tranches.indices { model.funds[f].tranches[t].annualRate = rates }
      }
      let whole = Forecast(model, base.plan)
      var again = base
      again.reborrow(model)
      #expect(again.with.ledger == whole.with.ledger, "seed \(seed)")
      #expect(again.with.vintages == whole.with.vintages, "seed \(seed)")
      #expect(again.yearly("gf.net", .without) == whole.yearly("gf.net", .without), "seed \(seed)")
      if whole.without.vintages.contains(where: { $0.isRefinancing && model.account(of: $0) == .generalFund })
      {
        refinanced += 1
      }
    }
    #expect(refinanced > 4)
  }
}
