import Finance

extension Command {
  /// What the PWLB asks, or gives, when a half-yearly loan is repaid early.
  static func earlyRepayment(_ arguments: Arguments) throws(Failure) -> Outcome {
    for name in ["--find", "--payment"] where arguments[name] != nil {
      throw arguments.command.badUse("\(name) does not go with --repay-early")
    }
    if let text = arguments["--payments-per-year"], text != "2" {
      throw arguments.badValue(
        "--payments-per-year", text, "what --repay-early is for", "the formula is for 2")
    }
    let balance = try arguments.money("--principal", in: Money(pence: 1)...Loan.principals.upperBound)
    let months = try arguments.months("--term", in: 6...6 * Loan.terms.upperBound)
    guard months.isMultiple(of: 6) else {
      throw arguments.badValue(
        "--term", arguments["--term"] ?? "", "what --repay-early is for", "write whole half-years left")
    }
    var days: Int64 = 0
    if let text = arguments["--days"] {
      guard let number = wholeNumber(text), (0...184).contains(number) else {
        throw arguments.badValue("--days", text, "a number of days", "write one from 0 to 184")
      }
      days = number
    }
    let early = PrematureRepayment(
      repayment: arguments["--repayment"].flatMap { Repayment(rawValue: $0) } ?? .annuity,
      loanRate: try arguments.rate("--rate", in: Loan.annualRates),
      discountRate: try arguments.rate("--repay-early", in: Loan.annualRates), halfYearsLeft: months / 6,
      daysSinceInterest: days)
    guard let premium = early.premium(on: balance) else {
      throw Failure("homeward loan: no premium or discount can be reckoned with these terms")
    }
    switch arguments["--format"] {
    case "csv": return .fine("premium\n\(plain(premium))\n")
    case "json": return .fine("{\"premium\":\(quoted(plain(premium)))}\n")
    default:
      let isDiscount = premium < .zero
      return .fine("\(grouped(isDiscount ? -premium : premium)) \(isDiscount ? "discount" : "premium")\n")
    }
  }
}
