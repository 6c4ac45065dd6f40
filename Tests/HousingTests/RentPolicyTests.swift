import Finance
import Housing
import ModelFile
import Testing

/// How rents rise each April.
@Suite struct RentPolicyTests {
  func policy(_ lines: String) throws -> RentPolicy {
    let rest = "[treasury]\nrate = \"3%\"\n"
    var small = Small()
    small.prices = "[index.costs]\ngrowth = \"2%\"\n[rent_policy]\n" + lines + rest
    return try LoadedModel([("x.toml", Array(small.text.utf8))]).model.rentPolicy
  }

  /// The September of the year before counts: 2.3% in September 2026 and a point are 3.3% in April 2027.
  @Test func septemberOfTheYearBeforeAndThePoints() throws {
    let policy = try policy(
      "september_cpi = [\"2.3%\", \"4%\"]\nabove_cpi = { 2026-27 = \"1 point\", 2028-29 = \"0 points\" }\n")
    #expect(policy.growth(in: Year(start: 2027)) == 0.033)
    #expect(policy.growth(in: Year(start: 2028)) == 0.04)
    #expect(policy.growth(in: Year(start: 2029)) == 0.04)
  }

  /// The Government held the rise of April 2023 to 7%, where CPI + 1% would have been 11.1%.
  @Test func aLimitHoldsInItsYearAndOnlyBelow() throws {
    let policy = try policy(
      "september_cpi = [\"10.1%\", \"6.7%\"]\nabove_cpi = \"1 point\"\nlimit = { 2026-27 = \"30%\", 2027-28 = \"7%\", then = \"30%\" }\n"
    )
    #expect(policy.growth(in: Year(start: 2027)) == 0.07)
    #expect(policy.growth(in: Year(start: 2028)) == 0.077)
  }

  @Test func aYearHasFiftyTwoWeeksOrItsMondays() {
    #expect(RentYear.fiftyTwo.count(in: Year(start: 2028)) == 52)
    // 3 April 2028 and 26 March 2029 are the first and last Mondays of 2028-29
    #expect(RentYear.mondays.count(in: Year(start: 2028)) == 52)
    // 5 April 2021 to 28 March 2022 are 52; 1 April 2024 is a Monday, and so is 31 March 2025
    #expect(RentYear.mondays.count(in: Year(start: 2021)) == 52)
    #expect(RentYear.mondays.count(in: Year(start: 2024)) == 53)
  }
}
