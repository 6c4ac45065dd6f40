import Finance
import Housing

/// How much an account, or the council, needs to borrow from others, beside what it does: in shown pounds, before the first
/// year and each 31 March after it, with the plan.
public struct LiabilityBenchmark: Sendable {
  public var requirement: [Money]
  /// Balances, reserves, grant not yet applied and interest not yet paid, which stand in for loans.
  public var balances: [Money]
  public var liquidity: [Money]
  /// What is left of the loans owed at the start, and of those that the plan draws.
  public var existingLoans: [Money], planLoans: [Money]

  /// The requirement less balances.
  public var netRequirement: [Money] { zip(requirement, balances).map { $0.0 - $0.1 } }
  public var benchmark: [Money] { zip(netRequirement, liquidity).map { $0.0 + $0.1 } }
  public var loans: [Money] { zip(existingLoans, planLoans).map { $0.0 + $0.1 } }
}

extension LiabilityBenchmark {
  /// Of all the accounts of a model, with its liquidity allowance and what it says of other balances.
  public init(_ forecast: Forecast, _ pounds: WholePounds) {
    let model = forecast.model
    let sheets = (model.hra == nil ? [Account.generalFund] : [.hra, .generalFund]).map {
      BalanceSheet($0, forecast, pounds)
    }
    let places = 0...forecast.years.count
    let terms = model.scrutiny.prudential
    // before the first year the terms are those of the first
    func given(_ series: Series<Money>) -> [Money] {
      places.map { wholePounds(series[model.firstYear + max(0, $0 - 1)]) }
    }
    func sum(_ paths: [String]) -> [Money] {
      var all = places.map { _ in Money.zero }
      for path in paths {
        for (k, money) in ([pounds.opening(path)] + pounds.yearly(path)).enumerated() { all[k] += money }
      }
      return all
    }
    requirement = places.map { k in sheets.reduce(Money.zero) { $0 + $1.requirement[k] } }
    let other = given(terms.otherBalances)
    balances = places.map { k in
      sheets.reduce(other[k]) { sum, sheet in
        let loans = "loan.\(sheet.account.prefix).balance"
        return sheet.liabilities.reduce(sum) {
          $1.path.isSame(as: loans) ? $0 : $0 + $1.values[k]
        }
      }
    }
    liquidity = given(terms.liquidityAllowance)
    existingLoans = sum(model.debts.map { "debt.\($0.name).balance" })
    let owed = sum(sheets.map { "loan.\($0.account.prefix).balance" })
    let existing = existingLoans
    planLoans = places.map { owed[$0] - existing[$0] }
  }
}
