import CashFlow
import Finance
import Housing

/// How many months the list of each month has.
let listedMonths = 24

/// The public's list: each of the first months, who came into TA and who left by which way, who is in what kind of place,
/// and what it costs before and after what is recovered.
func monthlyList(_ findings: Findings) -> [Block] {
  let run = findings.forecast.wholeHouseholds(.with, months: listedMonths)
  let months = run.households.indices.map { Month($0, from: findings.model.firstYear) }
  let kinds = findings.placeLabels
  let (entries, routes) = (entries(run, findings), routes(run, findings))
  func table(_ id: String, _ caption: Text, _ columns: [String], _ cells: (Int) -> [Cell]) -> Block {
    .table(
      Table(
        id, caption, columns: [.words("Month")] + columns.map { .figures(Text($0)) },
        rows: months.indices.map { m in Table.Row([.month(months[m])] + cells(m)) }))
  }
  let gross = monthlyPounds(findings) { "ta.type.\($0).gross" }
  let recovered = monthlyPounds(findings) { "ta.type.\($0).recovered" }
  func spend(_ values: (Int, Int) -> Int64, _ m: Int) -> [Cell] {
    let each = kinds.indices.map { values($0, m) }
    return (each + [each.reduce(0, +)]).map { .pounds(Money.pounds($0)) }
  }
  let span: Text =
    months.isEmpty ? "" : ", \(Wording.month(months[0])) to \(Wording.month(months[months.count - 1]))"
  return [
    .fold(
      "Each month of the first two years, with the plan",
      [
        table(
          "months-flows", "Households into and out of TA in the month" + span + ". A minus leaves.",
          ["Opening"] + entries.map { $0.name } + routes.map { $0.name } + ["Closing"],
          { m in
            [.count(m == 0 ? run.opening : run.households[m - 1])] + entries.map { .count($0.values[m]) }
              + routes.map { .count(-$0.values[m]) } + [.count(run.households[m])]
          }),
        table(
          "months-places", "Households in TA at the end of the month by kind of place" + span,
          kinds + ["All"],
          { m in run.byType[m].map { .count($0) } + [.count(run.households[m])] }),
        table(
          "months-gross", "TA by kind of place, gross, £, cash (a minus is a cost)" + span, kinds + ["All"],
          { m in spend({ gross[$0][$1] }, m) }),
        table(
          "months-net", "TA by kind of place, after what is recovered, £, cash (a minus is a cost)" + span,
          kinds + ["All"], { m in spend({ gross[$0][$1] + recovered[$0][$1] }, m) }),
      ])
  ]
}

/// A line of each kind of place by month, in whole pounds.
private func monthlyPounds(_ findings: Findings, _ path: (String) -> String) -> [[Int64]] {
  findings.forecast.placeNames.map { name in
    findings.forecast.monthly(path(name), months: listedMonths).map { roundedQuotient($0, 100) }
  }
}

/// The lines of the list, exact, by the last day of the month, where a year stands in the other rows.
func writeMonths(of versions: [Forecast], _ output: inout Output) {
  guard let forecast = versions.first else { return }
  let lines = forecast.plan.lines
  let count = min(listedMonths, forecast.with.ledger.months)
  let dates = (0..<count).map { month in
    let month = Month(month, from: forecast.model.firstYear)
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(month.year)-\(two(month.number))-\(two(month.days))"
  }
  for (meaning, line) in zip(lines.meanings, lines.all) where meaning.isListed {
    let with = versions.map { Array($0.with.ledger.monthly(line).prefix(count)) }
    let without = versions.map { Array($0.without.ledger.monthly(line).prefix(count)) }
    if (with + without).allSatisfy({ $0.allSatisfy { $0 == 0 } }) { continue }
    let start = CSVWriter(header: [meaning.path, meaning.label, meaning.quantity.unit]).bytes.dropLast(2)
    let figures = LineFigures(with, without)
    for k in 0..<count {
      output.write(bytes: start)
      output.write(",")
      output.write(dates[k])
      output.write(figures, k, places: meaning.quantity.places)
    }
  }
}

extension Meaning {
  /// Whether the list of each month has it: in, out, in place by kind, and what that costs.
  fileprivate var isListed: Bool {
    for start in ["ta.in.", "ta.out."] where id.begins(with: start) { return true }
    return ["ta.households", "ta.type.*.households", "ta.type.*.gross", "ta.type.*.recovered"].contains {
      id.isSame(as: $0)
    }
  }
}
