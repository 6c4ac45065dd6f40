import Finance

/// Stamp Duty Land Tax on a dwelling in England: slice rates by date, and points more for an additional dwelling.
public enum StampDuty {
  public enum Treatment: String, CaseIterable, Hashable, Sendable { case relief, standard, surcharge }

  public static let relief = Rule(
    title: "No tax where a registered provider buys with public subsidy (Finance Act 2003, section 71)",
    source: "HMRC, Stamp Duty Land Tax Manual, SDLTM27500")

  /// The rates that hold from a day on.
  public struct Bands: Hashable, Sendable {
    /// The month of that day: homes are bought on the last day of a month.
    public let from: Month
    /// Where each slice of the price begins, and the rate on it.
    let slices: [Slice]
    public let surcharge: Rate
    public let rule: Rule
  }

  struct Slice: Hashable, Sendable {
    let from: Money
    let rate: Rate
    init(_ pounds: Int64, _ percent: Int64) { (from, rate) = (.pounds(pounds), .percent(percent)) }
  }

  /// The bands that are known, earliest first.
  public static let bands: [Bands] = [
    Bands(
      from: Month(year: 2024, number: 10),
      slices: [Slice(0, 0), Slice(250_000, 5), Slice(925_000, 10), Slice(1_500_000, 12)],
      surcharge: .percent(5),
      rule: Rule(
        title:
          "Stamp Duty Land Tax from 31 October 2024: nothing to £250,000, and 5 points more for additional dwellings",
        source: "gravita.com, Stamp Duty Land Tax: where are we now", certainty: .secondary)),
    Bands(
      from: Month(year: 2025, number: 4),
      slices: [
        Slice(0, 0), Slice(125_000, 2), Slice(250_000, 5), Slice(925_000, 10), Slice(1_500_000, 12),
      ],
      surcharge: .percent(5),
      rule: Rule(
        title:
          "Stamp Duty Land Tax from 1 April 2025: nothing to £125,000, and 5 points more for additional dwellings",
        source: "gordonsols.co.uk, What are the stamp duty changes from 1 April 2025", certainty: .secondary)),
  ]

  /// The bands of a month; before the first that are known, those.
  public static func bands(in month: Month) -> Bands {
    bands.last { $0.from.order <= month.order } ?? bands[0]
  }

  /// Whether the bands of a month are known.
  public static func isKnown(in month: Month) -> Bool { bands[0].from.order <= month.order }

  /// The tax on the price of a home bought at the end of a month, down to the whole pound.
  public static func tax(on price: Money, _ treatment: Treatment, in month: Month) -> Money {
    if treatment == .relief { return .zero }
    let bands = bands(in: month)
    var tax: Int64 = 0
    for i in bands.slices.indices where price > bands.slices[i].from {
      let top = i + 1 < bands.slices.count ? min(price, bands.slices[i + 1].from) : price
      let rate = bands.slices[i].rate + (treatment == .surcharge ? bands.surcharge : .zero)
      tax += (top - bands.slices[i].from).pence * rate.millionths
    }
    return Money(pence: tax / 1_000_000 / 100 * 100)
  }
}

extension Month {
  fileprivate var order: Int { year * 12 + number }
}
