import CashFlow
import Finance
import Housing

func moneyPage(_ findings: Findings) -> Section {
  var blocks: [Block] = [.chart(budgetChart(findings))]
  blocks.append(.paragraph(parts(findings)))
  blocks.append(.chart(valueChart(findings)))
  blocks.append(.facts(worth(findings)))
  blocks.append(.table(reconciliation(findings)))
  blocks.append(
    .paragraph(
      "The budget effect is what the council’s budgets feel, loans and their interest among it. The value is the cash that the homes cost and bring before any borrowing, so that no cost counts both when paid and when financed. Each has its own name because neither is the other."
    ))
  let effect = findings.budget
  let message: Text =
    effect == .zero
    ? "Over \(findings.span) the plan leaves the council’s budgets as they are"
    : "Over \(findings.span) the council’s budgets would be \(Sentences.standing(effect)); \(Sentences.payback(findings.measures.payback, hasValue: findings.hasValue, span: findings.span))"
  return Section("money", "What it costs and brings", message: message, blocks)
}

/// How the cash before borrowing becomes what the budgets feel, over all years.
private func reconciliation(_ findings: Findings) -> Table {
  let pounds = findings.pounds
  func total(_ paths: String...) -> Money { paths.reduce(.zero) { $0 + pounds.total($1, .difference) } }
  var steps: [(name: Text, money: Money)] = [
    ("Value: cash before borrowing", findings.value),
    (
      "Capital spend, which budgets bear through loans and provision",
      total(
        "capital.hra.repairs", "capital.hra.programme", "capital.gf.programme")
    ),
    (
      "Grant, contributions and receipts, which pay for it",
      -total(
        "capital.hra.grant.received", "capital.gf.grant.received", "capital.hra.contributions.received",
        "capital.gf.contributions.received", "receipts.rtb.in", "receipts.rtb.returned",
        "receipts.other.hra.in", "receipts.other.gf.in")
    ),
    ("Interest on loans", total("hra.interest.loans", "gf.interest.loans")),
    ("Interest added to the cost of building", total("hra.interest.capitalised", "gf.interest.capitalised")),
    ("Interest on cash", total("hra.interest.cash", "gf.interest.cash")),
    ("Depreciation, into the Major Repairs Reserve", total("hra.depreciation")),
    ("Provision for borrowing", total("hra.vrp", "gf.mrp")),
    ("Revenue contributions to capital", total("hra.rcco", "gf.rcco")),
  ]
  if !pounds.isNil("hra.loan.costs") || !pounds.isNil("gf.loan.costs") {
    steps.insert(("Discounts and costs of issue of bonds", total("hra.loan.costs", "gf.loan.costs")), at: 6)
  }
  return Table(
    "reconciliation", "From value to budget effect over \(findings.span), £, cash. A minus is a cost.",
    columns: [.words("Step"), .figures("£")],
    rows: steps.map { Table.Row([.text($0.name), .pounds($0.money)]) }
      + [Table.Row(["Budget effect", .pounds(findings.budget)], role: .total)])
}

extension Findings {
  var hasValue: Bool { measures.value.contains { $0 != 0 } }
}

private func budgetChart(_ findings: Findings) -> Chart {
  let pounds = findings.pounds
  let years = findings.years
  let generalFund = pounds.yearly("gf.net", .difference)
  let hra = pounds.yearly("hra.surplus", .difference)
  let council = pounds.yearly("council.budget", .difference)
  let toDate = pounds.toDate("council.budget", .difference)
  var lines = [Chart.Line("Whole council", .with, council.map { $0.pence })]
  if findings.hasHRA {
    lines.append(Chart.Line("General Fund", .without, generalFund.map { $0.pence }))
    lines.append(Chart.Line("HRA", .base, hra.map { $0.pence }))
  }
  func row(_ name: Cell, _ place: Int?) -> [Cell] {
    func cell(_ values: [Money]) -> Cell { .pounds(place.map { values[$0] } ?? values.reduce(.zero, +)) }
    let accounts = findings.hasHRA ? [cell(generalFund), cell(hra)] : []
    return [name] + accounts + [cell(council), .pounds(place.map { toDate[$0] } ?? findings.budget)]
  }
  let columns: [Table.Column] = findings.hasHRA ? [.figures("General Fund"), .figures("HRA")] : []
  return Chart(
    "budget",
    "Budget effect of the plan by year, cash, \(years[0]) to \(findings.model.lastYear). Above nil the budget gains, below it the plan costs",
    .lines(Chart.Lines(places: years.map { $0.description }, unit: .money, series: lines)),
    sentences: [worstYear(findings, council)],
    table: Table(
      "budget", "Budget effect of the plan, £, cash. A minus is a cost.",
      columns: [.words("Year")] + columns + [.figures("Council"), .figures("Council to date")],
      rows: years.indices.map { Table.Row(row(.year(years[$0]), $0)) }
        + [Table.Row(row(.text(Text(findings.span.capitalised)), nil), role: .total)],
      open: openRows(findings, 10)))
}

