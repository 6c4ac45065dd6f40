import Finance
import ModelFile

extension Command {
  static let value = Command(
    name: "value",
    summary: "What flows of money are worth: net present value, internal rate of return, payback",
    usage: "value FLOWS.csv|--flows AMOUNTS --rate %|green-book [OPTION...]",
    options: [
      Option(
        name: "--rate", value: "PERCENT|green-book",
        meaning: "Discount rate a year, such as \"3.5%\"; or the Treasury's, which fall with time"),
      Option(
        name: "--first", value: "undiscounted|discounted",
        meaning: "Whether the first flow is now, as it is by default in a file of years, or a year from now",
        choices: ["undiscounted", "discounted"]),
      Option(
        name: "--flows", value: "AMOUNTS", meaning: "One a year, with commas between: \"-1000,300,420,680\""),
      Option(
        name: "--dates", value: "DATES",
        meaning: "A day for each of --flows, such as 2026-04-01,2027-03-31; then XNPV and XIRR"),
      .format(["text", "markdown", "json", "csv"], "Default text"),
    ],
    details: """
      FLOWS.csv has a row for each flow, in any order: a time and an amount, such as 2026-27,"-£1,000.00". The time is a year, a
      period (0 is now, 1 a year from now) or a date; a header, if there is one, says which: year,amount or period,amount or
      date,amount. Lines that begin with # above it are comments, and - is standard input. Flows of one time are added up.

      With dates, a year is 365 days, leap years too, and values are as at the earliest of them, as XNPV and XIRR of a spreadsheet
      have it. Payback is the first flow from which the running sum stays at or above nothing; discounted payback is the same
      of present values. Benefits to costs is what comes in for each pound that goes out, both at present value. A rate of return may be none,
      or more than one: the answer then says so, and between which rates it looked. The Green Book's rates are for real
      flows, without inflation.
      """,
    examples: [
      #"value flows.csv --rate "3.5%""#,
      #"value flows.csv --rate green-book --format markdown"#,
      #"value --rate "3.5%" --first undiscounted --flows "-1000,300,420,680""#,
      #"value --rate "3.5%" --flows "-1000,300,900" --dates 2026-04-01,2026-10-01,2028-03-31 --format json"#,
    ],
    action: { arguments throws(Failure) in
      let flows =
        if let file = arguments.operands.first { try table(file, arguments) } else { try typed(arguments) }
      let worth = FlowWorth(flows, rate: try discount(arguments))
      guard worth.isFinite else {
        throw arguments.command.badUse("the value of these flows is too large a number")
      }
      return switch arguments["--format"] {
      case "json": .fine(worth.json)
      case "csv": .fine(worth.csv)
      case "markdown": .fine(worth.markdown)
      default: .fine(worth.text)
      }
    })

  private static func discount(_ arguments: Arguments) throws(Failure) -> DiscountRates {
    if try arguments.required("--rate") == "green-book" { return .greenBook }
    return DiscountRates(try arguments.rate("--rate", in: .percent(-99...1_000)))
  }

  // MARK: A file

  private static func table(_ file: String, _ arguments: Arguments) throws(Failure) -> FlowWorth.Flows {
    guard arguments.operands.count == 1 else {
      throw arguments.command.badUse("give one file of flows, not \(arguments.operands.count)")
    }
    for name in ["--flows", "--dates"] where arguments[name] != nil {
      throw arguments.command.badUse("give a file or \(name), not both")
    }
    let text = try readFile(file, kind: "a file of flows", example: "flows.csv")
    let table: FlowTable
    do throws(ModelFileError) {
      table = try FlowTable(text, named: file == "-" ? standardInput : file)
    } catch {
      throw Failure(error.lines)
    }
    if table.timing != .year, arguments["--first"] == "discounted" {
      throw arguments.command.badUse(
        "--first discounted is for flows by year; \(table.timing)s say when each one is")
    }
    return FlowWorth.Flows(table, isFirstDiscounted: arguments["--first"] == "discounted")
  }

  // MARK: Flows on the command line

  private static func typed(_ arguments: Arguments) throws(Failure) -> FlowWorth.Flows {
    guard arguments["--flows"] != nil else {
      throw arguments.command.badUse("no flows are given; name a file of them, or write --flows AMOUNTS")
    }
    let amounts = try amounts(arguments)
    if let days = try dates(arguments, count: amounts.count) {
      guard arguments["--first"] != "discounted" else {
        throw arguments.command.badUse(
          "--first discounted is for flows a year apart; dates say when each one is")
      }
      return FlowWorth.Flows(amounts, on: days)
    }
    return FlowWorth.Flows(amounts, isFirstDiscounted: try arguments.required("--first") == "discounted")
  }

  private static func amounts(_ arguments: Arguments) throws(Failure) -> [Double] {
    var flows: [Double] = []
    let text = try arguments.required("--flows")
    let remedy = "write \"-1000,300,420,680\", without pounds or other commas"
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
    // a group of thousands, which its comma cuts off from the rest of its number
    let isGrouped = words.dropFirst().contains { $0.utf8.count == 3 && $0.utf8.first == UInt8(ascii: "0") }
    guard !isGrouped, !text.contains("£") else {
      throw arguments.badValue("--flows", text, "a list of plain numbers", remedy)
    }
    guard words.count <= FlowTable.mostFlows else {
      throw arguments.command.badUse("--flows has \(words.count) flows; write at most 10,000")
    }
    for word in words {
      guard let flow = number(word), flow.magnitude < 1e15 else {
        throw arguments.badValue("--flows", String(word), "a number", remedy)
      }
      flows.append(flow)
    }
    return flows
  }

  private static func dates(_ arguments: Arguments, count: Int) throws(Failure) -> [Day]? {
    guard let text = arguments["--dates"] else { return nil }
    var days: [Day] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let day = Day(iso: String(trimmed(word))) else {
        throw arguments.badValue("--dates", String(word), "a day", "write it as 2026-04-01")
      }
      days.append(day)
    }
    guard days.count == count else {
      throw arguments.command.badUse(
        "flows and dates differ in number, \(count) and \(days.count); give each flow one date")
    }
    return days
  }
}

/// A text without the spaces around it.
private func trimmed(_ text: Substring) -> Substring {
  var text = text
  while text.utf8.first == UInt8(ascii: " ") { text.removeFirst() }
  while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
  return text
}
