import Finance
import ModelFile

/// On what basis a home is let. Rents are weekly, on a 52-week basis, as of the model's first year.
public enum RentBasis: Hashable, Sendable {
  /// A rent that rises each April with the policy. Weekly pence, unrounded.
  case fixed(weeklyPence: Double)
  case formula(FormulaTerms)
  case affordable(MarketShare)
  case localHousingAllowance(AllowanceShare)
  case market(MarketShare)
}

/// A formula rent, and what sitting tenants pay while it converges.
public struct FormulaTerms: Hashable, Sendable {
  public var county: Int
  public var value1999: Money
  public var flexibility: Rate
  /// What sitting tenants pay on average in the first year; the formula if nothing is said.
  public var sittingRent: Money?
}

/// A share of a market rent, which has an index of its own.
public struct MarketShare: Hashable, Sendable {
  public var share: Rate
  public var marketRent: Money
  public var prices: PriceBasis
  public var sittingRent: Money?
}

/// A share of the Local Housing Allowance, given by year: the same for ever is frozen.
public struct AllowanceShare: Hashable, Sendable {
  public var share: Rate
  public var allowance: Series<Money>
}

extension RentBasis {
  static func read(_ form: inout Form, homes: Int64?, modelBase: Year) -> RentBasis {
    form.oneOf(
      "rent_basis",
      [
        ("fixed", { form in fixed(&form, homes: homes) }),
        ("formula", { form in .formula(FormulaTerms(&form)) }),
        ("affordable", { form in .affordable(MarketShare(&form, most: .percent(80), modelBase)) }),
        ("lha", { form in .localHousingAllowance(AllowanceShare(&form)) }),
        ("market", { form in .market(MarketShare(&form, most: .whole, modelBase)) }),
      ],
      or: Assumed("fixed", "a given rent that rises with the policy"), "On what basis the homes are let")
  }

  /// A weekly rent, or what all the homes of an existing group together pay in a year.
  private static func fixed(_ form: inout Form, homes: Int64?) -> RentBasis {
    guard let homes else {
      let rent = form.money(
        "rent", per: "week", in: .pounds(0...2_000), "Weekly rent of a let home in the first year")
      return .fixed(weeklyPence: Double(rent.pence))
    }
    let rent = form.optionalMoney(
      "rent", per: "week", in: .pounds(0...2_000), "Average weekly rent of a let home in the first year")
    let roll = form.optionalMoney(
      "rent_roll", per: "year", in: .pounds(0...2_000_000_000),
      "Rent of all the homes in the first year, 52 weeks, instead of a weekly rent")
    if form.isGiven("rent") == form.isGiven("rent_roll") {
      form.problem(
        at: "rent_roll", fault: "rent and rent_roll must not both be given, nor both left out",
        remedy: "write the average rent a week, or the rent of all the homes a year")
    }
    if let rent { return .fixed(weeklyPence: Double(rent.pence)) }
    return .fixed(weeklyPence: homes > 0 ? Double((roll ?? .zero).pence) / Double(homes) / 52 : 0)
  }
}

extension FormulaTerms {
  init(_ form: inout Form) {
    county = form.choice(
      "county", among: FormulaRent.counties.map { $0.name }, "The 1974 county whose 1999 earnings count")
    value1999 = form.money("value_1999", in: .pounds(0...2_000_000), "Value of the home at January 1999")
    flexibility = form.rate(
      "flexibility", in: .percent(0...10),
      or: Assumed(.zero, "no flexibility unless the council's policy says so"),
      "How far above formula a new letting is, at most 5% (10% supported)")
    sittingRent = form.optionalMoney(
      "rent", per: "week", in: .pounds(0...2_000), "Average weekly rent of sitting tenants in the first year")
  }
}

extension MarketShare {
  init(_ form: inout Form, most: Rate, _ modelBase: Year) {
    share = form.rate("share", in: Rate.zero...most, "Share of the market rent that is charged")
    marketRent = form.money(
      "market_rent", per: "week", in: .pounds(0...5_000), "Market rent a week, service charge included")
    prices = PriceBasis(&form, "rent_index", "rent_base", base: modelBase)
    sittingRent = form.optionalMoney(
      "rent", per: "week", in: .pounds(0...2_000), "Average weekly rent of sitting tenants in the first year")
  }
}

extension AllowanceShare {
  init(_ form: inout Form) {
    share = form.rate("share", in: .percent(0...100), "Share of the Local Housing Allowance that is charged")
    allowance = form.monies(
      "lha", per: "week", in: .pounds(0...2_000), after: .same,
      "Local Housing Allowance for the size of home, by year")
  }
}
