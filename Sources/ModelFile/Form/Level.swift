import TOML

/// A table being read, and what of it was asked for.
struct Level {
  var table: Table
  /// Where the table stands, or the nearest table around it that stands anywhere.
  var place: Place
  /// The path of the table with a dot at its end, or nothing at the root.
  var prefix: String
  /// Every key asked for, to suggest from.
  var known: [String] = []
  /// The entries that were asked for.
  var isAsked: [Bool]
  /// Where to look first: keys are mostly asked for in the order written.
  var next = 0
  /// The ways of every choice that were not chosen, as `delivery = "build"`.
  var otherWays: [(name: String, ask: (inout Form) -> Void)] = []
  /// The row of the register with which the table starts.
  var firstRow = 0

  init(table: Table, place: Place, prefix: String) {
    (self.table, self.place, self.prefix) = (table, place, prefix)
    isAsked = Array(repeating: false, count: table.entries.count)
  }

  /// The place of a key among the entries.
  func index(of key: [UInt8]) -> Int? {
    let entries = table.entries
    if let found = entries[next...].firstIndex(where: { $0.key == key }) { return found }
    return entries[..<next].firstIndex { $0.key == key }
  }

  /// The table's path in brackets, as it is written.
  var header: String {
    prefix.utf8.isEmpty ? "" : "[" + String(decoding: prefix.utf8.dropLast(), as: UTF8.self) + "]"
  }
}

extension Form {
  /// What a key of the table being read holds, now that it is asked for.
  mutating func find(_ key: String) -> Node? {
    level.known.append(key)
    guard let index = level.index(of: Array(key.utf8)) else { return nil }
    level.isAsked[index] = true
    level.next = index
    return level.table.entries[index].node
  }

  /// What of the table nobody asked for is unknown.
  mutating func finish() {
    let unknown = level.isAsked.indices.filter { !level.isAsked[$0] }
    guard !unknown.isEmpty, silence == 0 else { return }
    let known = level.known
    let elsewhere = keysOfOtherWays()
    for index in unknown {
      let entry = level.table.entries[index]
      let near = near(entry.key, among: known)
      let remedy =
        if let other = elsewhere.first(where: { $0.key.hasBytes(entry.key) }) {
          "it goes with \(other.way)"
        } else if let near {
          "did you mean \(quoted(near))?"
        } else {
          known.isEmpty ? "take it out" : "expected \(listed(known))"
        }
      let header = level.header
      note(
        entry.keyPlace, "unknown key \(quoted(entry.key))" + (header.utf8.isEmpty ? "" : " in \(header)"),
        remedy)
    }
  }

  /// What the ways that were not chosen would have asked for.
  private mutating func keysOfOtherWays() -> [(key: String, way: String)] {
    let (ways, rows, spoken) = (level.otherWays, asked.count, overrides)
    var keys: [(key: String, way: String)] = []
    silence += 1
    for way in ways {
      let known = level.known.count
      way.ask(&self)
      keys += level.known[known...].map { (key: $0, way: way.name) }
    }
    silence -= 1
    asked.removeLast(asked.count - rows)
    overrides = spoken
    return keys
  }
}
