import Finance

/// Stamp Duty Land Tax on a dwelling in England, from 1 April 2025.
///
/// Source: HMRC, slice rates from 1 April 2025; five points more for additional dwellings from
/// 31 October 2024; FA 2003 s.71 relieves a purchase by a registered provider with public subsidy.
public enum StampDuty {
  public enum Treatment: String, CaseIterable, Hashable, Sendable { case relief, standard, surcharge }

  /// Where each slice of the price begins, and the rate on it.
  static let slices: [(from: Money, rate: Rate)] = [
    (.zero, .zero), (.pounds(125_000), .percent(2)), (.pounds(250_000), .percent(5)),
    (.pounds(925_000), .percent(10)),
    (.pounds(1_500_000), .percent(12)),
  ]
  static let surcharge = Rate.percent(5)

  /// The tax on a price, down to the whole pound.
  public static func tax(on price: Money, _ treatment: Treatment) -> Money {
    if treatment == .relief { return .zero }
    var tax: Int64 = 0
    for i in slices.indices where price > slices[i].from {
      let top = i + 1 < slices.count ? min(price, slices[i + 1].from) : price
      let rate = slices[i].rate + (treatment == .surcharge ? surcharge : .zero)
      tax += (top - slices[i].from).pence * rate.millionths
    }
    return Money(pence: tax / 1_000_000 / 100 * 100)
  }
}
