import Finance
import ModelFile
import Testing

@Suite struct LayerTests {
  private func load(_ lower: String, _ upper: String) throws -> Loaded {
    try Loaded([
      (name: "england.toml", text: Array(lower.utf8)),
      (name: "x.toml", text: Array((Sample.required + upper).utf8)),
    ])
  }

  @Test func valuesReplaceAndTablesMerge() throws {
    let loaded = try load(
      "relets = \"1%\" # national\n[loan.pwlb]\nrate = \"5%\"\nterm = \"30 years\"\n[loan.bond]\nrate = \"4%\"\nterm = \"1 year\"",
      "relets = \"2%\"\n[loan.pwlb]\nrate = \"6%\"\n[loan.new]\nrate = \"3%\"\nterm = \"12 months\"\n")
    #expect(loaded.sample.relets == .percent(2))
    #expect(loaded.sample.loans.map { $0.name } == ["pwlb", "bond", "new"])
    #expect(loaded.sample.loans[0].rate.values == [.percent(6)])
    #expect(loaded.sample.loans[0].term == 360)
    #expect(try loaded.row("relets").citation.isEmpty)
    #expect(try loaded.row("relets").place?.source == 1)
    #expect(try loaded.row("loan.pwlb.term").place?.source == 0)
    #expect(try loaded.row("loan.pwlb.rate").place?.source == 1)
  }

  @Test func anInlineTableIsReplacedWholeAndAHeaderYearByYear() throws {
    let whole = try load(
      "inflation = { 2026-27 = \"1%\", 2027-28 = \"2%\", then = \"3%\" }",
      "inflation = { 2026-27 = \"9%\" }\n")
    #expect(whole.sample.inflation == Series(first: Year(start: 2026), values: [.percent(9)]))
    let dotted = try load(
      "inflation = { 2026-27 = \"1%\", then = \"3%\" }", "inflation.2026-27 = \"9%\"\n")
    #expect(dotted.sample.inflation == Series(first: Year(start: 2026), values: [.percent(9)]))
    let merged = try load(
      "[inflation]\n2026-27 = \"1%\"\n2028-29 = \"2%\"\nthen = \"3%\"", "[inflation]\n2027-28 = \"9%\"\n")
    #expect(merged.sample.inflation.values == [.percent(1), .percent(9), .percent(2), .percent(3)])
  }

  @Test func aLowerLayerMaySpeakOfOtherYears() throws {
    let loaded = try load("inflation = { 1999-00 = \"1%\", 2030-31 = \"2%\" }", "years = 1\n")
    #expect(loaded.sample.inflation[Year(start: 1999)] == .percent(1))
    #expect(loaded.sample.inflation[Year(start: 2029)] == .percent(1))
    #expect(loaded.sample.inflation[Year(start: 2030)] == .percent(2))
  }

  @Test func problemsAreInTheOrderOfTheLayers() {
    let lines = refusal([
      (name: "england.toml", text: "relets = 1\n"), (name: "x.toml", text: Sample.required + "years = 0\n"),
    ])
    #expect(
      lines == [
        #"england.toml:1:10: relets 1 is not a percentage; write "1%""#,
        "x.toml:4:9: years 0 is out of bounds; it must be from 1 year to 60 years",
      ])
  }

  private let files = [
    "m/x.toml": "extends = \"../england.toml\"\n", "england.toml": "# nothing\n",
    "loop.toml": "\nextends = \"m/a.toml\"\n", "m/a.toml": "extends = \"./b.toml\"",
    "m/b.toml": "extends = \"../loop.toml\"",
    "self.toml": "extends = \"self.toml\"", "lost.toml": "a = 1\nextends = \"gone.toml\"",
    "m/rooted.toml": "extends = \"/etc/passwd\"", "number.toml": "extends = 3",
  ]

  private func load(_ top: String) throws(ModelFileError) -> [String] {
    try Layers.load(top) { name in
      files[name].map { .text(Array($0.utf8)) } ?? .missing("no such file")
    }.map { $0.name }
  }

  @Test func extendsIsReadFromTheFolderOfTheFile() throws {
    #expect(try load("m/x.toml") == ["england.toml", "m/x.toml"])
    let layers = try Layers.load("m/x.toml") { name in .text(Array((files[name] ?? "").utf8)) }
    #expect(throws: Never.self) {
      _ = try Loaded(layers + [(name: "scenario", text: Array(Sample.required.utf8))])
    }
  }

  @Test(arguments: [
    (
      "loop.toml",
      "m/b.toml:1:11: the files extend one another: loop.toml → m/a.toml → m/b.toml → loop.toml; take one extends out"
    ),
    (
      "self.toml", "self.toml:1:11: the files extend one another: self.toml → self.toml; take one extends out"
    ),
    ("lost.toml", "lost.toml:2:11: \"gone.toml\" cannot be read: no such file; check its name"),
    ("none.toml", "none.toml:1:1: \"none.toml\" cannot be read: no such file; check its name"),
    (
      "m/rooted.toml",
      "m/rooted.toml:1:11: extends \"/etc/passwd\" is not the name of a model file; write one from this file's folder, such as \"england-2026.toml\""
    ),
    (
      "number.toml",
      "number.toml:1:11: extends 3 is not the name of a model file; write one from this file's folder, such as \"england-2026.toml\""
    ),
  ])
  func extendsThatLeadsNowhere(top: String, message: String) {
    let error = #expect(throws: ModelFileError.self) { try load(top) }
    #expect(error?.lines == [message])
  }

  @Test func extendsHasABottom() {
    let error = #expect(throws: ModelFileError.self) {
      try Layers.load("0") { name in .text(Array("extends = \"\((Int(name) ?? 0) + 1)\"".utf8)) }
    }
    #expect(error?.lines == ["15:1:11: more than 16 files extend one another; lay fewer"])
  }
}
