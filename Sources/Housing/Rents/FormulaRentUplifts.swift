import Finance

extension FormulaRent {
  /// What formula rent rises by in the April that opens a year.
  public struct Uplift: Hashable, Sendable {
    public let year: Year
    /// Inflation in the September before; nil where law set the change itself.
    public let inflation: Rate?
    /// Points on top of inflation.
    public let addition: Rate?
    public let total: Rate
    public let rule: Rule
  }

  /// The published uplifts, a year each, without a gap.
  public static let uplifts: [Uplift] = [
    uplift(2001, retailPrices, 33, plus: 10),
    uplift(2002, retailPrices, 17, plus: 5),
    uplift(2003, retailPrices, 17, plus: 5),
    uplift(2004, retailPrices, 28, plus: 5),
    uplift(2005, retailPrices, 31, plus: 5),
    uplift(2006, retailPrices, 27, plus: 5),
    uplift(2007, retailPrices, 36, plus: 5),
    uplift(2008, retailPrices, 39, plus: 5),
    uplift(2009, retailPrices, 50, plus: 5),
    uplift(2010, retailPrices, -14, plus: 5),
    uplift(2011, retailPrices, 46, plus: 5),
    uplift(2012, retailPrices, 56, plus: 5),
    uplift(2013, retailPrices, 26, plus: 5),
    uplift(2014, retailPrices, 32, plus: 5),
    uplift(2015, consumerPrices, 12, plus: 10),
    reduction(2016), reduction(2017), reduction(2018), reduction(2019),
    uplift(2020, consumerPrices, 17, plus: 10),
    uplift(2021, consumerPrices, 5, plus: 10),
    uplift(2022, consumerPrices, 31, plus: 10),
    uplift(2023, consumerPrices, 101, plus: 10),
    uplift(2024, landlords2024, 67, plus: 10),
    uplift(2025, councils2025, 17, plus: 10),
    uplift(2026, councils2026, 38, plus: 10),
  ]

  /// The last year whose uplift is published and known here.
  public static let lastPublishedYear = Year(start: 2026)

  /// The uplift of the April that opens a year; nil before 2001-02 and after ``lastPublishedYear``.
  public static func uplift(in year: Year) -> Rate? {
    uplifts.first { $0.year == year }?.total
  }

  /// In tenths of a percent, as the tables print them.
  private static func uplift(_ start: Int, _ rule: Rule, _ inflation: Int64, plus addition: Int64) -> Uplift {
    Uplift(
      year: Year(start: start), inflation: Rate(millionths: inflation * 1_000),
      addition: Rate(millionths: addition * 1_000), total: Rate(millionths: (inflation + addition) * 1_000),
      rule: rule)
  }

  private static func reduction(_ start: Int) -> Uplift {
    Uplift(
      year: Year(start: start), inflation: nil, addition: nil, total: .percent(-1), rule: statutoryReduction)
  }
}

// Where each uplift was found.
extension FormulaRent {
  private static let regulator =
    "Regulator of Social Housing, Limit on annual rent increases 2025-26, table 1"

  public static let retailPrices = Rule(
    title: "Retail prices of the September before, plus half a point (2001-02: a point)", source: regulator)

  public static let statutoryReduction = Rule(title: "Reduction of 1% a year by law", source: regulator)

  public static let consumerPrices = Rule(
    title: "Consumer prices of the September before, plus a point", source: regulator)

  static let landlords2024 = Rule(
    title: consumerPrices.title,
    source: "Aster Group, Changes to your rent from April 2024; Town and Country Housing, 28 March 2024",
    certainty: .secondary)

  static let councils2025 = Rule(
    title: consumerPrices.title,
    source: "Association of Retained Council Housing, on future council rent increases: 1.7%, and up to 2.7%",
    certainty: .secondary)

  static let councils2026 = Rule(
    title: consumerPrices.title,
    source:
      "cabinet decisions on rents for 2026-27 of 2 December 2025 (3.8%, and 1 point) and 20 January 2026 (4.8%)",
    certainty: .secondary)
}
