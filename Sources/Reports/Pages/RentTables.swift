import CashFlow
import Finance
import Housing

/// What a new letting pays where that is not what the others pay, and the formula and its cap.
func newRents(_ findings: Findings, _ groups: [ShownGroup]) -> [Block] {
  let rents = findings.forecast.groupRents()
  var blocks: [Block] = []
  let apart = zip(groups, rents).filter { $0.1.isApart }
  if !apart.isEmpty {
    blocks += Table.acrossYears(
      "rents-new", "Weekly rent of a new letting where tenants who stay pay another, £ a week over 52 weeks",
      stub: "Homes", years: findings.years,
      rows: apart.map { group, rents in
        Table.YearRow(Text(group.label), rents.newLetting.map { .pence($0) })
      })
  }
  let formula = zip(groups, rents).filter { $0.1.formula != nil }
  if !formula.isEmpty { blocks.append(formulas(findings, formula.map { ($0.0, $0.1) })) }
  return blocks
}

extension GroupRents {
  /// Whether a new letting pays more or less than the average in some year, by more than rounding.
  fileprivate var isApart: Bool {
    zip(average, newLetting).contains { average, letting in
      average.map { abs($0.pence - letting.pence) > 1 } ?? false
    }
  }
}

/// The formula and its cap in the first year, the headline year and the last.
private func formulas(_ findings: Findings, _ groups: [(ShownGroup, GroupRents)]) -> Block {
  var shown = [0]
  for k in [findings.headline, findings.years.count - 1] where !shown.contains(k) { shown.append(k) }
  var columns: [Table.Column] = [.words("Homes")]
  for k in shown {
    columns += [.figures("Formula, \(findings.years[k])"), .figures("Cap, \(findings.years[k])")]
  }
  return .table(
    Table(
      "rents-formula",
      "Formula rent before flexibility, and the cap on it, £ a week over 52 weeks",
      columns: columns,
      rows: groups.map { group, rents in
        var cells: [Cell] = [.text(Text(group.label))]
        for k in shown {
          cells.append(rents.formula.map { .pence($0[k]) } ?? .nothing)
          cells.append(rents.cap.flatMap { $0[k] }.map { .pence($0) } ?? "not known")
        }
        return Table.Row(cells)
      }))
}
