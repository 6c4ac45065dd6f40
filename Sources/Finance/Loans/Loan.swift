/// A fixed-rate loan repaid in whole periods, as the Public Works Loan Board lends: a full period bears exactly
/// the annual rate divided by the payments a year, without counting days.
public struct Loan: Hashable, Sendable {
  public var principal: Money
  /// Nominal: a loan at 5% paid half-yearly bears 2.5% each half-year.
  public var annualRate: Rate
  public var paymentsPerYear: Int64
  /// From the first to the last.
  public var payments: Int64
  public var repayment: Repayment
  /// Whether the level payment of an annuity is rounded up to the penny, as lenders once did, or to the nearest.
  public var roundsUp: Bool

  public init(
    principal: Money, annualRate: Rate, paymentsPerYear: Int64, payments: Int64, repayment: Repayment,
    roundsUp: Bool = false
  ) {
    self.principal = principal
    self.annualRate = annualRate
    self.paymentsPerYear = paymentsPerYear
    self.payments = payments
    self.repayment = repayment
    self.roundsUp = roundsUp
  }

  /// What may be lent: up to £92 billion, so that interest at 100% is exact in 64 bits.
  public static let principals = Money.zero...Money(pence: 9_200_000_000_000)
  public static let annualRates = Rate.zero...Rate.whole
  public static let frequencies: ClosedRange<Int64> = 1...366
  public static let terms: ClosedRange<Int64> = 1...6_000

  /// Whether every part is within the bounds above. A loan that is not has no schedule.
  public var isInRange: Bool {
    Self.principals.contains(principal) && Self.annualRates.contains(annualRate)
      && Self.frequencies.contains(paymentsPerYear) && Self.terms.contains(payments)
  }

  /// The rate of one period.
  public var periodRate: Double { annualRate.ratio / Double(paymentsPerYear) }

  /// What an annuity pays in every period but the last: P·i / (1 − (1+i)⁻ⁿ), rounded once to the penny.
  ///
  /// Nothing for a loan out of range.
  public var levelPayment: Money {
    guard isInRange else { return .zero }
    return roundedPayment(
      principal: Double(principal.pence), periodRate: periodRate, payments: payments, roundsUp: roundsUp)
  }

  /// The interest of one period, rounded once to the penny, half to even.
  /// - Precondition: the balance and the rate are within `principals` and `annualRates`, or their product in
  ///   pence and millionths otherwise fits 64 bits.
  @inlinable public static func interest(on balance: Money, at annualRate: Rate, paymentsPerYear: Int64)
    -> Money
  {
    // a division by a number that is known beforehand is a multiplication: most loans pay half-yearly
    paymentsPerYear == 2
      ? balance.share(annualRate.millionths, of: 2_000_000)
      : balance.share(annualRate.millionths, of: 1_000_000 * paymentsPerYear)
  }
}

/// A level payment, from a principal in pence.
///
/// Rounding up forgives a millionth of a penny, or the last bit of a whole number of pence would cost another penny.
func roundedPayment(principal: Double, periodRate: Double, payments: Int64, roundsUp: Bool) -> Money {
  let exact = principal / AnnuityFactor(rate: periodRate, periods: payments).annuity
  let nearest = wholeNearest(exact)
  return Money(pence: Int64(roundsUp && exact - nearest > 1e-6 ? nearest + 1 : nearest))
}
