import CashFlow
import Finance
import Housing
import TestSupport
import Testing

/// Rother's 35 units for £5.7m, all borrowed.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct BusinessCaseRotherTests {
  /// What a household's place of a type costs for a year, in the prices of the decision: nothing is indexed.
  func costOfYear(_ type: String, _ forecast: Forecast) throws -> Double {
    let nights = try Double(forecast.first("ta.type.\(type).nights", .without)) / 1_000_000
    return try pounds(-forecast.first("ta.type.\(type).gross", .without)) / nights * 365
  }

  @Test func unitsAndWhatTheySave() throws {
    var business = try BusinessCase("biz-rother", in: "business")
    let inputs = business.published.inputs
    let forecast = try shippedForecast("rother")
    var units: [String: Int64] = [:]
    for group in forecast.plannedGroups {
      units[group] = try forecast.total("stock.\(group).homes.completed")
    }
    let homes = inputs["homes"]["value"]
    #expect(try Double(units["homes.one-bedroom"] ?? 0) == #require(homes["1_bed_flats"].number))
    #expect(try Double(units["homes.two-bedroom"] ?? 0) == #require(homes["2_bed_flats"].number))
    #expect(try Double(units["homes.three-bedroom"] ?? 0) == #require(homes["3_bed_houses"].number))
    #expect(try Double(units["shared-houses.room"] ?? 0) == #require(homes["hmo_7_bedrooms"].number) * 7)
    try business.expect("units of accommodation", is: Double(units.values.reduce(0, +)))

    let spent = try forecast.total("capital.gf.programme")
    #expect(try Double(spent) / 100_000_000 == #require(business.published.input("capital").number))
    #expect(try forecast.total("loan.gf.drawn") == spent, "all of it is borrowed")
    #expect(
      try forecast.opening("ta.households")
        == Int64(#require(inputs["households"]["value"]["paid_by_council"].number)) * 1_000_000)

    // The prices of the decision: the index of temporary accommodation does not move.
    let atOnce = try shippedForecast(
      "rother", set: ["index.ta.growth=0%", "index.ta.real_growth=0%"])
    try business.expect("family unit-year saved (printed 14,000)", is: costOfYear("nightly", atOnce))
    try business.expect(
      "single unit-year saved (printed 12,000)", is: costOfYear("bed-and-breakfast", atOnce))

    // The saving as printed: the units of the model at the rounded savings of a unit.
    let rooms = units["shared-houses.room"] ?? 0
    let families = units.values.reduce(0, +) - rooms
    func printed(_ name: String) throws -> Double {
      try #require(business.published.figures.first { $0.name == name }?.value.number)
    }
    try business.expect(
      "gross saving, 21 family units and 14 single rooms",
      is: Double(families) * printed("family unit-year saved (printed 14,000)")
        + Double(rooms) * printed("single unit-year saved (printed 12,000)"))

    // The budget of the decision as two sums of the General Fund, which the model works out from households and nights.
    let (gross, benefit) = try (
      business.pence(inputs["budget"]["value"]["gross"]),
      business.pence(inputs["budget"]["value"]["housing_benefit"])
    )
    let budgeted = try shippedForecast(
      "rother",
      and: """
        [sum.gross]
        account = "general_fund"
        line = "other_cost"
        amount = "£\(gross / 100) per year"
        [sum.benefit]
        account = "general_fund"
        line = "other_income"
        amount = "£\(benefit / 100) per year"
        """)
    try business.expect("net budget", is: pounds(forecast.first("gf.net") - budgeted.first("gf.net")))

    // the stated saving taken from the gross one: no loan rate, term or rent was published to work it out from
    try business.expect(
      "implied yearly cost of the homes net of rent",
      is: printed("gross saving, 21 family units and 14 single rooms") - printed("saving stated"))
    business.close()
    #expect(business.agreed == 6)
  }

  /// Benefit a night is the published sum over 81 households and 365 nights, rounded to the penny.
  @Test func benefitANight() throws {
    let business = try BusinessCase("biz-rother", in: "business")
    let budget = business.published.input("budget")
    let households = try #require(business.published.input("households")["paid_by_council"].number)
    let nights = households * 365
    for type in try shippedForecast("rother").model.temporaryAccommodation.types
    where type.name != "council-owned" {
      let night = type.recovery.highestNightlyPence(in: Year(start: 2021)) / 100
      #expect(try abs(night * nights - #require(budget["housing_benefit"].number)) <= 0.005 * nights)
    }
  }
}
