import Finance
import Testing

@Suite struct LoanInverseTests {
  /// Level payments on £1,000,000, half-yearly: reference C4.
  static let agreed: [(rate: Int64, payments: Int64, payment: Int64)] = [
    (50_000_000, 50, 35_258_06), (55_000_000, 80, 31_043_42), (60_000_000, 100, 31_646_67),
  ]

  @Test(arguments: agreed) func eachTermFromTheOthers(rate: Int64, payments count: Int64, payment: Int64) {
    let (payment, lent) = (Money(pence: payment), Money.pounds(1_000_000))
    #expect(annualRate(ofAnnuity: payment, principal: lent, paymentsPerYear: 2, payments: count) == rate)
    #expect(payments(ofAnnuity: payment, principal: lent, annualRate: rate, paymentsPerYear: 2) == count)
    #expect(principal(ofAnnuity: payment, annualRate: rate, paymentsPerYear: 2, payments: count) == lent)
  }

  /// Whatever is found pays what was asked, to the penny.
  @Test func whatIsFoundPaysTheSame() throws {
    for var loan in LoanLawTests.loans(300, seed: 4) where loan.principal > .pounds(100) {
      loan.repayment = .annuity
      let payment = loan.levelPayment
      let found = try #require(
        annualRate(
          ofAnnuity: payment, principal: loan.principal, paymentsPerYear: loan.paymentsPerYear,
          payments: loan.payments, roundsUp: loan.roundsUp), "\(loan)")
      let exact =
        Double(loan.principal.pence)
        / AnnuityFactor(
          rate: Double(found) / 1e9 / Double(loan.paymentsPerYear), periods: loan.payments
        ).annuity
      // A billionth of the rate is worth this much of a payment, when no nine decimals give the penny itself.
      let grain = Double(loan.principal.pence) * 1e-9 / Double(loan.paymentsPerYear)
      let distance = loan.roundsUp ? 1 : 0.5
      #expect(abs(exact - Double(payment.pence)) <= distance + grain + 1e-4, "\(loan) \(found)")

      let term = try #require(
        payments(
          ofAnnuity: payment, principal: loan.principal, annualRate: loan.annualRate.millionths * 1_000,
          paymentsPerYear: loan.paymentsPerYear, roundsUp: loan.roundsUp)
          // Interest alone may round to the whole payment.
          ?? (Double(payment.pence) <= Double(loan.principal.pence) * loan.periodRate ? loan.payments : nil),
        "\(loan)")
      #expect(term <= loan.payments)
      var shorter = loan
      shorter.payments = term
      #expect(shorter.levelPayment <= payment)

      if let lent = principal(
        ofAnnuity: payment, annualRate: loan.annualRate.millionths * 1_000,
        paymentsPerYear: loan.paymentsPerYear, payments: loan.payments, roundsUp: loan.roundsUp)
      {
        var other = loan
        other.principal = lent
        #expect(other.levelPayment == payment, "\(loan) \(lent)")
      }
    }
  }

  @Test func noAnswer() {
    let lent = Money.pounds(1_000)
    #expect(
      annualRate(ofAnnuity: Money(pence: 9_99), principal: lent, paymentsPerYear: 1, payments: 100) == nil)
    #expect(annualRate(ofAnnuity: .pounds(1_001), principal: lent, paymentsPerYear: 1, payments: 100) == nil)
    #expect(
      payments(ofAnnuity: .pounds(50), principal: lent, annualRate: 50_000_000, paymentsPerYear: 1) == nil)
    #expect(annualRate(ofAnnuity: .pounds(10), principal: lent, paymentsPerYear: 1, payments: 100) == 0)
  }
}
