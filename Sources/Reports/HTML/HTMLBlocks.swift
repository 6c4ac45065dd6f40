extension HTMLWriter {
  /// - Parameter level: of a heading that may follow here.
  mutating func write(_ blocks: [Block], level: Int) {
    for block in blocks { write(block, level: level) }
  }

  mutating func write(_ block: Block, level: Int) {
    switch block {
    case .paragraph(let text): write("p", text)
    case .answer(let text): write("p", text, class: "answer")
    case .list(let items):
      guard !items.isEmpty else { return }
      output.write("      <ul>\n")
      for item in items { write("li", item) }
      output.write("      </ul>\n")
    case .table(let table): write(table, level: level)
    case .chart(let chart): write(chart, level: level)
    case .section(let section): write(section, level: level)
    case .note(let note): write(note, level: level)
    case .keyFigures(let figures): write(figures)
    case .fold(let summary, let inner):
      output.write("      <details class=\"aside\">\n")
      write("summary", summary)
      write(inner, level: level)
      output.write("      </details>\n")
    case .facts(let facts): write(facts)
    case .signOff(let facts): write(facts)
    case .definitions(let definitions): for definition in definitions { write(definition, level: level) }
    }
  }

  mutating func write(_ element: String, _ text: Text, class name: String = "") {
    output.write("      <")
    output.write(element)
    if !name.utf8.isEmpty { output.write(" class=\"\(name)\"") }
    output.write(">")
    output.write(html: text)
    output.write("</")
    output.write(element)
    output.write(">\n")
  }

  private mutating func write(_ note: Note, level: Int) {
    output.write("      <div class=\"")
    output.write(note.kind == .warning ? "note warning" : "note")
    output.write("\"")
    if let id = note.id {
      output.write(" id=\"")
      output.write(id: id)
      output.write("\"")
    }
    output.write(">\n")
    write("p", note.title, class: "title")
    write(note.blocks, level: level)
    output.write("      </div>\n")
  }

  private mutating func write(_ figures: [KeyFigure]) {
    guard !figures.isEmpty else { return }
    output.write("      <dl class=\"key\">\n")
    for figure in figures {
      output.write("        <div><dt>")
      output.write(html: figure.label)
      output.write("</dt><dd>")
      if let why = figure.why { openWhy(why, figure.label, Text(figure.value)) }
      output.write(running: figure.value)
      if figure.why != nil { output.write("</a>") }
      output.write("</dd><dd>")
      output.write(html: figure.meaning)
      output.write("</dd></div>\n")
    }
    output.write("      </dl>\n")
  }

  mutating func write(_ facts: [Fact]) {
    guard !facts.isEmpty else { return }
    output.write("      <dl class=\"facts\">\n")
    for fact in facts {
      output.write("        <dt>")
      output.write(html: fact.name)
      output.write("</dt><dd>")
      if let why = fact.why { openWhy(why, fact.name, fact.shown) }
      output.write(html: fact.shown)
      if fact.why != nil { output.write("</a>") }
      output.write("</dd>\n")
    }
    output.write("      </dl>\n")
  }

  /// Opens a link around a figure to where it is explained. What it is called says the figure first, as it is seen, then where it leads.
  private mutating func openWhy(_ id: String, _ label: Text, _ figure: Text) {
    output.write("<a class=\"why\" href=\"#")
    output.write(id: id)
    output.write("\" aria-label=\"")
    output.write(bare: figure)
    output.write(": where ")
    output.write(bare: label)
    output.write(" comes from\">")
  }

  private mutating func write(_ definition: Definition, level: Int) {
    let heading = min(level, 6)
    output.write("      <h\(heading) id=\"")
    output.write(id: definition.id)
    output.write("\">")
    output.write(html: definition.title)
    output.write("</h\(heading)>\n")
    if !definition.meaning.isEmpty { write("p", definition.meaning) }
    write([Fact("Line", .code(definition.id))] + definition.facts)
  }

  private mutating func write(_ chart: Chart, level: Int) {
    chartNumber += 1
    output.write("      <figure id=\"chart-")
    output.write(id: chart.id)
    output.write("\">\n        <figcaption>Chart ")
    output.write(digits: UInt64(chartNumber))
    output.write(". ")
    writeCaption(chart.measure)
    output.write("</figcaption>\n")
    output.write(inPage: chart.plot)
    if let first = chart.sentences.first {
      write("p", chart.sentences.dropFirst().reduce(first) { $0 + " " + $1 })
    }
    output.write("      </figure>\n      <details>\n        <summary>Figures for chart ")
    output.write(digits: UInt64(chartNumber))
    output.write("</summary>\n")
    write(chart.table, level: level)
    output.write("      </details>\n")
  }

  /// A caption with the report's label, which goes wherever a table or chart may be copied to.
  mutating func writeCaption(_ caption: Text) {
    guard !notice.utf8.isEmpty else { return output.write(html: caption) }
    output.write(html: caption.isEmpty ? "." : caption.asSentence)
    output.write(" <strong>")
    output.write(html: notice)
    output.write("</strong>")
  }
}
