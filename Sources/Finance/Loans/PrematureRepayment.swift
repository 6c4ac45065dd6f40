/// What the lender asks, beyond the principal and the interest since the last payment, when a half-yearly loan is
/// repaid early: the payments forgone, valued at the rate for premature repayment, less what is owed.
///
/// Source: Public Works Loan Board, "Formula for calculating premium/discount on half-yearly fixed rate loans".
public struct PrematureRepayment: Hashable, Sendable {
  public var repayment: Repayment
  public var loanRate: Rate
  /// The premature repayment rate for what is left of the term: a set of its own, not that for new loans.
  public var discountRate: Rate
  /// Payments still to come.
  public var halfYearsLeft: Int64
  public var daysSinceInterest: Int64

  public init(
    repayment: Repayment, loanRate: Rate, discountRate: Rate, halfYearsLeft: Int64, daysSinceInterest: Int64
  ) {
    self.repayment = repayment
    self.loanRate = loanRate
    self.discountRate = discountRate
    self.halfYearsLeft = halfYearsLeft
    self.daysSinceInterest = daysSinceInterest
  }

  /// Whether the rates and the term are those that a `Loan` may have, and the days are within a half-year.
  public var isInRange: Bool {
    Loan.annualRates.contains(loanRate) && Loan.annualRates.contains(discountRate)
      && Loan.terms.contains(halfYearsLeft) && (0...184).contains(daysSinceInterest)
  }

  /// Per pound of principal now owed: above zero a premium, below it a discount to the borrower.
  ///
  /// (1 + i_d·D/182.5) × V − (1 + i_l·D/182.5), where V is what the payments left are worth at the last interest date.
  /// Nil if a part is out of range.
  public var perPound: Double? {
    guard isInRange else { return nil }
    let halfYears = Double(daysSinceInterest) / 182.5
    return (1 + discountRate.ratio / 2 * halfYears) * valueOfPayments - (1 + loanRate.ratio / 2 * halfYears)
  }

  /// The premium on a loan of which `balance` is still owed, to the penny; below zero, the discount.
  ///
  /// - Returns: nil if a part is out of range.
  public func premium(on balance: Money) -> Money? {
    guard let perPound, Loan.principals.contains(balance) else { return nil }
    return balance.scaled(by: perPound)
  }

  private var valueOfPayments: Double {
    let (loan, discount) = (loanRate.ratio / 2, discountRate.ratio / 2)
    let factor = AnnuityFactor(rate: discount, periods: halfYearsLeft)
    switch repayment {
    case .annuity: return factor.annuity / AnnuityFactor(rate: loan, periods: halfYearsLeft).annuity
    case .maturity: return loan * factor.annuity + factor.single
    case .eip:
      // From the last payment back: the closed form divides by the discount rate, which may be zero.
      var value = 0.0
      for left in stride(from: 1, through: halfYearsLeft, by: 1) {
        value = (value + 1 + loan * Double(left)) / (1 + discount)
      }
      return value / Double(halfYearsLeft)
    }
  }
}
