import CashFlow
import Finance
import Housing

func accountsPage(_ findings: Findings) -> Section {
  var sections: [Block] = []
  if findings.hasHRA { sections.append(.section(account(.hra, findings))) }
  sections.append(.section(account(.generalFund, findings)))
  sections.append(.section(council(findings)))
  let opening: [Block] = [
    .paragraph(
      "Income is plus and spending minus. The difference is with the plan less without it, so a minus costs the council. A line is rounded to whole pounds once and totals add what is shown; \(code: "figures.csv") has every line to the penny."
    )
  ]
  return Section(
    "accounts", "Accounts", message: accountsMessage(findings),
    opening + unchanged(findings) + budgetOfFirstYear(findings) + budgets(findings) + sections)
}

/// The years before the plan changes anything, which tables of the difference leave out.
private func unchanged(_ findings: Findings) -> [Block] {
  let from = findings.firstShown(.difference)
  guard from > 0 else { return [] }
  let years = findings.years
  let span: Text = from == 1 ? "In \(years[0])" : "From \(years[0]) to \(years[from - 1])"
  return [.paragraph(span + " the plan changes nothing, and tables of the difference begin after it.")]
}

extension Findings {
  /// The first year that a table of a run shows: of the difference, the first in which the plan changes the council’s cash
  /// or budgets; the first of all if it never does.
  func firstShown(_ run: Forecast.Run) -> Int {
    guard run == .difference else { return 0 }
    let (budget, cash) = (
      pounds.yearly("council.budget", .difference), pounds.yearly("council.cashflow", .difference)
    )
    return years.indices.first { budget[$0] != .zero || cash[$0] != .zero } ?? 0
  }
}

private func accountsMessage(_ findings: Findings) -> Text {
  let generalFund = Sentences.standing(findings.budgetGeneralFund)
  guard findings.hasHRA else {
    return "Over \(findings.span) the General Fund would be \(generalFund)"
  }
  return
    "Over \(findings.span) the General Fund would be \(generalFund) and the HRA \(Sentences.standing(findings.budgetHRA))"
}

/// A line of an account as its table has it.
struct AccountLine {
  var path: String
  var name: String
  var role: Table.Row.Role

  init(_ path: String, _ name: String, _ role: Table.Row.Role = .plain) {
    (self.path, self.name, self.role) = (path, name, role)
  }
}

let hraLines = [
  AccountLine("hra.rent.due", "Rent due"), AccountLine("hra.rent.void", "Rent lost while homes are empty"),
  AccountLine("hra.baddebt", "Bad debt"), AccountLine("hra.service.income", "Service charges"),
  AccountLine("hra.other.income", "Other income"), AccountLine("hra.service.cost", "Service costs"),
  AccountLine("hra.management", "Management"), AccountLine("hra.repairs", "Responsive repairs"),
  AccountLine("hra.insurance", "Insurance"), AccountLine("hra.lease", "Lease rent"),
  AccountLine("hra.partner", "Passed to partners"),
  AccountLine("hra.other.cost", "Other cost"), AccountLine("hra.operating", "Operating surplus", .subtotal),
  AccountLine("hra.depreciation", "Depreciation"), AccountLine("hra.interest.loans", "Interest on loans"),
  AccountLine("hra.interest.capitalised", "Interest added to the cost of building"),
  AccountLine("hra.interest.cash", "Interest on cash"),
  AccountLine("hra.loan.costs", "Discounts and costs of issue of bonds"),
  AccountLine("hra.receipts.interest", "Interest on returned receipts"),
  AccountLine("hra.vrp", "Voluntary provision"),
  AccountLine("hra.rcco", "Revenue contribution to capital"), AccountLine("hra.surplus", "Surplus", .total),
]

let generalFundLines = [
  AccountLine("gf.ta.gross", "TA, gross"), AccountLine("gf.ta.recovered", "TA, recovered"),
  AccountLine("gf.ta.moveon", "Moves to a settled home"), AccountLine("gf.homes.rent.due", "Rent due"),
  AccountLine("gf.homes.rent.void", "Rent lost while homes are empty"),
  AccountLine("gf.homes.baddebt", "Bad debt"), AccountLine("gf.homes.service.income", "Service charges"),
  AccountLine("gf.other.income", "Other income"), AccountLine("gf.homes.service.cost", "Service costs"),
  AccountLine("gf.homes.management", "Management"), AccountLine("gf.homes.repairs", "Responsive repairs"),
  AccountLine("gf.homes.majorrepairs", "Major repairs"), AccountLine("gf.homes.insurance", "Insurance"),
  AccountLine("gf.homes.lease", "Lease rent"),
  AccountLine("gf.homes.partner", "Passed to partners"),
  AccountLine("gf.homes.hbloss", "Rent of temporary homes above the limits of subsidy"),
  AccountLine("gf.other.cost", "Other cost"),
  AccountLine("gf.operating", "Operating net", .subtotal),
  AccountLine("gf.interest.loans", "Interest on loans"),
  AccountLine("gf.interest.capitalised", "Interest added to the cost of building"),
  AccountLine("gf.interest.cash", "Interest on cash"),
  AccountLine("gf.loan.costs", "Discounts and costs of issue of bonds"),
  AccountLine("gf.mrp", "Minimum revenue provision"),
  AccountLine("gf.rcco", "Revenue contribution to capital"),
  AccountLine("gf.outcomes", "Outcome payments"),
  AccountLine("gf.net", "Net, met from the council’s budget", .total),
]

