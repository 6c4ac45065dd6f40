import CashFlow
import Finance
import Housing
import Reports

/// An explanation as JSON. Keys stand in this order and keep their meaning for as long as `version` is 1; a figure is a number in
/// pounds, homes, households or nights, exact.
struct ExplainJSON {
  static let version = 1
  let firstYear: Year

  func text(_ explanation: Explanation) -> String {
    top([("explanation", object(explanation, 1))])
  }

  func text(_ assumption: GivenAssumption) -> String { top([("assumption", object(assumption, 1))]) }

  func text(_ years: ExplainedYears, run: String?) -> String {
    let rows = years.years.indices.map { place in
      let all =
        [("year", quoted(years.years[place].description))]
        + [
          ("with", years.with[place].digits), ("without", years.without[place].digits),
          ("difference", years.difference[place].digits),
        ].filter { run == nil || $0.0 == run }
      return object(all, 3)
    }
    let first = years.first
    return top([
      ("line", quoted(first.name)), ("label", quoted(first.label)),
      ("unit", quoted(first.amount.quantity.words)),
      ("formula", quoted(first.formula)), ("years", list(rows, 1)),
      ("made_from", list((first.parts + first.inputs).map { quoted($0.name) }, 1)),
      ("assumptions", list(assumptions(of: first).map { object($0, 3) }, 1)),
      ("rules", list(first.rules.map { object($0, 3) }, 1)),
    ])
  }

  private func assumptions(of first: Explanation) -> [GivenAssumption] {
    (first.parts + first.inputs).flatMap { $0.assumptions } + first.workings.flatMap { $0.assumptions }
      + first.assumptions
  }

  private func top(_ members: [(String, String)]) -> String {
    object([("version", "\(Self.version)")] + members, 0) + "\n"
  }

  private func object(_ explanation: Explanation, _ level: Int) -> String {
    let numbers = explanation.numbers.map { numbers in
      object(
        [
          ("words", quoted(numbers.words)),
          ("of", quoted(numbers.time.code(firstYear))),
          ("comes_to", numbers.amount.digits),
        ], level + 1)
    }
    return object(
      [
        ("line", quoted(explanation.name)), ("label", quoted(explanation.label)),
        ("run", quoted(explanation.run.id)), ("time", quoted(explanation.time.code(firstYear))),
        ("unit", quoted(explanation.amount.quantity.words)), ("value", explanation.amount.digits),
        ("formula", quoted(explanation.formula)), ("numbers", numbers ?? "null"),
        ("parts", list(explanation.parts.map { object($0, level + 2) }, level)),
        ("inputs", list(explanation.inputs.map { object($0, level + 2) }, level)),
        ("workings", list(explanation.workings.map { object($0, level + 2) }, level)),
        ("draws", list(explanation.draws.map { object($0, level + 2) }, level)),
        ("assumptions", list(explanation.assumptions.map { object($0, level + 2) }, level)),
        ("absent", list(explanation.absent.map { quoted($0) }, level)),
        ("rules", list(explanation.rules.map { object($0, level + 2) }, level)),
        (
          "months",
          list(explanation.months.map { $0.digits }, level)
        ),
      ], level)
  }

  private func object(_ part: Explanation.Part, _ level: Int) -> String {
    object(
      [
        ("sign", "\(part.sign)"), ("line", quoted(part.name)), ("label", quoted(part.label)),
        ("run", quoted(part.run.id)), ("opening", "\(part.isOpening)"),
        ("time", part.isOpening && !part.isKnownTime ? "null" : quoted(part.time.code(firstYear))),
        ("value", part.amount.digits),
        ("assumptions", list(part.assumptions.map { object($0, level + 2) }, level)),
        ("explanation", part.below.first.map { object($0, level + 1) } ?? "null"),
      ], level)
  }

  private func object(_ draw: ExplainedDraw, _ level: Int) -> String {
    object(
      [
        ("month", quoted(Explanation.Time.month(draw.month).code(firstYear))),
        ("principal", plain(draw.principal)), ("rate", quoted(Wording.plainRate(draw.annualRate))),
        ("value", draw.amount.digits),
      ], level)
  }

  private func object(_ worked: WorkedNumber, _ level: Int) -> String {
    object(
      [
        ("words", quoted(worked.working.words)), ("value", quoted(worked.working.bare)),
        ("meaning", quoted(worked.working.label)),
        ("assumptions", list(worked.assumptions.map { object($0, level + 2) }, level)),
      ], level)
  }

  private func object(_ assumption: GivenAssumption, _ level: Int) -> String {
    let standing =
      switch assumption.standing {
      case .sourced: "sourced"
      case .judged: "assumption"
      case .unsourced: "unsourced"
      case .byDefault: "default"
      case .notGiven: "not given"
      }
    func text(_ words: String) -> String { words.isEmpty ? "null" : quoted(words) }
    return object(
      [
        ("path", quoted(assumption.path)), ("meaning", quoted(assumption.meaning)),
        ("value", text(assumption.value)), ("all_years", assumption.allYears.map { quoted($0) } ?? "null"),
        ("standing", quoted(standing)), ("place", assumption.place.map { quoted($0) } ?? "null"),
        ("written", text(assumption.written)), ("citation", text(assumption.citation)),
      ], level)
  }

  private func object(_ rule: Rule, _ level: Int) -> String {
    object(
      [
        ("title", quoted(rule.title)), ("source", quoted(rule.source)),
        ("certainty", quoted(rule.certainty.description)),
      ], level)
  }

  private func object(_ members: [(String, String)], _ level: Int) -> String {
    let gap = String(repeating: "  ", count: level + 1)
    let lines = members.map { "\(gap)\(quoted($0.0)): \($0.1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n" + String(repeating: "  ", count: level) + "}"
  }

  /// - Parameter level: of the object that holds it.
  private func list(_ items: [String], _ level: Int) -> String {
    guard let first = items.first else { return "[]" }
    // figures and names stand in one line, objects each on their own
    guard first.utf8.first == UInt8(ascii: "{") else { return "[" + items.joined(separator: ", ") + "]" }
    let gap = String(repeating: "  ", count: level + 2)
    return "[\n" + items.map { gap + $0 }.joined(separator: ",\n") + "\n"
      + String(repeating: "  ", count: level + 1) + "]"
  }
}

extension Explanation.Part {
  /// Whether its time is one of the projection.
  var isKnownTime: Bool {
    switch time {
    case .year(let place), .month(let place): place >= 0
    case .years: true
    }
  }
}
