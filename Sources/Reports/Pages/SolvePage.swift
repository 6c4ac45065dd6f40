import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// The answer to a question as a document of its own.
public func solveReport(_ solution: Solution) -> Report {
  let question = solution.question
  let model = question.loaded.model
  var opening: [Block] = [
    .answer(Text(solution.answer)),
    .facts([
      Fact("Looked for", Text(question.sought.words)),
      Fact("So that", Text(question.conditions.map { $0.words }.joined(separator: "; "))),
    ]),
    .paragraph(Text(solution.method)),
  ]
  for (place, bracket) in solution.brackets.enumerated() {
    opening.append(.table(table(place, bracket, solution)))
    for side in [bracket.fails, bracket.holds] {
      if let why = side.why(question.sought) { opening.append(.paragraph(Text(why))) }
    }
  }
  let words = "\(model.council): \(model.title)"
  return Report(
    name: "solve", owner: model.council, title: model.title, subtitle: "At which value it holds",
    notices: model.status.notice.map { [$0] } ?? [],
    running: Report.Running(
      head: words, foot: "Inputs \(SHA256.fingerprint(of: question.loaded.sources))"), opening: opening,
    parts: [])
}

/// Each measure as the model is, and on the two sides.
private func table(_ place: Int, _ bracket: Solution.Bracket, _ solution: Solution) -> Table {
  let question = solution.question
  let sides = [solution.present, bracket.holds, bracket.fails]
  return Table(
    "solve-\(place + 1)", "Each measure as the model is, where it holds, and one step on where it fails",
    columns: [
      .words("Measure"), .figures("As the model is"),
      .figures(Text("Holds at \(question.sought.write(bracket.holds.value ?? 0))")),
      .figures(Text("Fails at \(question.sought.write(bracket.fails.value ?? 0))")),
    ],
    rows: question.measures.enumerated().map { row, measure in
      Table.Row([.text(measure.label)] + sides.map { .text(Text($0.write(row, measure))) })
    })
}

extension SolveQuestion.Side {
  /// A figure in words: "£1,234,567", "none".
  public func write(_ place: Int, _ measure: Measure) -> String {
    figures.indices.contains(place) ? measure.write(figures[place]) : "no model"
  }

  /// What stops the plan there, or why there is no model, as a sentence; nothing where it stands.
  public func why(_ sought: Sought) -> String? {
    let place = sought.write(value ?? 0)
    if let refusal { return "There is no model at \(place): \(refusal)." }
    return failing.isEmpty ? nil : "Not passed at \(place): \(failing.joined(separator: "; "))."
  }
}
