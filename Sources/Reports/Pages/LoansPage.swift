import CashFlow
import Finance
import Housing

func loansPage(_ findings: Findings) -> Section {
  let model = findings.model
  let vintages = findings.forecast.with.vintages
  var blocks: [Block] = []
  if let chart = debtChart(findings) { blocks.append(.chart(chart)) }
  for account in findings.accounts { blocks += financing(account, findings) }
  blocks += calendar(findings) + findings.accounts.flatMap { internalBorrowing($0, findings) }
  for (place, terms) in model.loans.enumerated() {
    blocks.append(.section(loan(terms, vintages.filter { $0.lender == .loan(place) }, findings)))
  }
  for place in model.funds.indices { blocks.append(.section(fund(place, findings))) }
  for debt in model.debts { blocks.append(.section(existing(debt, findings))) }
  let message = drawn(vintages, findings)
  return Section("loans", "Loans and debt", message: message, blocks)
}

/// What is drawn with the plan, and how much of it is the plan's doing.
private func drawn(_ vintages: [Vintage], _ findings: Findings) -> Text {
  guard !vintages.isEmpty else { return "The plan draws no loan" }
  let measures = findings.measures
  let total = Wording.money(vintages.reduce(Money.zero) { $0 + $1.loan.principal })
  let draws = Wording.number(
    Int64(vintages.count), of: "draw, a loan of its own", "draws, each a loan of its own")
  let owed = measures.owedAtEnd
  let end = "in \(Wording.march(of: findings.model.lastYear))"
  guard total.isSame(as: Wording.money(measures.borrowed)) else {
    return
      "With the plan the council borrows \(total) in \(draws): \(Wording.money(measures.borrowed)) more than without it, of which \(Wording.money(owed)) is still owed \(end)"
  }
  return
    "The plan borrows \(total) in \(draws), and \(owed > .zero ? "still owes \(Wording.money(owed))" : "owes nothing") \(end)"
}

/// Loans owed and the capital financing requirement: at most three lines, of the accounts that have any.
private func debtChart(_ findings: Findings) -> Chart? {
  let pounds = findings.pounds
  let years = findings.years
  let accounts = findings.accounts.filter {
    !pounds.isNil("loan.\($0.key).balance") || !pounds.isNil("cfr.\($0.key)")
  }
  guard !accounts.isEmpty else { return nil }
  var columns: [(name: String, path: String)] = []
  for account in accounts {
    columns.append((name: "\(account.words) loans", path: "loan.\(account.key).balance"))
    columns.append((name: "\(account.words) CFR", path: "cfr.\(account.key)"))
  }
  // two accounts have four lines: the requirement of each, and the loans of the one that owes more
  var drawn = columns
  if accounts.count == 2 {
    let owed = accounts.map { pounds.yearly("loan.\($0.key).balance").map { $0.pence }.max() ?? 0 }
    drawn.remove(at: owed[0] >= owed[1] ? 2 : 0)
  }
  let styles: [Chart.Line.Style] = [.with, .without, .base]
  let lines = zip(drawn, styles).map { column, style in
    Chart.Line(
      column.name, style,
      [pounds.opening(column.path).pence] + pounds.yearly(column.path).map { $0.pence })
  }
  let first = years[0].start
  let last = years.count - 1
  return Chart(
    "debt",
    "Loans owed and capital financing requirement (CFR) at 31 March, with the plan, \(digits: first) to \(digits: years[last].start + 1)",
    .lines(
      Chart.Lines(
        places: [Wording.digits(first)] + years.map { Wording.digits($0.start + 1) }, unit: .money,
        series: lines)),
    sentences: accounts.map { debtSentence($0, findings) },
    table: Table(
      "debt", "Loans owed and capital financing requirement (CFR) at 31 March, with the plan, £",
      columns: [.figures("31 March")] + columns.map { .figures(Text($0.name)) },
      rows: [Table.Row([.text("\(digits: first)")] + columns.map { .pounds(pounds.opening($0.path)) })]
        + years.indices.map { k in
          Table.Row(
            [.text("\(digits: years[k].start + 1)")] + columns.map { .pounds(pounds.yearly($0.path)[k]) })
        }, open: openRows(findings, 11)))
}

private func debtSentence(_ account: Account, _ findings: Findings) -> Text {
  let pounds = findings.pounds
  let end = Wording.march(of: findings.model.lastYear)
  let loans = pounds.yearly("loan.\(account.key).balance").last ?? .zero
  let requirement = pounds.yearly("cfr.\(account.key)").last ?? .zero
  return
    "In \(end) the \(account.words) owes \(Wording.money(loans)) on loans. Its capital financing requirement, what has been spent and not yet provided for, is \(Wording.money(requirement))."
}

/// Debt, requirement and cash of an account by year.
private func financing(_ account: Account, _ findings: Findings) -> [Block] {
  let x = account.key
  let pounds = findings.pounds
  guard !pounds.isNil("cfr.\(x)") || !pounds.isNil("loan.\(x).balance") else { return [] }
  func row(_ name: Text, _ values: [Money], _ role: Table.Row.Role = .plain) -> Table.YearRow {
    Table.YearRow(name, values.map { .pounds($0) }, role: role)
  }
  var rows = [
    row("Loans owed, opening", pounds.openings("loan.\(x).balance")),
    row("Drawn", pounds.yearly("loan.\(x).drawn")),
    row("Repaid", pounds.yearly("loan.\(x).repaid").map { -$0 }),
    row("Loans owed, closing", pounds.yearly("loan.\(x).balance"), .total),
    row("CFR, opening", pounds.openings("cfr.\(x)")),
    row("Borrowed", pounds.yearly("capital.\(x).borrowing")),
    row(
      account == .hra ? "Voluntary provision" : "Minimum revenue provision",
      pounds.yearly(account == .hra ? "hra.vrp" : "gf.mrp")),
  ]
  if account == .hra { rows.append(row("Receipts set aside", pounds.yearly("receipts.rtb.setaside"))) }
  rows += [
    row("CFR, closing", pounds.yearly("cfr.\(x)"), .total),
    row("Cash at 31 March", pounds.yearly("cash.\(x)")),
  ]
  return Table.acrossYears(
    "financing-\(x)",
    "Debt, capital financing requirement (CFR) and cash of the \(account.words), with the plan, £ (cash below nil is internal borrowing)",
    stub: "Line", years: findings.years, rows: rows)
}
