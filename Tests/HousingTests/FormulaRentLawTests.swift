import Finance
import Housing
import TestSupport
import Testing

/// Laws of the formula, over homes from a seeded generator.
@Suite struct FormulaRentLawTests {
  struct Home {
    var county: Int, bedrooms: Int64, value: Money, year: Year
    func rent(in year: Year) -> Double {
      FormulaRent.weeklyPence(county: county, bedrooms: bedrooms, value1999: value, in: year)
    }
    var weeklyRent: Money {
      FormulaRent.weeklyRent(county: county, bedrooms: bedrooms, value1999: value, in: year)
    }
  }

  static let homes: [Home] = {
    var chance = Chance(state: 19_990_101)
    return (0..<300).map { _ in
      Home(
        county: .random(in: FormulaRent.counties.indices, using: &chance),
        bedrooms: .random(in: 0...8, using: &chance),
        value: Money(pence: .random(in: 0...400_000_00, using: &chance)),
        year: Year(start: .random(in: 2000...2026, using: &chance)))
    }
  }()

  @Test func moreBedroomsNeverLowerTheRent() {
    for home in Self.homes {
      var larger = home
      larger.bedrooms += 1
      #expect(larger.rent(in: home.year) >= home.rent(in: home.year))
      #expect(larger.weeklyRent >= home.weeklyRent)
    }
  }

  @Test func moreValueNeverLowersTheRent() {
    for home in Self.homes {
      var dearer = home
      dearer.value = home.value + .pounds(1_000)
      #expect(dearer.rent(in: home.year) > home.rent(in: home.year))
      #expect(dearer.weeklyRent >= home.weeklyRent)
    }
  }

  /// The nearest penny to the rent or, where it is lower, the cap; half a penny goes up.
  @Test func weeklyRentIsTheNearestPenny() {
    for home in Self.homes {
      let cap = FormulaRent.capPence(bedrooms: home.bedrooms, in: home.year) ?? .infinity
      let excess = Double(home.weeklyRent.pence) - min(home.rent(in: home.year), cap)
      #expect(excess > -0.5 && excess <= 0.5)
    }
  }

  @Test func eachYearIsTheOneBeforeTimesItsUplift() throws {
    for home in Self.homes where home.year > FormulaRent.baseYear {
      let uplift = try #require(FormulaRent.uplift(in: home.year))
      #expect(home.rent(in: home.year) == home.rent(in: home.year + -1) * (1 + uplift.ratio))
    }
  }

  @Test func stepsEndAtTheWeeklyRent() throws {
    for home in Self.homes {
      let steps = FormulaRent.steps(
        county: home.county, bedrooms: home.bedrooms, value1999: home.value, year: home.year)
      let last = try #require(steps.last)
      #expect(last.label == "Weekly rent")
      #expect(last.figure == Double(home.weeklyRent.pence) / 100)
      let uplifts = steps.filter { $0.label.hasPrefix("Uplift") }
      #expect(uplifts.count == home.year.start - 2000)
      if let running = uplifts.last?.runningRent { #expect(running == home.rent(in: home.year) / 100) }
      #expect(steps.allSatisfy { !$0.source.isEmpty })
      let cap = steps.first { $0.label.hasPrefix("Cap") }
      #expect(cap?.figure == FormulaRent.capPence(bedrooms: home.bedrooms, in: home.year).map { $0 / 100 })
    }
  }

  /// What no home has must still be answered.
  @Test(arguments: [Int.min, -1, 43, Int.max], [Int64.min, 0, .max])
  func nothingTraps(county: Int, extreme: Int64) {
    for start in [Int.min, 2000, 2026, Int.max - 1] {
      let home = Home(
        county: county, bedrooms: extreme, value: Money(pence: extreme), year: Year(start: start))
      #expect(home.weeklyRent > .zero)
      #expect(
        !FormulaRent.steps(
          county: county, bedrooms: extreme, value1999: home.value, year: Year(start: start)
        ).isEmpty)
    }
  }
}
