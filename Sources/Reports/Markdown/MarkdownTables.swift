extension MarkdownWriter {
  mutating func write(_ table: Table) {
    var caption = table.caption.asSentence
    if !notice.utf8.isEmpty { caption = caption + " " + Text([.strong(notice)]) + "." }
    paragraph(caption)
    for group in table.groups {
      if let heading = group.heading { strongLine(heading) }
      write(group.rows, of: table)
    }
  }

  /// A heading of some rows, which have a table of their own: one across all columns would be a merged cell.
  private mutating func strongLine(_ words: Text) {
    blankLine()
    newLine()
    output.write("**")
    output.write(markdown: words, .inside)
    output.write("**\n")
  }

  private mutating func write(_ rows: ArraySlice<Table.Row>, of table: Table) {
    blankLine()
    newLine()
    for column in table.columns {
      output.write("| ")
      write(cell: column.title)
      output.write(" ")
    }
    output.write("|\n")
    newLine()
    for (place, column) in table.columns.enumerated() {
      output.write(place > 0 && column.kind == .figures ? "| ---: " : "| --- ")
    }
    output.write("|\n")
    for row in rows { write(row, columns: table.columns.count) }
  }

  mutating func write(_ row: Table.Row, columns: Int) {
    newLine()
    for place in 0..<columns {
      output.write(place == 0 ? "| " : " | ")
      write(place < row.cells.count ? row.cells[place] : .nothing)
    }
    output.write(columns > 0 ? " |\n" : "|\n")
  }

  mutating func write(cell text: Text) {
    output.write(markdown: text.isEmpty ? "none" : text, .cell)
  }

  mutating func write(_ cell: Cell) {
    switch cell {
    case .text(let text): write(cell: text)
    case .bad(let text):
      output.write("**")
      write(cell: text)
      output.write("**")
    case .fails(let figure):
      output.write("**fails ")
      output.write(figure)
      output.write("**")
    case .figure, .change, .same, .year, .month: output.write(plain: cell)
    }
  }
}
