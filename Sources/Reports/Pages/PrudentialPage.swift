import CashFlow
import Finance
import Housing

/// Debt beside its limits, what it costs of revenue, how much needs to be borrowed, and a balance sheet that ties.
func prudentialPage(_ findings: Findings) -> Section {
  let indicators = PrudentialIndicators(findings.forecast, findings.pounds)
  var blocks = breaches(indicators, findings).map { Block.note(Note(.warning, $0)) }
  blocks.append(
    .paragraph(
      "The model holds the debt of homes, in the HRA and the General Fund. A council’s limits are for all its debt: what the model does not hold is \(code: "prudential.other_debt"). Rents still to pay on leases are not in these figures."
    ))
  blocks += requirementAndDebt(indicators, findings)
  blocks += limitsOfDebt(indicators, findings)
  blocks += ratios(indicators, findings)
  blocks.append(.section(liabilityBenchmark(findings)))
  blocks.append(.section(balanceSheets(findings)))
  return Section(
    "prudential", "Prudential indicators", message: message(indicators, findings), blocks)
}

extension PrudentialIndicators {
  func yearsAbove(_ limit: [Money], _ years: [Year]) -> [Year] {
    Self.breaches(externalDebt, of: limit).map { years[$0] }
  }
}

private func message(_ indicators: PrudentialIndicators, _ findings: Findings) -> Text {
  guard let limit = indicators.authorisedLimit else { return "The model gives no authorised limit for debt" }
  let years = indicators.yearsAbove(limit, findings.years)
  return years.isEmpty
    ? "Debt stays within the authorised limit in every year"
    : "Debt would pass the authorised limit \(Sentences.when(years))"
}

/// The limits that are passed, the gravest first.
private func breaches(_ indicators: PrudentialIndicators, _ findings: Findings) -> [Text] {
  var all: [Text] = []
  func add(_ years: [Year], _ words: Text) {
    if !years.isEmpty { all.append(words + Text(" \(Sentences.when(years))")) }
  }
  if let limit = indicators.authorisedLimit {
    add(indicators.yearsAbove(limit, findings.years), "External debt would be above the authorised limit")
  }
  if let boundary = indicators.operationalBoundary {
    add(
      indicators.yearsAbove(boundary, findings.years), "External debt would be above the operational boundary"
    )
  }
  add(
    PrudentialIndicators.breaches(indicators.debt, of: indicators.debtCeiling).map { findings.years[$0] },
    "Loans would be above the capital financing requirement of the year before and what is added in three years"
  )
  return all
}

private func rows(
  _ lines: [(name: Text, values: [Money], role: Table.Row.Role)]
) -> [Table.YearRow] {
  lines.map { Table.YearRow($0.name, $0.values.map { .pounds($0) }, role: $0.role) }
}

/// The requirement and the loans of each account, and of all.
private func requirementAndDebt(_ indicators: PrudentialIndicators, _ findings: Findings) -> [Block] {
  var lines: [(name: Text, values: [Money], role: Table.Row.Role)] = []
  for account in indicators.accounts {
    lines.append((name: "CFR, \(account.account.words)", values: account.requirement, role: .plain))
  }
  lines.append((name: "CFR, all", values: indicators.requirement, role: .total))
  for account in indicators.accounts {
    lines.append((name: "Loans owed, \(account.account.words)", values: account.debt, role: .plain))
  }
  let other = zip(indicators.externalDebt, indicators.debt).map { $0.0 - $0.1 }
  lines.append((name: "Loans owed, all", values: indicators.debt, role: .subtotal))
  lines.append((name: "Debt outside the model", values: other, role: .plain))
  lines.append((name: "External debt", values: indicators.externalDebt, role: .total))
  return Table.acrossYears(
    "prudential-debt",
    "Capital financing requirement (CFR) and debt at 31 March, with the plan, £", stub: "Line",
    years: findings.years, rows: rows(lines))
}

