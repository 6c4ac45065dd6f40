import CashFlow
import Finance
import Housing
import TestSupport
import Testing

/// Programmes that convert or lease, profiles of spend, partners, contributions and receipts that go back, each against sums
/// done by hand on the worked example's council.
@Suite struct ProgrammeTests {
  static let sixYears = ["years=6", "ta.new_households=0", "index.costs.growth=0%"]

  static func forecast(_ changes: [(String, String)], _ overrides: [String] = []) throws -> Forecast {
    var text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    return Forecast(try LawTests.load(text, overrides).model)
  }

  func monthly(_ path: String, _ forecast: Forecast) throws -> [Int64] {
    forecast.with.ledger.monthly(try #require(forecast.plan.lines.line(named: path), "\(path)"))
  }

  static let built: [(String, String)] = [
    (
      "delivery = \"buy\"\nlead = \"0 months\"",
      "delivery = \"build\"\nlead = \"3 months\"\nprofile = \"s-curve\""
    )
  ]

  /// Three months' lead are four months of spend: 3t² − 2t³ at t = ¼, ½, ¾, 1 is 10/64, 32/64, 54/64, 1, so £250,000 falls as
  /// 39,062.50, 85,937.50, 85,937.50, 39,062.50; the works of £20,000 come with the last.
  @Test func anSCurveSpendsSlowlyFastAndSlowly() throws {
    let spend = try monthly("capital.hra.programme", Self.forecast(Self.built))
    #expect(spend[6...9].map { $0 } == [39_062_50, 85_937_50, 85_937_50, 59_062_50])
    #expect(spend.reduce(0, +) == 270_000_00)
  }

  /// 20% at the start, 50% after two months, 30% at completion.
  @Test func milestonesArePaidWhenTheyFall() throws {
    let tables = """
      [programme.home.milestone.start]
      after = "0 months"
      share = "20%"
      [programme.home.milestone.roof]
      after = "2 months"
      share = "50%"
      [programme.home.milestone.keys]
      after = "3 months"
      share = "30%"

      [programme.home.homes.two-bed]
      """
    let forecast = try Self.forecast(
      [
        (
          "delivery = \"buy\"\nlead = \"0 months\"",
          "delivery = \"convert\"\nlead = \"3 months\"\nprofile = \"milestones\""
        ), ("[programme.home.homes.two-bed]", tables),
      ])
    let spend = try monthly("capital.hra.programme", forecast)
    #expect(spend[6...9].map { $0 } == [50_000_00, 0, 125_000_00, 95_000_00])
    #expect(forecast.laws().allSatisfy { $0.holds })
  }

  /// Twelve months' building, £250,000 evenly over 13 months of spend from October, £109,000 of grant with spend. The first
  /// draw is £11,467.24 (19,230.77 less 109/270 of it), and the month after bears 4.85% / 12 of it: £46.35.
  @Test func interestOfBuildingIsAddedToTheCost() throws {
    let twelve = [("delivery = \"buy\"\nlead = \"0 months\"", "delivery = \"build\"\nlead = \"12 months\"")]
    let forecast = try Self.forecast(twelve, ["treasury.capitalise_interest=true"])
    let interest = try monthly("capital.hra.interest", forecast)
    let borrowed = try monthly("capital.hra.borrowing", forecast)
    let spend = try monthly("capital.hra.programme", forecast)
    let grant = try monthly("capital.hra.grant", forecast)
    #expect(interest[6] == 0)
    #expect(borrowed[6] == spend[6] - grant[6])
    var owed: Int64 = 0
    for month in 6..<18 {
      #expect(interest[month] == roundedProduct(owed, 48_500, over: 12_000_000), "month \(month)")
      owed += borrowed[month]
    }
    #expect(interest[7] == 46_35)
    #expect(try monthly("hra.interest.capitalised", forecast) == interest)
    #expect(interest[18...].allSatisfy { $0 == 0 }, "homes are complete at the end of month 18")
    #expect(forecast.laws().allSatisfy { $0.holds })
    let plain = try Self.forecast(twelve)
    #expect(try monthly("capital.hra.interest", plain).allSatisfy { $0 == 0 })
    let short = [("delivery = \"buy\"\nlead = \"0 months\"", "delivery = \"build\"\nlead = \"11 months\"")]
    #expect(
      try monthly("capital.hra.interest", Self.forecast(short, ["treasury.capitalise_interest=true"]))
        .allSatisfy { $0 == 0 })
  }

  /// Starts held to June and July: of five, two in June (R(5 × ½) = 2) and three in July; three months' slippage of the plan
  /// and one of the programme's own move them to October and November.
  @Test func startsKeepToTheirMonthsAndSlip() throws {
    let overrides = [
      "programme.home.homes.two-bed.starts=[5]", "programme.home.starts_from=june",
      "programme.home.starts_to=july",
    ]
    let forecast = try Self.forecast([], overrides)
    #expect(try monthly("stock.home.two-bed.homes.completed", forecast)[1...4].map { $0 } == [0, 2, 3, 0])
    let slipped = try Self.forecast([], overrides + ["slippage=3 months", "programme.home.delay=1 month"])
    #expect(try monthly("stock.home.two-bed.homes.completed", slipped)[5...8].map { $0 } == [0, 2, 3, 0])
  }

