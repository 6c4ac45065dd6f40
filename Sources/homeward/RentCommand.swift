import Finance
import Housing

extension Command {
  static let rent = Command(
    name: "rent",
    summary: "The formula rent of a social home, with each step to it",
    usage: "rent formula --county NAME --bedrooms NUMBER --value-1999 £ --year YEAR [OPTION...]",
    options: [
      Option(name: "--county", value: "NAME", meaning: "The county of 1974, such as \"Tyne and Wear\""),
      Option(name: "--bedrooms", value: "NUMBER", meaning: "0 for a bedsit"),
      Option(name: "--value-1999", value: "POUNDS", meaning: "The home's own value at January 1999"),
      Option(name: "--year", value: "YEAR", meaning: "The financial year of the rent, such as 2026-27"),
      .format(["text", "json"], "Default text"),
    ],
    details:
      "A week, over 52 weeks, without service charges; not above the cap of its size, where that is known.",
    examples: [
      #"rent formula --county "Tyne and Wear" --bedrooms 2 --value-1999 "£49,750" --year 2026-27"#
    ],
    action: { arguments throws(Failure) in
      guard let kind = arguments.operands.first else {
        throw arguments.command.badUse("which rent? try `homeward rent formula`")
      }
      guard kind == "formula" else {
        throw arguments.command.badUse("unknown rent \"\(kind)\"" + suggestion(for: kind, among: ["formula"]))
      }
      if arguments.operands.count > 1 {
        throw arguments.command.badUse("\"\(arguments.operands[1])\" is not expected")
      }
      let county = try county(arguments)
      let bedrooms = try bedrooms(arguments)
      let value = try arguments.money("--value-1999", in: .pounds(0...10_000_000))
      let (first, last) = (FormulaRent.baseYear, FormulaRent.lastPublishedYear)
      let year = try arguments.value("--year") { form, key in
        form.year(key, in: Int64(first.start)...Int64(last.start), "")
      }
      let weekly = FormulaRent.weeklyRent(county: county, bedrooms: bedrooms, value1999: value, in: year)
      let steps = FormulaRent.steps(county: county, bedrooms: bedrooms, value1999: value, year: year)
      return arguments["--format"] == "json" ? .fine(json(weekly, steps)) : .fine(text(weekly, steps))
    })

  private static func county(_ arguments: Arguments) throws(Failure) -> Int {
    let name = try arguments.required("--county")
    let names = FormulaRent.counties.map { $0.name }
    if let place = names.firstIndex(where: { $0.lowercased() == name.lowercased() }) { return place }
    if FormulaRent.missingCounties.contains(where: { $0.lowercased() == name.lowercased() }) {
      throw arguments.badValue(
        "--county", name, "a county whose earnings of 1999 were found",
        "take them from the Schedule to SI 2016/390 and reckon its rent by hand")
    }
    let near = suggestion(for: name, among: names)
    throw arguments.badValue(
      "--county", name, "a county of 1974",
      near.isEmpty ? "such as \"Kent\" or \"Greater London\"" : String(near.dropFirst(2)))
  }

  private static func bedrooms(_ arguments: Arguments) throws(Failure) -> Int64 {
    let text = try arguments.required("--bedrooms")
    guard let number = wholeNumber(text), number <= 20 else {
      throw arguments.badValue(
        "--bedrooms", text, "a number of bedrooms", "write one from 0, a bedsit, to 20")
    }
    return number
  }

  private static func json(_ weekly: Money, _ steps: [FormulaRent.Step]) -> String {
    let rows = steps.map { step in
      let members = [
        ("step", quoted(step.label)), ("figure", step.figure.map { decimal($0, places: 9) } ?? "null"),
        ("unit", quoted(step.unit)),
        ("weekly_rent", step.runningRent.map { decimal($0, places: 9) } ?? "null"),
        ("source", quoted(step.source)), ("certainty", quoted(step.certainty.description)),
      ]
      return "{" + members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }
    return "{\"weekly_rent\":\(quoted(plain(weekly))),\"steps\":[\(rows.joined(separator: ","))]}\n"
  }

  private static func text(_ weekly: Money, _ steps: [FormulaRent.Step]) -> String {
    let rows = steps.map { step in
      [
        step.label, step.figure.map { worded($0, step) } ?? "not known",
        step.runningRent.map { "£" + fixed($0, places: 4) } ?? "",
      ]
    }
    var sources: [String] = []
    for step in steps {
      let line =
        "\(step.rule.title): \(step.source)" + (step.certainty == .read ? "" : " (\(step.certainty))")
      if !sources.contains(line) { sources.append(line) }
    }
    let table = aligned([["Step", "Figure", "Rent a week"]] + rows, textColumns: 1)
    return "\(grouped(weekly)) a week\n\n\(table)\nSources:\n" + sources.map { "- \($0)\n" }.joined()
  }

  private static func worded(_ figure: Double, _ step: FormulaRent.Step) -> String {
    switch step.unit {
    case "£" where figure.magnitude < 1e15:
      grouped(Money(pence: Int64((figure * 100).rounded(.toNearestOrEven))))
    case "£", "£ a week": "£" + fixed(figure, places: step.decimals)
    case "%": fixed(figure, places: step.decimals) + "%"
    default: fixed(figure, places: step.decimals)
    }
  }
}
