import Finance
import ModelFile

/// Money of several investors, drawn together in fixed shares: each share of a draw is a loan of its own.
public struct BlendedFund: Hashable, Sendable {
  public var name: String
  public var account: Account
  /// The most that may be drawn in all.
  public var limit: Money?
  /// The programmes it may pay for, by their place in the model; all of its account if empty.
  public var programmes: [Int]
  /// Whether it is drawn before the loans of its account, not after them.
  public var isDrawnFirst: Bool
  public var tranches: [Tranche]

  /// One investor's part, or that of several on the same terms: senior, concessional, first loss.
  public struct Tranche: Hashable, Sendable {
    public var name: String
    /// Of each draw.
    public var share: Rate
    public var annualRate: Series<Rate>
    public var rateSource: RateSource
    public var months: Int64
    public var paymentsPerYear: Int64
    public var repayment: Repayment
    /// Whether interest waits where the HRA balance, above its minimum, does not meet it; what waits bears interest.
    public var isDeferrable: Bool
    /// Who is paid first, from 1, where the balance does not meet the interest of all.
    public var rank: Int64
  }
}

extension BlendedFund {
  init(_ form: inout Form, _ rates: RateMarket) {
    name = form.name
    let account: Account = form.choice("account", "The account that borrows")
    self.account = account
    limit = form.optionalMoney("limit", in: .pounds(0...10_000_000_000), "The most that may be drawn in all")
    programmes = form.references(
      "programmes", to: "programme", "The programmes it may pay for; all of its account's if not given")
    isDrawnFirst = form.flag(
      "drawn_first", or: Assumed(false, "after the loans of its account unless the model says so"),
      "Whether it is drawn before the loans of its account")
    tranches = form.each("tranche") { form in Tranche(&form, account, rates) }
    let sum = tranches.reduce(Int64(0)) { $0 + $1.share.millionths }
    if sum != Rate.whole.millionths {
      form.problem(
        at: "tranche", fault: "the shares of the tranches of \(name) come to \(Kind.rate.write(sum))",
        remedy: "make them come to 100%")
    }
  }
}

extension BlendedFund.Tranche {
  init(_ form: inout Form, _ account: Account, _ rates: RateMarket) {
    name = form.name
    share = form.rate("share", in: .percent(0...100), "Its share of each draw")
    let answer = RateAnswer(&form, rates)
    repayment = form.choice("repayment", "How principal is repaid")
    months = form.months("term", in: 12...720, "From the draw to the last payment")
    paymentsPerYear = PaymentTimes.ask(&form, months)
    isDeferrable = form.flag(
      "deferrable", or: Assumed(false, "interest is paid when due unless the model says so"),
      "Whether interest waits where the HRA balance above its minimum does not meet it")
    rank = form.count(
      "rank", of: "ranks", in: 1...99, or: Assumed(1, "all alike unless the model says so"),
      "Who is paid first, from 1, where the balance does not meet the interest of all")
    if isDeferrable && account == .generalFund {
      form.problem(
        at: "deferrable",
        fault: "the General Fund keeps no balance here from which interest could be deferred",
        remedy: "write deferrable = false, or account = \"hra\"")
    }
    (annualRate, rateSource) = answer.resolved(&form, rates, repayment, months: months, account)
  }
}
