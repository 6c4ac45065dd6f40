import CashFlow
import Finance
import Housing
import Reports

/// An explanation for a terminal: a figure, its formula, and under it what it is made from, each level further in.
struct ExplainText {
  let firstYear: Year
  private(set) var lines: [String] = []
  /// Rules that were shown already.
  private var rules: Set<Rule> = []

  init(firstYear: Year) { self.firstYear = firstYear }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func add(_ line: String, _ indent: Int) {
    lines.append(String(repeating: " ", count: indent) + line)
  }

  mutating func write(_ explanation: Explanation) {
    let time = explanation.time.code(firstYear)
    add("\(explanation.name)@\(time), \(explanation.run.words): \(explanation.amount.words)", 0)
    add("\(explanation.label)\(isYear(explanation) ? "; \(meaning(of: explanation))" : "")", 0)
    body(explanation, 2)
    if !explanation.months.isEmpty, explanation.parts.isEmpty {
      let months = explanation.months.map { $0.bare }
      add("months, April to March: \(months.joined(separator: ", "))", 2)
    }
  }

  private func isYear(_ explanation: Explanation) -> Bool {
    if case .month = explanation.time { return false }
    return true
  }

  private func meaning(of explanation: Explanation) -> String {
    explanation.period == .flow ? "its year is the sum of its months" : "as March leaves it"
  }

  private mutating func body(_ explanation: Explanation, _ indent: Int) {
    let isOfRuns =
      explanation.parts.contains { $0.run != explanation.run } && explanation.run == .difference
    if isOfRuns {
      add("= with the plan − without the plan", indent)
    } else {
      add("= \(explanation.formula)", indent)
    }
    if let numbers = explanation.numbers, !isOfRuns {
      let isWhole = !explanation.parts.isEmpty
      let time = numbers.time.words(firstYear)
      add(
        (isWhole ? "= " : "in \(time): ") + "\(numbers.words) = \(numbers.amount.bare)", indent)
    }
    list(explanation.parts, explanation, indent, isSum: true)
    list(explanation.inputs, explanation, indent, isSum: false)
    for working in explanation.workings {
      add("\(working.working.words): \(working.working.bare)", indent)
      for assumption in working.assumptions { write(assumption, indent + 4) }
    }
    write(explanation.draws, indent)
    for assumption in explanation.assumptions { write(assumption, indent) }
    if !explanation.absent.isEmpty {
      add("nothing in this model: \(explanation.absent.joined(separator: ", "))", indent)
    }
    for rule in explanation.rules where rules.insert(rule).inserted { write(rule, indent) }
  }

  private mutating func write(_ rule: Rule, _ indent: Int) {
    add("rule: \(rule.title)", indent)
    add(rule.source + (rule.certainty == .read ? "" : " (\(rule.certainty))"), indent + 4)
  }

  /// Lines one under the other, their figures lined up, each with what it is made from; those that are nil in a word.
  private mutating func list(_ parts: [Explanation.Part], _ of: Explanation, _ indent: Int, isSum: Bool) {
    let shown = parts.filter { $0.amount.value != 0 || $0.isOpening || !isSum }
    let names = shown.map { name(of: $0, of) }
    let figures = shown.map { part in
      let amount = isSum ? part.signed.words : part.amount.words
      return isSum && part.signed.value >= 0 ? "+" + amount : amount
    }
    let width = names.map { $0.count }.max() ?? 0
    let room = figures.map { $0.count }.max() ?? 0
    for (place, part) in shown.enumerated() {
      let gap = String(
        repeating: " ", count: width - names[place].count + 2 + room - figures[place].count)
      add("\(names[place])\(gap)\(figures[place])  \(label(of: part))", indent)
      for assumption in part.assumptions { write(assumption, indent + 4) }
      for below in part.below { body(below, indent + 4) }
    }
    let nothing = parts.filter { part in isSum && part.amount.value == 0 && !part.isOpening }
    if !nothing.isEmpty { add("nil: \(nothing.map { $0.name }.joined(separator: ", "))", indent) }
  }

  private func name(of part: Explanation.Part, _ of: Explanation) -> String {
    part.isOpening ? "\(part.name), opening" : part.run == of.run ? part.name : part.run.words
  }

  private func label(of part: Explanation.Part) -> String {
    guard part.isOpening else { return part.label }
    return part.assumptions.isEmpty && !isStart(part)
      ? "as \(part.time.words(firstYear)) left it" : "as the model begins"
  }

  private func isStart(_ part: Explanation.Part) -> Bool {
    switch part.time {
    case .year(let place), .month(let place): place < 0
    case .years: false
    }
  }

  private mutating func write(_ draws: [ExplainedDraw], _ indent: Int) {
    let most = 12
    for draw in draws.prefix(most) {
      let month = Explanation.Time.month(draw.month).words(firstYear)
      add(
        "draw of \(month), \(Wording.price(draw.principal)) at \(Wording.rate(draw.annualRate)): \(draw.amount.bare)",
        indent)
    }
    if draws.count > most { add("and \(draws.count - most) later draws", indent) }
  }

  mutating func write(_ assumption: GivenAssumption, _ indent: Int) {
    let value = assumption.value.isEmpty ? "none" : assumption.value
    add("\(assumption.path): \(value)  \(assumption.meaning)", indent)
    if let all = assumption.allYears { add("by year: \(all)", indent + 4) }
    switch assumption.standing {
    case .notGiven: add("not given", indent + 4)
    case .byDefault: add("default: \(assumption.citation)", indent + 4)
    case .unsourced, .sourced, .judged:
      let place = assumption.place ?? ""
      add(place.hasPrefix("--set ") ? place : "\(place): \(assumption.written)", indent + 4)
      if !assumption.citation.isEmpty { add("# \(assumption.citation)", indent + 4) }
      if assumption.standing == .unsourced { add("no source is given", indent + 4) }
    }
  }

  mutating func write(_ years: ExplainedYears, run: String?) {
    let first = years.first
    add("\(first.name), \(years.years[0]) to \(years.years[years.years.count - 1])", 0)
    add("\(first.label); \(meaning(of: first))", 0)
    add("= \(first.formula)", 2)
    let columns: [(head: String, amounts: [Explanation.Amount])] = [
      (head: "with", amounts: years.with), (head: "without", amounts: years.without),
      (head: "difference", amounts: years.difference),
    ].filter { run == nil || $0.head == run }
    var rows = [[""] + columns.map { $0.head }]
    for place in years.years.indices {
      rows.append([years.years[place].description] + columns.map { $0.amounts[place].bare })
    }
    for line in aligned(rows, textColumns: 1).split(separator: "\n") { add(String(line), 2) }
    let named = (first.parts + first.inputs).map { $0.name }
    var seen: Set<String> = []
    let once = named.filter { seen.insert($0).inserted && $0 != first.name }
    if !once.isEmpty { add("made from: \(once.joined(separator: ", "))", 2) }
    for part in first.parts + first.inputs { for row in part.assumptions { write(row, 2) } }
    for working in first.workings { for row in working.assumptions { write(row, 2) } }
    for row in first.assumptions { write(row, 2) }
    for rule in first.rules { write(rule, 2) }
    add("One year or month of it: \(first.name)@\(years.years[0])", 0)
  }
}
