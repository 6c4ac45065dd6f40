import Finance
import ModelFile

/// Affordable Rent: a share of market rent, set again at each new letting and raised by the policy's growth between.
public enum AffordableRent {
  public static let rule = Rule(
    title:
      "An affordable rent is at most 80% of market rent, service charges included in both, set at each new letting",
    source: "Policy statement on rents for social housing, 14 December 2022, paragraph 1.6")

  public static let floor = Rule(
    title: "An affordable rent may be held to at least formula rent",
    source:
      "a council's decision on rents for 2026-27 of 20 January 2026, opencouncil.network/decisions/186812",
    certainty: .secondary)

  /// The largest share of market rent that may be charged.
  public static let mostShare = Rate.percent(80)
}

/// A share of a market rent, which has an index of its own.
public struct MarketShare: Hashable, Sendable {
  static let meaning = "Share of the market rent that is charged"
  public var share: Rate
  public var marketRent: Money
  public var prices: PriceBasis
}

/// An affordable rent: what sitting tenants pay, and the formula rent below which it must not be, if the council says so.
public struct AffordableTerms: Hashable, Sendable {
  public var market: MarketShare
  /// Weekly pence over 52 weeks; the rent of a new letting if nothing is said.
  public var sittingPence: Double?
  public var floor: FormulaTerms?
}

extension MarketShare {
  init(_ form: inout Form, share: Rate, _ modelBase: Year) {
    self.share = share
    marketRent = form.money(
      "market_rent", per: "week", in: .pounds(0...5_000), "Market rent a week, service charge included")
    prices = PriceBasis(&form, "rent_index", "rent_base", base: modelBase)
  }
}

extension AffordableTerms {
  init(_ form: inout Form, _ modelBase: Year) {
    let share = form.rate(
      "share", in: Rate.zero...AffordableRent.mostShare,
      rule: "an affordable rent is at most 80% of market rent",
      MarketShare.meaning)
    market = MarketShare(&form, share: share, modelBase)
    sittingPence = RentBasis.sittingRent(&form)
    floor = form.ifTrue(
      "at_least_formula", or: Assumed(false, "no floor unless the model says so"),
      "Whether a new letting is at least the formula rent"
    ) { form in FormulaTerms(home: &form) }
  }
}
