import Finance

/// One figure of a table, exact, with its kind: how it is written is decided once, in `Output.write(_: Figure)`.
public enum Figure: Hashable, Sendable {
  /// A whole number: homes, tests, months.
  case count(Int64)
  /// Households, in millionths of one, shown to so many decimal places.
  case households(millionths: Int64, decimals: Int)
  /// Money shown in whole pounds, rounded half to even; the caption or heading has the £.
  case pounds(Money)
  /// Money shown to the penny, without the £.
  case pence(Money)
  /// A price, with its £ and with pence unless they are nil: £121.40.
  case price(Money)
  /// A rate or share in per cent, to two decimal places: 4.85%.
  case rate(Rate)
  /// A rate as the model file has it, without nought at the end: 1.5%.
  case plainRate(Rate)
  /// A difference of two rates: 0.45 points.
  case points(Rate)
  /// A ratio, in millionths, shown to so many decimal places.
  case ratio(millionths: Int64, decimals: Int)
}
