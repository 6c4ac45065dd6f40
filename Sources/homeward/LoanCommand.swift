import Finance

extension Command {
  static let loan = Command(
    name: "loan",
    summary: "The payments of a loan, or the term of it that is not known",
    usage: "loan --principal £ --rate % --term YEARS [--repayment KIND] [OPTION...]",
    options: [
      Option(name: "--principal", value: "POUNDS", meaning: "What is lent, such as \"£1,000,000\""),
      Option(name: "--rate", value: "PERCENT", meaning: "A year, nominal, such as \"5.25%\""),
      Option(
        name: "--term", value: "LENGTH", meaning: "To the last payment, such as \"25 years\" or \"18 months\""
      ),
      Option(
        name: "--repayment", value: "annuity|eip|maturity",
        meaning: "Level payments (default), equal instalments of principal, or all at the end",
        choices: Repayment.allCases.map { $0.rawValue }),
      Option(
        name: "--payments-per-year", value: "NUMBER",
        meaning: "Default 2, as the Public Works Loan Board lends"),
      Option(
        name: "--find", value: "rate|term|principal",
        meaning: "Reckon this one from --payment and the others",
        choices: ["rate", "term", "principal"]),
      Option(name: "--payment", value: "POUNDS", meaning: "The level payment of an annuity, for --find"),
      Option(
        name: "--repay-early", value: "PERCENT",
        meaning:
          "The premature repayment rate: says the PWLB's premium or discount"
      ),
      Option(
        name: "--days", value: "NUMBER",
        meaning: "Since the last interest was paid, for --repay-early; default 0"),
      .format(["text", "csv", "json"], "Default text"),
    ],
    details: """
      Interest is on what is owed, rounded to the penny at each payment; the last payment clears every rounded penny.
      A payment in whole pence fits a range of rates and principals: what is found is the roundest of them, and of terms
      the shortest. Early repayment follows the lender's published formula: --principal and --term are then what
      is left, interest due is not in the answer, and a discount is below nil in csv and json.
      """,
    examples: [
      #"loan --principal "£1,000,000" --rate "5%" --term "25 years" --repayment annuity"#,
      #"loan --principal "£1,000,000" --term "25 years" --find rate --payment "£35,258.06" --format json"#,
      #"loan --principal "£12,000,000" --rate "8.375%" --term "3 years" --repayment maturity --repay-early "11.5%" --days 14"#,
    ],
    action: { arguments throws(Failure) in
      try arguments.expectNoOperands()
      if arguments["--repay-early"] != nil { return try earlyRepayment(arguments) }
      guard arguments["--days"] == nil else { throw arguments.command.badUse("--days is for --repay-early") }
      return if let sought = arguments["--find"] {
        try found(sought, arguments)
      } else {
        try schedule(arguments)
      }
    })

  private static let principals = Money(pence: 1)...Loan.principals.upperBound

  // MARK: The schedule

  private static func schedule(_ arguments: Arguments) throws(Failure) -> Outcome {
    guard arguments["--payment"] == nil else {
      throw arguments.command.badUse("--payment is for --find rate, term or principal")
    }
    let paymentsPerYear = try frequency(arguments)
    let loan = Loan(
      principal: try arguments.money("--principal", in: principals),
      annualRate: try arguments.rate("--rate", in: Loan.annualRates),
      paymentsPerYear: paymentsPerYear, payments: try payments(arguments, paymentsPerYear),
      repayment: arguments["--repayment"].flatMap { Repayment(rawValue: $0) } ?? .annuity)
    let rows = Array(LoanSchedule(loan))
    let interest = rows.reduce(Money.zero) { $0 + $1.interest }
    let principal = rows.reduce(Money.zero) { $0 + $1.principal }
    switch arguments["--format"] {
    case "csv":
      var text = "number,payment,interest,principal,balance\n"
      for row in rows { text += "\(row.number),\(row.amounts.map { plain($0) }.joined(separator: ","))\n" }
      return .fine(text)
    case "json":
      let names = ["payment", "interest", "principal", "balance"]
      func members(_ amounts: [Money]) -> String {
        zip(names, amounts).map { "\(quoted($0)):\(quoted(plain($1)))" }.joined(separator: ",")
      }
      let lines = rows.map { "{\"number\":\($0.number),\(members($0.amounts))}" }
      let totals = "{\(members([interest + principal, interest, principal]))}"
      return .fine("{\"rows\":[\(lines.joined(separator: ","))],\"totals\":\(totals)}\n")
    default:
      let table =
        [["", "Payment", "Interest", "Principal", "Still owed"]]
        + rows.map { ["\($0.number)"] + $0.amounts.map { grouped($0) } }
        + [["Total"] + [interest + principal, interest, principal].map { grouped($0) } + [""]]
      return .fine(aligned(table))
    }
  }

