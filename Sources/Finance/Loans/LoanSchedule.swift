/// One payment of a loan.
public struct Instalment: Hashable, Sendable {
  /// 1 for the first.
  public var number: Int64
  /// Positive, as all amounts of a loan are.
  public var interest: Money
  public var principal: Money
  /// What is owed once it is paid.
  public var closingBalance: Money

  @inlinable public init(number: Int64, interest: Money, principal: Money, closingBalance: Money) {
    self.number = number
    self.interest = interest
    self.principal = principal
    self.closingBalance = closingBalance
  }

  /// Interest and principal together.
  public var payment: Money { interest + principal }
}

/// The instalments of a loan in order of payment. Their principal sums to the loan, to the penny.
///
/// Interest is on the balance before the payment, rounded to the penny each time. The last payment clears every
/// rounded penny; where the level payment was rounded up, an annuity can be clear before it and pays nothing more.
/// A loan that is not `isInRange` has no instalments.
public struct LoanSchedule: Sequence, IteratorProtocol, Sendable {
  @usableFromInline let loan: Loan
  /// The rate of the period to come: the loan's own, unless it is reset before the next payment is asked for. The level
  /// payment of an annuity does not follow.
  public var annualRate: Rate
  @usableFromInline let levelPayment: Money
  @usableFromInline let last: Int64
  @usableFromInline var balance: Money
  @usableFromInline var number: Int64 = 0

  public init(_ loan: Loan) {
    self.loan = loan
    annualRate = loan.annualRate
    balance = loan.principal
    last = loan.isInRange ? loan.payments : 0
    levelPayment = loan.repayment == .annuity ? loan.levelPayment : .zero
  }

  // inlinable: a projection asks for tens of thousands
  @inlinable public mutating func next() -> Instalment? {
    guard number < last else { return nil }
    number += 1
    let interest = Loan.interest(
      on: balance, at: annualRate, paymentsPerYear: loan.paymentsPerYear)
    let closing: Money
    if number == last {
      closing = .zero
    } else {
      switch loan.repayment {
      case .annuity: closing = balance - Swift.max(.zero, Swift.min(levelPayment - interest, balance))
      case .eip: closing = loan.principal.share(last - number, of: last)
      case .maturity: closing = balance
      }
    }
    let principal = balance - closing
    balance = closing
    return Instalment(number: number, interest: interest, principal: principal, closingBalance: closing)
  }
}
