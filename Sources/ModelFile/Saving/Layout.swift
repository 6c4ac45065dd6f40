import Finance
import TOML

/// Where the headers and the keys of a file stand.
struct Layout {
  struct Header {
    var path: [[UInt8]]
    var start: Int, end: Int
  }
  struct Leaf {
    var path: [[UInt8]]
    var start: Int, end: Int
    /// The header that it stands under, nothing before the first.
    var header: Int?
  }
  let text: [UInt8]
  let table: Table
  private(set) var headers: [Header] = []
  /// Every key that has a value of its own, as written.
  private(set) var leaves: [Leaf] = []

  init(_ text: [UInt8], _ table: Table) {
    (self.text, self.table) = (text, table)
    enter(table, [])
    headers = headers.inOrder { Int64($0.start) }
    leaves = leaves.inOrder { Int64($0.start) }
    var header: Int?
    for index in leaves.indices {
      while (header ?? -1) + 1 < headers.count, headers[(header ?? -1) + 1].start < leaves[index].start {
        header = (header ?? -1) + 1
      }
      leaves[index].header = header
    }
  }

  private mutating func enter(_ table: Table, _ path: [[UInt8]]) {
    for entry in table.entries { enter(entry.node, entry.keyPlace, path + [entry.key]) }
  }

  private mutating func enter(_ node: Node, _ key: Place, _ path: [[UInt8]]) {
    let (start, end) = (Int(node.place.start), Int(node.place.end))
    switch node.value {
    case .table(let inner) where !inner.isInline:
      if start < text.count, text[start] == UInt8(ascii: "[") {
        headers.append(Header(path: path, start: start, end: end))
      }
      enter(inner, path)
    case .array(let items) where items.first.map({ Self.isTable($0) }) ?? false:
      for item in items { enter(item, key, path) }
    default: leaves.append(Leaf(path: path, start: Int(key.start), end: end, header: nil))
    }
  }

  /// Whether an item of a list stands under a `[[header]]`.
  private static func isTable(_ node: Node) -> Bool {
    if case .table(let table) = node.value { return !table.isInline }
    return false
  }

  func path(ofHeader header: Int?) -> [[UInt8]] { header.map { headers[$0].path } ?? [] }

  /// What the file has at a path.
  func node(_ path: some Sequence<[UInt8]>) -> Node? {
    var table = table
    var node: Node?
    for key in path {
      guard let index = table.index(of: key) else { return nil }
      node = table.entries[index].node
      table = Table()
      if case .table(let inner) = node?.value { table = inner }
    }
    return node
  }

  /// The space at the beginning of a line.
  func indent(ofLineAt place: Int) -> [UInt8] {
    Array(text[text.lineStart(place)...].prefix { $0 == 32 || $0 == 9 })
  }

  /// Where the line starts, or the comment lines right above it.
  func startWithComments(_ place: Int) -> Int {
    var start = text.lineStart(place)
    while start > 0 {
      let above = text.lineStart(start - 1)
      guard text[above..<start].first(where: { $0 != 32 && $0 != 9 }) == UInt8(ascii: "#") else { break }
      start = above
    }
    return start == 0 && text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }
}

extension Table {
  /// Where the last value inside ends.
  var lastEnd: Int? {
    entries.map { entry in
      if case .table(let inner) = entry.node.value, !inner.isInline { return inner.lastEnd ?? 0 }
      return Int(entry.node.place.end)
    }.max()
  }
}

/// A key as it may stand in a file, in quotes where it must.
func spelt(_ path: some Sequence<[UInt8]>) -> [UInt8] {
  var text: [UInt8] = []
  for (index, key) in path.enumerated() {
    if index > 0 { text.append(UInt8(ascii: ".")) }
    let isBare = !key.isEmpty && key.allSatisfy { $0 < 128 && ($0 == 45 || $0 == 95 || isLetterOrDigit($0)) }
    text += isBare ? key : Spelling().quoted(key)
  }
  return text
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || (97...122).contains(byte | 0x20)
}
