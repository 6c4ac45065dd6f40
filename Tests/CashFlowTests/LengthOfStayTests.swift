import CashFlow
import Finance
import Housing
import ModelFile
import Testing

/// Stays, and families in bed and breakfast, in models whose ages can be told by hand.
@Suite struct LengthOfStayTests {
  /// A council whose households come one a month, all in need of two bedrooms, and leave at one rate whatever their time.
  func forecast(leaving: String, years: Int = 60, _ type: String = "", _ overrides: [String] = []) throws
    -> Forecast
  {
    let bands = ["under_6_months", "from_6_months", "from_1_year", "from_2_years", "from_5_years"]
    let text = """
      council = "A"
      title = "A"
      first_year = "2026-27"
      years = \(years)
      [rent_policy]
      september_cpi = "2%"
      above_cpi = "1 point"
      [treasury]
      rate = "3%"
      [general_fund]
      provision_life = "40 years"
      [appraisal]
      nominal_rate = "4%"
      [ta]
      new_households = 12
      [ta.need]
      two_bedrooms = "100%"
      [ta.type.hotel]
      nightly_cost = "£60 per night"
      placement_share = "100%"
      \(type)
      [ta.leaving]

      """
    let rates = bands.map { "\($0) = \"\(leaving)\"\n" }.joined()
    return Forecast(try LawTests.load(text + rates, overrides).model)
  }

  /// In a steady state a tenth leaves each month: L = λW with λ one a month, so ten households there and a stay of ten months,
  /// which is what 1 ÷ 0.1 gives. Of ten, 0.9ᵃ are in their month a: nine and a half months so far, to the cut at five years.
  @Test func littlesLawHoldsWhereNothingChanges() throws {
    let forecast = try forecast(leaving: "120%")
    let stay = forecast.lengthOfStay(.with)
    let there = Double(forecast.yearly("ta.households")[59]) / 1_000_000
    #expect(abs(there - 10) < 1e-5)
    // a year of 365 days, in months of 365.25 / 12
    let mean = Double(try #require(stay.mean[59])) / 1_000_000
    #expect(abs(mean - 10 * 365 / 365.25) < 1e-5)
    let soFar = Double(try #require(stay.soFar[59])) / 1_000_000
    #expect(abs(soFar - 9.5) < 0.02)
  }

  /// What came in by the end of a run is there or has left, and its nights are the stays of both: over all the years nights are
  /// the sum over months of the households there, which is what each entry stays.
  @Test func nightsAreTheStaysOfThoseWhoCame() throws {
    let forecast = try forecast(leaving: "120%", years: 20)
    let nights = Double(forecast.yearly("ta.type.hotel.nights").reduce(0, +)) / 1_000_000
    // after n months of entries 10 (1 − 0.9ⁿ) are there; a month's nights are its days × the mean of opening and closing
    var (there, expected) = (0.0, 0.0)
    for month in 0..<240 {
      let closing = there * 0.9 + 1
      expected += Double(Month(month, from: Year(start: 2026)).days) * (there + closing) / 2
      there = closing
    }
    #expect(abs(nights - expected) < 1e-3)
  }

  /// With nobody leaving, twelve are there in March, in their first to twelfth month: 6 months so far, and no stay has ended.
  @Test func staysThatHaveNotEnded() throws {
    let stay = try forecast(leaving: "0%", years: 2).lengthOfStay(.with)
    #expect(stay.soFar[0] == 6_000_000)
    #expect(stay.mean[0] == nil)
  }

  /// Over six weeks are all but the newest and half of the second newest: m − 0.5 at the end of month m.
  @Test func familiesInBedAndBreakfast() throws {
    let forecast = try forecast(leaving: "0%", years: 2, "bed_and_breakfast = true")
    let line = try #require(forecast.plan.lines.line(named: "ta.bandb.families"))
    #expect(
      (0..<5).map { forecast.with.ledger[line, $0] } == [0, 500_000, 1_500_000, 2_500_000, 3_500_000])
    let some = try self.forecast(
      leaving: "0%", years: 2, "bed_and_breakfast = true", ["ta.families.two_bedrooms=20%"])
    let shared = try #require(some.plan.lines.line(named: "ta.bandb.families"))
    #expect(some.with.ledger[shared, 4] == 700_000)
    #expect(try self.forecast(leaving: "0%").plan.lines.line(named: "ta.bandb.families") == nil)
  }
}
