import CashFlow
import Finance
import Housing

/// The reset and refinancing calendar, with what one point more would cost.
func calendar(_ findings: Findings) -> [Block] {
  let events = findings.forecast.loanCalendar()
  guard !events.isEmpty else { return [] }
  var rows: [Table.Row] = []
  for year in findings.years {
    let ofYear = events.filter { $0.year == year }
    for event in ofYear {
      let cost = findings.forecast.costOfAPoint([event])
      rows.append(
        Table.Row([
          .year(year), .code(event.path), .text(event.kind.words),
          .pounds(Money.pounds(roundedQuotient(event.principal.pence, 100))),
          cost == .zero ? .nothing : .pounds(Money.pounds(roundedQuotient(cost.pence, 100))),
        ]))
    }
  }
  return [
    .table(
      Table(
        "loan-calendar",
        "Resets and refinancing with the plan: principal that falls due all at once, is reset or is drawn to refinance, and what one point more on it would cost a year, £",
        columns: [
          .words("Year"), .words("Instrument"), .words("What happens"), .figures("Principal"),
          .figures("One point more"),
        ], rows: rows, open: rows.count > 14 ? 12 : nil))
  ]
}

extension LoanEvent.Kind {
  fileprivate var words: String {
    switch self {
    case .due: "Falls due"
    case .reset: "Is reset"
    case .refinanced: "Is drawn to refinance"
    }
  }
}

/// What an account borrows from the council's own balances, and what they do not earn for it.
func internalBorrowing(_ account: Account, _ findings: Findings) -> [Block] {
  let own = findings.forecast.internalBorrowing(account)
  guard (own.owed + own.overdrawn).contains(where: { $0 > 0 }) else { return [] }
  func row(_ name: Text, _ pence: [Int64]) -> Table.YearRow {
    Table.YearRow(name, pence.map { .pounds(Money.pounds(roundedQuotient($0, 100))) })
  }
  return Table.acrossYears(
    "internal-borrowing-\(account.key)",
    "Internal borrowing of the \(account.words), with the plan, £: what is financed from balances and not by loans, and the interest that they do not earn, at the rate on cash",
    stub: "Line", years: findings.years,
    rows: [
      row("CFR not met by loans, 31 March", own.owed), row("Interest given up on it", own.givenUp),
      row("Cash below nil, 31 March", own.overdrawn), row("Interest charged on cash below nil", own.charged),
    ])
}