  static let leased: [(String, String)] = [
    (
      "delivery = \"buy\"\nlead = \"0 months\"",
      "delivery = \"lease\"\nlease_term = \"24 months\"\nlease_rent = \"£9,600 per year\""
    ), ("grant = \"per home\"\ngrant_per_home = \"£109,000\"\n", ""),
    ("cost = \"£250,000\"\nworks = \"£20,000\"\nsdlt = \"relief\"\n", ""),
  ]

  /// A home leased in month 6 for 24 months at £9,600 a year: £800 a month from month 7 to month 30, on whose last day it goes
  /// back. £19,200 is still to pay when it comes, £18,400 a month later.
  @Test func aLeaseIsPaidAndHandedBack() throws {
    let forecast = try Self.forecast(Self.leased, Self.sixYears)
    let rent = try monthly("hra.lease", forecast)
    #expect(rent[6] == 0)
    #expect(rent[7...30].allSatisfy { $0 == -800_00 })
    #expect(rent[31...].allSatisfy { $0 == 0 })
    let homes = try monthly("stock.home.two-bed.homes", forecast)
    #expect(homes[6] == 1 && homes[29] == 1 && homes[30] == 0)
    #expect(try monthly("stock.home.two-bed.homes.handedback", forecast)[30] == 1)
    let left = try monthly("lease.hra.outstanding", forecast)
    #expect(left[5...7].map { $0 } == [0, 19_200_00, 18_400_00] && left[29] == 800_00 && left[30] == 0)
    #expect(try monthly("capital.hra.spend", forecast).allSatisfy { $0 == 0 })
    #expect(forecast.laws().allSatisfy { $0.holds })
  }

  /// Half of the cost after grant, (270,000 − 109,000) / 2 = £80,500, is the partner's; it has a quarter of the rent due and
  /// bears half of what is lost: in month 8, −520 / 4 + (10.40 + 5.10) / 2 = −£122.25.
  @Test func aPartnerPaysAndIsPaid() throws {
    let tables = """
      [programme.home.partner]
      name = "A housing association"
      homes = "50%"
      cost = "50%"
      rent = "25%"
      risk = "50%"

      [programme.home.homes.two-bed]
      """
    let forecast = try Self.forecast([("[programme.home.homes.two-bed]", tables)])
    #expect(try monthly("capital.hra.contributions", forecast)[6] == 80_500_00)
    #expect(try monthly("capital.hra.borrowing", forecast)[6] == 80_500_00)
    #expect(try monthly("hra.partner", forecast)[8] == -122_25)
    #expect(forecast.laws().allSatisfy { $0.holds })
  }

  /// £10,000 of section 106 money comes when the home is complete, and lowers what is borrowed by as much.
  @Test func aContributionComesAtCompletion() throws {
    let forecast = try Self.forecast(Self.built, ["programme.home.contribution_per_home=£10000"])
    #expect(
      try monthly("capital.hra.contributions.received", forecast)[6...9].map { $0 } == [0, 0, 0, 10_000_00])
    #expect(try monthly("capital.hra.borrowing", forecast).reduce(0, +) == 151_000_00)
    #expect(forecast.laws().allSatisfy { $0.holds })
  }

  /// £90,000 held, £30,000 to be used by March 2027 and the rest counted as of 2025-26, so due by March 2031. A home bought in
  /// October 2026 takes all; without one, both go back, with five years' simple interest at 8%: 40% of each.
  @Test func unusedReceiptsGoBackWithInterest() throws {
    let receipts = [
      "hra.right_to_buy_receipts=£90000", "hra.right_to_buy_due={ 2026-27 = \"£30,000\" }",
      "receipts.return_rate=8%",
    ]
    let used = try Self.forecast([], Self.sixYears + receipts)
    #expect(try monthly("capital.hra.rtb", used)[6] == 90_000_00)
    #expect(try monthly("receipts.rtb.returned", used).allSatisfy { $0 == 0 })
    let unused = try Self.forecast(
      [], Self.sixYears + receipts + ["programme.home.homes.two-bed.starts=[0]"])
    let returned = try monthly("receipts.rtb.returned", unused)
    #expect(returned[11] == -30_000_00 && returned[59] == -60_000_00)
    #expect(returned.reduce(0, +) == -90_000_00)
    let interest = try monthly("hra.receipts.interest", unused)
    #expect(interest[11] == -12_000_00 && interest[59] == -24_000_00)
    #expect(unused.laws().allSatisfy { $0.holds })
    let kept = try Self.forecast(
      [],
      Self.sixYears + receipts + ["programme.home.homes.two-bed.starts=[0]", "receipts.return_unused=false"])
    #expect(try monthly("receipts.rtb.returned", kept)[59] == 0)
  }

  /// 40% of ten homes stand empty 26 weeks, six months, longer than the rest, which are let in the first month.
  @Test func homesThatAreSlowToLetStandEmpty() throws {
    let forecast = try Self.forecast(
      [],
      Self.sixYears + [
        "programme.home.homes.two-bed.starts=[10]", "programme.home.starts_from=april",
        "programme.home.starts_to=april", "programme.home.first_let_weeks=0 weeks",
        "programme.home.slow_to_let=40%", "programme.home.slow_to_let_weeks=26 weeks",
      ])
    let letHomes = try monthly("stock.home.two-bed.homes.let", forecast)
    #expect(letHomes[1] == 6_000_000 && letHomes[6] == 6_000_000 && letHomes[7] == 10_000_000)
  }
}
