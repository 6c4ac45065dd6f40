import Finance
import Housing
import Testing

@Suite struct FormulaRentTests {
  /// Worked from the constants of SI 2016/390 and the uplifts, before any cap.
  @Test(
    arguments: [
      ("Tyne and Wear", 2, 49_750, 37.2069, 16.3860, 53.5929, 119.8412),
      ("Greater London", 1, 80_000, 38.5107, 26.3493, 64.8601, 145.0362),
      ("Leicestershire", 3, 50_000, 40.2895, 16.4683, 56.7578, 126.9185),
    ] as [(String, Int64, Int64, Double, Double, Double, Double)])
  func workedExamples(
    name: String, bedrooms: Int64, value: Int64, earningsPart: Double, valuePart: Double, in2000: Double,
    in2026: Double
  ) throws {
    let county = try #require(FormulaRent.counties.firstIndex { $0.name == name })
    let steps = FormulaRent.steps(
      county: county, bedrooms: bedrooms, value1999: .pounds(value), year: Year(start: 2026))
    func figure(_ label: String) throws -> Double {
      try #require(steps.first { $0.label.hasPrefix(label) }?.figure)
    }
    #expect(abs(try figure("Earnings part") - earningsPart) <= 0.00005)
    #expect(abs(try figure("Value part") - valuePart) <= 0.00005)
    #expect(abs(try figure("Formula rent, April 2000") - in2000) <= 0.00005)
    func pence(_ start: Int) -> Double {
      FormulaRent.weeklyPence(
        county: county, bedrooms: bedrooms, value1999: .pounds(value), in: Year(start: start))
    }
    #expect(abs(pence(2000) / 100 - in2000) <= 0.00005)
    #expect(abs(pence(2026) / 100 - in2026) <= 0.00005)
  }

  /// From 2000-01 to 2026-27 in 26 steps.
  @Test func chainOfUplifts() {
    let factor = FormulaRent.uplifts.reduce(1.0) { $0 * (1 + $1.total.ratio) }
    #expect(abs(factor - 2.236141) <= 0.0000005)
    #expect(FormulaRent.uplifts.map { $0.year.start } == Array(2001...2026))
    #expect(FormulaRent.uplifts.last?.year == FormulaRent.lastPublishedYear)
    #expect(FormulaRent.uplift(in: Year(start: 2000)) == nil)
    #expect(FormulaRent.uplift(in: Year(start: 2010)) == Rate(millionths: -9_000))
    #expect(FormulaRent.uplift(in: Year(start: 2027)) == nil)
  }

  /// The Schedule to SI 2016/390: Kent's earnings are the national figure.
  @Test func counties() throws {
    #expect(FormulaRent.counties.count == 43)
    let names = FormulaRent.counties.map { $0.name }
    #expect(names == names.sorted())
    let kent = try #require(names.firstIndex(of: "Kent"))
    #expect(FormulaRent.earningsRatio(county: kent) == 1)
    let sum = FormulaRent.counties.reduce(Money.zero) { $0 + $1.weeklyEarnings }
    #expect(sum == Money(pence: 13_381_50))
    #expect(FormulaRent.missingCounties.allSatisfy { !names.contains($0) })
  }

  /// Caps of 2022-23, then consumer prices plus 1.5 points, to the penny each year.
  @Test func capsGrowFasterThanRents() throws {
    let risesInTenths: [Int: Int64] = [2023: 116, 2024: 82, 2025: 32, 2026: 53]
    for (earlier, later) in zip(FormulaRent.caps, FormulaRent.caps.dropFirst()) {
      #expect(later.year == earlier.year + 1)
      let tenths = try #require(risesInTenths[later.year.start])
      for (before, after) in zip(earlier.bySize, later.bySize) {
        #expect(after.pence == (before.pence * (1_000 + tenths) + 500) / 1_000)
      }
      let uplift = try #require(FormulaRent.uplifts.first { $0.year == later.year })
      #expect(uplift.inflation.map { $0 + Rate(millionths: 15_000) } == Rate(millionths: tenths * 1_000))
      #expect(later.rule.certainty == .unverified)
    }
  }

  @Test(arguments: [
    (2022, [155_73, 155_73, 164_87, 174_03, 183_18, 192_35, 201_50, 201_50]),
    (2024, [188_04, 188_04, 199_08, 210_15, 221_19, 232_26, 243_31, 243_31]),
    (2025, [194_06, 194_06, 205_45, 216_87, 228_27, 239_69, 251_10, 251_10]),
    (2026, [204_35, 204_35, 216_34, 228_36, 240_37, 252_39, 264_41, 264_41]),
  ])
  func capsBySize(start: Int, pence: [Double]) {
    for (bedrooms, cap) in pence.enumerated() {
      #expect(FormulaRent.capPence(bedrooms: Int64(bedrooms), in: Year(start: start)) == cap)
    }
  }

  @Test func noCapIsGuessed() {
    #expect(FormulaRent.capPence(bedrooms: 2, in: Year(start: 2021)) == nil)
    #expect(FormulaRent.capPence(bedrooms: 2, in: Year(start: 2027)) == nil)
  }

  @Test func aDearHomeIsCapped() throws {
    let london = try #require(FormulaRent.counties.firstIndex { $0.name == "Greater London" })
    func rent(_ start: Int) -> Money {
      FormulaRent.weeklyRent(
        county: london, bedrooms: 2, value1999: .pounds(800_000), in: Year(start: start))
    }
    #expect(rent(2022) == Money(pence: 164_87))
    #expect(rent(2026) == Money(pence: 216_34))
    #expect(rent(2021) > Money(pence: 164_87))
  }

  /// In 2023-24 formula rent rose 11.1%, and the rents of sitting general-needs tenants 7% at most.
  @Test func sittingTenantsPartFromFormulaOnce() throws {
    let year = Year(start: 2023)
    #expect(FormulaRent.uplift(in: year) == Rate(millionths: 111_000))
    #expect(SittingTenants.limit(in: year) == .percent(7))
    #expect(SittingTenants.limit(in: year, isSupported: true) == Rate(millionths: 111_000))
    for limit in SittingTenants.limits where limit.year != year {
      #expect(limit.generalNeeds == FormulaRent.uplift(in: limit.year))
      #expect(limit.supported == limit.generalNeeds)
    }
    #expect(SittingTenants.limit(in: Year(start: 2027)) == nil)
    #expect(FormulaRent.mostFlexibility(isSupported: false) == .percent(5))
    #expect(FormulaRent.mostFlexibility(isSupported: true) == .percent(10))
  }
}
