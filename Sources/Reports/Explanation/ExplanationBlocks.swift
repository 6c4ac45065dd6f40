import CashFlow
import Finance
import Housing

extension Explainer {
  /// An explanation as a document of its own: the figure, then a section for each line below it.
  public func markdown(of explanation: Explanation) -> String {
    var writer = MarkdownWriter(notice: "")
    writer.output.write("# ")
    writer.output.write(
      markdown: Text([
        .code("\(explanation.name)@\(explanation.time.code(firstYear))"),
        .plain(", \(explanation.run.words): \(explanation.amount.words)"),
      ]), .inside)
    writer.output.write("\n")
    writer.write(blocks(explanation, isTop: true), level: 2)
    return writer.output.words
  }

  /// An answer as a page of its own in HTML.
  public func html(of question: ExplanationQuestion, _ run: Forecast.Run, depth: Int = 2) -> [UInt8] {
    switch (question.subject, question.time) {
    case (.assumption(let place), let time):
      let assumption = assumption(place, time)
      return html(assumption.path, assumption.meaning, [.table(table([assumption], assumption.path))])
    case (.line(let line), nil):
      let years = allYears(of: line)
      return html(years.first.name, years.first.label, blocks(years))
    case (.line(let line), let time?):
      let explanation = explain(line, run, time, depth: depth)
      return html(
        "\(explanation.name)@\(explanation.time.code(firstYear))",
        "\(explanation.run.words): \(explanation.amount.words)", blocks(explanation, isTop: true))
    }
  }

  private func html(_ title: String, _ subtitle: String, _ blocks: [Block]) -> [UInt8] {
    Reports.html(
      Report(
        name: "explain", owner: "Where a figure comes from", title: title, subtitle: Text(subtitle),
        running: Report.Running(head: title, foot: ""), opening: blocks, parts: []))
  }

  private func blocks(_ years: ExplainedYears) -> [Block] {
    let first = years.first
    let rows = years.years.indices.map { place in
      Table.Row([
        .year(years.years[place]), .text(years.with[place].bare), .text(years.without[place].bare),
        .text(years.difference[place].bare),
      ])
    }
    var blocks: [Block] = [
      .facts([Fact("What it is", Text(first.label)), Fact("Formula", .code(first.formula))]),
      .table(
        Table(
          "years", "By year, in \(first.amount.quantity.words)",
          columns: [
            .words("Year"), .figures("With the plan"), .figures("Without the plan"), .figures("Difference"),
          ], rows: rows)),
    ]
    let assumptions =
      (first.parts + first.inputs).flatMap { $0.assumptions } + first.workings.flatMap { $0.assumptions }
      + first.assumptions
    if !assumptions.isEmpty { blocks.append(.table(table(assumptions, first.name))) }
    if !first.rules.isEmpty { blocks.append(.facts(first.rules.map { Fact($0) })) }
    return blocks
  }

  public func markdown(of years: ExplainedYears) -> String {
    var writer = MarkdownWriter(notice: "")
    writer.output.write("# ")
    writer.output.write(markdown: .code(years.first.name), .inside)
    writer.output.write("\n")
    writer.write(blocks(years), level: 2)
    return writer.output.words
  }

  public func markdown(of assumption: GivenAssumption) -> String {
    var writer = MarkdownWriter(notice: "")
    writer.output.write("# ")
    writer.output.write(markdown: .code(assumption.path), .inside)
    writer.output.write("\n")
    writer.write([.table(table([assumption], assumption.path))], level: 2)
    return writer.output.words
  }

  /// - Parameter isTop: whether its name and figure stand above it already.
  func blocks(_ explanation: Explanation, isTop: Bool = false) -> [Block] {
    var facts = [Fact("What it is", Text(explanation.label))]
    if !isTop { facts.append(Fact("Figure", Text(explanation.amount.words))) }
    facts.append(Fact("Formula", .code(explanation.formula)))
    if let numbers = explanation.numbers {
      let name =
        explanation.parts.isEmpty
        ? "With the numbers of \(numbers.time.words(firstYear))" : "With its numbers"
      facts.append(Fact(Text(name), Text("\(numbers.words) = \(numbers.amount.bare)")))
    }
    for working in explanation.workings {
      facts.append(Fact(Text(working.working.words), "\(working.working.bare): \(working.working.label)"))
    }
    for rule in explanation.rules { facts.append(Fact(rule)) }
    var blocks: [Block] = [.facts(facts)]
    let id = "\(explanation.name)-\(explanation.time.code(firstYear))"
    if !explanation.parts.isEmpty { blocks.append(.table(table(explanation.parts, id, isSum: true))) }
    if !explanation.inputs.isEmpty { blocks.append(.table(table(explanation.inputs, id, isSum: false))) }
    let assumptions =
      (explanation.parts + explanation.inputs).flatMap { $0.assumptions }
      + explanation.workings.flatMap { $0.assumptions } + explanation.assumptions
    if !assumptions.isEmpty { blocks.append(.table(table(assumptions, id))) }
    for part in explanation.parts + explanation.inputs {
      for below in part.below {
        let words = part.run == explanation.run ? "" : ", \(below.run.words)"
        blocks.append(
          .section(
            Section(
              "explain-\(below.name)", "\(below.name)\(words): \(below.amount.words)", self.blocks(below))))
      }
    }
    return blocks
  }

  private func table(_ parts: [Explanation.Part], _ id: String, isSum: Bool) -> Table {
    Table(
      isSum ? "parts-\(id)" : "inputs-\(id)",
      isSum ? "What it adds up from; what is nil is left out" : "Lines that the formula names",
      columns: [.words("Line"), .figures("Figure"), .words("What it is")],
      rows: parts.filter { $0.amount.value != 0 || !isSum || $0.isOpening }.map { part in
        let name = part.isOpening ? "\(part.name), opening" : part.name
        return Table.Row([
          .code(name), .text(isSum ? part.signed.words : part.amount.words), .text(part.label),
        ])
      })
  }

  /// Assumptions with what is written where, and why.
  func table(_ assumptions: [GivenAssumption], _ id: String) -> Table {
    Table(
      "assumptions-\(id)", "Assumptions, where each stands, and its source",
      columns: [.words("Assumption"), .words("Value"), .words("Source, and line of the file")],
      rows: assumptions.map { assumption in
        Table.Row([
          .text(Text([.code(assumption.path), .plain(": " + assumption.meaning)])),
          .text(assumption.value.utf8.isEmpty ? "none" : assumption.value), .text(source(of: assumption)),
        ])
      })
  }

  private func source(of assumption: GivenAssumption) -> Text {
    let citation = Text(citing: Array(assumption.citation.utf8))
    return switch assumption.standing {
    case .notGiven: "not given"
    case .byDefault: "default: " + citation
    case .unsourced: "no source" + Text(" (\(assumption.place ?? ""))")
    case .sourced, .judged:
      (citation.isEmpty ? "a name" : citation) + Text(" (\(assumption.place ?? ""))")
    }
  }
}
