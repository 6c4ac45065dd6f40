import Finance
import Testing

@Suite struct CalendarTests {
  @Test func daysOfEachMonth() {
    let days = (1...12).map { Month(year: 2027, number: $0).days }
    #expect(days == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    #expect(
      [1900, 2000, 2024, 2026, 2028, 2100].map { Month(year: $0, number: 2).days } == [
        28, 29, 29, 28, 29, 28,
      ])
  }

  @Test func theGridStartsInApril() {
    let months = [0, 8, 9, 11, 12].map { Month($0, from: Year(start: 2026)) }
    #expect(months.map { $0.number } == [4, 12, 1, 3, 4])
    #expect(months.map { $0.year } == [2026, 2026, 2027, 2027, 2027])
    #expect((0..<12).reduce(0) { $0 + Month($1, from: Year(start: 2027)).days } == 366)
    #expect("\(Year(start: 2099)) \(Year(start: 2026))" == "2099-00 2026-27")
  }

  /// Days since 1970 as `date -u -d DAY +%s` gives them, by 86,400.
  @Test(
    arguments: [
      ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-04-01", 20_544), ("1937-07-02", -11_871),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-03-01", -25_508),
    ] as [(String, Int64)])
  func dayNumbers(text: String, number: Int64) throws {
    let day = try #require(Day(iso: text))
    #expect(day.number == number)
    #expect("\(day)" == text)
  }

  @Test func daysFollowOneAnother() throws {
    var before: Day?
    for year in [1, 1600, 1899, 1900, 1999, 2000, 2023, 2024, 9999] {
      before = nil
      for month in 1...12 {
        for number in 1...Month(year: year, number: month).days {
          let day = try #require(Day(year: year, month: month, day: number))
          if let before { #expect(day - before == 1) }
          #expect(day.parts == (year, month, number))
          before = day
        }
      }
    }
  }

  @Test(
    arguments: [
      "", "2026", "2026-4-1", "2026-04-01 ", "2026-04-01T", "2026/04/01", "2026-13-01", "2026-00-10",
      "2026-02-29",
      "2026-04-31", "2026-04-00", "0000-01-01", "20260-4-01", "２０26-04-01", "-026-04-01", "2026-04-0١",
    ])
  func notADay(text: String) { #expect(Day(iso: text) == nil) }
}
