import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// What changed between two readings of a model, what moved and why, as a report of its own.
///
/// - Parameter hasPictures: false where it is one document with no files beside it, as Markdown on standard output.
public func compareReport(on answer: ComparisonAnswer, hasPictures: Bool = true) -> Report {
  let comparison = answer.comparison
  let model = comparison.second.model
  let isOneCouncil = comparison.first.model.council.isSame(as: model.council)
  let owner = isOneCouncil ? model.council : "\(comparison.first.model.council) and \(model.council)"
  let period = "\(model.firstYear) to \(model.lastYear)"
  var sections = [changedSection(answer)]
  if comparison.isMoved {
    sections +=
      [movedSection(comparison)] + whySections(answer, hasPictures: hasPictures) + [linesSection(comparison)]
  }
  return Report(
    name: "compare", owner: owner, title: "What moved, and why: \(model.title)",
    subtitle: "From \(code: answer.firstName) to \(code: answer.secondName), \(period)",
    notices: model.status.notice.map { [$0] } ?? [],
    running: Report.Running(
      head: "\(owner): what moved, and why",
      foot:
        "Inputs \(SHA256.fingerprint(of: comparison.first.sources)), \(SHA256.fingerprint(of: comparison.second.sources))"
    ),
    opening: compareOpening(answer), parts: [Report.Part("The comparison", sections)])
}

/// The answer, then what moved most.
private func compareOpening(_ answer: ComparisonAnswer) -> [Block] {
  let comparison = answer.comparison
  var blocks: [Block] = [.answer(compareAnswer(answer))]
  let moved = comparison.headline.filter { $0.isMoved }
  if !moved.isEmpty {
    blocks.append(
      .keyFigures(
        moved.prefix(6).map { figure in
          KeyFigure(
            Text(figure.label), figure.short,
            Text("from \(figure.said(figure.from)) to \(figure.said(figure.to))"))
        }))
  }
  for (name, forecast) in [
    (answer.firstName, comparison.firstForecast), (answer.secondName, comparison.secondForecast),
  ] where !forecast.with.shortfalls.isEmpty {
    let sum = forecast.with.shortfalls.reduce(Money.zero) { $0 + $1.sum }
    blocks.append(
      .note(
        Note(
          .warning, "In \(name) no loan has room for \(Wording.money(sum)) of what is spent",
          [.paragraph("Its figures leave out what that would cost; there is no report of such a plan.")])))
  }
  return blocks
}

/// What changed, what moved most and what of it, in two sentences.
public func compareAnswer(_ answer: ComparisonAnswer) -> Text {
  let comparison = answer.comparison
  if comparison.isSame {
    let sources = Int64(comparison.sources.count)
    return sources == 0
      ? "There is no difference: every assumption and every figure is the same."
      : "There is no difference in any figure; \(Wording.number(sources, of: "assumption gives", "assumptions give")) another source."
  }
  let count = Int64(comparison.changes.count)
  let changed: Text =
    count == 0
    ? "No assumption has another value"
    : "\(Wording.leadingNumber(count)) \(count == 1 ? "assumption" : "assumptions") changed"
  guard comparison.isMoved else { return changed + "; no figure moved." }
  let preferred = ["budget", "npv", "rehoused", "borrowed"]
  let moved = comparison.headline.filter { $0.isMoved }
  let lead =
    preferred.lazy.compactMap { name in moved.first { $0.name.isSame(as: name) } }.first
    ?? moved.first
  guard let lead else { return changed + "; no headline figure moved, but lines of the accounts did." }
  var text = changed + ". " + lead.sentence + "."
  if let most = mostOf(lead, answer) {
    text = text + " Most of that is \(code: most)."
  }
  return text
}

/// The cause of the largest part of a movement, where there are several.
private func mostOf(_ movement: Movement, _ answer: ComparisonAnswer) -> String? {
  guard let split = answer.shapley ?? answer.inOrder, split.causes.count > 1,
    let figure = answer.comparison.split.firstIndex(where: { $0.name.isSame(as: movement.name) }
    ),
    let parts = split.parts[figure], let change = movement.change,
    let most = parts.indices.max(by: { parts[$0].magnitude < parts[$1].magnitude }),
    parts[most].magnitude > change.magnitude / 2, parts[most].signum() == change.signum()
  else { return nil }
  return split.causes[most].name
}

