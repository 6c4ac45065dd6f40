// A level payment determines any one of principal, rate and term from the other two. Because the payment is in whole
// pence, a range of answers would pay it; what is given is the roundest of them, which is the one agreed.

/// The annual rate at which an annuity pays `payment`, in billionths a year: 5% is 50,000,000.
///
/// Of the rates whose level payment is this one to the penny, the one with the fewest decimals, and nearest to the
/// middle of them; where no rate of nine decimals pays it, the nearest of nine decimals.
/// - Parameters:
///   - payment: rounded to the penny, or up to it if `roundsUp`.
///   - payments: from the first to the last.
/// - Returns: nil if no rate from 0 to 100% pays it, or the other terms are outside those of a `Loan`.
public func annualRate(
  ofAnnuity payment: Money, principal: Money, paymentsPerYear: Int64, payments: Int64, roundsUp: Bool = false
) -> Int64? {
  let loan = Loan(
    principal: principal, annualRate: .zero, paymentsPerYear: paymentsPerYear, payments: payments,
    repayment: .annuity, roundsUp: roundsUp)
  guard loan.isInRange, principal > .zero, payment > .zero else { return nil }
  let whole: Int64 = 1_000_000_000

  func paid(_ billionths: Double) -> Double {
    let rate = billionths / 1e9 / Double(paymentsPerYear)
    return Double(principal.pence) / AnnuityFactor(rate: rate, periods: payments).annuity
  }
  func rounded(_ billionths: Int64) -> Money {
    roundedPayment(
      principal: Double(principal.pence), periodRate: Double(billionths) / 1e9 / Double(paymentsPerYear),
      payments: payments, roundsUp: roundsUp)
  }

  guard rounded(0) <= payment, rounded(whole) >= payment else { return nil }
  let middlePayment = middle(of: payment, roundsUp: roundsUp)
  var (low, high) = (0.0, 1e9)
  for _ in 0..<80 {
    let middle = (low + high) / 2
    if paid(middle) < middlePayment { low = middle } else { high = middle }
  }
  let nearest = max(0, min(whole, Int64(wholeNearest((low + high) / 2))))
  return roundest(near: nearest, upTo: whole) { rounded($0) == payment } ?? nearest
}

/// The fewest payments that repay an annuity with a level payment of no more than `payment`.
/// - Parameter annualRate: in billionths a year, 0 to 100%: 5% is 50,000,000.
/// - Returns: nil if it does not cover the interest, or takes more payments than a `Loan` may have.
public func payments(
  ofAnnuity payment: Money, principal: Money, annualRate: Int64, paymentsPerYear: Int64,
  roundsUp: Bool = false
) -> Int64? {
  guard Loan.principals.contains(principal), Loan.frequencies.contains(paymentsPerYear),
    (0...1_000_000_000).contains(annualRate)
  else { return nil }
  let rate = Double(annualRate) / 1e9 / Double(paymentsPerYear)

  func suffices(_ payments: Int64) -> Bool {
    roundedPayment(
      principal: Double(principal.pence), periodRate: rate, payments: payments, roundsUp: roundsUp)
      <= payment
  }

  var (low, high) = (Loan.terms.lowerBound, Loan.terms.upperBound)
  let interest = Double(principal.pence) * rate
  guard suffices(high), Double(payment.pence) > interest || principal == .zero else { return nil }
  while low < high {
    let middle = (low + high) / 2
    if suffices(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}

/// The principal that an annuity of `payment` repays: of those that do to the penny, the roundest, and nearest to the
/// middle of them.
/// - Parameter annualRate: in billionths a year, 0 to 100%: 5% is 50,000,000.
/// - Returns: nil if it is more than a `Loan` may lend, or the other terms are outside those of a `Loan`.
public func principal(
  ofAnnuity payment: Money, annualRate: Int64, paymentsPerYear: Int64, payments: Int64, roundsUp: Bool = false
) -> Money? {
  guard payment >= .zero, payment <= Loan.principals.upperBound, Loan.frequencies.contains(paymentsPerYear),
    Loan.terms.contains(payments), (0...1_000_000_000).contains(annualRate)
  else { return nil }
  let rate = Double(annualRate) / 1e9 / Double(paymentsPerYear)
  let exact = middle(of: payment, roundsUp: roundsUp) * AnnuityFactor(rate: rate, periods: payments).annuity
  let most = Loan.principals.upperBound.pence
  guard exact <= Double(most) else { return nil }
  let nearest = Int64(wholeNearest(exact))
  let round = roundest(near: nearest, upTo: most) {
    roundedPayment(principal: Double($0), periodRate: rate, payments: payments, roundsUp: roundsUp) == payment
  }
  return Money(pence: round ?? nearest)
}

/// The middle of what rounds to a payment, in pence.
private func middle(of payment: Money, roundsUp: Bool) -> Double {
  Double(payment.pence) - (roundsUp && payment > .zero ? 0.5 : 0)
}

/// The multiple of the greatest power of ten, and of those the nearest to `near`, that is right; or nil if `near` itself
/// is not.
private func roundest(near: Int64, upTo most: Int64, where isRight: (Int64) -> Bool) -> Int64? {
  var step: Int64 = 1_000_000_000_000
  while step > 0 {
    let candidate = roundedQuotient(near, step) * step
    if candidate <= most, isRight(candidate) { return candidate }
    step /= 10
  }
  return nil
}
