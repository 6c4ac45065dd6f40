import Finance
import ModelFile

/// New borrowing: each draw is a loan of its own, at the rate of the year in which it is drawn.
public struct LoanTerms: Hashable, Sendable {
  /// What a draw becomes, beyond how its principal comes back.
  public enum Kind: Hashable, Sendable {
    /// At the rate of the year in which it is drawn, to the end.
    case fixed
    /// Each period at the rate of the year in which it opens: the rate is reset as often as interest is paid.
    case variable
    case bond(BondIssue)
  }
  public var name: String
  public var account: Account
  public var lender: Lender
  /// Annual rate by the year of the draw, margin included.
  public var annualRate: Series<Rate>
  public var rateSource: RateSource
  public var months: Int64
  public var paymentsPerYear: Int64
  public var repayment: Repayment
  public var kind: Kind
  public var roundsUp: Bool
  /// The most that may be drawn in all.
  public var limit: Money?
  /// The programmes it may pay for, by their place in the model; all of its account if empty.
  public var programmes: [Int]
}

/// What investors pay for a bond, and what it costs to sell.
public struct BondIssue: Hashable, Sendable {
  /// As a share of par, which is what is repaid.
  public var price: Rate
  /// As a share of par.
  public var cost: Rate
}

extension LoanTerms {
  init(_ form: inout Form, _ rates: RateMarket) {
    name = form.name
    account = form.choice("account", "The account that borrows")
    let answer = RateAnswer(&form, rates)
    (repayment, kind) = form.oneOf(
      "repayment",
      [
        ("annuity", { _ in (.annuity, .fixed) }), ("eip", { _ in (.eip, .fixed) }),
        ("maturity", { _ in (.maturity, .fixed) }),
        ("bond", { form in (.maturity, .bond(BondIssue(&form))) }),
        (
          "variable",
          { form in
            (
              form.oneOf(
                "principal", [("eip", { _ in .eip }), ("maturity", { _ in .maturity })],
                "How the principal of a variable loan is repaid"), .variable
            )
          }
        ),
      ], "How principal is repaid")
    months = form.months("term", in: 12...720, "From the draw to the last payment")
    paymentsPerYear = PaymentTimes.ask(&form, months)
    roundsUp = form.flag(
      "round_up", or: Assumed(false, "the instalment is rounded to the nearest penny"),
      "Whether a level payment is rounded up to the penny")
    limit = form.optionalMoney("limit", in: .pounds(0...10_000_000_000), "The most that may be drawn in all")
    programmes = form.references(
      "programmes", to: "programme", "The programmes it may pay for; all of its account's if not given")
    lender = Lender(&form, repayment, kind, months: months)
    // the rate of a variable loan is that of the time to its next reset
    let term = kind == .variable ? 12 / max(1, paymentsPerYear) : months
    (annualRate, rateSource) = answer.resolved(&form, rates, repayment, months: term, account)
  }
}

extension BondIssue {
  init(_ form: inout Form) {
    price = form.rate(
      "price", in: .percent(50...150), or: Assumed(.whole, "sold at par unless the model says so"),
      "What investors pay, as a share of what is repaid")
    cost = form.rate(
      "issue_cost", in: .percent(0...10), or: Assumed(.zero, "none unless the model says so"),
      "Cost of the issue, as a share of what is repaid")
  }
}

/// How often interest and principal are paid.
enum PaymentTimes {
  /// Payments a year, which divide the months and the term.
  static func ask(_ form: inout Form, _ months: Int64) -> Int64 {
    let paymentsPerYear = form.count(
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
    return paymentsPerYear
  }
}
