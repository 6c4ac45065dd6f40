import Finance
import ModelFile
import Testing

/// What a file looks like once what was set is written into it.
@Suite struct SavingTests {
  static let model = """
    # A plan.
    first_year = "2026-27"
    years = 10
    rent = "£104.20 per week"  # the rent roll
    homes = 3_120
    note = 'as it was'
    inflation = { 2026-27 = "2.0%", 2028-29 = "4%" } # Bank of England

    [ta.type.hotel]

    [loan.pwlb] # the board
    \trate = "5%" # its table
    \tterm = "480 months"

    # the second
    [loan.bank]
    rate.2026-27 = "6%"
    rate.then = "5.5%"
    term = "30 years"

    [programme.a]
    homes = [10, 20]
    price = "£285,000"
    loan = "pwlb"
    refuges = ["hotel"]

    """

  func save(_ layers: [(name: String, text: String)], _ overrides: [String]) throws -> String {
    let layers = layers.map { (name: $0.name, text: Array($0.text.utf8)) }
    let (base, now) = (try Loaded(layers), try Loaded(layers, overrides))
    let saved = try Layered(layers).saved(
      now.rows, since: base.rows, scenario: nil, overrides: overrides, firstYear: now.sample.firstYear,
      years: now.sample.years)
    let again = try Loaded(layers.dropLast() + [(name: layers[layers.count - 1].name, text: saved.text)])
    for (one, other) in zip(now.rows, again.rows) {
      #expect(one.isEqual(to: other), "\(one.path): \(one.valueText), and saved \(other.valueText)")
    }
    return String(decoding: saved.text, as: UTF8.self)
  }

  /// What saving makes of the lines that it changes: the old ones gone, the new ones there, all else as it was.
  func changed(_ text: String, _ overrides: [String]) throws -> (gone: [String], new: [String]) {
    let saved = try save([(name: "x.toml", text: text)], overrides)
    let (old, new) = (text.split(separator: "\n"), saved.split(separator: "\n"))
    let (lines, others) = (Set(old), Set(new))
    #expect(old.filter { others.contains($0) } == new.filter { lines.contains($0) })
    return (
      gone: old.filter { !others.contains($0) }.map { String($0) },
      new: new.filter { !lines.contains($0) && !$0.hasPrefix("unsourced = ") }.map { String($0) }
    )
  }

  /// A value takes the place and the manner of the one before it.
  @Test(arguments: [
    ("rent=£99 per week", "rent = \"£99.00 per week\"  # the rent roll"),
    ("homes=2,900", "homes = 2_900"),
    ("homes+=1", "homes = 3_121"),
    ("note=so \"it\" is", "note = 'so \"it\" is'"),
    ("note=it's", "note = \"it's\""),
    (
      "inflation[2028-29]=3.25%",
      "inflation = { 2026-27 = \"2.0%\", 2028-29 = \"3.25%\", then = \"4%\" } # Bank of England"
    ),
    (
      "inflation[2027-28]=3%",
      "inflation = { 2026-27 = \"2.0%\", 2027-28 = \"3.0%\", 2028-29 = \"4%\" } # Bank of England"
    ),
    ("inflation+=1%", "inflation = { 2026-27 = \"3.0%\", 2028-29 = \"5%\" } # Bank of England"),
    ("inflation=1.5%", "inflation = \"1.5%\" # Bank of England"),
    ("inflation=[\"1%\", \"3%\"]", "inflation = [\"1%\", \"3%\"] # Bank of England"),
    ("loan.pwlb.rate=4.85%", "\trate = \"4.85%\" # its table"),
    (
      "loan.pwlb.rate[2027-28]=6%",
      "\trate = { 2026-27 = \"5%\", 2027-28 = \"6%\", then = \"5%\" } # its table"
    ),
    ("loan.pwlb.term=42 years", "\tterm = \"504 months\""),
    ("loan.bank.term=3 years", "term = \"3 years\""),
    ("loan.bank.rate[2026-27]=6.5%", "rate.2026-27 = \"6.5%\""),
    ("programme.a.homes[2027-28]=7", "homes = [10, 7]"),
    ("programme.a.homes[2029-30]=7", "homes = [10, 20, 0, 7]"),
    ("programme.a.price=£1,300,000", "price = \"£1,300,000\""),
    ("programme.a.loan=bank", "loan = \"bank\""),
  ])
  func aValueIsReplacedWhereItStands(said: String, line: String) throws {
    let (gone, new) = try changed(Self.model, [said])
    #expect(new == [line])
    #expect(gone.count == 1)
  }

  /// A key that the file does not have comes after the last of its table.
  @Test(arguments: [
    (
      "reserve=£12",
      ["inflation = { 2026-27 = \"2.0%\", 2028-29 = \"4%\" } # Bank of England", "reserve = \"£12\""]
    ),
    ("loan.pwlb.variable=true", ["\tterm = \"480 months\"", "\tvariable = true"]),
    (
      "loan.bank.rate[2027-28]=6%",
      ["rate.2026-27 = \"6%\"", "rate.2027-28 = \"6%\"", "rate.then = \"5.5%\""]
    ),
    ("programme.a.use=temporary", ["refuges = [\"hotel\"]", "use = \"temporary\""]),
  ])
  func aKeyIsAddedAfterTheLastOfItsTable(said: String, lines: [String]) throws {
    let saved = try save([(name: "x.toml", text: Self.model)], [said])
    #expect(saved.contains(lines.joined(separator: "\n") + "\n"), "\(saved)")
    #expect(try changed(Self.model, [said]).gone == [])
  }

