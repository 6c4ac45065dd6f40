import Finance
import Testing

/// Check values of the half-yearly formulas: PWLB technical note, as in reference C4.
@Suite struct LoanScheduleTests {
  static func loan(_ pounds: Int64, _ millionths: Int64, _ payments: Int64, _ repayment: Repayment) -> Loan {
    Loan(
      principal: .pounds(pounds), annualRate: Rate(millionths: millionths), paymentsPerYear: 2,
      payments: payments, repayment: repayment)
  }

  /// Monthly payment on £100,000 over 30 years: Excel PMT, as in lballabio/QuantLib test-suite/amortizingbond.cpp.
  @Test(arguments: [(0, 277_78), (10_000, 321_64), (50_000, 536_82), (120_000, 1028_61)] as [(Int64, Int64)])
  func annuityPaymentAgreesWithExcel(millionths: Int64, pence: Int64) throws {
    let loan = Loan(
      principal: .pounds(100_000), annualRate: Rate(millionths: millionths), paymentsPerYear: 12,
      payments: 360,
      repayment: .annuity)
    let first = try #require(LoanSchedule(loan).first { _ in true })
    #expect(first.payment == Money(pence: pence))
    #expect(loan.levelPayment == Money(pence: pence))
  }

  @Test(
    arguments: [
      (50_000, 50, 35_258_06, 762_902_85, 637_500_00, 1_250_000_00),
      (55_000, 80, 31_043_42, nil, 1_113_750_00, 2_200_000_00),
      (60_000, 100, 31_646_67, nil, 1_515_000_00, 3_000_000_00),
    ] as [(Int64, Int64, Int64, Int64?, Int64, Int64)])
  func aMillionPounds(rate: Int64, n: Int64, level: Int64, annuity: Int64?, eip: Int64, maturity: Int64) {
    func interest(_ repayment: Repayment) -> Money {
      LoanSchedule(Self.loan(1_000_000, rate, n, repayment)).reduce(Money.zero) { $0 + $1.interest }
    }
    #expect(Self.loan(1_000_000, rate, n, .annuity).levelPayment == Money(pence: level))
    if let annuity {
      let unrounded = interest(.annuity).pence
      #expect(abs(unrounded - annuity) <= n, "each payment may be half a penny from the unrounded one")
    }
    #expect(interest(.eip) == Money(pence: eip))
    #expect(interest(.maturity) == Money(pence: maturity))
  }

  @Test func everyPennyOfFourPayments() {
    let annuity = Array(LoanSchedule(Self.loan(100_000, 40_000, 4, .annuity)))
    #expect(annuity.map { $0.payment.pence } == [26_262_38, 26_262_38, 26_262_38, 26_262_36])
    #expect(annuity.map { $0.closingBalance.pence } == [75_737_62, 50_989_99, 25_747_41, 0])
    #expect(annuity.reduce(0) { $0 + $1.interest.pence } == 5_049_50)
    let eip = Array(LoanSchedule(Self.loan(100_000, 40_000, 4, .eip)))
    #expect(eip.map { $0.interest.pence } == [2_000_00, 1_500_00, 1_000_00, 500_00])
  }

  /// The loan of the worked example: £161,000 at 4.85% over thirty years.
  @Test func workedExample() throws {
    let loan = Self.loan(161_000, 48_500, 60, .annuity)
    #expect(loan.levelPayment == Money(pence: 5_120_25))
    let first = Array(LoanSchedule(loan).prefix(2))
    #expect(first.map { $0.interest.pence }[0] == 3_904_25)
    #expect(first.map { $0.principal.pence } == [1_216_00, 1_245_49])
  }
}
