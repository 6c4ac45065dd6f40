import CashFlow
import Finance
import Housing

/// How much needs to be borrowed, beside what is.
func liabilityBenchmark(_ findings: Findings) -> Section {
  let benchmark = LiabilityBenchmark(findings.forecast, findings.pounds)
  let table = table(benchmark, findings)
  let opening = Block.paragraph(
    "The net loans requirement is the capital financing requirement (CFR) less the balances, reserves and unspent grant that stand in for loans. With the cash to be kept at hand it is the liability benchmark: to owe more is to borrow in order to invest, to owe less is to have borrowing still to do."
  )
  let isEmpty = (benchmark.requirement + benchmark.loans).allSatisfy { $0 == .zero }
  return Section(
    "liability-benchmark", "The liability benchmark", message: message(benchmark, findings),
    [opening, isEmpty ? .table(table) : .chart(chart(benchmark, table, findings))])
}

private func message(_ benchmark: LiabilityBenchmark, _ findings: Findings) -> Text {
  let end = "in \(Wording.march(of: findings.model.lastYear))"
  let owed = benchmark.loans.last ?? .zero
  let above = owed - (benchmark.benchmark.last ?? .zero)
  if above == .zero { return "The loans owed \(end) are what the council would need to borrow" }
  return above > .zero
    ? "The council would owe \(Wording.size(above)) more \(end) than it needs to borrow"
    : "The council would owe \(Wording.size(above)) less \(end) than it needs to borrow"
}

private func places(_ findings: Findings) -> [Int] {
  [findings.model.firstYear.start] + findings.years.map { $0.start + 1 }
}

private func chart(_ benchmark: LiabilityBenchmark, _ table: Table, _ findings: Findings) -> Chart {
  func line(_ name: String, _ style: Chart.Line.Style, _ money: [Money]) -> Chart.Line {
    Chart.Line(name, style, money.map { $0.pence })
  }
  let years = places(findings)
  let most = benchmark.benchmark.indices.max { benchmark.benchmark[$0] < benchmark.benchmark[$1] } ?? 0
  let peak = benchmark.benchmark[most]
  return Chart(
    "liability-benchmark",
    "Loans beside the liability benchmark at 31 March, whole council as the model holds it, with the plan, \(digits: years[0]) to \(digits: years[years.count - 1])",
    .lines(
      Chart.Lines(
        places: years.map { Wording.digits($0) }, unit: .money,
        series: [
          line("All loans", .with, benchmark.loans),
          line("Liability benchmark", .without, benchmark.benchmark),
          line("CFR", .base, benchmark.requirement), line("Existing loans", .beside, benchmark.existingLoans),
        ])),
    sentences: [
      peak > .zero
        ? "The need to borrow is greatest in March \(digits: years[most]), at \(Wording.money(peak))."
        : "At no time would the council need to borrow from others."
    ],
    table: table)
}

/// Each column from those before it, adding up as printed.
private func table(_ benchmark: LiabilityBenchmark, _ findings: Findings) -> Table {
  let years = places(findings)
  // cash kept at hand has a column where there is any
  let hasLiquidity = benchmark.liquidity.contains { $0 != .zero }
  let liquidity: [Table.Column] = hasLiquidity ? [.figures("Liquidity"), .figures("Benchmark")] : []
  return Table(
    "liability-benchmark",
    "The liability benchmark at 31 March, with the plan, £. Balances are taken off; a minus in the last column is borrowing still to do",
    columns: [
      .figures("31 March"), .figures("CFR"), .figures("Balances and reserves"),
      .figures(hasLiquidity ? "Net loans requirement" : "Benchmark"),
    ] + liquidity + [
      .figures("Existing loans"), .figures("Plan’s loans"), .figures("Loans less benchmark"),
    ],
    rows: years.indices.map { k in
      let kept = hasLiquidity ? [benchmark.liquidity[k], benchmark.benchmark[k]] : []
      let start = [benchmark.requirement[k], -benchmark.balances[k], benchmark.netRequirement[k]]
      let loans = [
        benchmark.existingLoans[k], benchmark.planLoans[k], benchmark.loans[k] - benchmark.benchmark[k],
      ]
      return Table.Row([.text("\(digits: years[k])")] + (start + kept + loans).map { .pounds($0) })
    }, open: openRows(findings, 11))
}
