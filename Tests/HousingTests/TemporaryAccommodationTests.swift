import Finance
import Housing
import Testing

/// Lettings, limits of subsidy and families: what is refused, each message at its spot, and the rule of subsidy by hand.
@Suite struct TemporaryAccommodationTests {
  static func programme(_ terms: String, use: String = "settled", delivery: String = "buy") -> String {
    """
    [programme.homes]
    delivery = "\(delivery)"
    account = "hra"
    use = "\(use)"
    relet_rate = "5%"
    \(terms)
    [programme.homes.homes.two-bed]
    bedrooms = 2
    starts = [5]
    cost = "£190,000"
    rent = "£110 per week"

    """
  }

  static let allowances = """
    [ta.lha_2011]
    area = "elsewhere"
    one_bedroom = "£100 per week"
    two_bedrooms = "£150 per week"
    three_bedrooms = "£200 per week"
    four_bedrooms = "£500 per week"

    """

  func small(_ rest: String) -> Small {
    var small = Small()
    small.rest += rest
    return small
  }

  @Test func theSharesOfALettingComeToAtMostAll() {
    expect(
      small(
        Self.programme(
          "first_let_share = \"70%\"\nrelet_share = \"60%\"\ntransfer_share = \"30%\"\nchain_lag = \"2 months\""
        )
      ))
    expect(
      small(
        Self.programme(
          "first_let_share = \"70.5%\"\nrelet_share = \"60%\"\ntransfer_share = ▸\"30%\"")),
      "first_let_share 70.5% and transfer_share 30% come to more than 100% of the lettings; write shares that come to at most 100%; first_let_share is 100% where it is not given"
    )
    expect(
      small(Self.programme("first_let_share = \"50%\"\ntransfer_share = ▸\"1%\"")),
      "relet_share 100% and transfer_share 1% come to more than 100% of the lettings; write shares that come to at most 100%; relet_share is 100% where it is not given"
    )
    expect(
      small(Self.programme("transfer_share = ▸\"10%\"", use: "temporary")),
      "a council tenant does not transfer to a temporary home; leave transfer_share out, or write use = \"settled\""
    )
  }

  @Test func onlyHomesThatWereLetDisplaceTenants() {
    expect(small(Self.programme("displaced_share = \"10%\"")))
    expect(
      small(Self.programme("lead = \"12 months\"\ndisplaced_share = ▸\"10%\"", delivery: "build")),
      "only a home that was let before displaces a private tenant, not one built or converted; leave displaced_share out"
    )
  }

  @Test func subsidyNeedsItsAllowances() {
    let benefit = "charge = \"£350 per week\"\nbenefit_share = \"80%\"\ncollected = \"50%\"\n"
    func type(_ mark: String, _ more: String = "") -> String {
      "[ta.type.hotel]\nnightly_cost = \"£60 per night\"\ncapacity = 5\nrecovery_basis = \(mark)\"benefit\"\n"
        + benefit + more
    }
    let remedy =
      "subsidy is limited by the Local Housing Allowance of January 2011, which is not given; write [ta.lha_2011] with area and the January 2011 rates of one to four bedrooms"
    expect(small(type("") + Self.allowances))
    expect(small(type("", "owned_or_long_lease = true\n")))
    expect(small(type("▸")), remedy)
    let limit = "[programme.homes.subsidy_limit]\nbenefit_share = \"75%\""
    expect(small(Self.programme(limit, use: "temporary") + Self.allowances))
    expect(small(Self.programme("▸" + limit, use: "temporary")), remedy)
    expect(
      small(Self.programme("▸" + limit) + Self.allowances),
      "subsidy is limited in temporary accommodation, and these homes are settled; leave [programme.homes.subsidy_limit] out, or write use = \"temporary\""
    )
  }

  /// The caps of £500 and £375, k of 0.90 and 1.00, and the one-bedroom rate: DWP, subsidy guidance manual, section 6.
  @Test func theLimitOfSubsidy() {
    let allowances = [10000, 15000, 20000, 50000].map { Money(pence: $0) }
    let elsewhere = SubsidyLimit(area: .elsewhere, allowances: allowances)
    let london = SubsidyLimit(area: .london, allowances: allowances)
    #expect(
      (0..<4).map { elsewhere.weeklyPence(need: $0, isSelfContained: true) } == [9000, 13500, 18000, 37500])
    #expect(london.weeklyPence(need: 3, isSelfContained: true) == 45000)
    #expect((0..<4).allSatisfy { elsewhere.weeklyPence(need: $0, isSelfContained: false) == 10000 })
  }
}
