import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@testable import CashFlow

/// An outcomes contract worked out by hand, and published ones.
@Suite struct ContractTests {
  static func load(_ overrides: [String] = []) throws -> Model {
    try LoadedModel([("contract.toml", try fixture("contract.toml"))], overrides: overrides).model
  }

  static func forecast(_ overrides: String...) throws -> Forecast { Forecast(try load(overrides)) }

  func months(_ forecast: Forecast, _ path: String, _ range: Range<Int>) throws -> [Int64] {
    let line = try #require(forecast.plan.lines.line(named: path), "no line \(path)")
    return range.map { forecast.with.ledger[line, $0] }
  }

  /// 24 starts in 2026-27 are 2 a month, months 0 to 11, and each costs £3,000: £6,000 a month.
  /// Entered: 2 × £1,000 = £2,000, months 0 to 11. At 6 months 2 × 75% × £2,000 = £3,000, months 6 to 17. At 12 months
  /// 2 × 50% × £3,000 = £3,000, months 12 to 23. So £2,000 a month for 6 months, £5,000 for 6 (£42,000 so far), £6,000 for 6
  /// (£78,000), then £3,000: £87,000 after month 20. The cap of £88,000.05 leaves £1,000.05 for month 21 and nothing after.
  @Test func paymentsUntilTheCap() throws {
    let forecast = try Self.forecast()
    #expect(
      try months(forecast, "contract.bridge.advanced", 0..<13) == Array(repeating: 600_000, count: 12) + [0])
    #expect(
      try months(forecast, "contract.bridge.paid", 0..<24)
        == Array(repeating: 200_000, count: 6) + Array(repeating: 500_000, count: 6)
        + Array(repeating: 600_000, count: 6) + [300_000, 300_000, 300_000, 100_005, 0, 0])
    #expect(try months(forecast, "outcome.bridge.half-a-year.reached", 5..<8) == [0, 1_500_000, 1_500_000])
    #expect(forecast.yearly("contract.bridge.paid").reduce(0, +) == 8_800_005)
  }

  /// 40% of £42,000 is £16,800; of £88,000.05 it is £35,200.02, so £18,400.02 in the second year.
  @Test func theCouncilPaysItsShare() throws {
    let forecast = try Self.forecast()
    #expect(forecast.yearly("gf.outcomes") == [-1_680_000, -1_840_002, 0])
    #expect(forecast.yearly("gf.outcomes", .without) == [0, 0, 0])
    let effect = forecast.contractEffect(0)
    for path in ["council.budget", "council.cashflow", "gf.net"] {
      #expect(
        forecast.yearly(path, .difference) == zip(effect.accommodation, effect.outcomes).map { $0.0 + $0.1 })
    }
  }

  /// Half of 2 a month leave: one a month for a year, so 12 fewer from March 2027. 2027-28 has 366 days and 2028-29 has 365:
  /// 12 × £10 × 366 = £43,920 and 12 × £10 × 365 = £43,800.
  @Test func whoLeavesSavesTheirNights() throws {
    let forecast = try Self.forecast()
    #expect(try months(forecast, "ta.out.contract", 0..<13) == Array(repeating: 1_000_000, count: 12) + [0])
    let effect = forecast.contractEffect(0)
    #expect(effect.fewer == [12_000_000, 12_000_000, 12_000_000])
    #expect(effect.accommodation.suffix(2) == [4_392_000, 4_380_000])
    #expect(effect.isAllOfThePlan)
    #expect(forecast.wholeHouseholds(.with).byContract == [12, 0, 0])
    // never more than there are: 24 × 50% = 12 a year, and 5 are there
    let few = try Self.forecast("ta.type.nightly.from_1_year=5")
    #expect(few.yearly("ta.out.contract").reduce(0, +) == 5_000_000)
  }

  /// No start may bring more than its cap: £2,500 leaves £1,000, £1,500 and £0 of the tariffs.
  @Test func aCapForOneHousehold() throws {
    let model = try Self.load(["contract.bridge.cap_per_start=£2500"])
    #expect(model.contracts[0].payableTariffs == [.pounds(1_000), .pounds(1_500), .zero])
    // 24 × £1,000 + 24 × 75% × £1,500
    #expect(Forecast(model).yearly("contract.bridge.paid").reduce(0, +) == 5_100_000)
    #expect(model.contracts[0].expectedPayment == .pounds(2_125))
  }

  /// Month 0: £6,000 is advanced, £4,500 by the senior; £2,000 is paid: fees £100, principal £1,900, so £2,600 is owed.
  /// Month 1: coupon £2,600 × 6% / 12 = £13; of £2,000, fees £100, coupon £13, principal £1,887: £5,213 is owed.
  /// Month 2: coupon £26.065, a tie, to even £26.06; principal £1,873.94: £7,839.06 is owed.
  @Test func theFirstMonthsOfTheWaterfall() throws {
    var waterfall = Waterfall(try Self.load().contracts[0])
    var owed: [Int64] = []
    for _ in 0..<3 {
      waterfall.step(advance: 600_000, payment: 200_000, fee: 10_000, isLast: false)
      owed.append(waterfall.owed[0])
    }
    #expect(owed == [260_000, 521_300, 783_906])
    #expect(waterfall.owed[1] == 450_000 && waterfall.coupon == [2_606, 0] && waterfall.held == 0)
  }

  /// £66,000 is paid by month 15 and the rest of £70,000 in month 16: of it, 17 months of fees take £1,700, the senior its
  /// coupon and £54,000 of principal; the first loss, which advanced £18,000, goes without the rest, and £700 of fees unpaid.
  @Test func theFirstLossTakesTheShortfall() throws {
    let view = try Self.forecast("contract.bridge.cap=£70000").contractView(0)
    let (senior, first) = (view.investors[0], view.investors[1])
    #expect(view.isWhole && view.fees.reduce(0, +) == 170_000 && view.feesDueAtEnd == 70_000)
    #expect(senior.owedAtEnd == 0 && senior.principal.reduce(0, +) == 5_400_000)
    let coupon = senior.coupon.reduce(0, +)
    #expect(coupon > 0 && first.principal.reduce(0, +) == 7_000_000 - 170_000 - 5_400_000 - coupon)
    #expect(first.owedAtEnd == 1_800_000 - first.principal.reduce(0, +))
    #expect(first.residual == [0, 0, 0])
  }

  /// What is left after £2,400 of fees, £72,000 of principal and the coupon goes to the residual share, once all is advanced.
  @Test func whatIsLeftGoesToTheResidual() throws {
    let view = try Self.forecast().contractView(0)
    let coupon = view.investors[0].coupon.reduce(0, +)
    #expect(view.investors[1].residual.reduce(0, +) == 8_800_005 - 240_000 - 7_200_000 - coupon)
    #expect(view.held.last == 0 && view.feesDueAtEnd == 0)
    let returned = view.investors.reduce(0) { $0 + $1.flows.reduce(0, +) }
    #expect(returned == 8_800_005 - 240_000 - 7_200_000)
  }

  /// The order is data: with the ranks turned round, the concessional is paid first and the senior bears the loss.
  @Test func theOrderOfPaymentIsTheModels() throws {
    let view = try Self.forecast(
      "contract.bridge.cap=£70000", "contract.bridge.investor.senior.principal_rank=9",
      "contract.bridge.investor.senior.coupon_rank=8"
    ).contractView(0)
    #expect(view.investors[1].owedAtEnd == 0 && view.investors[0].owedAtEnd > 0)
  }

  @Test func nothingPaidIsNoRate() throws {
    let view = try Self.forecast("contract.bridge.cap=£0").contractView(0)
    #expect(view.internalRate == .none && view.investors.allSatisfy { $0.internalRate == .none })
    #expect(view.investors[0].owedAtEnd == 5_400_000)
  }

  /// The home of the worked example is let in month 7, and a fortieth of a per cent of a home each month after (6% × 50% / 12).
  @Test func lettingsOfAProgramme() throws {
    let contract = """
      [contract.support]
      counts = "home"
      cost = "£6,000"
      [contract.support.outcome.entered]
      after = "0 months"
      share = "100%"
      tariff = "£1,000"

      """
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
    let plain = Forecast(try LawTests.load(text).model)
    let forecast = Forecast(try LawTests.load(text + contract).model)
    #expect(try months(forecast, "contract.support.started", 6..<10) == [0, 1_000_000, 2_500, 2_500])
    #expect(try months(forecast, "contract.support.paid", 6..<10) == [0, 100_000, 250, 250])
    #expect(try months(forecast, "contract.support.advanced", 6..<10) == [0, 600_000, 1_500, 1_500])
    // no exit is added
    #expect(forecast.yearly("ta.households") == plain.yearly("ta.households"))
    #expect(forecast.contractEffect(0).accommodation.allSatisfy { $0 == 0 })
    #expect(!forecast.contractEffect(0).isAllOfThePlan)
    let ended = Forecast(try LawTests.load(text + contract, ["contract.support.until=2026-27"]).model)
    #expect(try months(ended, "contract.support.started", 11..<13) == [2_500, 0])
  }

  /// Greater Manchester Homes Partnership: £1.8m for 300 people, £6,000 each (https://www.newlocal.org.uk/case-studies/
  /// how-we-did-it-tackling-rough-sleeping/). Single Homeless Prevention Service: up to £12m for 8,000 people, £1,500 each, an
  /// outcome at eight months (GO Lab, INDIGO-POJ-0182).
  @Test(arguments: [
    (starts: "{ 2026-27 = 300 }", cap: "£1800000", each: "£6000", pounds: Int64(1_800_000)),
    (starts: "{ 2026-27 = 8000 }", cap: "£12000000", each: "£1500", pounds: 12_000_000),
  ]) func publishedCaps(starts: String, cap: String, each: String, pounds: Int64) throws {
    let outcomes = ["entered", "half-a-year", "a-year"].flatMap {
      ["contract.bridge.outcome.\($0).share=100%", "contract.bridge.outcome.\($0).tariff=£4000"]
    }
    let overrides = [
      "contract.bridge.starts=\(starts)", "contract.bridge.cap=\(cap)",
      "contract.bridge.cap_per_start=\(each)",
      "contract.bridge.outcome.half-a-year.after=8 months",
    ]
    let model = try Self.load(overrides + outcomes)
    let forecast = Forecast(model)
    #expect(forecast.yearly("contract.bridge.paid").reduce(0, +) == pounds * 100)
    let people = forecast.yearly("contract.bridge.started").reduce(0, +)
    #expect(Money.pounds(pounds).share(1_000_000, of: people) == model.contracts[0].capPerStart)
    // a lower cap in all still binds to the penny
    let lower = Forecast(try Self.load(overrides + outcomes + ["contract.bridge.cap=£999999.99"]))
    #expect(lower.yearly("contract.bridge.paid").reduce(0, +) == 99_999_999)
  }

  @Test func theReborrowedProjectionPaysAsMuch() throws {
    var forecast = try Self.forecast()
    let before = forecast.with.ledger
    forecast.reborrow(forecast.model)
    #expect(forecast.with.ledger == before)
  }

  /// 1.01 households × £1,200 × 50% = £606; a slot without a proxy is no sum.
  @Test func socialValueStandsApart() throws {
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
    let slots = """
      [social_value.tenancy]
      measure = "A settled tenancy"
      counts = "households rehoused"
      proxy = "£1,200"
      licence = "Of the council’s own survey"
      attribution = "50%"
      [social_value.empty]
      measure = "Wellbeing"
      counts = "household-years avoided"

      """
    let (plain, forecast) = (
      Forecast(try LawTests.load(text, ["years=1"]).model),
      Forecast(try LawTests.load(text + slots, ["years=1"]).model)
    )
    let sums = forecast.socialValueSums(forecast.measures())
    #expect(sums.map { $0.place } == [0] && sums[0].count == 1_010_000 && sums[0].sum == .pounds(606))
    #expect(forecast.with.ledger == plain.with.ledger)
  }

  /// An exact total is the same however it is come by: the whole at once, or in twelfths.
  @Test func anExactTotalComesBack() {
    for seed in 0..<500 {
      var chance = Chance(seed)
      let (starts, pence) = (Int64(chance.whole(0...20_000)), Int64(chance.whole(0...5_000_000)))
      let share = Int64(chance.whole(0...1_000_000))
      var (whole, parts) = (ExactTotal(), ExactTotal())
      whole.add(12 * starts * 1_000_000, share * pence)
      for _ in 0..<12 {
        parts.add(starts * 1_000_000, share * pence)
        _ = parts.post()
      }
      _ = whole.post()
      #expect(
        parts.posted == whole.posted && whole.posted == roundedProduct(starts * share, pence, over: 1_000_000)
      )
    }
  }
}
