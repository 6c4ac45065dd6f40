import CashFlow
import Finance
import Housing

/// How the plan stands in a stress, with or without something done about it.
public struct StressResult: Hashable, Sendable {
  /// Nothing for the plan as the model has it.
  public var run: StressRun?
  /// Difference that the plan makes over all years, in the pounds that the accounts show.
  public var budgetHRA: Money, budgetGeneralFund: Money
  public var netPresentValue: Money
  public var borrowed: Money
  /// Rehoused to date, in millionths.
  public var rehoused: Int64
  public var testsPassed: Int, tests: Int
  /// The least that the HRA balance comes to, and when; nothing in a model without an HRA.
  public var lowestBalance: Money?, lowestYear: Year?
  public var deficitYears: [Year]
  /// Borrowing that no loan has room for.
  public var unfunded: Money
}

extension StressResult {
  public init(_ forecast: Forecast, _ run: StressRun? = nil) {
    let measures = forecast.measures()
    self.run = run
    let pounds = WholePounds(forecast)
    budgetHRA = pounds.total("hra.surplus", .difference)
    budgetGeneralFund = pounds.total("gf.net", .difference)
    (netPresentValue, borrowed) = (measures.netPresentValue, measures.borrowed)
    rehoused =
      forecast.yearly("ta.out.settled.new").reduce(0, +)
      + forecast.yearly("ta.out.settled.relet").reduce(0, +)
    let results = forecast.testResults()
    (testsPassed, tests) = (results.count { $0.isPassed }, results.count)
    let balances = forecast.model.hra == nil ? [] : pounds.yearly("hra.balance")
    let lowest = balances.indices.min { balances[$0] < balances[$1] }
    lowestBalance = lowest.map { balances[$0] }
    lowestYear = lowest.map { forecast.years[$0] }
    deficitYears = forecast.deficitYears
    unfunded = forecast.with.shortfalls.reduce(.zero) { $0 + $1.sum }
  }

  /// Every stress of a model, each with its runs: alone, with each mitigation, with all of them.
  public static func all(_ forecast: Forecast) -> [[StressResult]] {
    let model = forecast.model
    return model.scrutiny.stresses.indices.map { stress in
      model.scrutiny.runs(of: stress).map { run in
        StressResult(Forecast(model.under(run), forecast.plan), run)
      }
    }
  }
}
