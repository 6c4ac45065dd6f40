import Finance
import ModelFile

/// On what basis a home is let. Rents are weekly, over 52 weeks, as of the model's first year.
public enum RentBasis: Hashable, Sendable {
  /// A rent that rises each April with the policy. Weekly pence, unrounded.
  case fixed(weeklyPence: Double)
  case formula(FormulaTerms)
  case affordable(AffordableTerms)
  case londonAffordable(BenchmarkTerms)
  case localHousingAllowance(AllowanceShare)
  case market(MarketShare)
}

extension RentBasis {
  static func read(_ form: inout Form, homes: Int64?, modelBase: Year) -> RentBasis {
    form.oneOf(
      "rent_basis",
      [
        ("fixed", { form in fixed(&form, homes: homes) }),
        ("formula", { form in .formula(FormulaTerms(&form)) }),
        ("affordable", { form in .affordable(AffordableTerms(&form, modelBase)) }),
        ("london affordable rent", { form in .londonAffordable(BenchmarkTerms(&form)) }),
        ("lha", { form in .localHousingAllowance(AllowanceShare(&form)) }),
        (
          "market",
          { form in
            let share = form.rate("share", in: .percent(0...100), MarketShare.meaning)
            return .market(MarketShare(&form, share: share, modelBase))
          }
        ),
      ],
      or: Assumed("fixed", "a given rent that rises with the policy"), "On what basis the homes are let")
  }

  /// A weekly rent, or what all the homes of an existing group together pay in a year.
  private static func fixed(_ form: inout Form, homes: Int64?) -> RentBasis {
    guard let homes else {
      let rent = form.money(
        "rent", per: "week", in: .pounds(0...2_000), "Weekly rent of a let home in the first year")
      return .fixed(weeklyPence: RentWeeks.carried(rent, &form))
    }
    let rent = form.optionalMoney(
      "rent", per: "week", in: .pounds(0...2_000), "Average weekly rent of a let home in the first year")
    let weekly = rent.map { RentWeeks.carried($0, &form) }
    let roll = form.optionalMoney(
      "rent_roll", per: "year", in: .pounds(0...2_000_000_000),
      "Rent of all the homes in the first year, 52 weeks, instead of a weekly rent")
    if form.isGiven("rent") == form.isGiven("rent_roll") {
      form.problem(
        at: "rent_roll", fault: "rent and rent_roll must not both be given, nor both left out",
        remedy: "write the average rent a week, or the rent of all the homes a year")
    }
    if let weekly { return .fixed(weeklyPence: weekly) }
    return .fixed(weeklyPence: homes > 0 ? Double((roll ?? .zero).pence) / Double(homes) / 52 : 0)
  }

  /// What sitting tenants pay, where the model says it: weekly pence over 52 weeks.
  static func sittingRent(_ form: inout Form) -> Double? {
    form.optionalMoney(
      "rent", per: "week", in: .pounds(0...2_000), "Average weekly rent of sitting tenants in the first year"
    ).map { RentWeeks.carried($0, &form) }
  }
}
