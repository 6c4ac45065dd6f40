/// The rate at which yearly flows are worth nothing.
public enum InternalRate: Hashable, Sendable {
  case none
  case one(Rate)
  /// From the lowest.
  case several([Rate])

  /// What is searched, and how closely, as `of(_:)` does.
  public static let range = Rate(millionths: -500_000)...Rate.whole

  /// Every rate from −50% to 100% found by scanning in steps of 0.25% and bisecting each change of sign to 0.0001%, the
  /// first flow undiscounted.
  ///
  /// Two rates within one step of each other, or a value that touches zero without crossing it between steps, are not
  /// seen. Flows that are all zero have no rate.
  public static func of(_ flows: [Money]) -> InternalRate {
    let amounts = flows.map { Double($0.pence) }
    guard amounts.contains(where: { $0 != 0 }) else { return .none }
    func value(_ millionths: Int64) -> Double {
      presentValue(of: amounts, at: Rate(millionths: millionths).ratio)
    }

    var found: [Rate] = []
    let step: Int64 = 2_500
    var low = range.lowerBound.millionths
    var valueAtLow = value(low)
    if valueAtLow == 0 { found.append(Rate(millionths: low)) }
    while low < range.upperBound.millionths {
      let high = low + step
      let valueAtHigh = value(high)
      if valueAtHigh == 0 {
        found.append(Rate(millionths: high))
      } else if valueAtLow != 0, (valueAtLow < 0) != (valueAtHigh < 0) {
        found.append(crossing(from: low, to: high, isBelow: valueAtLow < 0, value))
      }
      (low, valueAtLow) = (high, valueAtHigh)
    }
    if found.count > 1 { return .several(found) }
    return found.first.map { .one($0) } ?? .none
  }

  /// The millionth at which the value is nearest to zero, between two at which it is not of one sign.
  private static func crossing(
    from start: Int64, to end: Int64, isBelow: Bool, _ value: (Int64) -> Double
  ) -> Rate {
    var (low, high) = (start, end)
    while high - low > 1 {
      let middle = (low + high) / 2
      if (value(middle) < 0) == isBelow { low = middle } else { high = middle }
    }
    return Rate(millionths: value(low).magnitude <= value(high).magnitude ? low : high)
  }
}
