import Finance
import Housing
import ModelFile
import Testing

@testable import CashFlow

/// Temporary accommodation stepped on its own, with homes that go as they please.
@Suite struct PlacementStepTests {
  static let text = """
    council = "A"
    title = "A"
    first_year = "2026-27"
    years = 1
    [rent_policy]
    september_cpi = "2%"
    above_cpi = "1 point"
    [treasury]
    rate = "3%"
    [general_fund]
    provision_life = "40 years"
    [appraisal]
    nominal_rate = "4%"
    [loan.pwlb]
    account = "general_fund"
    rate = "5%"
    repayment = "annuity"
    term = "30 years"
    [programme.homes]
    delivery = "buy"
    account = "general_fund"
    use = "temporary"
    relet_rate = "5%"
    void_rate = "0%"
    [programme.homes.homes.two-bed]
    bedrooms = 2
    starts = [5]
    cost = "£190,000"
    rent = "£110 per week"
    [ta]
    new_households = 0
    [ta.need]
    two_bedrooms = "100%"
    [ta.type.hotel]
    under_6_months = 20
    nightly_cost = "£60 per night"
    placement_share = "100%"
    [ta.type.leased]
    nightly_cost = "£30 per night"
    capacity = 9

    """

  /// Ledgers of a run in which the temporary programme has so many homes let in each month.
  func run(
    _ text: String = text, homes: [Double], handedBack: Double = 0, in back: Int = 2
  ) throws -> (plan: Plan, ledger: Ledger) {
    let model = try LoadedModel([("x.toml", Array(text.utf8))]).model
    let plan = Plan(model)
    var arrivals = HomeArrivals(months: 12)
    arrivals.handedBack[back][1] = handedBack
    let own = [Placements.Own(type: 2, groups: [0], voidRate: 0)]
    var placements = Placements(
      model, PlacementTerms(model, IndexLevels(model)), own: own, arrivals: arrivals)
    var ledger = Ledger(months: 12, lines: plan.lines.meanings.count)
    var cells = ledger.cells.mutableSpan
    for (month, count) in homes.enumerated() {
      var flows = HomeFlows(temporaryProgrammes: 1)
      flows.places[1] = count
      _ = placements.step(plan.placements, month, days: 30, flows, &cells)
    }
    ledger.add(plan.lines.totals)
    return (plan: plan, ledger: ledger)
  }

  func months(_ run: (plan: Plan, ledger: Ledger), _ path: String) throws -> [Int64] {
    let line = try #require(run.plan.lines.line(named: path), "no line \(path)")
    return (0..<3).map { run.ledger[line, $0] / 1_000_000 }
  }

  /// Five homes fill from the hotel; when they are two, three households go back to it, the type without a capacity.
  @Test func homesThatGoShedTheirHouseholds() throws {
    let run = try run(homes: [5, 2, 0])
    #expect(try months(run, "ta.moved.own") == [5, 0, 0])
    #expect(try months(run, "ta.moved.shed") == [0, 3, 2])
    #expect(try months(run, "ta.type.own-homes.households") == [5, 2, 0])
    #expect(try months(run, "ta.type.hotel.households") == [15, 18, 20])
    #expect(try months(run, "ta.households") == [20, 20, 20])
  }

  /// Leases of settled homes that ended bring their tenants back.
  @Test func leasesHandedBackBringTheirTenants() throws {
    let run = try run(homes: [0, 0, 0], handedBack: 4)
    #expect(try months(run, "ta.in.handback") == [0, 0, 4])
    #expect(try months(run, "ta.need.two-bedroom.in") == [0, 0, 4])
    #expect(try months(run, "ta.households") == [20, 20, 24])
  }

  /// The hotel, with a month's notice, empties in month 0 and is paid for in month 1; it stands empty, and four come in month 3: 30
  /// nights at the mean of none and four. A longer notice elsewhere once brought back the twenty of the start.
  @Test func whatIsPaidForEndsWithItsNotice() throws {
    let text = Self.text.replacing("[ta.type.hotel]\n", with: "[ta.type.hotel]\nnotice = \"1 month\"\n")
      .replacing("[ta.type.leased]\n", with: "[ta.type.leased]\nnotice = \"3 months\"\n")
      .replacing("[ta.type.hotel]\n", with: "[ta.leaving]\nunder_6_months = \"1200%\"\n[ta.type.hotel]\n")
    let run = try run(text, homes: [0, 0, 0, 0], handedBack: 4, in: 3)
    let line = try #require(run.plan.lines.line(named: "ta.type.hotel.places"))
    // 20 at the start and a month after it, then the mean of 20 and none
    #expect((0..<4).map { run.ledger[line, $0] } == [600_000_000, 300_000_000, 0, 60_000_000])
  }
}
