import Finance
import ModelFile

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
