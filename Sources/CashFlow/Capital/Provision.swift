import Finance
import Housing

extension Provision {
  /// What is set aside in the `year`-th year after completion for borrowing of `principal`, so that the years sum to it.
  ///
  /// Source: Capital finance: guidance on minimum revenue provision, 5th edition, 10 April 2024: asset life method.
  func charge(on principal: Money, year: Int64) -> Money {
    guard principal > .zero, year >= 1, year <= life else { return .zero }
    return Money(pence: provided(principal, year) - provided(principal, year - 1))
  }

  /// What has been set aside by the end of a year.
  private func provided(_ principal: Money, _ year: Int64) -> Int64 {
    if case .annuity(let rate) = method, rate > .zero {
      let share = (power(1 + rate.ratio, year) - 1) / (power(1 + rate.ratio, life) - 1)
      return Int64(wholeNearest(Double(principal.pence) * share))
    }
    return roundedQuotient(principal.pence * year, life)
  }
}

/// A whole power, by multiplication.
private func power(_ base: Double, _ exponent: Int64) -> Double {
  var product = 1.0
  for _ in 0..<exponent { product *= base }
  return product
}
