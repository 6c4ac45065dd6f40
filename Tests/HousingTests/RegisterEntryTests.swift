import Housing
import ModelFile
import Testing

/// What the register may say of an assumption, and what it may not, each message at its spot.
@Suite struct RegisterEntryTests {
  func small(_ rest: String) -> Small {
    var small = Small()
    small.rest += rest
    return small
  }

  func entry(_ rest: String) throws -> RegisterEntry {
    let text = small("[register.x]\n\(rest)").text
    return try #require(try LoadedModel([(name: "x.toml", text: Array(text.utf8))]).model.register.first)
  }

  @Test func aRangeIsOfValuesOrOfShifts() throws {
    let values = try entry("path = \"treasury.rate\"\nlow = \"2%\"\nhigh = \"+=1 point\"\n")
    #expect(values.low?.amount == 20_000 && values.low?.isShift == false)
    #expect(values.high?.amount == 10_000 && values.high?.isShift == true)
    #expect(values.low?.change(of: "treasury.rate") == "treasury.rate=2%")
    #expect(values.high?.change(of: "treasury.rate") == "treasury.rate+=1 point")
    #expect(!values.isOutOfRange)
    #expect(try entry("path = \"index.*.growth\"\nhigh = \"+=-1%\"\n").isOutOfRange)
    #expect(try entry("path = \"treasury.rate\"\nlow = \"3.01%\"\n").isOutOfRange)
    #expect(try entry("path = \"treasury.rate\"\nlow = \"3%\"\nhigh = \"4%\"\n").isOutOfRange == false)
  }

  @Test func whatIsWrongIsToldAtItsSpot() {
    expect(
      small("[register.x]\npath = ▸\"treasury.rat\"\n"),
      "there is no assumption \"treasury.rat\"; did you mean \"treasury.rate\"?")
    expect(
      small("[register.x]\npath = ▸\"council\"\nlow = \"2%\"\n"),
      "council is not a number, and has no range; take low and high out")
    expect(
      small("[register.x]\npath = \"treasury.rate\"\nlow = ▸\"2\"\nhigh = ▸\"+=£5\"\n"),
      "low \"2\" is not a percentage; write \"2%\"",
      "high \"£5\" is not a percentage; write one such as \"5.5%\"")
    expect(
      small("[register.x]\npath = \"treasury.rate\"\nlow = \"4%\"\nhigh = ▸\"3%\"\n"),
      "high \"3%\" is not above low \"4%\"; write the lower as low")
    expect(
      small("[register.x]\npath = \"treasury.rate\"\nhigh = ▸\"70%\"\n"),
      "high \"70%\" is out of bounds; it must be from 0% to 25%")
    expect(
      small("[register.x]\npath = \"treasury.rate\"\nreview_by = ▸\"soon\"\nconfidence = ▸\"sure\"\n"),
      "review_by \"soon\" is not a month or a financial year; write one such as \"2026-11\" or \"2026-27\"",
      "confidence \"sure\" is not \"high\", \"medium\" or \"low\"; write one of them")
  }

  /// A financial year ends in March; from 2012-13 on none can be taken for a month.
  @Test func monthsAndFinancialYearsAreToldApart() throws {
    let november = try #require(ReviewDate("2026-11"))
    let year = try #require(ReviewDate("2026-27"))
    #expect(november < year && year == ReviewDate("2027-03") && year < ReviewDate("2027-04")!)
    for text in ["2026", "2026-13", "2026-00", "2026-29", "November", "2026-1", "2026-11-30", ""] {
      #expect(ReviewDate(text) == nil)
    }
    #expect(ReviewDate("2011-12") == ReviewDate("2011-12"))
    #expect(ReviewDate("2011-12")?.months == Int64(2011 * 12 + 11))
  }
}