  @Test func whatIsSaidAgainChangesNothing() throws {
    let said = [
      "rent=£104.20 per week", "homes=3120", "loan.pwlb.term=40 years", "inflation[2027-28]=2%",
      "note=as it was",
      "programme.a.homes=[10, 20, 0]", "loan.bank.rate={ 2026-27 = \"6%\", then = \"5.5%\" }",
    ]
    #expect(try save([(name: "x.toml", text: Self.model)], said) == Self.model)
  }

  /// A value of a file below is written into the model, under its table if the model has it, else at its end.
  @Test func aValueOfAFileBelowIsWrittenIntoTheModel() throws {
    let below = (name: "below.toml", text: Self.model)
    let top = (name: "top.toml", text: "extends = \"below.toml\" # it\r\n[loan.pwlb]\r\n# none\r\n")
    #expect(
      try save(
        [below, top], ["loan.pwlb.rate=6%", "homes=4", "loan.bank.term+=1 year", "loan.bank.variable=true"])
        == "extends = \"below.toml\" # it\r\nhomes = 4\r\n[loan.pwlb]\r\nrate = \"6%\"\r\n# none\r\n\r\n[loan.bank]\r\n"
        + "term = \"31 years\"\r\nvariable = true\r\n")
    // dotted years are keys of their own, and merge
    #expect(
      try save([below, (name: "top.toml", text: "extends = \"below.toml\"")], ["loan.bank.rate[2026-27]=7%"])
        == "extends = \"below.toml\"\n\n[loan.bank.rate]\n2026-27 = \"7%\"")
  }

  /// A value that replaces one of a file below may name the years that one names, though the model does not project them.
  @Test func theYearsOfAFileBelowAreKept() throws {
    let below = (
      name: "below.toml", text: Sample.required + "inflation = { 2020-21 = \"1%\", 2026-27 = \"2%\" }\n"
    )
    let top = "extends = \"below.toml\"\nyears = 3\n"
    let saved = try save([below, (name: "top.toml", text: top)], ["inflation[2027-28]=9%"])
    let line = "inflation = { 2020-21 = \"1%\", 2026-27 = \"2%\", 2027-28 = \"9%\", then = \"2%\" }\n"
    #expect(saved == top + line)
    #expect(
      refusal([below, (name: "top.toml", text: top + line.replacing("2020-21", with: "2019-20"))]) == [
        "top.toml:3:15: inflation is given for 2019-20, a year outside the horizon; the model runs from 2026-27 to 2028-29"
      ])
  }

  /// What keeps the comment of another value is unsourced, and stays so until someone takes it off the list.
  @Test func aChangedValueIsUnsourced() throws {
    let list =
      " # changed: a comment beside one is of an earlier value; give its source, and take the path out"
    let once = try save([(name: "x.toml", text: Self.model)], ["rent=£99 per week", "homes=7"])
    #expect(once.contains("\nunsourced = [\"rent\"]\(list)\n"))
    let row = try Loaded(once).row("rent")
    #expect(row.isUnsourced && row.citation.isEmpty)
    #expect(try !Loaded(Self.model).row("rent").isUnsourced)
    let twice = try save([(name: "x.toml", text: once)], ["loan.pwlb.rate=6%", "rent=£98 per week"])
    #expect(twice.contains("\nunsourced = [\"rent\", \"loan.pwlb.rate\"]\(list)\n"))
    #expect(
      refusal([(name: "x.toml", text: "unsourced = [\"rents\"]\n" + Self.model)]) == [
        "x.toml:1:14: there is no assumption \"rents\"; did you mean \"rent\"?"
      ])
    #expect(
      refusal([(name: "x.toml", text: "unsourced = \"rent\"\n" + Self.model)]) == [
        "x.toml:1:13: unsourced is not a list of paths; write one such as [\"loan.pwlb.rate\"]"
      ])
  }

  /// In a list of lines, each with its comment, a value is replaced and another added without touching the rest.
  @Test func aListOfLinesKeepsItsComments() throws {
    let text = Sample.required + "budget = [\n  \"£1\", # one\n  \"£2\" # two\n]\n"
    let list =
      "unsourced = [\"budget\"] # changed: a comment beside one is of an earlier value; give its source, and take the path out\n"
    #expect(
      try save([(name: "x.toml", text: text)], ["budget[2028-29]=£30"]) == Sample.required
        + "budget = [\n  \"£1\", # one\n  \"£2\", # two\n  \"£30\",\n]\n" + list)
    #expect(throws: ModelFileError.self) { try save([(name: "x.toml", text: text)], ["budget=£5"]) }
  }
}
