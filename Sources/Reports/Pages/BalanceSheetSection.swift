import CashFlow
import Finance
import Housing

/// What each account holds and what stands against it, which come to the same.
func balanceSheets(_ findings: Findings) -> Section {
  var blocks: [Block] = [
    .paragraph(
      "What has been spent and not yet provided for (CFR) and cash are what an account holds. Balances, reserves and loans stand against them. Cash below nil is borrowed from the council’s other money: internal borrowing."
    )
  ]
  for account in findings.accounts {
    guard holdsAnything(account, findings) else {
      blocks.append(.paragraph("The \(account.words) holds and owes nothing in the model."))
      continue
    }
    blocks += table(account, .with, findings)
    blocks.append(
      .fold("\(account.words) without the plan", table(account, .without, findings)))
  }
  let tied = findings.accounts.allSatisfy { account in
    [Forecast.Run.with, .without].allSatisfy { run in
      BalanceSheet(account, findings.forecast, findings.pounds, run).difference.allSatisfy { $0 == .zero }
    }
  }
  return Section(
    "balance-sheet", "Statement of balances",
    message: tied
      ? "What each account holds is what stands against it, in every year" : "The balances do not tie",
    blocks)
}

private func holdsAnything(_ account: Account, _ findings: Findings) -> Bool {
  [Forecast.Run.with, .without].contains { run in
    let sheet = BalanceSheet(account, findings.forecast, findings.pounds, run)
    return (sheet.requirement + sheet.cash + sheet.liabilities.flatMap { $0.values }).contains { $0 != .zero }
  }
}

private func table(_ account: Account, _ run: Forecast.Run, _ findings: Findings) -> [Block] {
  let sheet = BalanceSheet(account, findings.forecast, findings.pounds, run)
  var rows: [Table.YearRow] = []
  func row(_ name: Text, _ values: [Money], _ role: Table.Row.Role = .plain) {
    rows.append(Table.YearRow(name, values.dropFirst().map { .pounds($0) }, role: role))
  }
  let held = zip(sheet.requirement, sheet.cash).map { $0.0 + $0.1 }
  row(.link("Spent and not yet provided for (CFR)", to: "cfr.\(account.key)"), sheet.requirement)
  row(.link("Cash", to: "cash.\(account.key)"), sheet.cash)
  row("Held", held, .total)
  for liability in sheet.liabilities where liability.values.contains(where: { $0 != .zero }) {
    row(.link(liability.label, to: liability.path), liability.values)
  }
  row("Stands against it", zip(held, sheet.difference).map { $0.0 - $0.1 }, .total)
  row("Difference, which must be nil", sheet.difference, .total)
  let loans = sheet.liabilities.first { $0.path.isSame(as: "loan.\(account.key).balance") }
  let external = loans?.values ?? held.map { _ in .zero }
  let lent = sheet.cash.map { max(.zero, -$0) }
  row("Borrowed from others: loans", external)
  row("Borrowed internally: cash below nil", lent)
  row("Borrowed in all", zip(external, lent).map { $0.0 + $0.1 }, .total)
  return Table.acrossYears(
    "balances-\(account.key)-\(run.id)",
    "Statement of balances of the \(account.words) at 31 March, \(run.words), £", stub: "Line",
    years: findings.years, rows: rows)
}
