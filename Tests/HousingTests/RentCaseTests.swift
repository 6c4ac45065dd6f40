import Finance
import Housing
import TestSupport
import Testing

/// Every published figure about rents that follows from its inputs.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct RentCaseTests {
  /// Figures that are nothing the product works out, and why.
  static let skipped = [
    "rent-4-8-average: highest service charge rise over lowest: cap":
      "one council's own limit on a service charge, not a rule"
  ]

  @Test func everyReproducibleFigure() throws {
    var (agreed, of) = (0, 0)
    var notes: [String] = []
    for published in try Case.all(in: "rents") {
      let ours = try Self.figures(of: published)
      for figure in published.figures {
        let name = "\(published.id): \(figure.name)"
        guard figure.isReproducible else {
          notes.append("\(name) (does not follow from its inputs)")
          continue
        }
        of += 1
        if let reason = Self.skipped[name] {
          notes.append("\(name) (\(reason))")
          continue
        }
        let value = try #require(ours[figure.name], "\(name) is not reckoned")
        let expected = try #require(figure.value.number)
        // A hair more than the tolerance, for decimals such as 7.7 that binary cannot hold.
        let agrees = abs(value - expected) <= figure.tolerance + 1e-9
        agreed += agrees ? 1 : 0
        #expect(agrees, "\(name): \(value), not \(expected)")
      }
    }
    print("\(agreed) of \(of) reproducible rows of rents.json")
    for note in notes { print("  skipped: \(note)") }
    #expect(of == 45)
    #expect(agreed == 44)
  }

  static func figures(of published: Case) throws -> [String: Double] {
    func number(_ name: String) throws -> Double { try #require(published.input(name).number, "\(name)") }
    func money(_ name: String) throws -> Money { try sterling(number(name)) }
    func rate(_ name: String) throws -> Rate { try percent(number(name)) }
    func list(_ name: String) -> [Double] { published.input(name).list.compactMap { $0.number } }

    switch published.id {
    case "rent-uplift-chain": return try chain(published)
    case "rent-sheffield":
      for (size, weight) in [("0", 0), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5), ("6+", 6)] {
        let expected = try #require(published.input("bedroom_weights")[size].number)
        #expect(FormulaRent.weight(bedrooms: Int64(weight)).ratio == expected)
      }
      return try ["relative earnings": FormulaRent.earningsRatio(county: county(number("county_earnings")))]

    case "rent-sheffield-derived":
      #expect(try FormulaRent.nationalRent == money("national_rent"))
      #expect(try FormulaRent.nationalEarnings == money("national_earnings"))
      #expect(try FormulaRent.nationalValue == money("national_value"))
      let (county, value) = try (county(number("county_earnings")), money("value"))
      var ours: [String: Double] = [:]
      for (name, start) in [("April 2000", 2000), ("2026-27", 2026)] {
        for size in 1...3 {
          ours["\(size) bedrooms, \(name)"] =
            FormulaRent.weeklyPence(
              county: county, bedrooms: Int64(size), value1999: value, in: Year(start: start)) / 100
        }
      }
      return ours

    case "rent-fairhold":
      let county = try county(number("county_earnings"))
      let caps = list("caps")
      var monthly: [Double] = []
      for ((value, bedrooms), cap) in zip(zip(list("value"), list("bedrooms")), caps) {
        // Its caps are those of 2022-23, its uplifts end a year earlier.
        let ownCap = try #require(
          FormulaRent.capPence(bedrooms: Int64(bedrooms), in: Year(start: 2022)))
        #expect(ownCap == Double(sterling(cap).pence))
        let rent = FormulaRent.weeklyPence(
          county: county, bedrooms: Int64(bedrooms), value1999: sterling(value), in: Year(start: 2021))
        try monthly.append(min(rent, ownCap) / 100 * number("weeks_per_month"))
      }
      try #require(monthly.count == 3)
      let land = try rate("land_share").ratio
      return [
        "2 bedrooms, monthly": monthly[0], "of which land": monthly[0] * land,
        "of which house": monthly[0] * (1 - land), "10 bedrooms, monthly": monthly[1],
        "capped at 164.87, monthly": monthly[2],
      ]

    case "rent-denbighshire-weights":
      var ours = try ["flat, bedsit": pounds(money("two_bed_flat").share(FormulaRent.weight(bedrooms: 0)))]
      for size: Int64 in 1...5 {
        let weight = FormulaRent.weight(bedrooms: size)
        ours["flat, \(size)"] = try pounds(money("two_bed_flat").share(weight))
        ours["house, \(size) bedrooms"] = try pounds(money("two_bed_house").share(weight))
      }
      return ours

    case "rent-east-renfrewshire-48":
      let weeks = try Int(number("charged_weeks"))
      var ours: [String: Double] = [:]
      for size in ["1 apartment", "3 apartment", "5 apartment or more"] {
        let rent = try #require(published.input("average_weekly_rent_52_weeks")[size].number)
        let charged = RentWeeks.restated(rent, from: RentWeeks.usual, to: weeks)
        ours["\(size): rent per charged week"] = charged
        #expect(abs(RentWeeks.restated(charged, from: weeks) - rent) < 1e-9)
      }
      return ours

    case "rent-salford-48":
      return try [
        "same increase over 48 weeks": RentWeeks.restated(number("increase_52_weeks"), from: 52, to: 48)
      ]

    case "rent-mansfield":
      let rise = try money("average_rent").share(rate("increase"))
      return try ["increase": pounds(rise), "rent after": pounds(money("average_rent") + rise)]

    case "rent-4-8-average":
      let uplift = try #require(FormulaRent.uplift(in: Year(start: 2026)))
      let limit = try #require(SittingTenants.limit(in: Year(start: 2026)))
      let both = try rate("cpi_september") + rate("addition")
      #expect(uplift == both && limit == both)
      let before = try money("average_increase").share(1_000_000, of: limit.millionths)
      return [
        "increase": Double(limit.millionths) / 10_000, "implied average rent before": pounds(before),
      ]

    case "rent-flintshire":
      let rise = try rate("overall_2022_23")
      let (garage, plot) = try (money("garage_2021_22"), money("plot_2021_22"))
      return [
        "garage 2022/23": pounds(garage + garage.share(rise)), "garage rise": pounds(garage.share(rise)),
        "garden plot 2022/23": pounds(plot + plot.share(rise)), "plot rise": pounds(plot.share(rise)),
      ]

    case "rent-53-weeks":
      let year = Year(start: 2024)
      let uplift = try #require(FormulaRent.uplifts.first { $0.year == year })
      #expect(try uplift.inflation == rate("cpi_september_2023"))
      #expect(try uplift.addition == rate("addition"))
      let weeks = RentWeeks.mondays(in: year)
      return [
        "rent weeks in 2024-25": Double(weeks),
        "rent weeks in 2025-26": Double(RentWeeks.mondays(in: Year(start: 2025))),
        "increase": Double(uplift.total.millionths) / 10_000,
        "monthly charge per 1 GBP a week, 2024-25": RentWeeks.month(of: 1, weeks: weeks),
      ]

    case "rent-convergence-rule":
      #expect(try SittingTenants.convergence(in: Year(start: 2027)) == money("from_2027_28"))
      #expect(try SittingTenants.convergence(in: Year(start: 2028)) == money("from_2028_29"))
      let most = (2000..<2100).reduce(Money.zero) { $0 + SittingTenants.convergence(in: Year(start: $1)) }
      return ["most that can be added by March 2036": pounds(most)]

    default:
      Issue.record("\(published.id) is a case that these tests do not know")
      return [:]
    }
  }

  /// The national rent of April 2000 is the rent of a two-bedroom home of national earnings and value.
  static func chain(_ published: Case) throws -> [String: Double] {
    let start = try #require(published.input("start").number)
    let kent = try county(316.40)
    func rent(_ start: Int) -> Double {
      FormulaRent.weeklyPence(
        county: kent, bedrooms: 2, value1999: .pounds(49_750), in: Year(start: start)) / 100
    }
    #expect(abs(rent(2000) - start) < 1e-9)
    guard case .table(let printed) = published.input("uplifts") else {
      Issue.record("no uplifts")
      return [:]
    }
    #expect(printed.count == FormulaRent.uplifts.count)
    for uplift in FormulaRent.uplifts {
      let expected = try #require(printed[uplift.year.description]?.number, "\(uplift.year)")
      #expect(uplift.total == percent(expected), "\(uplift.year)")
    }
    var ours = ["chain factor 2026-27": rent(2026) / rent(2000)]
    for start in 2022...2026 { ours["\(Year(start: start))"] = rent(start) }
    return ours
  }
}

/// The place of the county with these weekly earnings.
private func county(_ weeklyEarnings: Double) throws -> Int {
  try #require(FormulaRent.counties.firstIndex { $0.weeklyEarnings == sterling(weeklyEarnings) })
}

private func sterling(_ pounds: Double) -> Money { Money(pence: Int64((pounds * 100).rounded())) }
private func pounds(_ money: Money) -> Double { Double(money.pence) / 100 }
private func percent(_ percent: Double) -> Rate { Rate(millionths: Int64((percent * 10_000).rounded())) }
