import Finance
import ModelFile
import Testing

@testable import Housing

/// A council's published households in temporary accommodation, as its model reads them.
@Suite struct PublishedHomelessnessTests {
  static let header = "quarter,area_code,area_name,main_accepted,main_ended,ta_total\n"

  func model(_ head: String) -> Small {
    var small = Small()
    small.head =
      "council = \"East Devon District Council\"\n" + head
      + small.head.dropFirst("council = \"A council\"\n".count)
    return small
  }

  /// What reading says of a table at the marked spots; a model that names it.
  func expectTable(
    _ marked: String, _ messages: String..., code: String = "E07000040",
    at location: SourceLocation = #_sourceLocation
  ) throws {
    var text = ""
    var spots: [String] = []
    for scalar in marked.unicodeScalars {
      guard scalar == "▸" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      spots.append("models/tables/east.csv:\(lines.count):\((lines.last?.count ?? 0) + 1)")
    }
    let small = model("code = \"\(code)\"\ntables = \"tables/east.csv\"\n")
    var loaded = try LoadedModel([("models/x.toml", Array(small.text.utf8))])
    var said: [String] = []
    do throws(ModelFileError) {
      try loaded.readTables { name in
        name == "models/tables/east.csv" ? .text(Array(text.utf8)) : .missing("no such file or folder")
      }
    } catch {
      said = error.lines
    }
    #expect(said == zip(spots, messages).map { "\($0): \($1)" }, sourceLocation: location)
  }

  @Test func rowsOfTheCouncilAreRead() throws {
    var loaded = try LoadedModel([
      ("models/x.toml", Array(model("code = \"E07000040\"\ntables = \"tables/east.csv\"\n").text.utf8))
    ])
    let text =
      Self.header
      + "2025Q1,E07000040,East Devon,18,9,46\n2024Q4,E07000040,East Devon,,..,..\n2025Q1,E07000114,Thanet,42,44,254\n"
    try loaded.readTables { _ in .text(Array(text.utf8)) }
    let published = try #require(loaded.published)
    #expect(published.area == "East Devon" && published.rows.count == 2)
    let row = try #require(published[Quarter(year: 2025, number: 1)])
    #expect(row.stock == 46 && row.accepted == 18 && row.ended == 9)
    // empty is suppressed and .. is no return: neither is nought
    let before = try #require(published.rows.first)
    #expect(before.quarter == Quarter(year: 2024, number: 4))
    #expect(before.stock == nil && before.accepted == nil && before.ended == nil)
    #expect(loaded.sources.all.last?.name == "models/tables/east.csv")
  }

  @Test func aTableOfAnotherPlaceMayBeGiven() throws {
    var loaded = try LoadedModel([("x.toml", Array(model("code = \"E07000040\"\n").text.utf8))])
    try loaded.readTables { _ in .missing("never asked") }
    #expect(loaded.published == nil)
    try loaded.readTables("tables/all.csv") { name in
      name == "tables/all.csv"
        ? .text(Array((Self.header + "2025Q1,E07000040,East Devon,1,2,3\n").utf8)) : .missing("no")
    }
    #expect(loaded.published?.rows.count == 1)
  }

  /// Barnsley is E08000016 in the tables of 2018 and E08000038 in those of 2025.
  @Test(arguments: ["E08000016", "E08000038"])
  func aCouncilKeepsItsRowsUnderAnotherCode(code: String) throws {
    var loaded = try LoadedModel([("x.toml", Array(model("code = \"\(code)\"\n").text.utf8))])
    let text =
      Self.header
      + "2018Q2,E08000016,Barnsley,1,2,30\n2025Q2,E08000038,Barnsley,1,2,31\n2025Q2,E08000039,Sheffield,1,2,3\n"
    try loaded.readTables("all.csv") { _ in .text(Array(text.utf8)) }
    #expect(loaded.published?.rows.map { $0.stock } == [30, 31])
  }

  @Test func whatIsWrongIsToldAtItsPlace() throws {
    let remedy =
      "write whole households without commas; leave out what is suppressed, and write .. for no return"
    try expectTable(
      Self.header + "2025Q1,E07000040,East Devon,▸few,▸-9,▸\"1,046\"\n",
      "main_accepted \"few\" is not a number of households; \(remedy)",
      "main_ended \"-9\" is not a number of households; \(remedy)",
      "ta_total \"1,046\" is not a number of households; \(remedy)")
    try expectTable(
      Self.header + "▸2025-26,E07000040,East Devon,1,2,3\n",
      "quarter \"2025-26\" is not a quarter; write it as 2025Q2")
    try expectTable(
      Self.header + "2025Q1,E07000040,East Devon,1,2,3\n▸2025Q1,E07000040,East Devon,1,2,3\n",
      "E07000040 has two rows for 2025Q1; take one of them out")
    try expectTable(
      "▸quarter,area_code,area_name,main_accepted,ta_total\n2025Q1,E07000040,East Devon,1,2\n",
      "there is no column main_ended; the header needs quarter, area_code, area_name, ta_total, main_accepted and main_ended"
    )
    try expectTable(
      "▸" + Self.header + "2025Q1,E07000040,East Devon,1,2,3\n",
      "no row has the code E07000041; East Devon is E07000040", code: "E07000041")
    try expectTable(
      "▸" + Self.header + "2025Q1,E07000114,Thanet,1,2,3\n",
      "no row has the code E07000041; check the council's code, which a merger may have ended",
      code: "E07000041")
    try expectTable(
      Self.header + "▸2025Q1,E07000040,East Devon,1,2\n",
      "this row has 5 fields, and the header has 6; write one for each column; what is not known is left empty between its commas"
    )
  }

  @Test func aMissingTableIsToldWhereItIsNamed() throws {
    var loaded = try LoadedModel([
      ("models/x.toml", Array(model("code = \"E07000040\"\ntables = \"gone.csv\"\n").text.utf8))
    ])
    let error = #expect(throws: ModelFileError.self) {
      try loaded.readTables { _ in .missing("no such file or folder") }
    }
    #expect(
      error?.lines == [
        "models/x.toml:3:10: \"models/gone.csv\" cannot be read: no such file or folder; check its name"
      ])
  }

  @Test func aCodeIsThatOfACouncilWithHomelessnessDuties() {
    let fault =
      "is not that of a council with homelessness duties; write E06, E07, E08 or E09 and six digits, such as \"E07000040\""
    expect(model("code = \"E07000040\"\n"))
    expect(model("code = ▸\"E10000008\"\n"), "code \"E10000008\" \(fault)")
    expect(model("code = ▸\"e07000040\"\n"), "code \"e07000040\" \(fault)")
    expect(model("code = ▸\"W06000015\"\n"), "code \"W06000015\" \(fault)")
    expect(model("code = ▸\"E0700004\"\n"), "code \"E0700004\" \(fault)")
    expect(
      model("tables = ▸\"x.csv\"\n"),
      "tables are given, and not which council's rows to read; write its code, such as code = \"E07000040\"")
  }
}
