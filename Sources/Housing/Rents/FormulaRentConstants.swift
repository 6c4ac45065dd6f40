import Finance

// The figures of the formula that never change. Gateshead Council's policy and the Schedule to SI 2016/390 print them.
extension FormulaRent {
  /// The national average rent a week at April 2000.
  public static let nationalRent = Money(pence: 54_62)

  /// The national average value of a social home at January 1999.
  public static let nationalValue = Money.pounds(49_750)

  /// National average earnings of manual workers a week, 1999.
  public static let nationalEarnings = Money(pence: 316_40)

  /// The share of the rent that follows earnings and size.
  public static let earningsShare = Rate.percent(70)

  /// The share of the rent that follows the home's value.
  public static let valueShare = Rate.percent(30)

  /// The first year of the chain: rents of April 2000.
  public static let baseYear = Year(start: 2000)

  public static let valuation = Rule(
    title: "The value is the home's own at January 1999, and stays at that date",
    source: "Woking Borough Council, Rent Setting Policy, 1 April 2025")
}
