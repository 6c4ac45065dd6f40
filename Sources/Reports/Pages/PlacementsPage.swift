import CashFlow
import Finance
import Housing

func placementsPage(_ findings: Findings) -> Section {
  let pounds = findings.pounds
  let net = pounds.total("gf.ta.gross", .difference) + pounds.total("gf.ta.recovered", .difference)
  let message: Text =
    net == .zero
    ? "TA costs as much with the plan as without it, after what is recovered"
    : "Over \(findings.span) TA would cost \(Wording.size(net)) \(net > .zero ? "less" : "more") than without the plan, after what is recovered"
  return Section(
    "placements", "What temporary accommodation costs", message: message,
    table(.with, findings) + [
      .fold("The same without the plan", table(.without, findings)),
      .fold("The difference that the plan makes", table(.difference, findings)),
    ])
}

/// Gross, recovered and net by kind of place, adding up as shown.
private func table(_ run: Forecast.Run, _ findings: Findings) -> [Block] {
  let pounds = findings.pounds
  let from = findings.firstShown(run)
  var rows: [Table.YearRow] = []
  func row(_ name: String, _ values: [Money], _ role: Table.Row.Role = .plain) {
    rows.append(Table.YearRow(Text(name), values[from...].map { .pounds($0) }, role: role))
  }
  func net(_ gross: [Money], _ recovered: [Money]) -> [Money] { zip(gross, recovered).map { $0.0 + $0.1 } }
  for (name, label) in zip(findings.forecast.placeNames, findings.placeLabels) {
    let (gross, recovered) = ("ta.type.\(name).gross", "ta.type.\(name).recovered")
    if pounds.isNil(gross) && pounds.isNil(recovered) { continue }
    row("\(label): gross", pounds.yearly(gross, run))
    row("\(label): recovered", pounds.yearly(recovered, run))
    row("\(label): net", net(pounds.yearly(gross, run), pounds.yearly(recovered, run)), .total)
  }
  let (gross, recovered) = (pounds.yearly("gf.ta.gross", run), pounds.yearly("gf.ta.recovered", run))
  row("All TA: gross", gross)
  row("All TA: recovered", recovered)
  row("All TA: net", net(gross, recovered), .total)
  return Table.acrossYears(
    "ta-cost-\(run.id)", "TA by kind of place, \(run.words), £, cash (a minus is a cost)",
    stub: "Kind of place",
    years: Array(findings.years[from...]), rows: rows)
}
