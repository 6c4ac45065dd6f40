import CashFlow
import Finance
import Housing

func programmesPage(_ findings: Findings) -> Section {
  let model = findings.model
  guard !model.programmes.isEmpty else {
    return Section(
      "programmes", "Programmes", message: "The model has no programme of homes",
      [
        .paragraph(
          findings.hasContracts
            ? "The plan is its outcomes contracts." : "With the plan and without it are the same.")
      ])
  }
  var blocks: [Block] = []
  for place in model.programmes.indices { blocks.append(.section(programme(place, findings))) }
  for account in findings.accounts { blocks += leases(account, findings) + capital(account, findings) }
  let measures = findings.measures
  let started = findings.planned.reduce(0) { $0 + $1.totalStarted }
  let late = started - measures.homes
  let rest: Text =
    late > 0
    ? ", and \(Wording.homes(late)) more would start but not be complete by then" : ""
  return Section(
    "programmes", "Programmes",
    message:
      "\(Wording.homes(measures.homes).capitalised) would be complete by \(Wording.march(of: model.lastYear))"
      + rest, blocks)
}

extension Findings {
  /// The accounts that the model has, the HRA first.
  var accounts: [Account] { hasHRA ? [.hra, .generalFund] : [.generalFund] }
}

private func programme(_ place: Int, _ findings: Findings) -> Section {
  let programme = findings.model.programmes[place]
  let rows = findings.planned.filter { $0.programme == place }
  let homes = rows.reduce(0) { $0 + $1.total }
  var facts = [
    Fact("Account", Text(programme.account == .hra ? "Housing Revenue Account" : "General Fund")),
    Fact(
      "Use",
      programme.use == .settled
        ? "settled: a household that moves in has left TA"
        : "temporary: a place in TA that the council owns; the household has not left"),
    Fact(programme.delivery.wait, Text(programme.lead.months)),
    Fact("Slippage of every start", programme.delay == 0 ? "none" : Text(programme.delay.months)),
  ]
  facts += terms(programme, findings)
  if programme.use == .settled {
    facts.append(
      Fact(
        "Lettings to households in TA",
        "\(Wording.plainRate(programme.firstLetShare)) of first lettings, \(Wording.plainRate(programme.reletShare)) of later ones"
      ))
  }
  return Section(
    "programme-\(programme.name)", programme.name.spaced,
    message: "\(Wording.homes(homes).capitalised) \(programme.delivery.participle)",
    [.facts(facts)] + stampDutyNotes(place, findings)
      + (programme.lease == nil ? [.table(cost(place, rows, findings))] : [])
      + starts(programme, rows, findings))
}

extension Int64 {
  /// "18 months", "one month", "none".
  var months: String { self == 0 ? "none" : self == 1 ? "one month" : "\(Wording.grouped(self)) months" }
}

private func cost(_ place: Int, _ rows: [PlannedHomes], _ findings: Findings) -> Table {
  let programme = findings.model.programmes[place]
  return Table(
    "cost-\(programme.name)",
    "\(programme.name.spaced): what one home costs, £, in \(programme.prices.base) prices as the model gives them, and how many would be complete",
    columns: [
      .words("Homes"), .figures("Bedrooms"), .figures(programme.delivery.price), .figures("Works"),
      .figures("Fees"),
      .figures("SDLT"), .figures("All in"), .figures("Homes"),
    ],
    rows: rows.map { homes in
      let row = programme.rows[homes.row]
      return Table.Row([
        .text(row.name.spaced), .count(row.bedrooms), .price(row.cost), .price(row.works), .price(row.fees),
        .price(homes.stampDuty), .price(homes.costOfHome), .count(homes.total),
      ])
    })
}

/// Starts and completions by year, up to the last year that has any.
private func starts(_ programme: Programme, _ rows: [PlannedHomes], _ findings: Findings) -> [Block] {
  let handedBack = rows.map { findings.forecast.yearly("stock.\($0.group).homes.handedback") }
  let active = findings.years.indices.filter { k in
    rows.contains { $0.started[k] > 0 || $0.completed[k] > 0 } || handedBack.contains { $0[k] > 0 }
  }
  guard let first = active.first, let last = active.last else {
    return [.paragraph("It starts no homes within \(findings.span).")]
  }
  var lines: [Table.YearRow] = []
  for (homes, back) in zip(rows, handedBack) {
    let name = programme.rows[homes.row].name.spaced
    lines.append(Table.YearRow("\(name): started", (first...last).map { .count(homes.started[$0]) }))
    lines.append(Table.YearRow("\(name): complete", (first...last).map { .count(homes.completed[$0]) }))
    if programme.lease != nil {
      lines.append(Table.YearRow("\(name): handed back", (first...last).map { .count(back[$0]) }))
    }
  }
  let slipped = programme.delay > 0 ? " (starts are before the slippage)" : ""
  return Table.acrossYears(
    "starts-\(programme.name)", "\(programme.name.spaced): homes started and complete by year\(slipped)",
    stub: "Homes",
    years: Array(findings.years[first...last]), rows: lines)
}

/// Capital of an account and what pays for it, which come to the same.
private func capital(_ account: Account, _ findings: Findings) -> [Block] {
  let x = account.key
  let pounds = findings.pounds
  guard !pounds.isNil("capital.\(x).spend") else { return [] }
  let spent = [
    (path: "capital.\(x).repairs", name: "Major repairs"),
    (path: "capital.\(x).programme", name: "Buying and building"),
    (path: "capital.\(x).interest", name: "Interest during building"),
  ]
  let sources = [
    (path: "capital.\(x).grant", name: "Grant"), (path: "capital.\(x).contributions", name: "Contributions"),
    (path: "capital.\(x).rtb", name: "Right to Buy receipts"),
    (path: "capital.\(x).receipts", name: "Other receipts"),
    (path: "capital.\(x).mrr", name: "Major Repairs Reserve"), (path: "capital.\(x).rcco", name: "Revenue"),
    (path: "capital.\(x).borrowing", name: "Borrowing"),
  ]
  func rows(_ lines: [(path: String, name: String)]) -> [Table.YearRow] {
    lines.filter { !pounds.isNil($0.path) }.map { line in
      Table.YearRow(Text(line.name), pounds.yearly(line.path).map { .pounds($0) })
    }
  }
  let total = pounds.yearly("capital.\(x).spend").map { Cell.pounds($0) }
  return Table.acrossYears(
    "capital-\(x)", "Capital of the \(account.words) and what pays for it, with the plan, £, cash",
    stub: "Capital",
    years: findings.years,
    rows: rows(spent) + [Table.YearRow("Spend", total, role: .total)] + rows(sources)
      + [Table.YearRow("Paid for", total, role: .total)])
}