/// Every assumption of another value, then those of another source.
private func changedSection(_ answer: ComparisonAnswer) -> Section {
  let comparison = answer.comparison
  let count = Int64(comparison.changes.count)
  var blocks: [Block] = []
  if count > 0 {
    blocks.append(
      .table(changes(comparison, comparison.changes, "changed-values", "Assumptions of another value")))
  }
  if !comparison.sources.isEmpty {
    let table = changes(
      comparison, comparison.sources, "changed-sources",
      "Assumptions of the same value and another source; no figure moves for that")
    blocks.append(.fold("Sources changed: \(count: comparison.sources.count)", [.table(table)]))
  }
  if blocks.isEmpty { blocks = [.paragraph("Comments, order and spelling may differ; no value does.")] }
  let message: Text =
    count == 0
    ? "No assumption has another value"
    : "\(Wording.leadingNumber(count)) \(count == 1 ? "assumption has" : "assumptions have") another value"
  return Section("changed", "What changed", message: message, blocks)
}

private func changes(
  _ comparison: Comparison, _ rows: [ChangedAssumption], _ id: String, _ caption: Text
) -> Table {
  Table(
    id, caption,
    columns: [.words("Assumption"), .words("From, and its source"), .words("To, and its source")],
    rows: rows.map { change in
      Table.Row([
        .text(Text([.code(change.path), .plain(": " + (change.shown?.meaning ?? ""))])),
        .text(saying(change.from, comparison.first.sources)),
        .text(saying(change.to, comparison.second.sources)),
      ])
    }, open: 24)
}

/// A value, then in brackets where it is from.
private func saying(_ assumption: Assumption?, _ sources: Sources) -> Text {
  guard let assumption else { return "not in it" }
  guard let place = assumption.place else {
    return value(of: assumption) + " (default: \(assumption.assumed?.source ?? "not given"))"
  }
  let stands = sources.brief(sources.show(place))
  let source: Text = assumption.citation.isEmpty ? "no source" : Text(citing: assumption.citation)
  return value(of: assumption) + " (" + source + ", \(stands))"
}

private func movedSection(_ comparison: Comparison) -> Section {
  let moved = comparison.headline.count { $0.isMoved }
  let rows = comparison.headline.map { figure in
    Table.Row(
      [
        .text(figure.label + figure.unitWords), figure.cell(figure.from), figure.cell(figure.to),
        figure.isMoved ? figure.cell(change: figure.shownChange) : .noEffect,
      ], role: .plain)
  }
  return Section(
    "moved", "What moved",
    message:
      "\(Wording.leadingNumber(Int64(moved))) of \(Wording.number(Int64(comparison.headline.count))) headline figures moved",
    [
      .table(
        Table(
          "headline", "Headline figures, from and to; a minus is a cost, or less",
          columns: [.words("Figure"), .figures("From"), .figures("To"), .figures("Change")], rows: rows))
    ])
}

private func linesSection(_ comparison: Comparison) -> Section {
  Section(
    "lines", "Lines",
    message:
      "\(Wording.leadingNumber(Int64(comparison.lines.count))) \(comparison.lines.count == 1 ? "line" : "lines") of the accounts moved",
    [
      .table(
        Table(
          "lines-moved",
          "Lines that differ in some year, with the plan: flows over all years, balances as the last March leaves them. Money in £, homes and households in ones; “timing alone” is a line that comes to the same over all years",
          columns: [
            .words("Line"), .figures("From"), .figures("To"), .figures("Change"), .figures("First moves"),
          ],
          rows: comparison.lines.map { line in
            Table.Row([
              .text(
                Text([
                  .plain("\(line.label)\(line.isWithoutPlan ? ", without the plan" : "") "), .code(line.name),
                ])),
              line.cell(line.from), line.cell(line.to),
              line.change == 0 ? .text(line.lineWords) : line.cell(change: line.shownChange),
              line.firstYear.map { .year($0) } ?? .nothing,
            ])
          }, open: 15))
    ])
}
