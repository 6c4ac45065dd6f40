import Finance

/// A report as Markdown: one fact a line, no padded columns, so that a diff is the change and nothing else.
public func markdown(_ report: Report) -> [UInt8] {
  var writer = MarkdownWriter(notice: report.notice, marks: report.marks)
  writer.write(report)
  return writer.output.bytes
}

struct MarkdownWriter {
  var output = Output()
  /// The report's labels, which stand by every table and chart.
  let notice: String
  /// How the report was made, which stands under its sign-off.
  var marks: ReportMarks?
  var chartNumber = 0
  /// What each line of the block begins with: nothing, or `> ` in a note.
  var quote = ""

  mutating func write(_ report: Report) {
    output.write("# ")
    output.write(markdown: Text(report.title), .inside)
    output.write("\n\n")
    output.write(markdown: Text(report.owner), .line)
    output.write(".")
    for notice in report.notices {
      output.write(" ")
      output.write(markdown: Text([.strong(notice)]), .inside)
      output.write(".")
    }
    output.write("\n")
    paragraph(report.subtitle)
    if !report.opening.isEmpty {
      output.write("\n## The answer\n")
      write(report.opening, level: 3)
    }
    var number = 0
    for part in report.parts {
      for section in part.sections {
        number += 1
        write(section, level: 2, number: number)
      }
    }
  }

  mutating func newLine() {
    if !quote.utf8.isEmpty { output.write(quote) }
  }

  /// Parts one block from the last with a blank line.
  mutating func blankLine() {
    output.write(quote.utf8.isEmpty ? "\n" : ">\n")
  }

  mutating func paragraph(_ text: Text) {
    blankLine()
    newLine()
    if quote.utf8.isEmpty {
      output.write(markdown: text, .paragraph)
    } else {
      var inner = Output()
      inner.write(markdown: text, .paragraph)
      for byte in inner.bytes {
        output.write(byte: byte)
        if byte == UInt8(ascii: "\n") { newLine() }
      }
    }
    output.write("\n")
  }

  mutating func heading(_ text: Text, level: Int) {
    blankLine()
    newLine()
    for _ in 0..<min(level, 6) { output.write("#") }
    output.write(" ")
    output.write(markdown: text, .inside)
    output.write("\n")
  }

  mutating func write(_ section: Section, level: Int, number: Int? = nil) {
    heading(number.map { "\(digits: $0) \(section.topic)" } ?? Text(section.topic), level: level)
    if let message = section.message {
      blankLine()
      newLine()
      output.write("**")
      output.write(markdown: message.asSentence, .inside)
      output.write("**\n")
    }
    write(section.blocks, level: level + 1)
  }

  mutating func write(_ blocks: [Block], level: Int) {
    for block in blocks { write(block, level: level) }
  }

  mutating func write(_ block: Block, level: Int) {
    switch block {
    case .paragraph(let text), .answer(let text): paragraph(text)
    case .list(let items):
      blankLine()
      for item in items { write(item: item) }
    case .table(let table): write(table)
    case .chart(let chart): write(chart)
    case .section(let section): write(section, level: level)
    case .note(let note):
      let outer = quote
      blankLine()
      quote = outer + "> "
      newLine()
      output.write("**")
      output.write(markdown: note.title.asSentence, .inside)
      output.write("**\n")
      write(note.blocks, level: level)
      quote = outer
    case .keyFigures(let figures):
      blankLine()
      for figure in figures {
        let meaning: Text = figure.meaning.isEmpty ? "" : " (\(figure.meaning))"
        write(item: "\(figure.label): \(strong: figure.value)" + meaning)
      }
    case .fold(let summary, let inner):
      paragraph(summary.asSentence)
      write(inner, level: level)
    case .facts(let facts), .signOff(let facts):
      blankLine()
      for fact in facts { write(item: fact.name + ": " + fact.shown) }
      if case .signOff = block { writeMarks() }
    case .definitions(let definitions):
      for definition in definitions {
        heading(definition.title, level: level)
        if !definition.meaning.isEmpty { paragraph(definition.meaning) }
        blankLine()
        write(item: "Line: \(code: definition.id)")
        for fact in definition.facts { write(item: fact.name + ": " + fact.shown) }
      }
    }
  }

  private mutating func writeMarks() {
    for row in marks?.rows ?? [] {
      guard let fact = ReportMarks.facts.first(where: { $0.name.isSame(as: row.name) }) else {
        continue
      }
      write(item: "\(fact.words): \(code: row.value)")
    }
  }

  mutating func write(item: Text) {
    newLine()
    output.write("- ")
    output.write(markdown: item, .line)
    output.write("\n")
  }

  mutating func write(_ chart: Chart) {
    chartNumber += 1
    blankLine()
    newLine()
    output.write("![")
    output.write(markdown: "Chart \(digits: chartNumber). " + chart.measure, .label)
    output.write("](")
    output.write(id: chart.id)
    output.write(".svg)\n")
    if !chart.sentences.isEmpty {
      blankLine()
      for sentence in chart.sentences {
        newLine()
        output.write(markdown: sentence, .line)
        output.write("\n")
      }
    }
    write(chart.table)
  }
}
