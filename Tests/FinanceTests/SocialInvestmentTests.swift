import Finance
import Testing

/// Published investments in homes and services, by the figures that they give.
@Suite struct SocialInvestmentTests {
  /// What an investor pays and gets for a bullet at par: its coupon, then its principal.
  func flows(_ pounds: Int64, _ rate: Rate, _ paymentsPerYear: Int64, _ payments: Int64) -> [Money] {
    let loan = Loan(
      principal: .pounds(pounds), annualRate: rate, paymentsPerYear: paymentsPerYear, payments: payments,
      repayment: .maturity)
    return [-loan.principal] + LoanSchedule(loan).map { $0.payment }
  }

  /// Golden Lane Housing 2013: £10m, 4.0% a year, five years (https://www.learningdisabilitytoday.co.uk/news/
  /// glh-launches-10-million-bond-to-buy-homes-for-people-with-a-learning-disability/); 2017: £10m, 3.9%, ten years
  /// (https://www.estatesgazette.co.uk/?p=896379). Hightown 2015: 4.4%, ten years, its sum not given, here £10m
  /// (http://tenantadvisor.net/?blog=ha-issues-charity-bond).
  @Test(arguments: [(40_000, 5, 400_000), (39_000, 10, 390_000), (44_000, 10, 440_000)])
  func aBulletReturnsItsCoupon(millionths: Int64, years: Int64, coupon: Int64) {
    let flows = flows(10_000_000, Rate(millionths: millionths), 1, years)
    #expect(flows[1] == .pounds(coupon) && flows.last == .pounds(10_000_000 + coupon))
    #expect(InternalRate.of(flows) == .one(Rate(millionths: millionths)))
  }

  /// Golden Lane Housing 2014: £11m, 4.375% paid half-yearly on 29 January and 29 July, seven years expected
  /// (https://diyinvestoruk.blogspot.com/2014/06/mencap-retail-charity-bond-launched.html): £240,625 each half-year.
  @Test func aHalfYearlyBulletReturnsItsCouponTwiceHalved() throws {
    let flows = flows(11_000_000, Rate(millionths: 43_750), 2, 14)
    #expect(flows[1] == .pounds(240_625))
    let halfYearly = try #require(internalRates(of: flows.map { Double($0.pence) }).first)
    #expect(abs(2 * halfYearly - 0.04375) < 1e-9)
  }

  /// Gloucestershire Pension Fund in National Homelessness Property Fund 2, 2024: about 90 homes for £20m, £222,000 each
  /// (https://www.thebusinessdesk.com/south-west/news/18439-30m-investment-into-gloucestershire-homelessness-property-fund).
  @Test func aPropertyFundsPriceOfAHome() {
    #expect(Money.pounds(20_000_000).share(1, of: 90) == Money(pence: 22_222_222))
  }
}
