import Finance
import Housing
import Testing

@Suite struct FormulaRentWeeksTests {
  /// Financial years with 53 Mondays: 1 April is a Monday, or a Sunday before a leap year's 31 March.
  @Test func yearsOf53Mondays() {
    let long = (2015...2040).filter { RentWeeks.mondays(in: Year(start: $0)) == 53 }
    #expect(long == [2019, 2024, 2030, 2035])
    #expect((2015...2040).allSatisfy { [52, 53].contains(RentWeeks.mondays(in: Year(start: $0))) })
  }

  /// 400 years are 146,097 days, which are 20,871 weeks.
  @Test func mondaysOfFourCenturies() {
    for first in [1, 1600, 2026, -399] {
      let sum = (first..<first + 400).reduce(0) { $0 + RentWeeks.mondays(in: Year(start: $1)) }
      #expect(sum == 20_871)
    }
    for start in [Int.min, Int.max] {
      #expect([52, 53].contains(RentWeeks.mondays(in: Year(start: start))))
    }
  }

  @Test(arguments: [46, 48, 50, 52, 53]) func aYearsRentIsTheSameOverAnyWeeks(weeks: Int) {
    let charged = RentWeeks.restated(100, from: 52, to: weeks)
    #expect(abs(charged * Double(weeks) - 5_200) < 1e-9)
    #expect(abs(RentWeeks.month(of: charged, weeks: weeks) - RentWeeks.month(of: 100)) < 1e-9)
  }
}
