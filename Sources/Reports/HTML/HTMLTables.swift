import Finance

extension HTMLWriter {
  mutating func write(_ table: Table) {
    guard let open = table.open, open > 0, open < table.rows.count else {
      return write(table, rows: table.rows[...], isRest: false)
    }
    write(table, rows: table.rows[..<open], isRest: false)
    output.write("      <details>\n        <summary>The other ")
    output.write(grouped: Int64(table.rows.count - open))
    output.write(table.rows.count - open == 1 ? " row" : " rows")
    output.write("</summary>\n")
    write(table, rows: table.rows[open...], isRest: true)
    output.write("      </details>\n")
  }

  private mutating func write(_ table: Table, rows: ArraySlice<Table.Row>, isRest: Bool) {
    output.write("        <div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
    writeID(of: table, isRest)
    output.write("\">\n          <table class=\"")
    output.write(table.isWords ? "words" : "figures")
    if hasLongNames(table) { output.write(" lines") }
    output.write("\">\n            <caption id=\"")
    writeID(of: table, isRest)
    output.write("\">")
    writeCaption(isRest ? table.caption.asSentence + " Continued." : table.caption)
    output.write("</caption>\n            <thead>\n              <tr>")
    for (place, column) in table.columns.enumerated() {
      output.write(
        place > 0 && column.kind == .words ? "<th scope=\"col\" class=\"text\">" : "<th scope=\"col\">")
      output.write(html: column.title.isEmpty ? "none" : column.title)
      output.write("</th>")
    }
    output.write("</tr>\n            </thead>\n            <tbody>\n")
    for (place, row) in rows.enumerated() {
      if row.role == .heading, place > 0 { output.write("            </tbody>\n            <tbody>\n") }
      write(row, table.columns)
    }
    output.write("            </tbody>\n          </table>\n        </div>\n")
  }

  private mutating func writeID(of table: Table, _ isRest: Bool) {
    output.write("table-")
    output.write(id: table.id)
    if isRest { output.write("-rest") }
  }

  /// Whether the first column holds names, which need room, and not years.
  private func hasLongNames(_ table: Table) -> Bool {
    table.rows.contains { row in
      if case .text(let text)? = row.cells.first, case .plain(let words)? = text.spans.first {
        return words.utf8.count > 12
      }
      return false
    }
  }

  private mutating func write(_ row: Table.Row, _ columns: [Table.Column]) {
    switch row.role {
    case .plain: output.write("              <tr")
    case .subtotal: output.write("              <tr class=\"subtotal\"")
    case .total: output.write("              <tr class=\"total\"")
    case .heading: output.write("              <tr class=\"heading\"")
    case .changed: output.write("              <tr class=\"changed\"")
    }
    if let id = row.id {
      output.write(" id=\"")
      output.write(id: id)
      output.write("\"")
    }
    output.write(">")
    if row.role == .heading {
      output.write("<th scope=\"rowgroup\" colspan=\"")
      output.write(digits: UInt64(max(1, columns.count)))
      output.write("\">")
      writeWords(of: row.cells.first ?? .nothing)
      output.write("</th></tr>\n")
      return
    }
    for (place, column) in columns.enumerated() {
      let cell = place < row.cells.count ? row.cells[place] : .nothing
      writeStart(of: cell, isFirst: place == 0, isWords: place > 0 && column.kind == .words)
      writeWords(of: cell)
      output.write(place == 0 ? "</th>" : "</td>")
    }
    output.write("</tr>\n")
  }

  private mutating func writeStart(of cell: Cell, isFirst: Bool, isWords: Bool) {
    let tone =
      switch cell {
      case .fails, .bad: "bad"
      case .same: "same"
      case .text, .figure, .change, .year, .month: ""
      }
    if !isWords, tone.utf8.isEmpty { return output.write(isFirst ? "<th scope=\"row\">" : "<td>") }
    output.write(isFirst ? "<th scope=\"row\" class=\"" : "<td class=\"")
    if isWords { output.write("text") }
    if isWords, !tone.utf8.isEmpty { output.write(" ") }
    output.write(tone)
    output.write("\">")
  }

  private mutating func writeWords(of cell: Cell) {
    switch cell {
    case .text(let text), .bad(let text): text.isEmpty ? output.write("none") : output.write(html: text)
    case .year(let year): output.write(running: year.description)
    case .figure, .change, .same, .fails, .month: output.write(plain: cell)
    }
  }
}
