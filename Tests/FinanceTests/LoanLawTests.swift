import Finance
import TestSupport
import Testing

@Suite struct LoanLawTests {
  static func loans(_ count: Int, seed: UInt64) -> [Loan] {
    var chance = Chance(state: seed)
    return (0..<count).map { _ in
      let digits = Int64.random(in: 0...12, using: &chance)
      let most = (0..<digits).reduce(Int64(1)) { product, _ in product * 10 }
      return Loan(
        principal: Money(pence: .random(in: 0...most, using: &chance)),
        annualRate: Rate(
          millionths: Bool.random(using: &chance)
            ? .random(in: 0...150_000, using: &chance) : .random(in: 0...1_000_000, using: &chance)),
        paymentsPerYear: [1, 2, 4, 12].randomElement(using: &chance) ?? 2,
        payments: .random(in: 1...200, using: &chance),
        repayment: Repayment.allCases.randomElement(using: &chance) ?? .annuity,
        roundsUp: .random(using: &chance))
    }
  }

  @Test func everyScheduleKeepsTheLaws() {
    for loan in Self.loans(1_000, seed: 1) {
      var (balance, repaid, number) = (loan.principal, Money.zero, Int64(0))
      for instalment in LoanSchedule(loan) {
        number += 1
        #expect(instalment.number == number)
        #expect(instalment.interest >= .zero && instalment.principal >= .zero, "\(loan)")
        #expect(instalment.closingBalance >= .zero && instalment.closingBalance <= balance, "\(loan)")
        #expect(balance - instalment.principal == instalment.closingBalance)
        balance = instalment.closingBalance
        repaid += instalment.principal
      }
      #expect(number == loan.payments)
      #expect(repaid == loan.principal, "\(loan)")
    }
  }

  /// Each payment is within half a penny of interest on its balance, so all are worth within half a penny each.
  @Test func aLoanAtItsOwnRateIsWorthItsPrincipal() {
    for loan in Self.loans(500, seed: 2) {
      let payments = LoanSchedule(loan).map { Double($0.payment.pence) }
      let worth = presentValue(of: payments, at: loan.periodRate, first: .discounted)
      let annuity = AnnuityFactor(rate: loan.periodRate, periods: loan.payments).annuity
      #expect(abs(worth - Double(loan.principal.pence)) <= 0.5 * annuity + 0.01, "\(loan)")
    }
  }

  /// Payments differ only in the last, and by no more than the pennies rounded before it have grown to.
  @Test func anAnnuityIsLevelUntilItIsClear() {
    for var loan in Self.loans(500, seed: 3) {
      loan.repayment = .annuity
      for instalment in LoanSchedule(loan).dropLast() where instalment.closingBalance > .zero {
        #expect(instalment.payment == Swift.max(loan.levelPayment, instalment.interest), "\(loan)")
      }
    }
  }

  /// No loan, however strange, stops the program; and one out of range has no instalments.
  @Test func strangeLoans() {
    let amounts: [Int64] = [.min, -1, 0, 1, 9_200_000_000_000, 9_200_000_000_001, .max]
    let rates: [Int64] = [.min, -1, 0, 1, 1_000_000, 1_000_001, .max]
    let counts: [Int64] = [.min, -1, 0, 1, 366, 367, 6_000, 6_001, .max]
    for amount in amounts {
      for rate in rates {
        for (frequency, term) in counts.flatMap({ count in counts.map { (count, $0) } }) {
          for repayment in Repayment.allCases {
            let loan = Loan(
              principal: Money(pence: amount), annualRate: Rate(millionths: rate), paymentsPerYear: frequency,
              payments: term, repayment: repayment, roundsUp: term == 6_000)
            let first = LoanSchedule(loan).prefix(3).reduce(Int64(0)) { count, _ in count + 1 }
            #expect(first == (loan.isInRange ? Swift.min(3, term) : 0))
          }
          let (principal, payment) = (Money(pence: amount), Money(pence: rate))
          _ = annualRate(
            ofAnnuity: payment, principal: principal, paymentsPerYear: frequency, payments: term)
          _ = payments(ofAnnuity: payment, principal: principal, annualRate: rate, paymentsPerYear: frequency)
          _ = Finance.principal(
            ofAnnuity: principal, annualRate: rate, paymentsPerYear: frequency, payments: term)
        }
      }
    }
  }
}
