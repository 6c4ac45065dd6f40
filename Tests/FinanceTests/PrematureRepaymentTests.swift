import Finance
import Testing

@Suite struct PrematureRepaymentTests {
  static func early(_ repayment: Repayment, _ loan: Int64, _ discount: Int64, _ left: Int64, _ days: Int64)
    -> PrematureRepayment
  {
    PrematureRepayment(
      repayment: repayment, loanRate: Rate(millionths: loan), discountRate: Rate(millionths: discount),
      halfYearsLeft: left, daysSinceInterest: days)
  }

  /// The lender's own example of 2 October 1989; the second has its result cut off and is worked in reference C5.
  @Test(
    arguments: [
      (12_000_000, 83_750, 115_000, 6, 14, -919_000_48), (2_000_000, 102_500, 96_250, 45, 21, 114_118_73),
    ]
      as [(Int64, Int64, Int64, Int64, Int64, Int64)])
  func example(pounds: Int64, loan: Int64, discount: Int64, left: Int64, days: Int64, pence: Int64) {
    let early = Self.early(.maturity, loan, discount, left, days)
    #expect(early.premium(on: .pounds(pounds)) == Money(pence: pence))
  }

  /// At the loan's own rate nothing is gained or lost, however it is repaid.
  @Test(arguments: Repayment.allCases, [0, 1, 50_000] as [Int64])
  func nothingAtTheLoansOwnRate(repayment: Repayment, rate: Int64) throws {
    #expect(Self.early(repayment, rate, rate, 50, 90).premium(on: .pounds(1_000_000)) == .zero)
  }

  /// The payments of a schedule, valued at the other rate, are what the formula says.
  @Test(arguments: Repayment.allCases, [0, 30_000, 70_000] as [Int64])
  func agreesWithTheSchedule(repayment: Repayment, discount: Int64) throws {
    let loan = Loan(
      principal: .pounds(10_000_000), annualRate: Rate(millionths: 50_000), paymentsPerYear: 2, payments: 40,
      repayment: repayment)
    let payments = LoanSchedule(loan).map { Double($0.payment.pence) }
    let worth = presentValue(of: payments, at: Double(discount) / 2e6, first: .discounted)
    let premium = try #require(Self.early(repayment, 50_000, discount, 40, 0).premium(on: loan.principal))
    #expect(abs(worth - Double(loan.principal.pence) - Double(premium.pence)) <= 40)
  }

  @Test func outOfRange() {
    #expect(Self.early(.eip, 50_000, -1, 40, 0).perPound == nil)
    #expect(Self.early(.eip, 50_000, 50_000, .max, 0).perPound == nil)
    #expect(Self.early(.eip, 50_000, 50_000, 40, 0).premium(on: Money(pence: .max)) == nil)
  }
}
