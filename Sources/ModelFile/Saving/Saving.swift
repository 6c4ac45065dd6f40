import Finance
import TOML

/// Writes what was set over a model into its own file: each value in the place and the manner of the one it replaces, the rest
/// as it was.
struct Saving {
  let files: Layered
  let text: [UInt8]
  let layout: Layout
  let firstYear: Year
  let years: Int64
  var edits = Edits()
  var problems: [Problem] = []
  /// The tables that the file does not have, each with the lines that it is to have.
  var newTables: [(path: [[UInt8]], lines: [[UInt8]])] = []
  /// The values that keep a comment which was said of another value.
  var unsourced: [String] = []

  init(_ files: Layered, firstYear: Year, years: Int64) {
    self.files = files
    text = files.topText
    layout = Layout(text, Parser.parse(text, source: files.topSource).table)
    (self.firstYear, self.years) = (firstYear, years)
  }

  /// - Parameters:
  ///   - row: the assumption as it now is.
  ///   - override: what spoke of it last.
  mutating func write(_ row: Assumption, _ override: Override) {
    let path = Array(row.path.utf8).split(separator: UInt8(ascii: ".")).map { Array($0) }
    let node = files.root.node(at: Array(row.path.utf8))
    if let whole = inlineTableBelow(path) {
      problems.append(
        Problem(
          place: whole,
          fault: "\(row.path) stands in a table on one line, and a change of it cannot be saved",
          remedy: "write that table with a [header] first"))
      return
    }
    guard let series = row.given else {
      return put(words(override.node, row, node), at: path, node, override)
    }
    guard let after = row.after else {
      return put(spelling(node).text(series.values[0], row.kind), at: path, node, override)
    }
    let spelt = SpeltSeries(
      series: series, after: after, kind: row.kind, firstYear: firstYear, mostYears: years)
    if let node, case .table(let table) = node.value, !table.isInline {
      put(spelt, under: path, table, node)
    } else {
      put(value(spelt, override, node), at: path, node, override)
    }
  }

  /// A text, or a list of names.
  private func words(_ said: Node, _ row: Assumption, _ old: Node?) -> [UInt8] {
    let spelling = spelling(old)
    func text(_ node: Node) -> [UInt8] {
      guard case .text(let bytes) = node.value else { return spelling.quoted([]) }
      return spelling.quoted(bytes)
    }
    if case .array(let items) = said.value {
      return Array("[".utf8) + Array(items.map { text($0) }.joined(separator: Array(", ".utf8)))
        + Array("]".utf8)
    }
    var isList = false
    if case .array = old?.value { isList = true }
    return isList ? Array("[".utf8) + text(said) + Array("]".utf8) : text(said)
  }

  /// A value by year: as it was typed, if it was typed as one; else in the form that the old one has.
  private func value(_ spelt: SpeltSeries, _ override: Override, _ node: Node?) -> [UInt8] {
    let isWhole = override.year == nil && !override.isSum
    switch override.node.value {
    case .table, .array:
      let isPlain = !override.written.hasComment && !override.written.contains(10)
      if isWhole, isPlain { return override.written }
    default: break
    }
    guard let node else { return spelt.whole() }
    let written = files.sources.text(node.place)
    let isOwn = node.place.source == files.topSource
    let isCommented = written.hasComment
    if isCommented, !isOwn { return spelt.whole() }
    if spelt.series.isConstant, !isCommented { return spelt.whole(firstSpelling(of: node)) }
    return spelt.inPlace(of: node, written: written) ?? spelt.whole(firstSpelling(of: node))
  }

  /// Puts a value where the file has one, or else where it belongs.
  private mutating func put(_ value: [UInt8], at path: [[UInt8]], _ node: Node?, _ override: Override) {
    guard let node, node.place.source == files.topSource else {
      let comment = override.citation.isEmpty ? [] : Array(" # ".utf8) + override.citation
      return add(value, at: path, comment)
    }
    let written = files.sources.text(node.place)
    guard written != value else { return }
    if written.hasComment, !value.hasComment {
      problems.append(
        Problem(
          place: node.place,
          fault: "\(said(path)) has comments among its values, and the new value has no place for them",
          remedy: "change it in the file"))
      return
    }
    edits.replace(Int(node.place.start)..<Int(node.place.end), with: value)
    if !citation(of: node).isEmpty { unsourced.append(said(path)) }
  }

  /// Puts a value by year under its own header, or where its dotted keys are.
  private mutating func put(_ spelt: SpeltSeries, under path: [[UInt8]], _ table: Table, _ node: Node) {
    let isOwn = table.entries.allSatisfy { $0.node.place.source == files.topSource }
    var isChanged = false
    let order = table.inOrderOfYears
    var sorted = Table()
    sorted.entries = order
    var before: Table.Entry?
    for entry in YearEntries(spelt.series, spelt.after, old: sorted.years).all {
      if let old = entry.old {
        let there = order[old]
        before = there
        guard spelt.value(of: there.node) != entry.value else { continue }
        isChanged = true
        let value = spelling(there.node).text(entry.value, spelt.kind)
        if there.node.place.source == files.topSource {
          edits.replace(Int(there.node.place.start)..<Int(there.node.place.end), with: value)
        } else {
          add(value, at: path + [there.key], [])
        }
        continue
      }
      isChanged = true
      let value = spelling((before ?? order.first)?.node).text(entry.value, spelt.kind)
      if !isOwn {
        add(value, at: path + [entry.key], [])
      } else if let before {
        insert(value, at: path + [entry.key], after: Int(before.node.place.end))
      } else if let first = order.first {
        insert(value, at: path + [entry.key], before: Int(first.keyPlace.start))
      }
    }
    if isChanged, !citation(of: node).isEmpty { unsourced.append(said(path)) }
  }

  private func spelling(_ node: Node?) -> Spelling {
    node.map { Spelling($0, written: files.sources.text($0.place)) } ?? Spelling()
  }

  /// How the first of the values by year is spelt, or the one value.
  private func firstSpelling(of node: Node) -> Spelling {
    switch node.value {
    case .table(let table): table.entries.first.map { spelling($0.node) } ?? Spelling()
    case .array(let items): items.first.map { spelling($0) } ?? Spelling()
    default: spelling(node)
    }
  }

  private func said(_ path: [[UInt8]]) -> String {
    String(decoding: Array(path.joined(separator: [UInt8(ascii: ".")])), as: UTF8.self)
  }

  /// The inline table of a file below that a path leads into, where the model's own file does not have it.
  private func inlineTableBelow(_ path: [[UInt8]]) -> Place? {
    var table = files.root
    for key in path.dropLast() {
      guard let index = table.index(of: key), case .table(let inner) = table.entries[index].node.value else {
        return nil
      }
      let place = table.entries[index].node.place
      if inner.isInline { return place.source == files.topSource ? nil : place }
      table = inner
    }
    return nil
  }
}