private func worstYear(_ findings: Findings, _ council: [Money]) -> Text {
  guard let worst = council.indices.min(by: { council[$0] < council[$1] }), council[worst] < .zero else {
    return "In no year does the plan cost the council’s budgets anything."
  }
  let costly = council.count { $0 < .zero }
  return
    "The plan costs the council’s budgets money in \(Wording.number(Int64(costly), of: "year", "years")) of \(Wording.number(findings.model.years)), most in \(findings.years[worst]): \(Wording.size(council[worst]))."
}

/// What the budget effect is made of, in each account.
private func parts(_ findings: Findings) -> Text {
  let pounds = findings.pounds
  let accommodation =
    pounds.total("gf.ta.gross", .difference) + pounds.total("gf.ta.recovered", .difference)
    + pounds.total("gf.ta.moveon", .difference)
  let more: Text =
    accommodation == .zero
    ? "TA costs the General Fund as much as without the plan"
    : "TA costs the General Fund \(Wording.size(accommodation)) \(accommodation > .zero ? "less" : "more") than without the plan, after what is recovered"
  let outcomes = pounds.total("gf.outcomes", .difference)
  let rest = findings.budgetGeneralFund - accommodation - outcomes
  var text: Text = "Over \(findings.span) " + more + "."
  if outcomes != .zero { text = text + " Outcome payments cost it \(Wording.size(outcomes))." }
  if rest != .zero {
    text =
      text
      + " The plan’s homes and loans in the General Fund \(rest > .zero ? "bring" : "cost") it \(Wording.size(rest))\(rest > .zero ? " more than they cost" : " more than they bring in")."
  }
  if findings.hasHRA {
    let hra = findings.budgetHRA
    text =
      text
      + (hra == .zero
        ? " The HRA is \(Sentences.standing(hra))."
        : " The HRA, which bears the homes and loans of its own, is \(Sentences.standing(hra)).")
  }
  return text
}

private func valueChart(_ findings: Findings) -> Chart {
  let pounds = findings.pounds
  let years = findings.years
  let yearly = pounds.yearly("council.cashflow", .difference)
  let toDate = pounds.toDate("council.cashflow", .difference)
  var labels: [Chart.Label] = []
  if let lowest = toDate.indices.min(by: { toDate[$0] < toDate[$1] }), toDate[lowest] < .zero,
    lowest != years.count - 1
  {
    labels.append(
      Chart.Label(at: lowest, "\(Wording.size(toDate[lowest])) behind", more: ", \(years[lowest])"))
  }
  if let paid = findings.measures.payback, let place = years.firstIndex(of: paid), place > 0,
    place + 3 < years.count
  {
    labels.append(Chart.Label(at: place, "Paid back", more: ", \(paid)"))
  }
  if let last = toDate.last {
    labels.append(
      Chart.Label(
        at: years.count - 1, last < .zero ? "\(Wording.size(last)) behind" : "\(Wording.size(last)) ahead"))
  }
  let measures = findings.measures
  return Chart(
    "value",
    "Value of the plan to date: cash before borrowing, with the plan less without, at 31 March. Below nil the council is behind",
    .balance(
      Chart.Balance(places: years.map { $0.description }, values: toDate.map { $0.pence }, labels: labels)),
    sentences: [
      Text(
        "\(Sentences.payback(measures.payback, hasValue: findings.hasValue, span: findings.span))."
          .capitalised)
    ],
    table: Table(
      "value", "Value of the plan: cash before borrowing, with the plan less without, £. A minus is a cost.",
      columns: [.words("Year"), .figures("In the year"), .figures("To date")],
      rows: years.indices.map { Table.Row([.year(years[$0]), .pounds(yearly[$0]), .pounds(toDate[$0])]) }
        + [
          Table.Row(
            [.text(Text(findings.span.capitalised)), .pounds(findings.value), .pounds(findings.value)],
            role: .total)
        ], open: openRows(findings, 10)))
}

private func worth(_ findings: Findings) -> [Fact] {
  let measures = findings.measures
  let appraisal = findings.model.appraisal
  func signed(_ money: Money) -> Text {
    money == .zero ? "nil" : "\(Wording.size(money)), a \(money > .zero ? "gain" : "cost")"
  }
  let real = measures.realBudget.reduce(0, +)
  var facts = [
    Fact("Budget effect, cash", signed(findings.budget)),
    Fact("Budget effect in \(findings.model.priceBase) prices", signed(Money(pence: real))),
    Fact("Value, cash before borrowing", signed(findings.value)),
    Fact(
      "NPV to the council, real, \(findings.model.priceBase) prices, Green Book rates (\(Wording.plainRate(appraisal.discountRate)), and \(Wording.plainRate(appraisal.laterDiscountRate)) from year 31)",
      signed(measures.netPresentValue)),
    Fact(
      "NPV to the council, nominal, at its own \(Wording.plainRate(appraisal.nominalRate))",
      signed(measures.nominalValue)),
    Fact("Internal rate of return, cash before borrowing", Text(findings.internalRate)),
    Fact(
      "Paid back, undiscounted",
      measures.payback.map { Text($0.description) } ?? "never within \(findings.span)"),
  ]
  facts.append(
    Fact(
      "Worth of the homes at the end", "none is counted"))
  facts.append(
    Fact(
      "Owed at the end on the plan’s loans",
      measures.owedAtEnd == .zero ? "nothing" : Text(Wording.money(measures.owedAtEnd))))
  return facts
}
