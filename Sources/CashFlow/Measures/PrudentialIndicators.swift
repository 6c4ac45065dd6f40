import Finance
import Housing

/// What a section 151 officer watches of debt: by year, each 31 March or over the year, with the plan.
///
/// Money is in shown pounds, so that a table of it agrees with the accounts; ratios are in millionths.
public struct PrudentialIndicators: Sendable {
  public struct OfAccount: Sendable {
    public var account: Account
    public var requirement: [Money], debt: [Money]
    /// Interest on loans less interest on cash, and provision; a cost is positive.
    public var financingCosts: [Money]
    /// Nothing where the model does not give the General Fund's.
    public var netRevenueStream: [Money]?
    /// Nothing in a year without revenue.
    public var ratio: [Int64?]
    public var homes: [Int64]
    /// What its homes are worth; nothing where a group that has homes gives no value.
    public var worth: [Money]?
    public var loanToValue: [Int64?]
  }
  public var accounts: [OfAccount]
  /// Of all the accounts together.
  public var requirement: [Money], debt: [Money]
  /// What gross debt should not be above.
  public var debtCeiling: [Money]
  /// External debt with what the model does not hold of it.
  public var externalDebt: [Money]
  public var operationalBoundary: [Money]?, authorisedLimit: [Money]?
  /// HRA operating surplus over interest on loans: with depreciation taken off first, and without.
  public var coverAfterDepreciation: [Int64?], coverBeforeDepreciation: [Int64?]
  public var debtPerHome: [Money?]
  /// HRA debt as a share of its revenue.
  public var debtToRevenue: [Int64?]
}

extension PrudentialIndicators {
  public init(_ forecast: Forecast, _ pounds: WholePounds) {
    let model = forecast.model
    let terms = model.scrutiny.prudential
    let years = forecast.years
    accounts = (model.hra == nil ? [Account.generalFund] : [.hra, .generalFund]).map { account in
      OfAccount(account, forecast, pounds)
    }
    let nothing = years.map { _ in Money.zero }
    requirement = accounts.reduce(nothing) { zip($0, $1.requirement).map { $0.0 + $0.1 } }
    debt = accounts.reduce(nothing) { zip($0, $1.debt).map { $0.0 + $0.1 } }
    let opening = accounts.reduce(Money.zero) { $0 + pounds.opening("cfr.\($1.account.prefix)") }
    debtCeiling = Self.ceiling(opening: opening, requirement)
    externalDebt = zip(years, debt).map { $0.1 + wholePounds(terms.otherDebt[$0.0]) }
    operationalBoundary = terms.operationalBoundary.map { limit in years.map { limit[$0] } }
    authorisedLimit = terms.authorisedLimit.map { limit in years.map { limit[$0] } }
    let operating = forecast.yearly("hra.operating")
    let depreciation = forecast.yearly("hra.depreciation")
    let interest = forecast.yearly("hra.interest.loans").map { -$0 }
    coverBeforeDepreciation = years.indices.map { ratio(operating[$0], interest[$0]) }
    coverAfterDepreciation = years.indices.map { ratio(operating[$0] + depreciation[$0], interest[$0]) }
    guard let hra = accounts.first, hra.account == .hra else {
      (debtPerHome, debtToRevenue) = (years.map { _ in nil }, years.map { _ in nil })
      return
    }
    debtPerHome = years.indices.map { k in
      hra.homes[k] > 0 ? Money.pounds(roundedQuotient(hra.debt[k].pence, hra.homes[k] * 100)) : nil
    }
    let revenue = hra.netRevenueStream ?? nothing
    debtToRevenue = years.indices.map { ratio(hra.debt[$0].pence, revenue[$0].pence) }
  }

  /// The requirement of the year before, and what is added to it in the year and the next two.
  static func ceiling(opening: Money, _ requirement: [Money]) -> [Money] {
    let all = [opening] + requirement
    return requirement.indices.map { k in
      var ceiling = all[k]
      for later in k..<min(k + 3, requirement.count) {
        ceiling += max(.zero, all[later + 1] - all[later])
      }
      return ceiling
    }
  }

  /// The years in which something is above its limit.
  public static func breaches(_ figures: [Money], of limits: [Money]) -> [Int] {
    zip(figures, limits).enumerated().filter { $0.element.0 > $0.element.1 }.map { $0.offset }
  }
}

extension PrudentialIndicators.OfAccount {
  init(_ account: Account, _ forecast: Forecast, _ pounds: WholePounds) {
    let x = account.prefix
    let years = forecast.years
    (self.account, requirement) = (account, pounds.yearly("cfr.\(x)"))
    debt = pounds.yearly("loan.\(x).balance")
    func costs(_ path: String) -> [Money] { pounds.yearly(path).map { -$0 } }
    var spent = years.map { _ in Money.zero }
    let lines = ["interest.loans", "interest.capitalised", "interest.cash", "loan.costs"].map { "\(x).\($0)" }
    for path in lines + [account == .hra ? "hra.vrp" : "gf.mrp"] {
      for (k, cost) in costs(path).enumerated() { spent[k] += cost }
    }
    financingCosts = spent
    if account == .hra {
      let (due, void) = (pounds.yearly("hra.rent.due"), pounds.yearly("hra.rent.void"))
      let charges = pounds.yearly("hra.service.income")
      netRevenueStream = years.indices.map { due[$0] + void[$0] + charges[$0] }
    } else {
      let given = forecast.model.scrutiny.prudential.netRevenueStream
      netRevenueStream = given.map { stream in years.map { wholePounds(stream[$0]) } }
    }
    let stream = netRevenueStream
    let all = spent
    ratio = years.indices.map { k in stream.flatMap { CashFlow.ratio(all[k].pence, $0[k].pence) } }
    homes = forecast.homes(of: account)
    let worth = forecast.worth(of: account)
    let owed = debt
    self.worth = worth
    loanToValue = years.indices.map { k in worth.flatMap { CashFlow.ratio(owed[k].pence, $0[k].pence) } }
  }
}

/// In millionths; nothing where there is nothing to divide by.
func ratio(_ part: Int64, _ whole: Int64) -> Int64? {
  whole > 0 ? roundedProduct(part, 1_000_000, over: whole) : nil
}

func wholePounds(_ money: Money) -> Money { .pounds(roundedQuotient(money.pence, 100)) }

extension Account {
  /// As lines of the ledger have it.
  var prefix: String { self == .hra ? "hra" : "gf" }
}
