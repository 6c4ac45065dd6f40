import Finance
import ModelFile

/// What a home costs each year while the council owns it, in the prices of its price base.
public struct RunningCosts: Hashable, Sendable {
  public var management, insurance, serviceCost, lease: Money
  public var repairs, majorRepairs, depreciation: Money
  /// What management, insurance, services and lease follow.
  public var prices: PriceBasis
  /// What repairs, major repairs and depreciation follow.
  public var repairPrices: PriceBasis
  /// Weekly service charge to the tenant, on the same index as management.
  public var serviceCharge: Money
  /// Share of rent lost while homes stand empty between lettings.
  public var voidRate: Rate
  /// Days for which a home stands empty between lettings, where that is given instead of the share.
  public var voidDays: Int64?
  /// Share of rent due from let homes that is never paid.
  public var badDebtRate: Rate
}

extension RunningCosts {
  init(_ form: inout Form, _ modelBase: Year) {
    let bounds: ClosedRange<Money> = .pounds(0...50_000)
    let nothing = Assumed(Money.zero, "none unless the model says so")
    management = form.money("management", per: "year", in: bounds, or: nothing, "Management of a home")
    repairs = form.money("repairs", per: "year", in: bounds, or: nothing, "Responsive repairs of a home")
    majorRepairs = form.money(
      "major_repairs", per: "year", in: bounds, or: nothing, "Major repairs of a home")
    depreciation = form.money(
      "depreciation", per: "year", in: bounds, or: nothing, "Depreciation of a home, HRA only")
    insurance = form.money("insurance", per: "year", in: bounds, or: nothing, "Insurance of a home")
    serviceCost = form.money(
      "service_cost", per: "year", in: bounds, or: nothing, "Cost of services to a home")
    lease = form.money(
      "lease_rent", per: "year", in: bounds, or: nothing, "Rent that the council pays for a home")
    serviceCharge = form.money(
      "service_charge", per: "week", in: .pounds(0...500), or: nothing,
      "Service charge that the tenant pays beside the rent")
    prices = PriceBasis(&form, base: modelBase)
    let repairIndex = form.optionalReference(
      "repairs_index", to: "index", "The index of repairs and depreciation; without one, that of the rest")
    repairPrices = PriceBasis(index: repairIndex ?? prices.index, base: prices.base)
    let meaning = "Share of rent lost while homes stand empty between lettings"
    voidDays = form.optionalCount(
      "void_days", of: "days", in: 0...365,
      "Days for which a home stands empty between lettings, instead of void_rate: the relet rate × days / 365"
    )
    if form.isGiven("void_days") {
      voidRate = form.optionalRate("void_rate", in: .percent(0...50), meaning) ?? .zero
      if form.isGiven("void_rate") {
        form.problem(
          at: "void_days", fault: "void_rate and void_days must not both be given",
          remedy: "write the share of rent that is lost, or the days that a home stands empty")
      }
    } else {
      voidDays = nil
      voidRate = form.rate(
        "void_rate", in: .percent(0...50),
        or: Assumed(.percent(1), "assumption: general knowledge, 1.0 to 1.5%, unverified"), meaning)
    }
    badDebtRate = form.rate(
      "bad_debt_rate", in: .percent(0...50),
      or: Assumed(Rate(millionths: 5_000), "assumption: general knowledge, 0.5 to 1.0%, unverified"),
      "Share of the rent of let homes that is never paid")
  }
}

extension RunningCosts {
  /// Share of rent lost between lettings: as given, or the homes that fall empty in a year for so many days each.
  ///
  /// Source: rent lost is days / 365 × turnover, as Housemark and lettings returns count both.
  public func voidShare(relets: Rate) -> Double {
    voidDays.map { relets.ratio * Double($0) / 365 } ?? voidRate.ratio
  }
}
