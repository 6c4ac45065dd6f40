import CashFlow
import Finance
import Housing
import ModelFile
import Testing

/// Rents as the engine steps them, against published figures and hand arithmetic.
@Suite struct RentPathTests {
  /// A group of a hundred homes that nobody leaves, from a first year on, so that its average rent is its sitting tenants'.
  static func rents(
    _ group: String, from first: String = "2025-26", years: Int = 5, policy: String = "",
    relets: String = "0%",
    more: String = ""
  ) throws -> GroupRents {
    let text = """
      council = "A council"
      title = "A plan"
      first_year = "\(first)"
      years = \(years)
      [index.market]
      growth = "3%"
      [rent_policy]
      september_cpi = { 2022-23 = "10.1%", 2023-24 = "6.7%", 2024-25 = "1.7%", 2025-26 = "3.8%", 2026-27 = "2.3%", then = "2%" }
      \(policy)
      [treasury]
      rate = "3%"
      [hra]
      balance = "£1,000,000"
      [stock.homes]
      homes = 100
      bedrooms = 2
      relet_rate = "\(relets)"
      \(group)
      [ta]
      new_households = 0
      [ta.need]
      two_bedrooms = "100%"
      [appraisal]
      nominal_rate = "4%"
      \(more)
      """
    // the inflation of other years is a national file's: a model's own may name no year outside its time
    let parts = text.split(separator: "[rent_policy]", maxSplits: 1).map { String($0) }
    let end = parts[1].split(separator: "[treasury]", maxSplits: 1).map { String($0) }
    let layers = [("england.toml", "[rent_policy]\(end[0])"), ("x.toml", "\(parts[0])[treasury]\(end[1])")]
    let model = try LoadedModel(layers.map { ($0.0, Array($0.1.utf8)) }).model
    let forecast = Forecast(model)
    #expect(forecast.laws().allSatisfy { $0.holds })
    return try #require(forecast.groupRents().first)
  }

  static func pounds(_ rents: [Money?]) -> [Double] { rents.map { Double($0?.pence ?? -1) / 100 } }

  /// Kent's earnings are the national figure, so that £47,553 makes £115.00 in 2025-26.
  static let formula = "rent_basis = \"formula\"\ncounty = \"Kent\"\nvalue_1999 = \"£47,553\"\n"

  /// The rule of January 2026 by hand, R = 100 and F = 115 in 2025-26: 100 × 1.048 = 104.80, with nothing more in 2026-27;
  /// 104.80 × 1.033 + 1 = 109.26; × 1.03 + 2 = 114.54; × 1.03 + 2 = 119.97. The model gives only inflation: the rest is
  /// published.
  @Test func convergenceByThePublishedSteps() throws {
    let rents = try Self.rents(Self.formula + "rent = \"£100 per week\"")
    #expect(Self.pounds(rents.average) == [100, 104.80, 109.26, 114.54, 119.97])
    let formula = try #require(rents.formula)
    #expect(Self.pounds(formula) == [115, 120.52, 124.50, 128.23, 132.08])
    #expect(rents.newLetting == formula)
    let cap = try #require(rents.cap)
    #expect(cap[1] == Money(pence: 216_34))
  }

  /// A model that gives its own steps has those: £3 a week from 2026-27, until the formula is met (124.50 in 2027-28).
  @Test func convergenceStopsAtTheFormula() throws {
    let rents = try Self.rents(
      Self.formula + "rent = \"£115 per week\"",
      policy: "convergence = { 2022-23 = \"£0 per week\", 2026-27 = \"£5 per week\" }")
    #expect(Self.pounds(rents.average) == [115, 120.52, 124.50, 128.23, 132.08])
    let slow = try Self.rents(
      Self.formula + "rent = \"£110 per week\"",
      policy: "convergence = { 2022-23 = \"£0 per week\", 2026-27 = \"£3 per week\" }")
    // 110 × 1.048 + 3 = 118.28; 118.28 × 1.033 + 3 = 125.18, above 124.50
    #expect(Self.pounds(slow.average) == [110, 118.28, 124.50, 128.23, 132.08])
  }

