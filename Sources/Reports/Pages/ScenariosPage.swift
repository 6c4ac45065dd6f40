import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// The scenarios of the model side by side, and what was set for this report beside the model as its files have it.
func scenariosPage(_ findings: Findings) -> Section? {
  guard let results = findings.scenarios, let base = results.first else { return nil }
  let measures = findings.scenarioMeasures
  var runs = [Run(name: "As the model file has it", changes: [], values: base.values)]
  // a scenario with nothing set over it has a row of its own
  let own = findings.loaded.overrides.isEmpty ? findings.loaded.scenario : nil
  if let changes = findings.changes, !changes.isEmpty, own == nil {
    runs.append(
      Run(
        name: "This report", changes: changes, values: measures.map { $0.value(in: findings.forecast) }))
  }
  for result in results.dropFirst() {
    let name = result.scenario?.shownName ?? ""
    let isOwn = own.map { $0.isSame(as: result.scenario?.name ?? "") } ?? false
    runs.append(
      Run(
        name: isOwn ? "This report: \(name)" : name, changes: result.changes, values: result.values,
        id: result.scenario?.name))
  }
  guard runs.count > 1 else { return nil }
  var blocks = tables(runs, measures, findings)
  for run in runs where !run.changes.isEmpty && run.id != nil {
    blocks.append(
      .section(
        Section(
          "scenario-\(run.id ?? "")", run.name, [.list(run.changes.map { Text(changed: $0) })])))
  }
  return Section("scenarios", "Scenarios side by side", message: message(runs, measures), blocks)
}

private struct Run {
  var name: String
  var changes: [ChangedAssumption]
  var values: [Int64?]
  var id: String?
}

private func message(_ runs: [Run], _ measures: [Measure]) -> Text {
  let others = Int64(runs.count - 1)
  guard let tests = measures.firstIndex(where: { $0.unit == .tests }) else {
    return
      "\(Wording.leadingNumber(others)) \(others == 1 ? "other run" : "other runs") beside the model as its file has it"
  }
  let base = runs[0].values[tests] ?? 0
  let fewer = runs.dropFirst().count { ($0.values[tests] ?? 0) < base }
  let more = runs.dropFirst().count { ($0.values[tests] ?? 0) > base }
  if fewer == 0, more == 0 {
    return "No scenario changes how many tests the plan passes"
  }
  var parts: [String] = []
  if fewer > 0 {
    parts.append("\(Wording.number(Int64(fewer))) \(fewer == 1 ? "passes" : "pass") fewer tests")
  }
  if more > 0 { parts.append("\(Wording.number(Int64(more))) \(more == 1 ? "passes" : "pass") more") }
  return Text(
    "Of \(Wording.number(others, of: "scenario", "scenarios")) \(Wording.list(parts)) than the model as its file has it"
  )
}

/// Measures down, runs across, five to a table so that each fits a page.
private func tables(_ runs: [Run], _ measures: [Measure], _ findings: Findings) -> [Block] {
  var blocks: [Block] = []
  var from = 1
  while from < runs.count {
    let shown = [runs[0]] + runs[from..<min(from + 4, runs.count)]
    let id = from == 1 ? "scenarios" : "scenarios-\(from)"
    // each table has a name of its own
    let part = from == 1 ? "" : ", part \(from / 4 + 1)"
    blocks.append(
      .table(
        Table(
          id,
          "Measures of each run\(part), £, households and homes; effects are with the plan less without it over \(findings.span), and a minus is a cost",
          columns: [.words("Measure")] + shown.map { .figures(Text($0.name)) },
          rows: measures.indices.map { place in
            Table.Row([.text(measures[place].label)] + shown.map { measures[place].cell($0.values[place]) })
          })))
    blocks.append(
      .table(
        Table(
          "\(id)-differences", "The same\(part), less the model as its file has it",
          columns: [.words("Measure")] + shown.dropFirst().map { .figures(Text($0.name)) },
          rows: measures.indices.filter { measures[$0].unit != .year }.map { place in
            Table.Row(
              [.text(measures[place].label)] + shown.dropFirst().map { change(measures, place, runs[0], $0) })
          })))
    from += 4
  }
  return blocks
}

private func change(_ measures: [Measure], _ place: Int, _ base: Run, _ run: Run) -> Cell {
  guard let value = run.values[place], let earlier = base.values[place] else { return .nothing }
  return measures[place].changeCell(from: earlier, to: value)
}

extension Measure {
  /// A value of it in a table.
  func cell(_ value: Int64?) -> Cell {
    guard let value else { return unit == .year ? .never : .nothing }
    switch unit {
    case .pence: return .pounds(.pounds(roundedQuotient(value, 100)))
    case .homes, .households, .tests: return .count(value)
    case .millionths: return .households(millionths: value, decimals: 1)
    case .year: return .year(Year(start: Int(value)))
    case .verdict: return value == 0 ? "no" : "yes"
    }
  }

  /// What a value differs by from another, in what a table shows of both.
  func changeCell(from base: Int64, to value: Int64) -> Cell {
    switch unit {
    case .pence: .change(.pounds(.pounds(roundedQuotient(value, 100) - roundedQuotient(base, 100))))
    case .homes, .households, .tests: .change(.count(value - base))
    case .millionths: .change(.households(millionths: value - base, decimals: 1))
    case .year, .verdict: value == base ? .noEffect : cell(value)
    }
  }
}

extension Findings {
  /// The measures by which runs are compared.
  var scenarioMeasures: [Measure] { Measure.headline(model) }
}
