import Finance
import TOML

/// A value by year as a file has it: in the form that is there, as long as that can say it.
struct SpeltSeries {
  let series: Series<Int64>
  let after: After
  let kind: Kind
  /// The first year of the model, with which a list begins.
  let firstYear: Year
  /// The most values that a list may have.
  let mostYears: Int64

  /// From nothing: one value, or a table of years.
  func whole(_ spelling: Spelling = Spelling()) -> [UInt8] {
    if series.isConstant { return spelling.text(series.values[0], kind) }
    var text = Array("{ ".utf8)
    for (index, entry) in YearEntries(series, after).all.enumerated() {
      if index > 0 { text += Array(", ".utf8) }
      text += assigned(entry.key, spelling.text(entry.value, kind))
    }
    return text + Array(" }".utf8)
  }

  /// In the place of another: with its years and spelling, and nothing else changed.
  /// - Parameter written: the bytes of the other.
  /// - Returns: nothing where a list cannot say it.
  func inPlace(of node: Node, written: [UInt8]) -> [UInt8]? {
    let start = Int(node.place.start)
    func bytes(_ inner: Node) -> [UInt8] { Array(written[range(inner)]) }
    func range(_ inner: Node) -> Range<Int> {
      max(0, Int(inner.place.start) - start)..<min(written.count, max(0, Int(inner.place.end) - start))
    }
    var edits = Edits()
    func put(_ value: Int64, _ inner: Node) {
      if self.value(of: inner) == value { return }
      edits.replace(range(inner), with: Spelling(inner, written: bytes(inner)).text(value, kind))
    }
    switch node.value {
    case .table(let table):
      guard let first = table.entries.first else { return whole() }
      var inserted: [UInt8] = []
      var before: Table.Entry?
      func flush() {
        guard !inserted.isEmpty else { return }
        if let before {
          edits.insert(inserted, at: range(before.node).upperBound)
        } else {
          let text = Array(inserted.dropFirst(2)) + Array(", ".utf8)
          edits.insert(text, at: max(0, Int(first.keyPlace.start) - start))
        }
        inserted = []
      }
      for entry in YearEntries(series, after, old: table.years).all {
        if let old = entry.old {
          flush()
          before = table.entries[old]
          put(entry.value, table.entries[old].node)
        } else {
          let like = (before ?? first).node
          let value = Spelling(like, written: bytes(like)).text(entry.value, kind)
          inserted += Array(", ".utf8) + assigned(entry.key, value)
        }
      }
      flush()
    case .array(let items):
      let tail = series.values[series.values.count - 1]
      guard let last = items.last, series.first >= firstYear + -1, after == .same || tail == 0 else {
        return nil
      }
      for (index, item) in items.enumerated() { put(series[firstYear + index], item) }
      // a level goes on as its last value, an amount is nothing after it
      let differing = series.values.lastIndex { $0 != tail }.map {
        (series.first + $0).start - firstYear.start
      }
      let needed = (differing ?? -1) + (after == .same ? 2 : 1)
      let more = (items.count..<max(items.count, needed)).map { series[firstYear + $0] }
      guard Int64(items.count + more.count) <= mostYears else { return nil }
      let spelling = Spelling(last, written: bytes(last))
      let places = ListEnd(written, after: range(last).upperBound, from: range(last).lowerBound)
      edits.append(more.map { spelling.text($0, kind) }, at: places)
    default:
      guard series.isConstant else { return whole(Spelling(node, written: written)) }
      put(series.values[0], Node(node.value, at: node.place))
    }
    return edits.applied(to: written)
  }

  /// The whole number that stands in a file.
  func value(of node: Node) -> Int64? { kind.value(of: node) }

  private func assigned(_ key: [UInt8], _ value: [UInt8]) -> [UInt8] { key + Array(" = ".utf8) + value }
}

extension Kind {
  /// The whole number that stands in a file, or nothing where it is no such value.
  func value(of node: Node) -> Int64? {
    switch node.value {
    case .integer(let value): return value
    case .boolean(let value): return value ? 1 : 0
    case .text(let text):
      guard case .whole(let value) = read(text) else { return nil }
      return value
    default: return nil
    }
  }
}

extension Table {
  /// The years of a value by year, in the order written; nothing for `then`.
  var years: [Year?] {
    entries.map { entry in
      guard case .whole(let start) = Kind.year.read(entry.key) else { return nil }
      return Year(start: Int(start))
    }
  }
}
