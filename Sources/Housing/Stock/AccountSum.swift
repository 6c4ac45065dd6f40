import Finance
import ModelFile

/// A sum of a whole account by year, such as a line of the approved budget.
public struct AccountSum: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case income = "other_income"
    case cost = "other_cost"
    case management, repairs, depreciation
    case majorRepairs = "major_repairs"
  }
  public var name: String
  public var account: Account
  public var kind: Kind
  public var amount: Series<Money>
  public var prices: PriceBasis
}

extension AccountSum {
  init(_ form: inout Form, _ modelBase: Year) {
    name = form.name
    account = form.choice(
      "account", or: Assumed(.hra, "a line of the HRA unless the model says so"), "The account it belongs to")
    kind = form.choice("line", "The line of the account that it is part of")
    amount = form.monies(
      "amount", per: "year", in: .pounds(-2_000_000_000...2_000_000_000), after: .same,
      "The sum for the year, spread over its months; positive as its line has it")
    prices = PriceBasis(&form, base: modelBase)
  }
}
