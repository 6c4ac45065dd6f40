import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// A week's rent is 52 of a year, a twelfth of them a month: not four weeks.
@Suite struct WeeklyRentTests {
  /// Stafford's Local Housing Allowance of 2025-26 and 2026-27, two bedrooms £136.93 and three £166.85 a week (its published
  /// table). By hand × 52 / 12: £593.3633 and £723.0167 a home-month.
  @Test(arguments: [(2, "£136.93", 593_36), (3, "£166.85", 723_02)])
  func anAllowanceIsFiftyTwoWeeksOfAYear(bedrooms: Int, weekly: String, month: Int64) throws {
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
    let group = """

      [stock.flats]
      homes = 1
      bedrooms = \(bedrooms)
      account = "hra"
      rent_basis = "lha"
      share = "100%"
      lha = "\(weekly) per week"
      relet_rate = "0%"

      """
    let model = try LoadedModel([("x.toml", Array((text + group).utf8))]).model
    let forecast = Forecast(model)
    let line = try #require(forecast.plan.lines.line(named: "stock.flats.rent.due"))
    #expect(forecast.with.ledger[line, 0] == month)
  }

  /// Each payment is rounded to the penny and the last takes the difference. £1,000 at 5%, three payments a year apart: by
  /// hand A = 1000 × 0.05 / (1 − 1.05⁻³) = 367.2086, so 367.21, 367.21 and what clears: 682.79, 349.72 and nothing owed.
  @Test func theLastPaymentTakesThePennies() {
    let loan = Loan(
      principal: .pounds(1_000), annualRate: .percent(5), paymentsPerYear: 1, payments: 3, repayment: .annuity
    )
    let payments = LoanSchedule(loan).map { ($0.interest + $0.principal).pence }
    #expect(payments == [367_21, 367_21, 367_21])
    #expect(LoanSchedule(loan).map { $0.closingBalance.pence } == [682_79, 349_72, 0])
    let even = Loan(
      principal: .pounds(100), annualRate: .zero, paymentsPerYear: 1, payments: 3, repayment: .annuity)
    #expect(LoanSchedule(even).map { $0.principal.pence } == [33_33, 33_33, 33_34])
  }
}
