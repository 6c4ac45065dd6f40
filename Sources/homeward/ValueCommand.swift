import Finance

extension Command {
  static let value = Command(
    name: "value",
    summary: "What flows of money are worth: net present value, internal rate of return, payback",
    usage: "value --rate % --first undiscounted|discounted --flows AMOUNTS [OPTION...]",
    options: [
      Option(name: "--rate", value: "PERCENT", meaning: "Discount rate a year, such as \"3.5%\""),
      Option(
        name: "--first", value: "undiscounted|discounted",
        meaning: "Whether the first flow is now, or a year from now; with --dates it is always now",
        choices: ["undiscounted", "discounted"]),
      Option(
        name: "--flows", value: "AMOUNTS", meaning: "One a year, with commas between: \"-1000,300,420,680\""),
      Option(
        name: "--dates", value: "DATES",
        meaning: "A day for each flow, such as 2026-04-01,2027-03-31; then XNPV and XIRR"),
      .format(["text", "json"], "Default text"),
    ],
    details: """
      With dates, a year is 365 days and values are as at the earliest of them. Payback is the first flow, counted from 0 as
      typed, from which the running sum, undiscounted, stays at or above nothing; with dates the sum runs in their order. A
      rate of return may be none, or more than one.
      """,
    examples: [
      #"value --rate "3.5%" --first undiscounted --flows "-1000,300,420,680""#,
      #"value --rate "3.5%" --flows "-1000,300,900" --dates 2026-04-01,2026-10-01,2028-03-31 --format json"#,
    ],
    action: { arguments throws(Failure) in
      try arguments.expectNoOperands()
      let rate = try arguments.rate("--rate", in: .percent(-99...1_000)).ratio
      let flows = try flows(arguments)
      let presentWorth: Double
      let rates: [Double]
      let order: [Int]
      if let days = try dates(arguments, count: flows.count) {
        guard arguments["--first"] != "discounted" else {
          throw arguments.command.badUse(
            "--first discounted is for flows a year apart; dates say when each one is")
        }
        let dated = zip(days, flows).map { DatedFlow(day: $0, amount: $1) }
        presentWorth = presentValue(of: dated, at: rate)
        rates = internalRates(of: dated)
        order = dated.indices.sorted { (days[$0], $0) < (days[$1], $1) }
      } else {
        let first: FirstFlow = try arguments.required("--first") == "discounted" ? .discounted : .undiscounted
        presentWorth = presentValue(of: flows, at: rate, first: first)
        rates = internalRates(of: flows)
        order = Array(flows.indices)
      }
      guard presentWorth.isFinite else {
        throw arguments.command.badUse("the value of these flows is too large a number")
      }
      let payback = discountedPayback(of: order.map { flows[$0] }, at: 0).map { order[$0] }
      return arguments["--format"] == "json"
        ? .fine(json(presentWorth, rates, payback)) : .fine(text(presentWorth, rates, payback))
    })

  private static func flows(_ arguments: Arguments) throws(Failure) -> [Double] {
    var flows: [Double] = []
    let text = try arguments.required("--flows")
    let remedy = "write \"-1000,300,420,680\", without pounds or other commas"
    let words = text.split(separator: ",", omittingEmptySubsequences: false).map { trimmed($0) }
    // a group of thousands, which its comma cuts off from the rest of its number
    let isGrouped = words.dropFirst().contains { $0.utf8.count == 3 && $0.utf8.first == UInt8(ascii: "0") }
    guard !isGrouped, !text.contains("£") else {
      throw arguments.badValue("--flows", text, "a list of plain numbers", remedy)
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

  private static func json(_ value: Double, _ rates: [Double], _ payback: Int?) -> String {
    let rate = rates.count == 1 ? decimal(rates[0], places: 12) : "null"
    let status = rates.isEmpty ? "none" : rates.count == 1 ? "one" : "several"
    let period = payback.map { "\($0)" } ?? "null"
    return
      "{\"npv\":\(decimal(value, places: 9)),\"irr\":\(rate),\"irr_status\":\"\(status)\",\"payback\":\(period)}\n"
  }

  private static func text(_ value: Double, _ rates: [Double], _ payback: Int?) -> String {
    let percentages = rates.map { decimal($0 * 100, places: 4) + "%" }
    let rate =
      switch rates.count {
      case 0: "no rate"
      case 1: percentages[0]
      default: "more than one: \(percentages.joined(separator: ", "))"
      }
    let pounds =
      value.magnitude < 1e15
      ? grouped(Money(pence: Int64((value * 100).rounded(.toNearestOrEven)))) : decimal(value, places: 2)
    return """
      Net present value: \(pounds)
      Internal rate of return: \(rate)
      Payback: \(payback.map { "flow \($0), counted from 0" } ?? "never")

      """
  }
}

/// A text without the spaces around it.
private func trimmed(_ text: Substring) -> Substring {
  var text = text
  while text.utf8.first == UInt8(ascii: " ") { text.removeFirst() }
  while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
  return text
}
