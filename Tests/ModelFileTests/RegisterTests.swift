import Finance
import ModelFile
import Testing

@Suite struct RegisterTests {
  @Test func citations() throws {
    let loaded = try Loaded(
      """
      # what this file is

      # the plan's own
      first_year = "2026-27"
      rent = "£104.20 per week" # rent roll, 1 April 2026
      homes = 3120 # Assumption: about
      inflation = [
        "2%", # OBR, March 2026
        "3%",
      ]

      [convergence] # a header
      2026-27 = "1 point"
      2027-28 = "2 points" # Policy statement

      # every loan of ours
      [loan.pwlb] # a header
      rate = "5%"
      term = "40 years"
      """)
    func cited(_ path: String) throws -> String {
      String(decoding: try loaded.row(path).citation, as: UTF8.self)
    }
    #expect(try cited("first_year") == "the plan's own")
    #expect(try cited("rent") == "rent roll, 1 April 2026")
    #expect(try cited("inflation") == "OBR, March 2026")
    #expect(try cited("convergence") == "Policy statement")
    #expect(try cited("loan.pwlb.rate") == "")
    #expect(try loaded.row("homes").isAssumption)
    #expect(try !loaded.row("rent").isAssumption)
    #expect(try loaded.row("loan.pwlb.rate").isUnsourced)
    #expect(try !loaded.row("rent").isUnsourced)
    #expect(try !loaded.row("relets").isUnsourced)
    #expect(try loaded.row("rent").written == Array("\"£104.20 per week\"".utf8))
  }

  @Test(arguments: [
    ("relets = \"4.85%\"", "relets", "4.85%"),
    ("", "relets", "4%"),
    ("", "title", "A council"),
    ("", "note", ""),
    ("note = \"n\"", "note", "n"),
    ("reserve = \"-£5\"", "reserve", "-£5"),
    ("", "homes", "3,120 homes"),
    ("years = 1", "years", "1 year"),
    ("", "first_year", "2026-27"),
    ("inflation = { 2026-27 = \"4.85%\", then = \"5%\" }", "inflation", "2026-27: 4.85%, then 5%"),
    ("inflation = [\"1%\", \"1%\", \"2%\"]", "inflation", "2026-27: 1%, from 2028-29: 2%"),
    ("inflation = [\"1%\", \"2%\", \"3%\"]", "inflation", "2026-27: 1%, 2027-28: 2%, then 3%"),
    ("inflation = [\"2%\", \"2%\"]", "inflation", "2%"),
    ("convergence = \"1 point\"", "convergence", "1 point"),
    ("budget = [\"£1\", \"£2.50\"]", "budget", "2026-27: £1, 2027-28: £2.50"),
    ("budget = { 2028-29 = \"£1\", then = \"£2\" }", "budget", "2028-29: £1, then £2"),
    ("budget = []", "budget", "£0"),
    ("empty = \"1 week\"", "empty", "1 week"),
  ])
  func valuesReadAloud(line: String, path: String, text: String) throws {
    #expect(try Loaded(Sample.required + line).row(path).valueText == text)
  }

  @Test func formsOfASeries() throws {
    func budget(_ text: String) throws -> [Int64] {
      let budget = try Loaded(Sample.required + "budget = " + text).sample.budget
      return (2025...2031).map { budget[Year(start: $0)].pence }
    }
    #expect(try budget("\"£1\"") == [100, 100, 100, 100, 100, 100, 100])
    #expect(try budget("[\"£1\", \"£2\"]") == [100, 100, 200, 0, 0, 0, 0])
    #expect(try budget("{ 2027-28 = \"£1\", 2029-30 = \"£2\" }") == [0, 0, 100, 0, 200, 0, 0])
    #expect(try budget("{ 2027-28 = \"£1\", then = \"£2\" }") == [0, 0, 100, 200, 200, 200, 200])
    #expect(try budget("{ then = \"£2\" }") == [200, 200, 200, 200, 200, 200, 200])
  }

  @Test func aBlankFormDescribesEverythingOnce() {
    var form = Form.blank()
    let sample = Sample(&form)
    #expect(sample.loans.count == 1 && sample.programmes.count == 1 && sample.loans[0].name == "*")
    #expect(
      form.asked.map { $0.path } == [
        "title", "first_year", "years", "inflation", "convergence", "budget", "rent", "relets", "reserve",
        "empty",
        "homes", "note", "loan.*.rate", "loan.*.term", "loan.*.variable", "loan.*.margin", "loan.*.drawn_by",
        "programme.*.homes", "programme.*.delivery", "programme.*.price", "programme.*.cost",
        "programme.*.lead_time", "programme.*.use", "programme.*.loan", "programme.*.refuges",
      ])
    #expect(throws: Never.self) { try form.close() }
  }

  @Test func namesAndReferencesAreInFileOrder() throws {
    let sample = try Loaded(
      Sample.required
        + """
        [ta.type.hotel]
        [ta.type.leased]
        [loan.b]
        rate = "1%"
        term = "1 year"
        [loan.a]
        rate = "1%"
        term = "1 year"
        [programme.p]
        homes = 1
        delivery = "build"
        cost = "£1"
        lead_time = "0 months"
        loan = "a"
        refuges = ["leased", "hotel"]
        """
    ).sample
    #expect(sample.types == ["hotel", "leased"])
    #expect(sample.programmes[0].loan == 1)
    #expect(sample.programmes[0].also == [1, 0])
    #expect(sample.programmes[0].delivery == .build(cost: .pounds(1), leadTime: 0))
  }

  /// A file of thousands of keys, asked for and not, in several layers.
  @Test func aLargeFileIsRead() throws {
    var text = Sample.required
    for index in 0..<2_500 {
      text += "[loan.l\(index)]\nrate = \"5%\"\nterm = \"40 years\"\nmargin = \"1 point\"\n"
    }
    let layer = (name: "x.toml", text: Array(text.utf8))
    #expect(try Loaded([layer, layer]).sample.loans.count == 2_500)
  }
}
