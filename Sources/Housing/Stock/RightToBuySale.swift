import Finance
import ModelFile

/// What a sale under the Right to Buy is reckoned from: a price, a discount held to a cap, and the costs of selling.
public struct RightToBuySale: Hashable, Sendable {
  public static let rule = Rule(
    title: "A Right to Buy discount is a share of the price, at most the cap of the year",
    source: "announcements of November 2024, as repeated by the press: caps went back to those before 2012",
    certainty: .secondary)

  public var price: Money
  public var prices: PriceBasis
  public var discount: Rate
  /// The most that the discount may be, by year and in cash.
  public var discountCap: Series<Money>?
  public var costs: Money
}

extension RightToBuySale {
  init(_ form: inout Form, _ modelBase: Year) {
    price = form.money("price", in: .pounds(0...2_000_000), "Price of a home before the discount")
    discount = form.rate("discount", in: .percent(0...100), "Discount as a share of the price")
    discountCap = form.optionalMonies(
      "discount_cap", in: .pounds(0...500_000), after: .same, "The most that the discount may be, by year")
    costs = form.money(
      "costs", in: .pounds(0...100_000), or: Assumed(.zero, "none unless the model says so"),
      "What selling a home costs the council")
    prices = PriceBasis(&form, base: modelBase)
  }

  /// What the council keeps of a sale in a year, in pence: price less discount and costs, never below nothing.
  public func receiptPence(in year: Year, level: Double) -> Double {
    let full = Double(price.pence) * level
    let wanted = full * discount.ratio
    let given = discountCap.map { min(wanted, Double($0[year].pence)) } ?? wanted
    return max(0, full - given - Double(costs.pence) * level)
  }
}
