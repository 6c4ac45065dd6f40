import Finance
import ModelFile

/// New borrowing: each draw is a loan of its own, at the rate of the year in which it is drawn.
public struct LoanTerms: Hashable, Sendable {
  public var name: String
  public var account: Account
  /// Annual rate by the year of the draw, margin included.
  public var annualRate: Series<Rate>
  public var months: Int64
  public var paymentsPerYear: Int64
  public var repayment: Repayment
  public var roundsUp: Bool
  /// The most that may be drawn in all.
  public var limit: Money?
  /// The programmes it may pay for, by their place in the model; all of its account if empty.
  public var programmes: [Int]
}

extension LoanTerms {
  init(_ form: inout Form) {
    name = form.name
    account = form.choice("account", "The account that borrows")
    annualRate = form.rates("rate", in: .percent(0...25), "Annual rate, by the year in which it is drawn")
    repayment = form.choice("repayment", "How principal is repaid")
    months = form.months("term", in: 12...720, "From the draw to the last payment")
    paymentsPerYear = form.count(
      "payments_per_year", of: "payments", in: 1...12,
      or: Assumed(2, "PWLB fixed-rate loans are paid half-yearly"),
      "How often interest and principal are paid")
    if !12.isMultiple(of: Int(paymentsPerYear)) {
      form.problem(
        at: "payments_per_year", fault: "payments_per_year does not divide the twelve months",
        remedy: "write 1, 2, 3, 4, 6 or 12")
    } else if !(months * paymentsPerYear).isMultiple(of: 12) {
      form.problem(
        at: "term", fault: "term is not a whole number of payments",
        remedy: "write a term that ends with a payment")
    }
    roundsUp = form.flag(
      "round_up", or: Assumed(false, "the instalment is rounded to the nearest penny"),
      "Whether a level payment is rounded up to the penny")
    limit = form.optionalMoney("limit", in: .pounds(0...10_000_000_000), "The most that may be drawn in all")
    programmes = form.references(
      "programmes", to: "programme", "The programmes it may pay for; all of its account's if not given")
  }
}

/// A loan that the council owes at the start.
public struct ExistingLoan: Hashable, Sendable {
  public var name: String
  public var account: Account
  public var balance: Money
  public var annualRate: Rate
  public var paymentsPerYear: Int64
  public var paymentsLeft: Int64
  /// Months from the start of the first year to the next payment, which falls on the last day of the last of them.
  public var nextPayment: Int64
  public var repayment: Repayment
}

extension ExistingLoan {
  init(_ form: inout Form) {
    name = form.name
    account = form.choice("account", "The account that owes it")
    balance = form.money(
      "balance", in: .pounds(0...10_000_000_000), "Principal owed on the day before the first year")
    annualRate = form.rate("rate", in: .percent(0...25), "Annual rate")
    repayment = form.choice("repayment", "How principal is repaid")
    paymentsPerYear = form.count(
      "payments_per_year", of: "payments", in: 1...12,
      or: Assumed(2, "PWLB fixed-rate loans are paid half-yearly"),
      "How often interest and principal are paid")
    paymentsLeft = form.count("payments_left", of: "payments", in: 1...720, "Payments still to be made")
    nextPayment = form.months(
      "next_payment", in: 1...12,
      "From the start of the first year to the end of the month of the next payment")
    if !12.isMultiple(of: Int(paymentsPerYear)) {
      form.problem(
        at: "payments_per_year", fault: "payments_per_year does not divide the twelve months",
        remedy: "write 1, 2, 3, 4, 6 or 12")
    } else if nextPayment > 12 / paymentsPerYear {
      form.problem(
        at: "next_payment", fault: "next_payment is later than one period",
        remedy: "write at most \(12 / paymentsPerYear) months")
    }
  }
}
