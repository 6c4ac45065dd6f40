/// What a series of equal payments is worth, and what one payment is worth, at a rate a period.
public struct AnnuityFactor: Hashable, Sendable {
  /// The present value of one paid at the end of each of the periods: (1 − (1+i)⁻ⁿ)/i, or n when the rate is zero.
  public var annuity: Double
  /// The present value of one paid at the end of the last period: (1+i)⁻ⁿ.
  public var single: Double

  /// Doubles the number of periods at each step, and adds only numbers of one sign: no difference of nearly equal
  /// powers is taken, so a rate of nearly nothing or a term of centuries is as exact as any other.
  /// - Parameters:
  ///   - rate: a period, above −1.
  ///   - periods: none or fewer are worth nothing.
  public init(rate: Double, periods: Int64) {
    let discount = 1 / (1 + rate)
    (annuity, single) = (0, 1)
    guard periods > 0 else { return }
    var bit = Int64.bitWidth - 1 - periods.leadingZeroBitCount
    while bit >= 0 {
      annuity *= 1 + single
      single *= single
      if (periods >> Int64(bit)) & 1 == 1 {
        annuity = (annuity + 1) * discount
        single *= discount
      }
      bit -= 1
    }
  }
}

/// The share of an annuity's principal that has been repaid after `part` of `whole` periods:
/// ((1+i)^j − 1)/((1+i)^n − 1), or j/n when the rate is zero.
/// - Parameter rate: a period, above −1.
public func annuityShareRepaid(after part: Int64, of whole: Int64, at rate: Double) -> Double {
  guard part > 0 else { return 0 }
  guard part < whole else { return 1 }
  let remaining = AnnuityFactor(rate: rate, periods: whole - part)
  return remaining.single * AnnuityFactor(rate: rate, periods: part).annuity
    / AnnuityFactor(rate: rate, periods: whole).annuity
}
