import Finance
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import CashFlow

/// What a section 151 officer watches, on the worked example and by hand.
@Suite struct PrudentialTests {
  static func worked(_ rest: String = "", _ overrides: String...) throws -> Forecast {
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self) + rest
    return Forecast(try LawTests.load(text, overrides).model)
  }

  /// Requirement 10, 12, 15, 14, 18, 18 after 8: the year before and what is added in the year and the next two.
  /// 2 + 2 + 3 over 8; then 2 + 3 + 0 over 10; 3 + 0 + 4 over 12; 0 + 4 + 0 over 15; 4 + 0 over 14; 0 over 18.
  @Test func grossDebtIsHeldToThreeYearsOfRequirement() {
    let requirement = [10, 12, 15, 14, 18, 18].map { Money.pounds($0) }
    #expect(
      PrudentialIndicators.ceiling(opening: .pounds(8), requirement)
        == [15, 15, 19, 19, 18, 18].map { Money.pounds($0) })
    #expect(
      PrudentialIndicators.breaches(requirement, of: [9, 12, 16, 13, 18, 17].map { .pounds($0) }) == [
        0, 3, 5,
      ])
  }

  /// The worked example, 2026-27, from the table of its months.
  @Test func theWorkedExampleByHand() throws {
    let forecast = try Self.worked("[prudential]\nnet_revenue_stream = \"£10,000,000 per year\"\n")
    let pounds = WholePounds(forecast)
    let indicators = PrudentialIndicators(forecast, pounds)
    // borrowed 161,000.00; the first instalment falls in April 2027, so that all is owed at 31 March
    #expect(indicators.requirement[0] == .pounds(161_000))
    #expect(indicators.debt[0] == .pounds(161_000))
    #expect(indicators.debtPerHome[0] == .pounds(161_000))
    // rents 5 × 520.00 less 363.20 and 4 × 10.40: 2,195.20
    #expect(indicators.accounts[0].netRevenueStream?[0] == .pounds(2_195))
    // interest 3,253.54 less what cash earns in the twelve months
    let earned =
      125_00 + 125_31 + 125_63 + 125_94 + 126_25 + 126_57 + 126_89 + 127_20 + 127_54 + 128_74 + 129_95
      + 131_16
    #expect(earned == 1_526_18)
    #expect(indicators.accounts[0].financingCosts[0] == .pounds(3_254 - 1_526))
    #expect(indicators.accounts[0].ratio[0] == roundedQuotient(1_728 * 1_000_000, 2_195))
    #expect(indicators.accounts[1].ratio[0] == 0)
    #expect(indicators.accounts[0].worth == nil)
    // operating: 2,195.20 less bad debt 1.57 + 4 × 5.10, management 250 and repairs 500: 1,423.23 (design: F)
    #expect(indicators.coverBeforeDepreciation[0] == roundedProduct(1_423_23, 1_000_000, over: 3_253_54))
    #expect(
      indicators.coverAfterDepreciation[0] == roundedProduct(1_423_23 - 750_00, 1_000_000, over: 3_253_54))
  }

  @Test func loanToValue() throws {
    let forecast = try Self.worked(
      "", "programme.home.homes.two-bed.value=£250,000", "programme.home.homes.two-bed.value_index=costs")
    let indicators = PrudentialIndicators(forecast, WholePounds(forecast))
    // worth £250,000 and, 2% on, £255,000
    #expect(indicators.accounts[0].worth == [.pounds(250_000), .pounds(255_000)])
    #expect(indicators.accounts[0].loanToValue[0] == 644_000)
  }

  /// Month 11 of the worked example: 48,945.87 + 750.00 + 161,000.00 + 3,253.54 = 161,000.00 + 52,949.41.
  @Test func theBalanceSheetTies() throws {
    let forecast = try Self.worked()
    let sheet = BalanceSheet(.hra, forecast, WholePounds(forecast))
    #expect(sheet.difference == [.zero, .zero, .zero])
    for path in ["hra.balance", "mrr.balance", "loan.hra.balance", "loan.hra.accrued"] {
      #expect(sheet.liabilities.contains { $0.path == path })
    }
    #expect(sheet.requirement[1] == .pounds(161_000))
    #expect(sheet.cash[1] == .pounds(52_949))
  }

  /// What is owed less cash is what must be borrowed; £10,000 kept at hand comes on top.
  @Test func theLiabilityBenchmark() throws {
    let forecast = try Self.worked(
      "[prudential]\nliquidity_allowance = \"£10,000\"\nother_balances = \"£1,000\"\n")
    let pounds = WholePounds(forecast)
    let benchmark = LiabilityBenchmark(forecast, pounds)
    let sheet = BalanceSheet(.hra, forecast, pounds)
    for k in 0...2 {
      #expect(benchmark.netRequirement[k] == benchmark.loans[k] - sheet.cash[k] - .pounds(1_000))
      #expect(benchmark.benchmark[k] == benchmark.netRequirement[k] + .pounds(10_000))
    }
    #expect(benchmark.existingLoans == [.zero, .zero, .zero])
    #expect(benchmark.planLoans[0] == .zero && benchmark.planLoans[1] == .pounds(161_000))
  }

  /// One first letting, then relets of 6% a year, half of them to others.
  @Test func lettingsToOthers() throws {
    let forecast = try Self.worked()
    #expect(forecast.yearly("lettings.new") == [1_000_000, 0])
    #expect(forecast.yearly("lettings.relet") == [20_000, 60_000])
    #expect(forecast.yearly("lettings.others") == [10_000, 30_000])
    #expect(forecast.yearly("lettings.others", .without) == [0, 0])
  }

  /// Value −154,208.29 in 2026-27, of which £109,000 was grant; TA recovers less, and that benefit is saved.
  @Test func thePublicPurse() throws {
    let forecast = try Self.worked("[public]\nbenefit_share_of_rent = \"50%\"\n")
    let pounds = WholePounds(forecast)
    let purse = PublicPurse(forecast, pounds, forecast.measures())
    #expect(purse.council[0] == pounds.yearly("council.cashflow", .difference)[0])
    #expect(purse.grant == [.pounds(109_000), .zero])
    let recovered = pounds.yearly("gf.ta.recovered", .difference)[0]
    #expect(recovered < .zero && purse.benefitForPlaces[0] == recovered)
    #expect(purse.purse[0] == purse.council[0] - .pounds(109_000) - recovered - purse.benefitForRents[0])
    #expect(purse.households[0] + purse.benefitForRents[0] == .pounds(2_195 - 22))
    #expect(purse.homes == 1)
  }

  /// 2% a year on costs: what 2027-28 spends is 1/1.02 of it in the prices of 2026-27.
  @Test func realFiguresAddUp() throws {
    let forecast = try Self.worked("", "appraisal.deflator=costs")
    let real = forecast.realPounds(
      [
        (path: "hra.management", isSum: false), (path: "hra.repairs", isSum: false), (path: "x", isSum: true),
      ], .with)
    // £600 and £1,200 a home-year, for five months and for a year
    #expect(real.map { $0.map { $0.pence / 100 } } == [[-250, -600], [-500, -1_200], [-750, -1_800]])
  }

  @Test func rentsBesideTheAllowance() throws {
    let forecast = try Self.worked("[lha_rates.area]\ntwo_bedrooms = \"£123.00 per week\"\n")
    let burden = try #require(forecast.rentBurdens().first)
    // £120.00 raised by 3.3% in 2027-28
    #expect(burden.weekly == [Money(pence: 120_00), Money(pence: 123_96)])
    #expect(burden.above(0) == Money(pence: -3_00))
    #expect(burden.above(1) == Money(pence: 96))
  }

  @Test func homesThatNeedAnAccount() throws {
    let homes =
      "[stock.h]\nhomes = 199\naccount = \"general_fund\"\nbedrooms = 2\nrelet_rate = \"0%\"\nrent = \"£90 per week\"\n"
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
      .replacingOccurrences(of: "[hra]\nbalance = \"£50,000.00\"\n", with: "")
      .replacingOccurrences(of: "\"hra\"", with: "\"general_fund\"")
    let at = Forecast(try LawTests.load(text + homes, ["programme.home.homes.two-bed.starts=0"]).model)
    #expect(at.yearsWithoutNeededAccount == [])
    // the plan's home, in the General Fund too, is the 200th
    let above = Forecast(try LawTests.load(text + homes).model)
    #expect(above.yearsWithoutNeededAccount.map { $0.description } == ["2026-27", "2027-28"])
    #expect(try Self.worked().yearsWithoutNeededAccount == [])
  }
}
