import CashFlow
import Finance
import Housing
import ModelFile

/// The first year's lines beside the budget that the model takes them from, where it gives whole sums of an account.
func budgetOfFirstYear(_ findings: Findings) -> [Block] {
  let model = findings.model
  guard !model.sums.isEmpty else { return [] }
  let first = model.firstYear
  var rows: [Table.Row] = []
  func add(_ name: String, _ line: String, _ path: String, given: Money) {
    guard let entry = findings.register.entry(path) else { return }
    let posted = Money(pence: findings.forecast.yearly(line, .without).first ?? 0)
    let shown = posted < .zero && given > .zero ? -posted : posted
    rows.append(
      Table.Row([
        .text(name), .pounds(given), .pounds(shown), .change(.pounds(shown - given)),
        entry.source.isEmpty ? .noSource : .text(entry.source),
      ]))
  }
  for group in model.stock {
    let path = "stock.\(group.name).rent_roll"
    guard let given = findings.register.entry(path)?.assumption.given?[first] else { continue }
    add(
      "Rent: \(group.name.spaced.lowered)", "stock.\(group.name).rent.due", path, given: Money(pence: given))
  }
  for sum in model.sums {
    add(sum.name.spaced, "sum.\(sum.name)", "sum.\(sum.name).amount", given: sum.amount[first])
  }
  guard !rows.isEmpty else { return [] }
  return [
    .section(
      Section(
        "first-year", "\(first) against the budget it starts from",
        [
          .table(
            Table(
              "first-year", "Lines that the model gives as whole sums, \(first), without the plan, £",
              columns: [
                .words("Line"), .figures("As given"), .figures("In this report"), .figures("Difference"),
                .words("Source of the sum given"),
              ], rows: rows))
        ]))
  ]
}
