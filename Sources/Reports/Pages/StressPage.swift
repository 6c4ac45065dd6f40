import Analysis
import CashFlow
import Finance
import Housing

/// The plan in each stress of the model: alone, and with what the council would do about it.
func stressPage(_ findings: Findings) -> Section {
  let base = StressResult(findings.forecast)
  let all = StressResult.all(findings.forecast)
  var blocks: [Block] = [
    .paragraph(
      "In a stress several things go wrong at once. Its changes are made to the model, and both runs are done again; a mitigation is changed on top of them. Measures are the plan less without it, but for tests and balances, which are with the plan."
    )
  ]
  for (stress, results) in zip(findings.model.scrutiny.stresses, all) {
    blocks.append(.section(section(stress, base, results, findings)))
  }
  let mitigations = findings.model.scrutiny.mitigations
  if !mitigations.isEmpty {
    blocks.append(
      .section(
        Section(
          "mitigations", "What the council would do",
          [.facts(mitigations.map { Fact(Text($0.name.spaced), changes($0)) })])))
  }
  return Section("stress", "Stresses and what could be done", message: message(base, all), blocks)
}

private func message(_ base: StressResult, _ all: [[StressResult]]) -> Text {
  let alone = all.compactMap { $0.first }
  let deficits = alone.count { !$0.deficitYears.isEmpty }
  if deficits > 0 {
    return
      "In \(Wording.number(Int64(deficits), of: "stress", "stresses")) of \(Wording.number(Int64(alone.count))) the HRA would be in deficit, which the law does not allow"
  }
  guard base.tests > 0 else {
    return "In no stress would the HRA be in deficit; the council has set no tests"
  }
  let passing = alone.count { $0.testsPassed == $0.tests }
  return
    "In \(Wording.number(Int64(passing), of: "stress", "stresses")) of \(Wording.number(Int64(alone.count))) the plan passes every test"
}

private func section(
  _ stress: Stress, _ base: StressResult, _ results: [StressResult], _ findings: Findings
) -> Section {
  let id = "stress-\(stress.name)"
  let hasUnfunded = ([base] + results).contains { $0.unfunded > .zero }
  var rows = [row("The plan as the model has it", base, hasUnfunded)]
  for result in results { rows.append(row(name(of: result, findings), result, hasUnfunded)) }
  return Section(
    id, stress.name.spaced, message: nil,
    [
      .facts([Fact("What goes wrong", changes(stress))]),
      .table(
        Table(
          id,
          "\(stress.name.spaced): measures over \(findings.span), £. Effects are with the plan less without it, and a minus is a cost",
          columns: [
            .words("Run"), .figures("Tests passed"), .figures("Lowest HRA balance"), .figures("In"),
            .figures("HRA budget effect"), .figures("General Fund budget effect"), .figures("NPV, real"),
            .figures("Borrowed"),
          ] + (hasUnfunded ? [.figures("No loan has room for")] : []), rows: rows)),
    ])
}

private func name(of result: StressResult, _ findings: Findings) -> String {
  let places = result.run?.mitigations ?? []
  let mitigations = findings.model.scrutiny.mitigations
  switch places.count {
  case 0: return "In the stress"
  case 1: return "With \(mitigations[places[0]].name.spaced.lowered)"
  case 2 where mitigations.count == 2: return "With both"
  default: return "With all \(Wording.number(Int64(places.count)))"
  }
}

private func row(_ name: String, _ result: StressResult, _ hasUnfunded: Bool) -> Table.Row {
  func pounds(_ money: Money) -> Cell { .pounds(.pounds(roundedQuotient(money.pence, 100))) }
  let tests: Cell =
    result.tests == 0 ? "none set" : .text("\(count: result.testsPassed) of \(count: result.tests)")
  var lowest: Cell = "no HRA"
  if let balance = result.lowestBalance {
    let shown = Figure.pounds(.pounds(roundedQuotient(balance.pence, 100)))
    lowest = balance < .zero ? .fails(shown) : .figure(shown)
  }
  return Table.Row(
    [
      .text(name), tests, lowest, result.lowestYear.map { .year($0) } ?? "no HRA", pounds(result.budgetHRA),
      pounds(result.budgetGeneralFund), pounds(result.netPresentValue), pounds(result.borrowed),
    ] + (hasUnfunded ? [pounds(result.unfunded)] : []))
}

/// What a stress or a mitigation changes, and why.
private func changes(_ stress: Stress) -> Text {
  var parts: [String] = []
  func points(_ rate: Rate, _ what: String) {
    if rate != .zero {
      parts.append("\(what) \(Wording.points(rate)) \(rate > .zero ? "higher" : "lower")")
    }
  }
  func share(_ rate: Rate, _ what: String) {
    if rate != .zero {
      let size = Wording.plainRate(rate < .zero ? Rate.zero - rate : rate)
      parts.append("\(what) \(size) \(rate > .zero ? "more" : "less")")
    }
  }
  points(stress.rate, "rates of new loans")
  if stress.delay > 0 { parts.append("every start \(stress.delay.months) later") }
  if stress.starts == .zero {
    parts.append("no home is started")
  } else if stress.starts != .whole {
    parts.append("\(Wording.plainRate(stress.starts)) of the starts go ahead")
  }
  share(stress.cost, "homes cost")
  share(stress.runningCosts, "running costs")
  share(stress.accommodationCost, "places in TA cost")
  points(stress.rent, "the rise of rents each April")
  var text = Text(parts.isEmpty ? "nothing" : Wording.list(parts))
  if let why = stress.why { text = text + Text(": \(why)") }
  return text
}
