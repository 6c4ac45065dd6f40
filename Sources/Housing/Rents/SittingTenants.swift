import Finance

/// What policy lets a sitting tenant's social rent rise by: a series apart from the formula uplift, since the two parted
/// in 2023-24.
public enum SittingTenants {}

extension SittingTenants {
  /// The most a sitting tenant's rent may rise by in the April that opens a year.
  public struct Limit: Hashable, Sendable {
    public let year: Year
    public let generalNeeds, supported: Rate
    public let rule: Rule
  }

  public static let limits: [Limit] = [
    limit(2020, tenths: 27, direction2020),
    limit(2021, tenths: 15, direction2020),
    limit(2022, tenths: 41, direction2020),
    Limit(
      year: Year(start: 2023), generalNeeds: .percent(7), supported: Rate(millionths: 111_000),
      rule: Rule(
        title: "Rents of sitting tenants held to 7%; not supported housing, first lets or relets",
        source:
          "Housing Quality Network, 24 November 2022, on the Regulator's survey; Gateshead Council, HRA plan")
    ),
    limit(2024, tenths: 77, FormulaRent.landlords2024),
    limit(2025, tenths: 27, FormulaRent.councils2025),
    limit(2026, tenths: 48, FormulaRent.councils2026),
  ]

  /// The limit of the April that opens a year; nil where none is published here.
  public static func limit(in year: Year, isSupported: Bool = false) -> Rate? {
    guard let limit = limits.first(where: { $0.year == year }) else { return nil }
    return isSupported ? limit.supported : limit.generalNeeds
  }

  public static let settlement = Rule(
    title: "Rents rise by at most September CPI and a point a year, April 2026 to March 2036",
    source:
      "Ministry of Housing, outcome of the consultations on rent policy and convergence, 28 January 2026; after it, as the model says"
  )

  private static let direction2020 = Rule(
    title: FormulaRent.consumerPrices.title,
    source:
      "Direction on the Rent Standard from 1 April 2020: the limit taken as the formula uplift of the year",
    certainty: .unverified)

  private static func limit(_ start: Int, tenths: Int64, _ rule: Rule) -> Limit {
    let rate = Rate(millionths: tenths * 1_000)
    return Limit(year: Year(start: start), generalNeeds: rate, supported: rate, rule: rule)
  }
}

// Convergence: what a rent below formula may rise by beyond the limit, until it meets the formula.
extension SittingTenants {
  public static let convergence = Rule(
    title: "A rent below formula may rise by £1 a week more in 2027-28, and £2 more each year from 2028-29",
    source:
      "Ministry of Housing, outcome of the consultations on rent policy and convergence, 28 January 2026")

  /// The last year of the settlement that began in April 2026.
  public static let settlementEnd = Year(start: 2035)

  /// The extra pounds a week of a year; none before 2027-28 nor after ``settlementEnd``.
  public static func convergence(in year: Year) -> Money {
    switch year.start {
    case 2027: .pounds(1)
    case 2028...settlementEnd.start: .pounds(2)
    default: .zero
    }
  }
}
