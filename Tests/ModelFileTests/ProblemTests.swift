import ModelFile
import Testing

/// Every kind of message, at the spot marked with ▸.
@Suite struct ProblemTests {
  @Test func valuesOfTheWrongKind() {
    expect(
      "relets = ▸\"5.5 percent\"",
      [#"relets "5.5 percent" is not a percentage; write "5.5%", its unit spelled so"#])
    expect("relets = ▸4.85", [#"relets 4.85 is not a percentage; write "4.85%""#])
    expect("relets = ▸5", [#"relets 5 is not a percentage; write "5%""#])
    expect("relets = ▸\"4.85\"", [#"relets "4.85" is not a percentage; write "4.85%""#])
    expect("relets = ▸nan", [#"relets nan is not a percentage; write one such as "5.5%""#])
    expect("relets = ▸1e3", [#"relets 1e3 is not a percentage; write one such as "5.5%""#])
    expect("relets = ▸\"\"", [#"relets "" is not a percentage; write one such as "5.5%""#])
    expect("relets = ▸2026-04-01", [#"relets 2026-04-01 is not a percentage; write one such as "5.5%""#])
    expect("relets = ▸[\"4%\"]", [#"relets ["4%"] is not a percentage; write one such as "5.5%""#])
    expect("relets = ▸{ a = 1 }", [#"relets { a = 1 } is not a percentage; write one value such as "5.5%""#])
    expect("relets = ▸\"4,85%\"", [#"relets "4,85%" is not a percentage; write one such as "5.5%""#])
    expect(
      "relets = ▸\"4.85001%\"", [#"relets "4.85001%" has more than four decimal places; write at most four"#])
    expect("reserve = ▸285", [#"reserve 285 is not an amount in pounds; write "£285""#])
    expect(
      "reserve = ▸\"£1.205\"", [#"reserve "£1.205" has more than two decimal places; write at most two"#])
    expect(
      "reserve = ▸\"£5 per week\"",
      [#"reserve "£5 per week" is not an amount in pounds; write one such as "£1,000""#])
    expect(
      "convergence = ▸\"0.8%\"",
      [#"convergence "0.8%" is not a number of percentage points; write one such as "0.8 points""#])
    expect("empty = ▸2", [#"empty 2 is not a time in weeks; write "2 weeks""#])
    expect(
      "empty = ▸\"2 months\"", [#"empty "2 months" is not a time in weeks; write one such as "3 weeks""#])
    expect("years = ▸1.5", ["years 1.5 is not a whole number of years; write one such as 40"])
    expect(
      "years = ▸\"40 homes\"", [#"years "40 homes" is not a whole number of years; write one such as 40"#])
    expect("title = ▸7", ["title 7 is not text; put it in quotes"])
    expect("loan = ▸7", ["loan is not a table of names; write [loan.NAME] and its assumptions under it"])
    expect("ta = ▸7", ["ta 7 is not a table; write [ta] and its assumptions under it"])
    expect(
      "▸[[loan]]\nrate = \"4%\"",
      [
        "loan is not a table of names; write [loan.NAME] and its assumptions under it"
      ])
    expect(
      "[loan]\n▸rate = \"4%\"",
      [
        #""rate" stands in [loan] without a NAME; write [loan.NAME] and its assumptions under it"#
      ])
    expect(
      "[loan.▸\"a.b\"]", [#""a.b" is not a NAME; write up to 60 letters, digits, hyphens and underscores"#])
  }

  @Test func wrongUnitOfRent() {
    expect(
      "rent = ▸\"£104 per month\"",
      [
        #"rent "£104 per month" is not an amount in pounds per week; write one such as "£104.20 per week""#
      ], after: "first_year = \"2026-27\"\nhomes = 3\n")
    expect(
      "rent = ▸104.2", [#"rent 104.2 is not an amount in pounds per week; write "£104.20 per week""#],
      after: "first_year = \"2026-27\"\nhomes = 3\n")
  }

  /// Where a number can mean two things, both are offered.
  @Test func numbersWithoutTheirUnit() {
    expect(
      "relets = ▸0.01",
      [#"relets 0.01 is not a percentage; write "1%" if a share of one is meant, or "0.01%""#])
    expect(
      "relets = ▸\"0.055\"",
      [#"relets "0.055" is not a percentage; write "5.5%" if a share of one is meant, or "0.055%""#])
    // all of it is more than it may be
    expect("relets = ▸1", [#"relets 1 is not a percentage; write "1%""#])
    expect("relets = ▸0", [#"relets 0 is not a percentage; write "0%""#])
    func term(_ text: String, _ message: String) {
      expect("[loan.pwlb]\nrate = \"4%\"\nterm = ▸\(text)", [message])
    }
    term("40", #"term 40 is not a time in months or years; write "40 years", or "40 months""#)
    term("5", #"term 5 is not a time in months or years; write "5 years""#)
    term("120", #"term 120 is not a time in months or years; write "10 years""#)
    term("9000", #"term 9000 is not a time in months or years; write one such as "40 years""#)
    term(
      "9223372036854775807",
      #"term 9223372036854775807 is not a time in months or years; write one such as "40 years""#)
    term(
      "-9223372036854775808",
      #"term -9223372036854775808 is not a time in months or years; write one such as "40 years""#)
  }

  @Test func valuesSpelledInWaysOfTheirOwn() {
    expect(
      "relets = ▸\"5 %\"", [#"relets "5 %" is not a percentage; write "5%", without the space"#])
    expect(
      "rent = ▸\"£109.90 pw\"",
      [
        #"rent "£109.90 pw" is not an amount in pounds per week; write "£109.90 per week", its unit spelled so"#
      ],
      after: "first_year = \"2026-27\"\nhomes = 3\n")
    expect(
      "[loan.pwlb]\nrate = \"4%\"\nterm = ▸\"40 Years\"",
      [#"term "40 Years" is not a time in months or years; write "40 years", in small letters"#])
    let dear =
      "[loan.pwlb]\nrate = \"4%\"\nterm = \"40 years\"\n[programme.a]\nhomes = 1\nloan = \"pwlb\"\n"
    expect(
      dear + "price = ▸\"£2,00,000\"",
      [#"price "£2,00,000" is not an amount in pounds; write "£200,000", with commas in threes"#])
    // a comma that may be a decimal point
    expect(
      dear + "price = ▸\"£2000,5\"",
      [#"price "£2000,5" is not an amount in pounds; write one such as "£285,000""#])
  }

  @Test func bounds() {
    expect("relets = ▸\"51%\"", [#"relets "51%" is out of bounds; it must be from 0% to 50%"#])
    expect("relets = ▸\"-0.0001%\"", [#"relets "-0.0001%" is out of bounds; it must be from 0% to 50%"#])
    expect("years = ▸-3", ["years -3 is out of bounds; it must be from 1 year to 60 years"])
    expect(
      "years = ▸9223372036854775807",
      [
        "years 9223372036854775807 is out of bounds; it must be from 1 year to 60 years"
      ])
    expect(
      "reserve = ▸\"£99999999999999999999999999\"",
      [
        #"reserve "£99999999999999999999999999" is out of bounds; it must be from -£5 to £1,000"#
      ])
    expect(
      "empty = ▸\"53 weeks\"", [#"empty "53 weeks" is out of bounds; it must be from 0 weeks to 52 weeks"#])
    expect(
      "first_year = ▸\"2019-20\"",
      [
        #"first_year "2019-20" is out of bounds; it must be from 2020-21 to 2060-61"#
      ], after: "rent = \"£1 per week\"\nhomes = 3\n")
    expect(
      "homes = ▸-1", ["homes -1 is out of bounds; it must be from 0 homes to 200,000 homes"],
      after: "first_year = \"2026-27\"\nrent = \"£1 per week\"\n")
    expect(
      "first_year = ▸2026", [#"first_year 2026 is not a financial year; write "2026-27""#],
      after: "rent = \"£1 per week\"\nhomes = 3\n")
    expect(
      "first_year = ▸\"2026-28\"",
      [#"first_year "2026-28" is not a financial year; write one such as "2026-27""#],
      after: "rent = \"£1 per week\"\nhomes = 3\n")
  }

  @Test func textIsShownSafely() {
    expect(
      "title = ▸\"a\\u001b[31mb\"",
      [
        #"title "a\u{1b}[31mb" holds a control character; write plain text on one line"#
      ])
    expect("title = ▸\"\"", ["title is empty; write text, or leave it out"])
    let long = String(repeating: "é", count: 201)
    expect(
      "title = ▸\"\(long)\"",
      [
        "title \"\(String(repeating: "é", count: 60))…\" has more than 200 characters; write fewer"
      ])
    expect(
      "note = ▸\"\"\"two\nlines\"\"\"",
      [
        #"note "two\nlines" holds a control character; write plain text on one line"#
      ])
  }

  @Test func missingAndUnknownKeys() {
    expect(
      "▸▸▸title = \"x\"",
      [
        #"first_year is missing; write first_year = "2026-27""#,
        #"rent is missing; write rent = "£104.20 per week""#,
        "homes is missing; write homes = 120",
      ], after: "")
    expect("▸inflatoin = \"2%\"", [#"unknown key "inflatoin"; did you mean "inflation"?"#])
    expect(
      "▸[loan.pwlb]\nterm = \"40 years\"\n▸rats = \"4%\"",
      [
        #"loan.pwlb.rate is missing; write rate = "5.5%" under [loan.pwlb]"#,
        #"unknown key "rats" in [loan.pwlb]; did you mean "rate"?"#,
      ])
    expect("[ta]\n▸something_else = 3", [#"unknown key "something_else" in [ta]; expected "type""#])
    expect("[ta.type.hotel]\n▸cost = 3", [#"unknown key "cost" in [ta.type.hotel]; take it out"#])
  }

  @Test func choicesAndReferences() {
    let loan = "[loan.pwlb]\nrate = \"4%\"\nterm = \"40 years\"\n[programme.a]\nhomes = 1\n"
    let good = loan + "price = \"£1\"\nloan = \"pwlb\"\n"
    expect(
      good + "use = ▸\"setled\"", [#"use "setled" is not "settled" or "temporary"; did you mean "settled"?"#])
    expect(
      good + "use = ▸\"office\"",
      [
        #"use "office" is not "settled" or "temporary"; write one of them"#
      ])
    expect(
      good + "refuges = [▸\"hotel\"]",
      [
        #"refuges "hotel" is not the NAME of a [ta.type.NAME]; there is no [ta.type.NAME]: write one"#
      ])
    expect(good + "refuges = [\"a\", ▸\"a\"]\n[ta.type.a]", [#"refuges names "a" twice; name it once"#])
    expect(
      loan + "price = \"£1\"\nloan = ▸\"pwbl\"",
      [
        #"loan "pwbl" is not the NAME of a [loan.NAME]; did you mean "pwlb"?"#
      ])
    expect(
      loan + "loan = \"pwlb\"\ndelivery = ▸\"lease\"\nlead_time = 7",
      [
        #"delivery "lease" is not "buy" or "build"; write one of them"#
      ])
    expect(
      good + "▸lead_time = \"18 months\"",
      [
        #"unknown key "lead_time" in [programme.a]; it goes with delivery = "build""#
      ])
    expect(
      "[loan.pwlb]\nrate = \"4%\"\nterm = \"40 years\"\nvariable = ▸\"true\"",
      [
        #"variable "true" is not true or false; write one of them, without quotes"#
      ])
  }

  @Test func series() {
    expect(
      "inflation = [\"2%\", ▸3, ▸\"x\"]",
      [
        #"inflation 3 is not a percentage; write "3%""#,
        #"inflation "x" is not a percentage; write one such as "5.5%""#,
      ])
    expect("inflation = ▸[]", ["inflation has no values; write one for each year, from 2026-27"])
    expect("inflation = ▸{}", ["inflation has no values; write one by year, such as { 2026-27 = … }"])
    expect(
      "inflation = { ▸2026 = \"2%\" }",
      [
        #""2026" in inflation is not a financial year; write one such as 2026-27, or then"#
      ])
    expect(
      "inflation = { 2028-29 = \"2%\", ▸2027-28 = \"3%\" }",
      [
        "2027-28 in inflation is out of order; write the years in order"
      ])
    expect(
      "inflation = { ▸then = \"2%\", 2027-28 = \"3%\" }",
      [
        "then is not the last of inflation; write it after the years"
      ])
    expect(
      "years = 2\ninflation = { ▸2025-26 = \"1%\", 2026-27 = \"2%\", ▸2028-29 = \"3%\" }",
      [
        "inflation is given for 2025-26, a year outside the horizon; the model runs from 2026-27 to 2027-28",
        "inflation is given for 2028-29, a year outside the horizon; the model runs from 2026-27 to 2027-28",
      ])
    expect(
      "years = 2\ninflation = [\"1%\", \"2%\", ▸\"3%\", \"4%\", 5]",
      ["inflation gives 5 years, and 2 years are projected; end with 2027-28"])
    expect(
      "years = 1\ninflation = { ▸2024-25 = \"1%\", 2025-26 = \"1%\", ▸2028-29 = \"3%\", 2029-30 = \"3%\" }",
      [
        "inflation is given for 2024-25, a year outside the horizon; the model runs from 2026-27 to 2026-27",
        "inflation is given for 2028-29, a year outside the horizon; the model runs from 2026-27 to 2026-27",
      ])
    // a level has no value before its first year; an amount is nothing
    expect(
      "inflation = { ▸2028-29 = \"2%\", then = \"3%\" }",
      ["inflation says nothing of the years before 2028-29; begin with 2026-27"])
    expect("budget = { 2028-29 = \"£2\" }", [])
    // where it is not known how long the model runs, nothing is said of that
    expect(
      "years = ▸0\ninflation = { 2099-00 = \"3%\" }",
      [
        "years 0 is out of bounds; it must be from 1 year to 60 years"
      ])
  }

  @Test func columnsCountScalarsAndProblemsAreInOrder() {
    expect(
      "budget = [\"£1\", \"£2\", ▸3]\n▸zzz = 1\n[loan.pwlb]\nrate = ▸5\nterm = \"1 year\"",
      [
        #"budget 3 is not an amount in pounds; write "£3""#,
        #"unknown key "zzz"; expected "title", "first_year", "years", "inflation", "convergence", "budget", "rent", "relets", "reserve", "empty", "homes", "note" or another 3"#,
        #"rate 5 is not a percentage; write "5%""#,
      ])
  }

  @Test func problemsOfTheParserHideWhatMayOnlyBeOutOfSight() {
    let lines = refusal([(name: "x.toml", text: "first_year = \"2026-27\nrelets = 4.85\n")])
    #expect(lines.count == 2)
    #expect(lines.last == #"x.toml:2:10: relets 4.85 is not a percentage; write "4.85%""#)
    let twice = refusal([(name: "x.toml", text: Sample.required + "years = 2\nyears = 3")])
    #expect(twice.count == 1)
    #expect(twice.first?.hasPrefix("x.toml:5:1: ") == true)
  }

  @Test func afterAHundredTheRestIsCounted() {
    let text = Sample.required + (1...250).map { "zzz\($0) = 1\n" }.joined()
    let lines = refusal([(name: "x.toml", text: text)])
    #expect(lines.count == 101)
    #expect(lines.last == "and 150 more")
    #expect(lines[99].hasPrefix("x.toml:103:1: unknown key \"zzz100\"; "))
  }

  @Test func checksBetweenValues() throws {
    let text = "a = \"1%\"\n[part.one]\nb = 2\nc = { d = 1 }\n"
    func lines(_ overrides: [String], _ key: String) throws -> [String] {
      var form = Form([(name: "x.toml", text: Array(text.utf8))], overrides: overrides)
      _ = form.rate("a", in: .percent(0...9), "A")
      _ = form.each("part") { form in
        _ = form.count("b", of: "homes", in: 0...9, "B")
        _ = form.section("c") { form in form.count("d", of: "homes", in: 0...9, "D") }
        #expect(form.isGiven("b") && !form.isGiven("x"))
        form.problem(at: key, fault: "b is odd", remedy: "make it even")
      }
      do throws(ModelFileError) { _ = try form.close() } catch { return error.lines }
      return []
    }
    #expect(try lines([], "b") == ["x.toml:3:5: b is odd; make it even"])
    #expect(try lines([], "c.d") == ["x.toml:4:11: b is odd; make it even"])
    #expect(try lines([], "x") == ["x.toml:2:1: b is odd; make it even"])
    #expect(try lines(["part.one.b=3"], "b") == ["--set part.one.b=3: b is odd; make it even"])
  }
}
