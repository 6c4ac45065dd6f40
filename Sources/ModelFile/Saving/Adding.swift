import Finance
import TOML

/// Where a file gets a key that it does not have.
extension Saving {
  /// Adds a key after the last of its table; a table that the file does not have comes at its end.
  mutating func add(_ value: [UInt8], at path: [[UInt8]], _ comment: [UInt8]) {
    let table = Array(path.dropLast())
    for count in 1..<max(1, table.count + 1) {
      guard let node = layout.node(table[..<count]), case .table(let inner) = node.value else { break }
      if inner.isInline { return add(value, Array(path[count...]), inside: node, inner) }
    }
    if table.isEmpty { return addAtRoot(value, path, comment) }
    if let header = layout.headers.firstIndex(where: { $0.path == table }) {
      let last = layout.leaves.last { $0.header == header }
      insert(value, at: path, after: last?.end ?? layout.headers[header].end, comment)
    } else if let last = layout.leaves.last(where: { leaf in
      // under dotted keys, to which no header may be added
      leaf.path.starts(with: table) && layout.path(ofHeader: leaf.header).count < table.count
    }) {
      insert(value, at: path, after: last.end, comment)
    } else {
      let line = spelt(path[table.count...]) + Array(" = ".utf8) + value + comment
      if let index = newTables.firstIndex(where: { $0.path == table }) {
        newTables[index].lines.append(line)
      } else {
        newTables.append((path: table, lines: [line]))
      }
    }
  }

  /// Before the first header.
  private mutating func addAtRoot(_ value: [UInt8], _ path: [[UInt8]], _ comment: [UInt8]) {
    if let last = layout.leaves.last(where: { $0.header == nil }) {
      insert(value, at: path, after: last.end, comment)
      return
    }
    let place = layout.startWithComments(layout.headers.first?.start ?? 0)
    edits.insert(spelt(path) + Array(" = ".utf8) + value + comment + text.newLine + text.newLine, at: place)
  }

  private mutating func add(_ value: [UInt8], _ path: [[UInt8]], inside node: Node, _ table: Table) {
    let assigned = spelt(path) + Array(" = ".utf8) + value
    if let end = table.lastEnd {
      edits.insert(Array(", ".utf8) + assigned, at: end)
    } else {
      edits.insert(Array(" ".utf8) + assigned + Array(" ".utf8), at: Int(node.place.start) + 1)
    }
  }

  /// A line after the one where something ends, as far in as that.
  mutating func insert(_ value: [UInt8], at path: [[UInt8]], after end: Int, _ comment: [UInt8] = []) {
    let line = line(value, path, under: end)
    edits.insert(text.newLine + layout.indent(ofLineAt: end) + line + comment, at: text.lineEnd(end))
  }

  /// A line before the one where something starts, and before the comments right above it.
  mutating func insert(_ value: [UInt8], at path: [[UInt8]], before start: Int) {
    let line = layout.indent(ofLineAt: start) + line(value, path, under: start)
    edits.insert(line + text.newLine, at: layout.startWithComments(start))
  }

  /// A key as it is written under the header that a place stands under.
  private func line(_ value: [UInt8], _ path: [[UInt8]], under place: Int) -> [UInt8] {
    let header = layout.headers.lastIndex { $0.start < place }
    return spelt(path[layout.path(ofHeader: header).count...]) + Array(" = ".utf8) + value
  }

  /// The tables that the file did not have, at its end.
  mutating func addTables() {
    guard !newTables.isEmpty else { return }
    let newLine = text.newLine
    let isEnded = text.isEmpty || text.last == 10
    var added = isEnded ? [] : newLine
    for (index, table) in newTables.enumerated() {
      if index > 0 || !text.isEmpty { added += newLine }
      added += Array("[".utf8) + spelt(table.path) + Array("]".utf8)
      for line in table.lines { added += newLine + line }
      if index < newTables.count - 1 || isEnded { added += newLine }
    }
    edits.insert(added, at: text.count)
  }

  /// Says of what keeps the comment of another value that it is unsourced.
  mutating func addUnsourced() {
    let there = files.unsourced.filter { $0.place.source == files.topSource }.map { $0.path }
    let new = unsourced.filter { path in !there.contains { $0.isSame(as: path) } }
    guard !new.isEmpty else { return }
    let quoted = new.map { Spelling().quoted(Array($0.utf8)) }
    let key = [Array("unsourced".utf8)]
    if let node = layout.node(key), case .array(let items) = node.value {
      if let last = items.last {
        let end = ListEnd(text, after: Int(last.place.end), from: Int(last.place.start))
        edits.append(quoted, at: end)
      } else {
        edits.insert(Array(quoted.joined(separator: Array(", ".utf8))), at: Int(node.place.start) + 1)
      }
      return
    }
    let list = Array("[".utf8) + Array(quoted.joined(separator: Array(", ".utf8))) + Array("]".utf8)
    let why =
      " # changed: a comment beside one is of an earlier value; give its source, and take the path out"
    add(list, at: key, Array(why.utf8))
  }
}