/// Each limit less debt: a minus is above it.
private func limitsOfDebt(_ indicators: PrudentialIndicators, _ findings: Findings) -> [Block] {
  var lines: [(name: Text, values: [Money], role: Table.Row.Role)] = []
  func add(_ limit: [Money], _ name: Text, _ debt: [Money], _ owed: Text) {
    lines.append((name: name, values: limit, role: .plain))
    lines.append((name: owed, values: debt.map { -$0 }, role: .plain))
    lines.append((name: "Room", values: zip(limit, debt).map { $0.0 - $0.1 }, role: .total))
  }
  if let limit = indicators.authorisedLimit {
    add(limit, "Authorised limit", indicators.externalDebt, "External debt")
  }
  if let boundary = indicators.operationalBoundary {
    add(boundary, "Operational boundary", indicators.externalDebt, "External debt")
  }
  add(
    indicators.debtCeiling, "CFR of the year before, and what is added in this year and the next two",
    indicators.debt, "Loans owed")
  var blocks = Table.acrossYears(
    "prudential-limits", "Limits of debt less debt at 31 March, with the plan, £. A minus is above the limit",
    stub: "Limit", years: findings.years, rows: rows(lines))
  if indicators.authorisedLimit == nil || indicators.operationalBoundary == nil {
    blocks.append(
      .paragraph(
        "The council’s own limits are in its treasury strategy; give them as \(code: "prudential.authorised_limit") and \(code: "prudential.operational_boundary")."
      ))
  }
  return blocks
}

/// What debt costs of revenue, and stands at beside homes, revenue and worth.
private func ratios(_ indicators: PrudentialIndicators, _ findings: Findings) -> [Block] {
  var all: [Table.YearRow] = []
  let years = findings.years
  func rates(_ name: Text, _ ratios: [Int64?], _ absence: Cell) {
    all.append(
      Table.YearRow(name, ratios.map { ratio in ratio.map { .rate(Rate(millionths: $0)) } ?? absence }))
  }
  for account in indicators.accounts {
    let words = account.account.words
    all.append(
      Table.YearRow("Financing costs, \(words), £", account.financingCosts.map { .pounds($0) }))
    if let stream = account.netRevenueStream {
      all.append(
        Table.YearRow(
          account.account == .hra ? "Rents and service charges, £" : "Net revenue stream, \(words), £",
          stream.map { .pounds($0) }))
      rates("Financing costs to it", account.ratio, "no revenue")
    } else {
      all.append(Table.YearRow("Net revenue stream, \(words)", years.map { _ in "not given" }))
    }
  }
  if findings.hasHRA {
    func times(_ name: Text, _ ratios: [Int64?]) {
      all.append(Table.YearRow(name, ratios.map { $0.map { .ratio(millionths: $0) } ?? "no interest" }))
    }
    times("Interest cover, HRA, depreciation taken off first, times", indicators.coverAfterDepreciation)
    times("Interest cover, HRA, before depreciation, times", indicators.coverBeforeDepreciation)
    all.append(
      Table.YearRow(
        "HRA debt a home, £", indicators.debtPerHome.map { $0.map { .pounds($0) } ?? "no homes" }))
    all.append(
      Table.YearRow(
        "HRA debt over its rents and service charges, times",
        indicators.debtToRevenue.map { $0.map { .ratio(millionths: $0) } ?? "no revenue" }))
  }
  for account in indicators.accounts where account.homes.contains(where: { $0 > 0 }) {
    if account.worth == nil {
      all.append(
        Table.YearRow("Loan to value, \(account.account.words)", years.map { _ in "value not given" }))
    } else {
      rates("Loan to value, \(account.account.words)", account.loanToValue, "no homes")
    }
  }
  return Table.acrossYears(
    "prudential-ratios",
    "What debt costs and stands at beside revenue, homes and their worth, with the plan. Financing costs are interest on loans, less what cash earns, and provision",
    stub: "Measure", years: years, rows: all)
}