extension Findings {
  /// Whether the tables show a line even where it is nil throughout: a total.
  static func isAlwaysShown(_ path: String) -> Bool {
    let shown = ["council.", "cfr.", "cash."]
    if shown.contains(where: { path.begins(with: $0) }) { return true }
    return (hraLines + generalFundLines).contains {
      $0.role != .plain && $0.path.isSame(as: path)
    }
  }
}

private func account(_ account: Account, _ findings: Findings) -> Section {
  let all = account == .hra ? hraLines : generalFundLines
  let shown = all.filter { $0.role != .plain || !findings.pounds.isNil($0.path) }
  let left = all.filter {
    $0.role == .plain && findings.pounds.isNil($0.path) && findings.pounds.has($0.path)
  }
  let name = account == .hra ? "Housing Revenue Account" : "General Fund: temporary accommodation and homes"
  func table(_ run: Forecast.Run) -> [Block] {
    let from = findings.firstShown(run)
    return Table.acrossYears(
      "account-\(account.key)-\(run.id)", "\(account.words), \(run.words), £, cash", stub: "Line",
      years: Array(findings.years[from...]),
      rows: shown.map { line in
        Table.YearRow(
          .link(line.name, to: line.path),
          findings.pounds.yearly(line.path, run)[from...].map { .pounds($0) },
          role: line.role)
      } + (account == .hra ? balances(run, findings, from) : []))
  }
  var blocks = table(.difference)
  blocks.append(.fold("\(account.words) with the plan", table(.with)))
  blocks.append(.fold("\(account.words) without the plan", table(.without)))
  blocks.append(realAccount(account, shown, findings))
  if !left.isEmpty {
    blocks.append(
      .paragraph("Nil throughout, and left out: \(Wording.list(left.map { $0.name.lowered })).")
    )
  }
  return Section("account-\(account.key)", name, blocks)
}

extension String {
  /// With a small ASCII letter first, unless the second is a capital too.
  var lowered: String {
    var bytes = Array(utf8)
    if bytes.count > 1, (0x41...0x5A).contains(bytes[0]), !(0x41...0x5A).contains(bytes[1]) { bytes[0] += 32 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Forecast.Run {
  public var words: String {
    switch self {
    case .with: "with the plan"
    case .without: "without the plan"
    case .difference: "difference that the plan makes"
    }
  }
  public var id: String {
    switch self {
    case .with: "with"
    case .without: "without"
    case .difference: "difference"
    }
  }
}

/// The HRA's balance and reserves, each from its opening.
private func balances(_ run: Forecast.Run, _ findings: Findings, _ from: Int) -> [Table.YearRow] {
  let pounds = findings.pounds
  var rows: [Table.YearRow] = []
  func row(_ name: String, _ values: [Money], _ role: Table.Row.Role = .plain) {
    rows.append(Table.YearRow(Text(name), values[from...].map { .pounds($0) }, role: role))
  }
  row("HRA balance, opening", pounds.openings("hra.balance", run))
  row("Surplus for the year", pounds.yearly("hra.surplus", run))
  row("HRA balance, closing", pounds.yearly("hra.balance", run), .total)
  if !pounds.isNil("mrr.balance") || !pounds.isNil("mrr.in") {
    row("Major Repairs Reserve, opening", pounds.openings("mrr.balance", run))
    row("In, from depreciation", pounds.yearly("mrr.in", run))
    row("Used", pounds.yearly("mrr.used", run))
    row("Major Repairs Reserve, closing", pounds.yearly("mrr.balance", run), .total)
  }
  if !pounds.isNil("receipts.rtb.balance") || !pounds.isNil("receipts.rtb.in") {
    row("Right to Buy receipts, opening", pounds.openings("receipts.rtb.balance", run))
    row("Received", pounds.yearly("receipts.rtb.in", run))
    row("Set aside against debt", pounds.yearly("receipts.rtb.setaside", run))
    row("Used", pounds.yearly("receipts.rtb.used", run))
    if !pounds.isNil("receipts.rtb.returned") { row("Returned", pounds.yearly("receipts.rtb.returned", run)) }
    row("Right to Buy receipts, closing", pounds.yearly("receipts.rtb.balance", run), .total)
  }
  return rows
}

private func council(_ findings: Findings) -> Section {
  let lines =
    (findings.hasHRA ? [AccountLine("hra.surplus", "HRA surplus")] : [])
    + [
      AccountLine("gf.net", "General Fund, net"),
      AccountLine("council.budget", "What the council’s budgets feel", .total),
      AccountLine("council.cashflow", "Cash before borrowing"),
    ]
  func table(_ run: Forecast.Run) -> [Block] {
    let from = findings.firstShown(run)
    return Table.acrossYears(
      "council-\(run.id)", "Whole council, \(run.words), £, cash", stub: "Line",
      years: Array(findings.years[from...]),
      rows: lines.map { line in
        Table.YearRow(
          .link(line.name, to: line.path),
          findings.pounds.yearly(line.path, run)[from...].map { .pounds($0) },
          role: line.role)
      })
  }
  return Section(
    "council", "Whole council",
    table(.difference) + [
      .fold("Whole council with the plan", table(.with)),
      .fold("Whole council without the plan", table(.without)),
    ])
}
