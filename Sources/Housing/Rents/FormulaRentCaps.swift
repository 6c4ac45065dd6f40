import Finance

extension FormulaRent {
  /// The most a formula rent may be in a year, by size.
  public struct Caps: Hashable, Sendable {
    public let year: Year
    /// Bedsit and one bedroom, then two, three, four, five, six and more; a week.
    public let bySize: [Money]
    public let rule: Rule
  }

  /// The caps that are known. The regulator prints them each year, but those tables could not be read: all rest on one
  /// table without a year, which the growth of the caps places in 2022-23, and are to be replaced from the regulator's.
  public static let caps: [Caps] = [
    Caps(
      year: Year(start: 2022), bySize: pence(155_73, 164_87, 174_03, 183_18, 192_35, 201_50),
      rule: Rule(
        title: "Rent caps by size",
        source:
          "fairhold-dashboard, models/constants.ts, 24 February 2026, without a year; placed in 2022-23 by arithmetic",
        certainty: .secondary)),
    Caps(
      year: Year(start: 2023), bySize: pence(173_79, 183_99, 194_22, 204_43, 214_66, 224_87), rule: grown),
    Caps(
      year: Year(start: 2024), bySize: pence(188_04, 199_08, 210_15, 221_19, 232_26, 243_31), rule: grown),
    Caps(
      year: Year(start: 2025), bySize: pence(194_06, 205_45, 216_87, 228_27, 239_69, 251_10), rule: grown),
    Caps(
      year: Year(start: 2026), bySize: pence(204_35, 216_34, 228_36, 240_37, 252_39, 264_41), rule: grown),
  ]

  /// How caps rise after the last that are known.
  public static let capGrowth = Rule(
    title: "Rent caps rise by September CPI and 1.5 points",
    source: "common knowledge; the regulator's tables were not read", certainty: .unverified)

  private static let grown = Rule(
    title: "Rent caps by size",
    source:
      "the caps of 2022-23, each April raised by consumer prices plus 1.5 points and rounded to the penny",
    certainty: .unverified)

  /// The cap in pence a week; nil for a year whose caps are not known.
  public static func capPence(bedrooms: Int64, in year: Year) -> Double? {
    guard let caps = caps(in: year) else { return nil }
    let size = Int(max(1, min(6, bedrooms))) - 1
    return Double(caps.bySize[size].pence)
  }

  static func caps(in year: Year) -> Caps? { caps.first { $0.year == year } }

  private static func pence(_ caps: Int64...) -> [Money] { caps.map { Money(pence: $0) } }
}
