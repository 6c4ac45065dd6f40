import CashFlow
import Finance
import Housing

/// The approved budget and the actuals, line by line beside the model, each difference with its reason.
func budgets(_ findings: Findings) -> [Block] {
  let scrutiny = findings.model.scrutiny
  var blocks: [Block] = []
  if !scrutiny.budget.isEmpty {
    blocks.append(
      .section(
        section(
          "approved-budget", "\(findings.model.firstYear) against the approved budget",
          "Lines of the approved budget of \(findings.model.firstYear) beside the model’s, without the plan, £",
          "Approved", scrutiny.budget, .without, findings)))
  }
  if !scrutiny.actuals.isEmpty {
    blocks.append(
      .section(
        section(
          "actuals", "Actuals beside the forecast", "Actual figures beside the model’s, with the plan, £",
          "Actual",
          scrutiny.actuals, .with, findings)))
  }
  return blocks
}

/// A figure given, and the model's.
private struct Compared {
  var given: BudgetFigure
  var label: String
  /// With the ledger's sign, in shown pounds.
  var stated: Money, modelled: Money
  var difference: Money { modelled - stated }
  /// What the model has more or less of.
  var direction: String {
    let isMore = given.line.isCost ? difference < .zero : difference > .zero
    return "\(isMore ? "more" : "less")\(given.line.isCost ? " cost" : "")"
  }
  var isUnexplained: Bool { difference != .zero && given.why == nil }
}

private func compare(_ figures: [BudgetFigure], _ run: Forecast.Run, _ findings: Findings) -> [Compared] {
  figures.compactMap { figure in
    guard let k = findings.years.firstIndex(of: figure.year) else { return nil }
    let path = figure.line.rawValue
    let label = findings.forecast.plan.lines.line(named: path).map {
      findings.forecast.plan.lines.meaning(of: $0).label
    }
    return Compared(
      given: figure, label: label ?? path,
      stated: .pounds(roundedQuotient(figure.signed.pence, 100)),
      modelled: findings.pounds.yearly(path, run)[k])
  }
}

private func section(
  _ id: String, _ topic: String, _ caption: Text, _ given: Text, _ figures: [BudgetFigure],
  _ run: Forecast.Run, _ findings: Findings
) -> Section {
  let all = compare(figures, run, findings)
  let unexplained = all.filter { $0.isUnexplained }
  var blocks: [Block] = []
  if !unexplained.isEmpty {
    blocks.append(
      .note(
        Note(
          .warning,
          "\(Wording.number(Int64(unexplained.count), of: "difference has", "differences have").capitalised) no reason",
          id: "\(id)-unexplained",
          [
            .list(
              unexplained.map {
                "\($0.label), \($0.given.year): \(Wording.size($0.difference)) \($0.direction) in the model"
              })
          ])))
  }
  blocks.append(
    .table(
      Table(
        id, caption + ". Income is plus and cost minus",
        columns: [
          .words("Line"), .words("Year"), .figures(given), .figures("In this report"), .figures("Difference"),
          .words("Why"),
        ],
        rows: all.filter { $0.isUnexplained }.map(row) + all.filter { !$0.isUnexplained }.map(row))))
  let same = all.count { $0.difference == .zero }
  return Section(
    id, topic,
    message: message(same: same, unexplained: unexplained.count, of: all.count),
    blocks)
}

private func row(_ compared: Compared) -> Table.Row {
  let why: Cell =
    compared.difference == .zero
    ? compared.given.why.map { .text($0) } ?? "as given"
    : compared.given.why.map { .text($0) } ?? .bad("No reason given")
  return Table.Row([
    .text(.link(compared.label, to: compared.given.line.rawValue)), .year(compared.given.year),
    .pounds(compared.stated), .pounds(compared.modelled), .change(.pounds(compared.difference)), why,
  ])
}

private func message(same: Int, unexplained: Int, of count: Int) -> Text {
  if same == count { return count == 1 ? "The one line is as given" : "Every line is as given" }
  let start =
    same == 0
    ? (count == 1 ? "The one line differs" : "None of \(Wording.number(Int64(count))) lines is as given")
    : "\(Wording.leadingNumber(Int64(same))) of \(Wording.number(Int64(count))) lines \(same == 1 ? "is" : "are") as given"
  return unexplained == 0
    ? "\(start), and each difference has its reason"
    : "\(start), and \(Wording.number(Int64(unexplained), of: "difference has", "differences have")) no reason"
}
