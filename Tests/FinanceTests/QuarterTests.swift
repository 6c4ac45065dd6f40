import Finance
import Testing

@Suite struct QuarterTests {
  @Test(arguments: [("2025Q2", 2025, 2), ("2018q4", 2018, 4), ("0000Q1", 0, 1)])
  func isReadAsTheTablesNameIt(text: String, year: Int, number: Int) throws {
    let quarter = try #require(Quarter(named: Array(text.utf8)))
    #expect(quarter == Quarter(year: year, number: number))
    #expect(quarter.year == year && quarter.number == number)
  }

  @Test(arguments: ["", "2025", "2025Q0", "2025Q5", "2025-2", "25Q2", "2025Q2 ", "Q2 2025", "２０２５Q2"])
  func nothingElseIs(text: String) { #expect(Quarter(named: Array(text.utf8)) == nil) }

  @Test func quartersFollowOneAnotherOverTheYear() {
    let last = Quarter(year: 2024, number: 4)
    #expect((last + 1).description == "2025Q1" && (last + -4).description == "2023Q4")
    #expect(last + 1 - last == 1 && last < last + 1)
    #expect(last.lastMonth == Month(year: 2024, number: 12))
  }
}
