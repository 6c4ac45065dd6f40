import CashFlow
import Finance
import Housing
import ModelFile

/// Where each figure of the first page comes from: its formula, its numbers, the lines below it, and where the model file says what they use.
func whyPage(_ findings: Findings) -> Section {
  let explainer = Explainer(findings.loaded, findings.forecast)
  return Section(
    "why", "Where the first page’s figures come from",
    message: "Each figure, the lines below it, and the assumptions that those use",
    [
      .paragraph(
        "Figures here are exact; the first page rounds them. Lines are those of \(code: "figures.csv"), two levels deep, without those that are nil. \(code: "homeward explain") goes on from any of them, in any year or month."
      )
    ] + findings.firstPageFigures().map { .section(section($0, explainer, findings)) })
}

private func section(_ figure: FirstPageFigure, _ explainer: Explainer, _ findings: Findings) -> Section {
  var below = LinesBelow()
  for term in figure.lines { below.add(term, explainer) }
  var facts = [Fact("On the first page", Text(figure.value)), Fact("How", figure.formula)]
  if let numbers = figure.numbers ?? below.numbers { facts.append(Fact("With its numbers", numbers)) }
  var blocks: [Block] = [.facts(facts)]
  if !below.rows.isEmpty {
    blocks.append(
      .table(
        Table(
          "\(figure.id)-lines", "\(figure.label): what it adds up from; a line beneath another is part of it",
          columns: [.words("Line"), .words("Part of"), .figures("Figure"), .words("How it is worked out")],
          rows: below.rows)))
  }
  blocks += figure.blocks
  var places: [Int] = []
  for path in figure.assumptions + below.assumptions {
    if let place = explainer.names.place(of: path), !places.contains(place) { places.append(place) }
  }
  let rows = places.compactMap { row($0, explainer, findings) }
  if !rows.isEmpty {
    blocks.append(
      .table(
        Table(
          "\(figure.id)-assumptions", "\(figure.label): what the model file says of it",
          columns: [.words("Assumption"), .words("Value"), .words("Source, and line of the file")],
          rows: rows,
          open: 8)))
  }
  var rules = figure.rules
  for rule in below.rules where !rules.contains(rule) { rules.append(rule) }
  if !rules.isEmpty { blocks.append(.facts(rules.map { Fact($0) })) }
  return Section(figure.id, "\(figure.label): \(figure.value)", blocks)
}

/// An assumption with a link to its row of the register; nothing for one that neither model nor method gives.
private func row(_ place: Int, _ explainer: Explainer, _ findings: Findings) -> Table.Row? {
  let assumption = explainer.names.assumptions[place]
  if let entry = findings.register.entry(assumption.path) {
    let source = entry.source.isEmpty ? Text("no source") : entry.source
    var counter = LineCounter()
    let line = entry.place(&counter, in: findings.loaded.sources)
    return Table.Row([
      .text(
        Text([
          .code(assumption.path), .plain(": "),
          .link(assumption.meaning, to: .place("assumption." + assumption.path)),
        ])),
      .text(value(of: assumption)), .text(source + " (\(line))"),
    ])
  }
  guard let source = assumption.assumed?.source ?? assumption.assumedText?.source else { return nil }
  return Table.Row([
    .text(Text([.code(assumption.path), .plain(": " + assumption.meaning)])), .text(value(of: assumption)),
    .text("default: \(source)"),
  ])
}

/// The lines that a figure adds up from, two levels deep, and what they use.
private struct LinesBelow {
  var rows: [Table.Row] = []
  /// By their paths, as often as they are used.
  var assumptions: [String] = []
  var rules: [Rule] = []
  private var terms: [Explanation.Amount] = []
  /// Of the only term, its own numbers.
  private var own: String?

  mutating func add(_ term: FirstPageFigure.Term, _ explainer: Explainer) {
    guard let line = explainer.lines.line(named: term.path) else { return }
    let top = explainer.part(
      line, sign: term.sign, term.run, term.time, Explainer.Depth(left: 2, showsEnds: true))
    guard top.amount.value != 0 else { return }
    terms.append(top.signed)
    let below = top.below.first
    let isSum = below.map { !$0.parts.isEmpty } ?? false
    own = term.sign == 1 && isSum ? below?.numbers.map { "\($0.words) = \($0.amount.words)" } : nil
    add(top, partOf: nil, sign: 1, explainer)
  }

  /// "£1,200.00 + £34.00 = £1,234.00", of as many terms as can be read in a line.
  var numbers: Text? {
    if terms.count == 1 { return own.map { Text($0) } }
    guard (2...6).contains(terms.count), let quantity = terms.first?.quantity else { return nil }
    var words = ""
    for (place, term) in terms.enumerated() {
      let size = Explanation.Amount(value: Int64(clamping: term.value.magnitude), quantity: quantity).bare
      words += (term.value < 0 ? (place == 0 ? "−" : " − ") : place == 0 ? "" : " + ") + size
    }
    let sum = Explanation.Amount(value: terms.reduce(0) { $0 + $1.value }, quantity: quantity)
    return Text("\(words) = \(sum.words)")
  }

  private mutating func add(
    _ part: Explanation.Part, partOf whole: String?, sign: Int64, _ explainer: Explainer
  ) {
    let isOfRun = part.name.isSame(as: whole ?? "")
    let amount = Explanation.Amount(value: sign * part.signed.value, quantity: part.amount.quantity)
    let below = part.below.first
    let isSum = below.map { !$0.parts.isEmpty } ?? false
    var name = part.name
    if part.isOpening { name += ", opening" }
    if isOfRun, !part.isOpening { name += ", \(part.run.words)" }
    let isOfRuns = below.map { $0.parts.contains { $0.run != part.run } } ?? false
    let how: Text =
      if isOfRuns {
        "with the plan less without"
      } else if part.isOpening {
        "as the projection begins"
      } else if isSum {
        "the sum of its parts"
      } else if let below {
        .code(below.formula)
      } else {
        explainer.ending(part.name).map { .code($0.formula) } ?? Text(part.label)
      }
    rows.append(
      Table.Row([
        .code(name), whole.map { .code($0) } ?? .text("the figure"), .text(amount.words), .text(how),
      ]))
    for row in part.assumptions { assumptions.append(row.path) }
    guard let below else {
      if let ending = explainer.ending(part.name), !part.isOpening {
        assumptions += ending.assumptions
        for rule in ending.rules where !rules.contains(rule) { rules.append(rule) }
      }
      return
    }
    for rule in below.rules where !rules.contains(rule) { rules.append(rule) }
    for row in below.assumptions { assumptions.append(row.path) }
    for worked in below.workings { for row in worked.assumptions { assumptions.append(row.path) } }
    for inner in below.parts where inner.amount.value != 0 {
      add(inner, partOf: part.name, sign: sign * part.sign, explainer)
    }
  }
}

extension Explainer {
  /// The formula of a line that is no sum, and what it uses of the model file and of the rules; nothing for a sum.
  fileprivate func ending(_ path: String) -> (formula: String, assumptions: [String], rules: [Rule])? {
    guard let line = lines.line(named: path), lines.sum(of: line) == nil else { return nil }
    let meaning = lines.meaning(of: line)
    var paths: [String] = []
    for name in meaning.inputs {
      guard case .assumptions(let found) = names.find(name, in: meaning) else { continue }
      paths += found.map { names.assumptions[$0].path }
    }
    return (
      formula: formula(of: meaning), assumptions: paths, rules: loaded.model.rules(of: meaning, among: rules)
    )
  }
}
