import Finance
import Housing
import TestSupport
import Testing

@testable import CashFlow

/// Every law holds in a stress too, and what is shown to a section 151 officer ties, over models made by chance.
@Suite struct StressLawTests {
  @Test func everyLawHoldsInEveryStress() throws {
    var runs = 0
    for seed in 2_000..<2_060 {
      let model = try LawTests.load(RandomModel(seed).text).model
      for stress in model.scrutiny.stresses.indices {
        for run in model.scrutiny.runs(of: stress) {
          let forecast = Forecast(model.under(run))
          #expect(forecast.laws().filter { !$0.holds }.map { $0.law } == [], "seed \(seed), \(run)")
          runs += 1
        }
      }
    }
    #expect(runs > 60)
  }

  @Test func whatIsShownTies() throws {
    for seed in 2_000..<2_060 {
      let forecast = Forecast(try LawTests.load(RandomModel(seed).text).model)
      let pounds = WholePounds(forecast)
      let accounts: [Account] = forecast.model.hra == nil ? [.generalFund] : [.hra, .generalFund]
      var cash = Array(repeating: Money.zero, count: forecast.years.count + 1)
      for account in accounts {
        for run in [Forecast.Run.with, .without, .difference] {
          let sheet = BalanceSheet(account, forecast, pounds, run)
          #expect(sheet.difference.allSatisfy { $0 == .zero }, "seed \(seed)")
        }
        for (k, money) in BalanceSheet(account, forecast, pounds).cash.enumerated() { cash[k] += money }
      }
      // what is owed less cash is what had to be borrowed, but for balances outside the model
      let benchmark = LiabilityBenchmark(forecast, pounds)
      let other = forecast.model.scrutiny.prudential.otherBalances.values[0]
      for k in cash.indices {
        let needed = benchmark.loans[k] - cash[k] - wholePounds(other)
        #expect(benchmark.netRequirement[k] == needed, "seed \(seed)")
      }
      let purse = PublicPurse(forecast, pounds, forecast.measures())
      for k in forecast.years.indices {
        let paid = purse.grant[k] + purse.benefitForPlaces[k] + purse.benefitForRents[k]
        #expect(purse.purse[k] + paid == purse.council[k])
      }
      _ = PrudentialIndicators(forecast, pounds)
      _ = forecast.rentBurdens()
    }
  }
}
