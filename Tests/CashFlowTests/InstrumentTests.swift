import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// The draw of £161,000 in October 2026 of the worked example, by other instruments; each figure by hand.
@Suite struct InstrumentTests {
  func forecast(_ more: String = "", _ overrides: String...) throws -> Forecast {
    let text = try fixture("worked-example.toml") + Array(more.utf8)
    return Forecast(try LoadedModel([(name: "worked-example.toml", text: text)], overrides: overrides).model)
  }

  func month(_ path: String, _ month: Int, _ forecast: Forecast) throws -> Int64 {
    forecast.with.ledger[try #require(forecast.plan.lines.line(named: path)), month]
  }

  /// Par 161,000 / 98% = 164,285.714…, up to 164,285.72. Discount 3,285.72 and 1% of par, 1,642.86, are charged at once.
  /// A half-year's coupon is 164,285.72 × 2.425% = 3,983.93.
  @Test func aBond() throws {
    let bond = try forecast(
      "", "loan.pwlb.repayment=bond", "loan.pwlb.price=98%", "loan.pwlb.issue_cost=1%")
    #expect(try month("loan.pwlb.drawn", 6, bond) == 164_285_72)
    #expect(try month("hra.loan.costs", 6, bond) == -4_928_58)
    #expect(try month("capital.hra.borrowing", 6, bond) == 161_000_00)
    #expect(try month("loan.pwlb.interest.paid", 12, bond) == 3_983_93)
    #expect(bond.laws().allSatisfy { $0.holds })
  }

  /// The first half-year opens in 2026-27 at 4%, 3,220.00; the second, on 30 April 2027, at 6%, 4,830.00.
  @Test func aVariableLoan() throws {
    let loan = try forecast(
      "", "loan.pwlb.repayment=variable", "loan.pwlb.principal=maturity", "loan.pwlb.rate=[\"4%\", \"6%\"]")
    #expect(try month("loan.pwlb.interest.paid", 12, loan) == 3_220_00)
    #expect(try month("loan.pwlb.interest.paid", 18, loan) == 4_830_00)
    let resets = loan.loanCalendar().filter { $0.kind == .reset }
    #expect(resets.map { $0.principal } == [Money(pence: 161_000_00)])
    #expect(loan.costOfAPoint(resets) == Money(pence: 1_610_00))
  }

  /// 60% and 40% of 161,000: 96,600 and 64,400. The HRA never has a million, so the first-loss tranche's 1,610.00 waits in April
  /// 2027, and in October 1,610.00 with 40.25 on what waits.
  @Test func aFundWhoseFirstLossWaits() throws {
    let fund = """

      [fund.blend]
      account = "hra"
      drawn_first = true
      [fund.blend.tranche.senior]
      share = "60%"
      rate = "4%"
      repayment = "maturity"
      term = "10 years"
      [fund.blend.tranche.first-loss]
      share = "40%"
      rate = "5%"
      repayment = "maturity"
      term = "10 years"
      deferrable = true
      rank = 2

      """
    let waiting = try forecast(fund, "hra.minimum=£1,000,000")
    let (senior, last) = ("fund.blend.tranche.senior", "fund.blend.tranche.first-loss")
    #expect(try month("\(senior).drawn", 6, waiting) == 96_600_00)
    #expect(try month("\(senior).interest.paid", 12, waiting) == 1_932_00)
    #expect(try month("\(last).drawn", 6, waiting) == 64_400_00)
    #expect(try month("\(last).interest.paid", 12, waiting) == 0)
    #expect(try month("\(last).balance", 12, waiting) == 66_010_00)
    #expect(try month("\(last).balance", 18, waiting) == 67_660_25)
    #expect(waiting.laws().allSatisfy { $0.holds })
    // 2% a half-year is 4.04% a year, but for the months of the last period, which accrue evenly
    let rate = try #require(waiting.trancheReturn(0, fund: 0).rate)
    #expect(abs(rate.millionths - 40_400) < 200)
    // with room it is paid
    let paid = try forecast(fund)
    #expect(try month("\(last).interest.paid", 12, paid) == 1_610_00)
    #expect(try month("\(last).balance", 18, paid) == 64_400_00)
  }

  /// £100,000 falls due in September 2026 with a half-year's interest of £2,000. Cash then is 50,000.00 and interest on it of
  /// 125.00, 125.31, 125.63, 125.94, 126.25 and 126.57, less both: −51,245.30, in both runs.
  @Test func refinancing() throws {
    let debt = """

      [debt.old]
      account = "hra"
      balance = "£100,000"
      rate = "4%"
      repayment = "maturity"
      payments_left = 1
      next_payment = "6 months"

      """
    let rules = "hra.capital_financing_requirement=£100,000"
    let forecast = try forecast(debt, rules, "hra.refinancing=pwlb")
    for run in [forecast.with, forecast.without] {
      let first = try #require(run.vintages.first)
      #expect(first.isRefinancing && first.month == 5 && first.loan.principal == Money(pence: 51_245_30))
    }
    #expect(try month("cash.hra", 5, forecast) == 0)
    #expect(forecast.laws().allSatisfy { $0.holds })
    // without a loan named for it, the account lends to itself
    let internally = try self.forecast(debt, rules)
    #expect(try month("cash.hra", 5, internally) == -51_245_30)
  }
}
