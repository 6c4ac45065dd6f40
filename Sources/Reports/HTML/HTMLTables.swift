import Finance

extension HTMLWriter {
  /// - Parameter level: of the heading in the table's caption.
  mutating func write(_ table: Table, level: Int) {
    if table.rows.contains(where: { $0.role == .heading }) { return write(groupsOf: table, level: level) }
    guard let open = table.open, open > 0, open < table.rows.count else {
      return write(Part(of: table, table.rows[...]), level: level)
    }
    write(Part(of: table, table.rows[..<open]), level: level)
    output.write("      <details>\n        <summary>The other ")
    output.write(grouped: Int64(table.rows.count - open))
    output.write(table.rows.count - open == 1 ? " row" : " rows")
    output.write("</summary>\n")
    write(Part(of: table, table.rows[open...], suffix: "-rest", isRest: true), level: level)
    output.write("      </details>\n")
  }

  /// What stands in one `table`: all of a table's rows, the first of them, the rest, or those under one of its headings.
  private struct Part {
    var table: Table
    var rows: ArraySlice<Table.Row>
    /// What sets its anchor apart from those of the other parts.
    var suffix: String
    /// The heading of the group.
    var group: Text?
    var isRest: Bool

    init(
      of table: Table, _ rows: ArraySlice<Table.Row>, suffix: String = "", group: Text? = nil,
      isRest: Bool = false
    ) {
      (self.table, self.rows, self.suffix) = (table, rows, suffix)
      (self.group, self.isRest) = (group, isRest)
    }
  }

  /// Each group of rows is a table of its own, named by its heading: a heading across all columns would be a merged cell.
  private mutating func write(groupsOf table: Table, level: Int) {
    for (place, group) in table.groups.enumerated() {
      write(
        Part(of: table, group.rows, suffix: place == 0 ? "" : "-\(place + 1)", group: group.heading),
        level: level)
    }
  }

  private mutating func write(_ part: Part, level: Int) {
    let table = part.table
    output.write("        <div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"")
    writeID(of: part)
    output.write("\">\n          <table class=\"")
    output.write(table.isWords ? "words" : "figures")
    if hasLongNames(table) { output.write(" lines") }
    output.write("\">\n            <caption id=\"")
    writeID(of: part)
    output.write("\">")
    writeCaption(of: part, level: min(level, 6))
    output.write("</caption>\n            <thead>\n              <tr>")
    for (place, column) in table.columns.enumerated() {
      output.write(
        place > 0 && column.kind == .words ? "<th scope=\"col\" class=\"text\">" : "<th scope=\"col\">")
      output.write(html: column.title.isEmpty ? "none" : column.title)
      output.write("</th>")
    }
    output.write("</tr>\n            </thead>\n            <tbody>\n")
    for row in part.rows { write(row, table.columns) }
    output.write("            </tbody>\n          </table>\n        </div>\n")
  }

  /// The first sentence, or the name of the group, is a heading, so that who goes from heading to heading comes to the table.
  private mutating func writeCaption(of part: Part, level: Int) {
    let caption = part.table.caption
    let (first, rest) = part.group.map { (first: $0, rest: ". " + caption) } ?? caption.firstSentence
    output.write("<h\(level)>")
    output.write(html: first)
    output.write(part.isRest ? ", continued</h\(level)>" : "</h\(level)>")
    writeCaption(rest)
  }

  private mutating func writeID(of part: Part) {
    output.write("table-")
    output.write(id: part.table.id)
    output.write(part.suffix)
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
    case .plain, .heading: output.write("<tr")
    case .subtotal: output.write("<tr class=\"subtotal\"")
    case .total: output.write("<tr class=\"total\"")
    case .changed: output.write("<tr class=\"changed\"")
    }
    if let id = row.id {
      output.write(" id=\"")
      output.write(id: id)
      output.write("\"")
    }
    output.write(">")
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
