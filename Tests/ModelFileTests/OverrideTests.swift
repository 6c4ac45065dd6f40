import Finance
import ModelFile
import Testing

@Suite struct OverrideTests {
  static let model =
    Sample.required + """
      relets = "1%" # a survey
      inflation = { 2026-27 = "2%", 2028-29 = "4%" }
      [ta.type.hotel]
      [loan.pwlb]
      rate = "5%"
      term = "40 years"
      [programme.a]
      homes = { 2027-28 = 10, 2029-30 = 20 }
      price = "£285,000"
      loan = "pwlb"

      """

  private func load(_ overrides: String...) throws -> Sample { try Loaded(Self.model, overrides).sample }

  @Test func valuesAreReadByTheirKind() throws {
    #expect(try load("relets=2.5%").relets == Rate(millionths: 25_000))
    #expect(try load("relets=\"2.5%\"").relets == Rate(millionths: 25_000))
    #expect(try load("rent=£99.01 per week").rent == Money(pence: 99_01))
    #expect(try load("homes=7").homes == 7)
    #expect(try load("first_year=2027-28", "years=3").firstYear == Year(start: 2027))
    #expect(try load("loan.pwlb.variable=true").loans[0].isVariable)
    #expect(try load("programme.a.use=temporary").programmes[0].use == .temporary)
    #expect(try load("title=Anytown = good").title == "Anytown = good")
    #expect(try load("note=n").note == "n")
    #expect(try load("programme.a.refuges=hotel").programmes[0].also == [0])
    #expect(try load("programme.a.refuges=[\"hotel\"]").programmes[0].also == [0])
    #expect(
      try load("loan.pwlb.rate={ 2026-27 = \"1%\", then = \"2%\" }").loans[0].rate.values == [
        .percent(1), .percent(2),
      ])
    #expect(try load("programme.a.homes=[1, 2]").programmes[0].homes.values == [1, 2, 0])
  }

  @Test func theLastOneWins() throws {
    #expect(try load("relets=2%", "relets=3%").relets == .percent(3))
    #expect(try load("note=n", "note=m").note == "m")
    #expect(try load("relets=2%", "relets+=3%", "relets+=-0.5 points").relets == Rate(millionths: 45_000))
  }

  @Test func sumsAndYears() throws {
    #expect(try load("relets+=1%").relets == .percent(2))
    #expect(try load("inflation+=1%").inflation.values == [.percent(3), .percent(3), .percent(5)])
    #expect(
      try load("inflation[2027-28]=9%").inflation.values == [.percent(2), .percent(9), .percent(4)].map { $0 }
        + [])
    #expect(
      try load("convergence[2028-29]+=1 point").convergence.values.map { $0.millionths } == [
        10_000, 10_000, 20_000, 10_000,
      ])
    // an amount: only the years that have one grow, and there is none after the last
    #expect(try load("programme.a.homes+=5").programmes[0].homes.values == [0, 15, 0, 25, 0])
    #expect(try load("programme.a.homes[2028-29]=7").programmes[0].homes.values == [0, 10, 7, 20, 0])
    #expect(try load("programme.a.homes[2031-32]=7").programmes[0].homes.values == [0, 10, 0, 20, 0, 7, 0])
    #expect(try load("programme.a.homes=3").programmes[0].homes.values == [3])
  }

  /// A file is not held to a time that an override moves; an override is.
  @Test func aMovedTimeLeavesTheFileAlone() throws {
    #expect(try load("years=1").years == 1)
    #expect(try load("first_year=2030-31", "years=1").inflation[Year(start: 2030)] == .percent(4))
    #expect(
      refusal([(name: "x.toml", text: Self.model)], ["years=1", "inflation[2027-28]=1%"]) == [
        "--set inflation[2027-28]=1%: inflation is given for 2027-28, a year outside the horizon; the model runs from 2026-27 to 2026-27"
      ])
  }

  @Test(arguments: [
    ("relets=5", #"relets "5" is not a percentage; write "5%""#),
    ("relets=51%", #"relets "51%" is out of bounds; it must be from 0% to 50%"#),
    ("relets+=60%", "relets would be 61%; it must be from 0% to 50%"),
    ("relets+=9999999999999999999999%", nil),
    ("relets[2027-28]=5%", "relets is not given by year; leave out the brackets"),
    ("title+=5", "nothing can be added to title; write = for +="),
    ("title[2027-28]=5", "title is not given by year; leave out the brackets"),
    ("first_year+=1", "nothing can be added to first_year; write = for +="),
    ("reserve+=£1", "reserve has no value to change; write a whole one, with = and no year"),
    ("inflation[2027-29]=5%", #""2027-29" is not a financial year; write one such as [2028-29]"#),
    (
      "inflation[2099-00]=5%",
      "inflation is given for 2099-00, a year outside the horizon; the model runs from 2026-27 to 2065-66"
    ),
    ("relet=5%", #"there is no assumption "relet"; did you mean "relets"?"#),
    ("loan.x.rate=5%", #"there is no assumption "loan.x.rate"; did you mean "loan.pwlb.rate"?"#),
    (
      "nothing.like.this=1",
      #"there is no assumption "nothing.like.this"; `homeward describe` lists them all"#
    ),
    (
      "relets",
      "this is not PATH=VALUE; write loan.pwlb.rate=5.5%, loan.pwlb.rate[2028-29]=5.5% or loan.pwlb.rate+=1%"
    ),
    (
      "=1",
      "this is not PATH=VALUE; write loan.pwlb.rate=5.5%, loan.pwlb.rate[2028-29]=5.5% or loan.pwlb.rate+=1%"
    ),
  ])
  func wrongOnes(override: String, message: String?) {
    let lines = refusal([(name: "x.toml", text: Self.model)], [override])
    #expect(lines.count == 1)
    if let message { #expect(lines == ["--set \(override): \(message)"]) }
  }

  @Test func theRegisterNamesTheOverride() throws {
    var form = Form([(name: "x.toml", text: Array(Self.model.utf8))], overrides: ["relets=3%"])
    _ = Sample(&form)
    let rows = try form.close()
    let row = try #require(rows.first { $0.path == "relets" })
    let place = try #require(row.place)
    #expect(form.sources.show(place) == "--set relets=3%")
    #expect(form.place(of: "relets") == place)
    #expect(form.place(of: "loan.pwlb.rate").map { form.sources.show($0) } == "x.toml:8:8")
    #expect(form.place(of: "loan.none") == nil)
    #expect(row.citation.isEmpty && row.valueText == "3%" && row.written == Array("3%".utf8))
  }
}