  // MARK: The inverse

  private static func found(_ sought: String, _ arguments: Arguments) throws(Failure) -> Outcome {
    guard arguments["--\(sought)"] == nil else {
      throw arguments.command.badUse("--\(sought) is what --find \(sought) looks for; leave one of them out")
    }
    guard arguments["--repayment"] ?? "annuity" == "annuity" else {
      throw arguments.command.badUse("--find wants level payments; --repayment must be annuity")
    }
    let payment = try arguments.money("--payment", in: principals)
    let frequency = try frequency(arguments)
    var answer: (number: String, text: String)?
    switch sought {
    case "rate":
      let rate = annualRate(
        ofAnnuity: payment, principal: try arguments.money("--principal", in: principals),
        paymentsPerYear: frequency, payments: try payments(arguments, frequency))
      answer = rate.map { billionths in
        let number = decimal(Double(billionths) / 1e9, places: 9)
        return (number, decimal(Double(billionths) / 1e7, places: 7) + "% a year")
      }
    case "term":
      let count = Finance.payments(
        ofAnnuity: payment, principal: try arguments.money("--principal", in: principals),
        annualRate: try billionths(arguments), paymentsPerYear: frequency)
      answer = count.map { count in
        let years = decimal(Double(count) / Double(frequency), places: 9)
        return (
          years,
          "\(years) \(years == "1" ? "year" : "years"): \(count) \(count == 1 ? "payment" : "payments")"
        )
      }
      if answer == nil { try expectMoreThanInterest(payment, arguments, frequency) }
    default:
      let principal = Finance.principal(
        ofAnnuity: payment, annualRate: try billionths(arguments), paymentsPerYear: frequency,
        payments: try payments(arguments, frequency))
      answer = principal.map { ("\"\(plain($0))\"", grouped($0)) }
    }
    guard let answer else {
      throw Failure("homeward loan: no \(sought) gives a payment of \(grouped(payment)) with these terms")
    }
    return switch arguments["--format"] {
    case "csv": .fine("\(sought)\n\(answer.number.filter { $0 != "\"" })\n")
    case "json": .fine("{\"\(sought)\":\(answer.number)}\n")
    default: .fine(answer.text + "\n")
    }
  }

  /// Says so where a payment leaves nothing to repay the loan with.
  private static func expectMoreThanInterest(
    _ payment: Money, _ arguments: Arguments, _ frequency: Int64
  ) throws(Failure) {
    let loan = Loan(
      principal: try arguments.money("--principal", in: principals),
      annualRate: try arguments.rate("--rate", in: Loan.annualRates), paymentsPerYear: frequency, payments: 2,
      repayment: .maturity)
    guard let interest = LoanSchedule(loan).first(where: { _ in true })?.interest, payment <= interest else {
      return
    }
    let only =
      payment < interest ? "does not meet the interest of \(grouped(interest))" : "only meets the interest"
    throw Failure(
      "homeward loan: a payment of \(grouped(payment)) \(only), so the loan is never repaid"
    )
  }

  // MARK: Terms

  private static func billionths(_ arguments: Arguments) throws(Failure) -> Int64 {
    try arguments.rate("--rate", in: Loan.annualRates).millionths * 1_000
  }

  private static func frequency(_ arguments: Arguments) throws(Failure) -> Int64 {
    guard let text = arguments["--payments-per-year"] else { return 2 }
    guard let number = wholeNumber(text), Loan.frequencies.contains(number) else {
      throw arguments.badValue("--payments-per-year", text, "a number of payments", "write one from 1 to 366")
    }
    return number
  }

  private static func payments(_ arguments: Arguments, _ paymentsPerYear: Int64) throws(Failure) -> Int64 {
    let most = Loan.terms.upperBound
    let months = try arguments.months("--term", in: 1...most)
    guard (months * paymentsPerYear).isMultiple(of: 12), months * paymentsPerYear / 12 <= most else {
      throw arguments.badValue(
        "--term", arguments["--term"] ?? "", "possible",
        "with \(paymentsPerYear) payments a year it must be a whole number of them, at most \(most)")
    }
    return months * paymentsPerYear / 12
  }
}

extension Instalment {
  fileprivate var amounts: [Money] { [payment, interest, principal, closingBalance] }
}
