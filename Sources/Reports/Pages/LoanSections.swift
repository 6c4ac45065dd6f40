import CashFlow
import Finance
import Housing

func loan(_ terms: LoanTerms, _ vintages: [Vintage], _ findings: Findings) -> Section {
  let limit = terms.limit.map { "at most \(Wording.price($0)) in all" } ?? "without a limit of its own"
  let drawn = vintages.reduce(Money.zero) { $0 + $1.loan.principal }
  var blocks: [Block] = [
    .facts(
      [
        Fact("Account", Text(terms.account.words)), Fact("Repayment", Text(terms.repaymentWords)),
        Fact("Term", Text(terms.months.term)),
        Fact("Payments a year", Text(Wording.grouped(terms.paymentsPerYear))),
        Fact("Drawn", "\(Wording.money(drawn)), \(limit)"),
      ] + terms.moreFacts)
  ]
  if vintages.isEmpty {
    blocks.append(.paragraph("Nothing is drawn."))
  } else {
    blocks.append(.table(draws(terms, vintages, findings)))
    blocks.append(.table(years("loan.\(terms.name)", findings)))
  }
  return Section(
    "loan-\(terms.name)", terms.name.spaced,
    message: vintages.isEmpty
      ? "The plan does not draw on it"
      : "\(Wording.number(Int64(vintages.count), of: "draw", "draws").capitalised), \(Wording.money(drawn)) in all",
    blocks)
}

/// Every draw: a loan at the rate of its year.
private func draws(_ terms: LoanTerms, _ vintages: [Vintage], _ findings: Findings) -> Table {
  let total = vintages.reduce(Money.zero) { $0 + $1.loan.principal }
  return Table(
    "draws-\(terms.name)", "Each draw of \(code: terms.name), a loan of its own, £",
    columns: [
      .words("Drawn at the end of"), .figures("Principal"), .figures("Rate"), .figures("First payment"),
      .figures("Last payment"), .figures("Payments"), .figures("Last is due"),
    ],
    rows: vintages.map { vintage in
      let schedule = findings.model.instalments(of: vintage)
      return Table.Row([
        .month(Month(vintage.month, from: findings.model.firstYear)), .pence(vintage.loan.principal),
        .rate(vintage.loan.annualRate), .pence(schedule.first?.payment ?? .zero),
        .pence(schedule.last?.payment ?? .zero), .count(vintage.loan.payments),
        .month(Month(vintage.lastMonth, from: findings.model.firstYear)),
      ])
    } + [
      Table.Row(
        ["All draws", .pence(total)] + Array(repeating: Cell.nothing, count: 5), role: .total)
    ], open: vintages.count > 14 ? 12 : nil)
}

/// An instrument by year, adding up as shown.
func years(_ path: String, _ findings: Findings) -> Table {
  let pounds = findings.pounds
  let opening = pounds.openings("\(path).balance")
  let drawn = pounds.yearly("\(path).drawn")
  let repaid = pounds.yearly("\(path).repaid")
  let closing = pounds.yearly("\(path).balance")
  let charged = pounds.yearly("\(path).interest.charged")
  let paid = pounds.yearly("\(path).interest.paid")
  // interest that waits is owed like principal
  let deferred = pounds.yearly("\(path).deferred")
  let waits = deferred.contains { $0 != .zero }
  return Table(
    "years-\(path)",
    "\(code: path) by year, £. A minus is repaid. Interest is charged over the months it is for",
    columns: [.words("Year"), .figures("Opening"), .figures("Drawn"), .figures("Repaid")]
      + (waits ? [.figures("Interest deferred")] : [])
      + [.figures("Closing"), .figures("Interest charged"), .figures("Interest paid")],
    rows: findings.years.indices.map { k in
      let before: [Cell] = [
        .year(findings.years[k]), .pounds(opening[k]), .pounds(drawn[k]), .pounds(-repaid[k]),
      ]
      let after: [Cell] = [.pounds(closing[k]), .pounds(charged[k]), .pounds(paid[k])]
      return Table.Row(before + (waits ? [.pounds(deferred[k])] : []) + after)
    }, open: openRows(findings, 5))
}

func existing(_ debt: ExistingLoan, _ findings: Findings) -> Section {
  Section(
    "debt-\(debt.name)", debt.name.spaced,
    message: "\(Wording.money(debt.balance)) owed by the \(debt.account.words) at the start",
    [
      .facts([
        Fact("Rate", Text(Wording.rate(debt.annualRate))), Fact("Repayment", Text(debt.repayment.words)),
        Fact("Payments left", Text(Wording.grouped(debt.paymentsLeft))),
        Fact("Payments a year", Text(Wording.grouped(debt.paymentsPerYear))),
      ]), .table(years("debt.\(debt.name)", findings)),
    ])
}

extension Repayment {
  var words: String {
    switch self {
    case .annuity: "annuity: the same payment each time"
    case .eip: "equal instalments of principal"
    case .maturity: "maturity: interest only, the principal at the end"
    }
  }
}

extension LoanTerms {
  /// How principal comes back, and at what rate.
  fileprivate var repaymentWords: String {
    switch kind {
    case .fixed: repayment.words
    case .variable: "variable, \(repayment.words); the rate is reset at every payment"
    case .bond: "bond: interest only, par at the end"
    }
  }

  /// What only some loans have: a price, a curve, a lender whose terms are checked.
  fileprivate var moreFacts: [Fact] {
    var facts: [Fact] = []
    if case .bond(let bond) = kind {
      facts.append(Fact("Price, of par", Text(Wording.plainRate(bond.price))))
      facts.append(Fact("Cost of issue, of par", Text(Wording.plainRate(bond.cost))))
    }
    if case .curve = rateSource { facts.append(Fact("Rate", rateSource.words)) }
    if lender == .pwlb {
      facts.append(Fact("Lender", "PWLB. \(PWLB.termRule.title) (\(PWLB.termRule.certainty.description))"))
    }
    return facts
  }
}

extension RateSource {
  var words: Text {
    switch self {
    case .given: "as given"
    case .curve(let curve, let margin):
      margin.map { "the curve \(code: curve) with the margin \(code: $0) over it" }
        ?? "the curve \(code: curve)"
    }
  }
}

extension Int64 {
  /// A term in months as years where it is whole ones: "40 years", "18 months".
  var term: String {
    isMultiple(of: 12)
      ? "\(Wording.grouped(self / 12)) \(self == 12 ? "year" : "years")" : "\(Wording.grouped(self)) months"
  }
}