  /// A rent above formula keeps its lead, or by a lower rise is caught up with: £130 at CPI alone is 134.94, 138.04, 140.80.
  @Test func aLowerRiseAboveFormula() throws {
    let sitting = Self.formula + "rent = \"£130 per week\""
    #expect(try Self.pounds(Self.rents(sitting, years: 3).average) == [130, 136.24, 140.74])
    let lower = "over_formula_above_cpi = \"0 points\""
    #expect(
      try Self.pounds(Self.rents(sitting, years: 4, policy: lower).average) == [130, 134.94, 138.04, 140.80])
    // at five points under CPI: 130 × 0.988 = 128.44; × 0.973 = 124.97; then 124.97 × 0.97 is under the formula of 128.23
    let falling = "over_formula_above_cpi = \"-5 points\""
    #expect(
      try Self.pounds(Self.rents(sitting, years: 4, policy: falling).average) == [
        130, 128.44, 124.97, 128.23,
      ])
  }

  /// In April 2023 rents of sitting tenants rose by 7% where formula rents, and those of supported homes, rose by 11.1%:
  /// 90 × 1.07 = 96.30, and × 1.077 = 103.72 in 2024-25; 90 × 1.111 = 99.99, and 107.69.
  @Test func theTwoSeriesPartIn2023() throws {
    let sitting = Self.formula + "rent = \"£90 per week\"\n"
    let rents = try Self.rents(sitting, from: "2022-23", years: 3)
    #expect(Self.pounds(rents.average) == [90, 96.30, 103.72])
    let formula = try #require(rents.formula)
    // 53.8963 at April 2000 (38.2340 + 16.3860 × 47,553 / 49,750) by the chain of uplifts to each year
    let in2022 = Double(formula[0].pence)
    #expect(abs(Double(formula[1].pence) - in2022 * 1.111) < 1)
    #expect(abs(Double(formula[2].pence) - in2022 * 1.111 * 1.077) < 1.5)
    let supported = try Self.rents(sitting + "supported = true", from: "2022-23", years: 3)
    #expect(Self.pounds(supported.average) == [90, 99.99, 107.69])
    // what a model says itself is held to the published limit, unless it gives its own
    let given = try Self.rents(sitting, from: "2022-23", years: 2, policy: "above_cpi = \"1 point\"")
    #expect(Self.pounds(given.average) == [90, 96.30])
    let free = try Self.rents(
      sitting, from: "2022-23", years: 2, policy: "above_cpi = \"1 point\"\nlimit = \"30%\"")
    #expect(Self.pounds(free.average) == [90, 99.99])
  }

  /// 5% above formula: 115 × 1.05 = 120.75, and 10% in supported housing: 126.50.
  @Test func flexibility() throws {
    func new(_ lines: String) throws -> Money { try Self.rents(Self.formula + lines, years: 1).newLetting[0] }
    #expect(try new("flexibility = \"5%\"") == Money(pence: 120_75))
    #expect(try new("flexibility = \"10%\"\nsupported = true") == Money(pence: 126_50))
  }

  /// Half the homes are let again in a year, at the formula: (104.80 + 120.52) / 2 = 112.66.
  @Test func reletToFormula() throws {
    let rents = try Self.rents(Self.formula + "rent = \"£100 per week\"", years: 2, relets: "50%")
    #expect(Self.pounds(rents.average) == [100, 112.66])
  }

  /// 80% of £160 is £128, of 160 × 1.03 131.84; a sitting tenant of £120 pays 120 × 1.048 = 125.76 and, a quarter having
  /// moved, (3 × 125.76 + 131.84) / 4 = 127.28.
  @Test func affordableRentIsSetAgainAtEachLetting() throws {
    let terms = """
      rent_basis = "affordable"
      share = "80%"
      market_rent = "£160 per week"
      rent_index = "market"
      rent_base = "2025-26"
      rent = "£120 per week"

      """
    let rents = try Self.rents(terms, years: 2, relets: "25%")
    #expect(Self.pounds(rents.newLetting) == [128, 131.84])
    #expect(Self.pounds(rents.average) == [120, 127.28])
    // 60% of market rent is 96 and 98.88, under the formula
    let low = terms.replacing("80%", "60%")
    let home = "at_least_formula = true\ncounty = \"Kent\"\nvalue_1999 = \"£47,553\""
    #expect(try Self.pounds(Self.rents(low, years: 2).newLetting) == [96, 98.88])
    #expect(try Self.pounds(Self.rents(low + home, years: 2).newLetting) == [115, 120.52])
    #expect(try Self.pounds(Self.rents(terms + home, years: 2).newLetting) == [128, 131.84])
  }

  /// Given for two years, then up by September CPI of 3% here and a point: 188 × 1.04 = 195.52. Sitting: 150 × 1.048.
  @Test func londonAffordableRentIsAsGiven() throws {
    let terms = """
      rent_basis = "london affordable rent"
      benchmark = { 2025-26 = "£180 per week", 2026-27 = "£188 per week" }
      rent = "£150 per week"
      """
    let rents = try Self.rents(terms, years: 3)
    // 188 × (1 + 2.3% + 1%) = 194.20
    #expect(Self.pounds(rents.newLetting) == [180, 188, 194.20])
    // 150 × 1.048 = 157.20; × 1.033 = 162.39
    #expect(Self.pounds(rents.average) == [150, 157.20, 162.39])
  }

  /// Stafford's allowances of 2025-26 (Stafford Borough Council): shared 85.00, one bedroom 109.32, two 136.93.
  @Test func allowancesOfAnArea() throws {
    let area = """
      [lha_rates.stafford]
      shared = "£85.00 per week"
      one_bedroom = "£109.32 per week"
      two_bedrooms = { 2025-26 = "£136.93 per week", 2026-27 = "£140 per week" }

      """
    let lha = "rent_basis = \"lha\"\nshare = \"100%\"\nlha_rates = \"stafford\"\n"
    func rents(_ group: String, _ path: String = "") throws -> [Double] {
      try Self.pounds(Self.rents(group, years: 5, more: area + path).average)
    }
    #expect(try rents(lha) == [136.93, 140, 140, 140, 140])
    #expect(try rents(lha + "shared_room = true") == [85, 85, 85, 85, 85])
    // 3% a year from the last year given: 140 × 1.03 = 144.20, 148.53, 152.98
    let indexed = "path = \"indexed\"\nindex = \"market\""
    #expect(try rents(lha, indexed) == [136.93, 140, 144.20, 148.53, 152.98])
    // frozen but in 2028-29, where it goes to 140 × 1.03²
    let rebased = "path = \"rebased\"\nindex = \"market\"\nrebased_from = \"2028-29\"\nrebased_every = 4"
    #expect(try rents(lha, rebased) == [136.93, 140, 140, 148.53, 148.53])
    #expect(try rents(lha.replacing("100%", "90%")) == [123.24, 126, 126, 126, 126])
  }

  /// £104 for each of 48 charged weeks is £96 over 52 (104 × 48 / 52), and over 50 it is £100.
  @Test func aRentQuotedOverFewerWeeks() throws {
    #expect(
      try Self.pounds(Self.rents("rent = \"£104 per week\"\nquoted_weeks = 48", years: 1).average) == [96])
    #expect(
      try Self.pounds(
        Self.rents(Self.formula + "rent = \"£104 per week\"\nquoted_weeks = 50", years: 1).average) == [100])
  }

  /// The policy's `then` holds after its last year: 2% + 1 point in 2027-28, then 2% alone.
  @Test func afterThePolicysLastYear() throws {
    let rents = try Self.rents(
      "rent = \"£100 per week\"", years: 4,
      policy: "above_cpi = { 2022-23 = \"1 point\", 2027-28 = \"1 point\", then = \"0 points\" }")
    // 100 × 1.048 × 1.033 × 1.02
    #expect(Self.pounds(rents.average) == [100, 104.80, 108.26, 110.42])
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    var text = self
    if let range = text.firstRange(of: old) { text.replaceSubrange(range, with: new) }
    return text
  }
}
