import Finance
import ModelFile

/// Where the rate of a loan comes from.
public enum RateSource: Hashable, Sendable {
  case given
  /// A curve's rate for the loan's repayment and term, with a margin over it.
  case curve(name: String, margin: String?)
}

/// The curves and margins of a model, and the years for which rates are wanted.
struct RateMarket {
  var curves: [RateCurve]
  var margins: RateMargins
  var firstYear: Year
  var years: Int64

  init(_ form: inout Form, firstYear: Year, years: Int64) {
    margins = RateMargins(&form, firstYear: firstYear, years: years)
    curves = form.each("curve") { form in RateCurve(&form) }
    (self.firstYear, self.years) = (firstYear, years)
  }
}

/// What a model says of a loan's rate, before its repayment and term are known.
struct RateAnswer {
  private var given: Series<Rate>
  private var curve: Int?
  private var margin: String?

  init(_ form: inout Form, _ market: RateMarket) {
    let meaning = "Annual rate, by the year in which it is drawn"
    let nothing = Series(first: market.firstYear, values: [Rate.zero])
    if form.isGiven("curve") {
      if form.isGiven("rate") {
        form.problem(
          at: "curve", fault: "rate and curve must not both be given",
          remedy: "write the rate, or where it comes from")
      }
      given = form.optionalRates("rate", in: .percent(0...25), meaning) ?? nothing
    } else {
      given = form.rates("rate", in: .percent(0...25), meaning)
    }
    curve = form.optionalReference(
      "curve", to: "curve", "The curve on which its rate is read, where it is not given")
    let names = market.margins.names
    margin = form.optionalChoice("margin", among: names, "What the lender asks over the curve").map {
      names[$0]
    }
    if margin != nil, !form.isGiven("curve") {
      form.problem(
        at: "margin", fault: "margin goes with a curve", remedy: "write curve = \"…\", or take it out")
    }
  }

  /// The rate of each year, and where it comes from.
  func resolved(
    _ form: inout Form, _ market: RateMarket, _ repayment: Repayment, months: Int64, _ account: Account
  ) -> (Series<Rate>, RateSource) {
    guard let curve, market.curves.indices.contains(curve) else { return (given, .given) }
    if let margin, account == .generalFund, market.margins.margin(margin)?.isForHRA ?? false {
      form.problem(
        at: "margin",
        fault:
          "the General Fund may not borrow at the margin \(margin): \(PWLBMargin.hraRule.title.lowercasedFirst)",
        remedy: "write \"certainty\", or account = \"hra\"")
    }
    let lines = market.curves[curve]
    guard lines.rate(repayment, months: months, in: market.firstYear) != nil else {
      form.problem(
        at: "curve", fault: "\(lines.name) gives no rate for repayment by \(repayment.rawValue)",
        remedy: "write \(repayment.rawValue) = \"…%\" in [curve.\(lines.name).at.NAME]")
      return (given, .given)
    }
    let values = (0..<Int(max(1, market.years))).map { k -> Rate in
      let year = market.firstYear + k
      let over = margin.flatMap { market.margins.points($0, in: year) } ?? .zero
      return (lines.rate(repayment, months: months, in: year) ?? .zero) + over
    }
    return (
      Series(first: market.firstYear, values: values), .curve(name: lines.name, margin: margin)
    )
  }
}
