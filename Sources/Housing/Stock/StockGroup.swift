import Finance
import ModelFile

/// Homes that the council has at the start, alike enough to share a rent and a cost.
public struct StockGroup: Hashable, Sendable {
  public var name: String
  /// Homes on the day before the first year.
  public var homes: Int64
  public var bedrooms: Int64
  public var account: Account
  public var rent: RentBasis
  /// Share of let homes that fall empty and are let again in a year.
  public var reletRate: Rate
  /// Share of those lettings that go to households in temporary accommodation.
  public var temporaryAccommodationShare: Rate
  public var sales: HomesLeaving
  /// What a sale brings in after costs, in the prices of the price base, where no price is given.
  public var saleReceipt: Money
  public var sale: RightToBuySale?
  /// Share of the receipt that is set aside to repay debt.
  public var saleDebtShare: Rate
  public var departures: OtherDepartures
  public var costs: RunningCosts
  public var value: HomeValue?
}

extension StockGroup {
  init(_ form: inout Form, _ modelBase: Year) {
    name = form.name
    homes = form.count("homes", of: "homes", in: 0...500_000, "Homes on the day before the first year")
    bedrooms = form.count("bedrooms", of: "bedrooms", in: 0...6, "Bedrooms of a home")
    account = form.choice(
      "account", or: Assumed(.hra, "council homes are in the HRA unless the model says so"),
      "The account that holds the homes")
    rent = RentBasis.read(&form, homes: homes, modelBase: modelBase)
    reletRate = form.rate(
      "relet_rate", in: .percent(0...100), "Share of let homes that fall empty and are let again in a year")
    temporaryAccommodationShare = form.rate(
      "ta_share", in: .percent(0...100), or: Assumed(.zero, "no letting goes to TA unless the model says so"),
      "Share of those lettings that go to households in TA")
    sales = .read(
      &form, "sales", "sales_rate", "no sales unless the model says so", "sold under the Right to Buy")
    saleReceipt = form.money(
      "sale_receipt", in: .pounds(0...2_000_000), or: Assumed(.zero, "none unless the model says so"),
      "What the council keeps of a sale, after costs")
    sale = form.optionalSection("sale") { form in RightToBuySale(&form, modelBase) }
    if form.isGiven("sale"), form.isGiven("sale_receipt") {
      form.problem(
        at: "sale_receipt", fault: "sale_receipt and [stock.\(name).sale] must not both be given",
        remedy: "write what a sale leaves, or its price, discount and costs")
    }
    saleDebtShare = form.rate(
      "sale_debt_share", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of that which is set aside against debt")
    departures = OtherDepartures(&form)
    costs = RunningCosts(&form, modelBase)
    value = HomeValue.read(&form, modelBase)
  }
}
