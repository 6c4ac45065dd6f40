import Finance

/// What a report in HTML or Markdown says that its assumptions are, read back from its register, so that two can be told apart.
public struct ReportAssumptions: Sendable {
  public private(set) var values: [(path: String, value: String)] = []

  public init(reading bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if bytes.starts(with: "<!doctype html>".utf8) {
      for line in lines { readHTML(Array(line)) }
    } else {
      for line in lines { readMarkdown(Array(line)) }
    }
  }

  /// `<tr id="assumption.PATH"><th …>…</th><td class="text">VALUE</td>…`
  private mutating func readHTML(_ line: [UInt8]) {
    guard let id = between(line, #"<tr id="assumption."#, "\""),
      let value = between(line, #"</th><td class="text">"#, "</td>")
    else { return }
    values.append((path: id, value: withoutTags(value)))
  }

  /// "| `PATH`: meaning | VALUE | …"
  private mutating func readMarkdown(_ line: [UInt8]) {
    guard line.starts(with: "| `".utf8), let path = between(line, "| `", "`: ") else { return }
    let cells = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
    guard cells.count > 3 else { return }
    let value = cells[2].drop { $0 == 0x20 }
    values.append((path: path, value: String(decoding: value.prefix(max(0, value.count - 1)), as: UTF8.self)))
  }

  private func between(_ line: [UInt8], _ start: String, _ end: String) -> String? {
    let (start, end) = (Array(start.utf8), Array(end.utf8))
    guard let from = place(of: start, in: line, from: 0),
      let to = place(of: end, in: line, from: from + start.count)
    else { return nil }
    return String(decoding: line[(from + start.count)..<to], as: UTF8.self)
  }

  private func place(of wanted: [UInt8], in line: [UInt8], from start: Int) -> Int? {
    guard line.count >= wanted.count else { return nil }
    var place = start
    while place + wanted.count <= line.count {
      if line[place] == wanted[0], line[place..<place + wanted.count].elementsEqual(wanted) { return place }
      place += 1
    }
    return nil
  }

  private func withoutTags(_ words: String) -> String {
    var plain: [UInt8] = []
    var isTag = false
    for byte in words.utf8 {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { plain.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The assumptions of which another report says something else, in the order of the other; nothing for a value that one lacks.
  public func changes(to other: ReportAssumptions) -> [(path: String, from: String?, to: String?)] {
    func value(_ path: String, _ all: [(path: String, value: String)]) -> String? {
      all.first { $0.path.isSame(as: path) }?.value
    }
    var changes: [(path: String, from: String?, to: String?)] = []
    for row in other.values {
      let before = value(row.path, values)
      if before.map({ $0.isSame(as: row.value) }) ?? false { continue }
      changes.append((path: row.path, from: before, to: row.value))
    }
    for row in values where value(row.path, other.values) == nil {
      changes.append((path: row.path, from: row.value, to: nil))
    }
    return changes
  }
}
