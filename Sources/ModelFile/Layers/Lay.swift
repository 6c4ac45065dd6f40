import TOML

extension Table {
  /// Lays another table over this one: values and inline tables replace what they name, `[headers]` open it, and the rest
  /// stays. Every value keeps its own place.
  /// - Parameter replaced: each value that replaces another, by its place, and the other.
  mutating func lay(_ upper: Table, _ replaced: inout [Replaced]) {
    var places: [[UInt8]: Int] = [:]
    for (index, entry) in entries.enumerated() { places[entry.key] = index }
    for entry in upper.entries {
      guard let index = places[entry.key] else {
        entries.append(entry)
        continue
      }
      guard case .table(let above) = entry.node.value, !above.isInline,
        case .table(var below) = entries[index].node.value, !below.isInline
      else {
        replaced.append(Replaced(place: entry.node.place, lower: entries[index].node))
        entries[index] = entry
        continue
      }
      entries[index] = entry
      below.lay(above, &replaced)
      entries[index].node.value = .table(below)
    }
  }
}

/// A value of a file that another file's was before.
struct Replaced: Sendable {
  var place: Place
  var lower: Node
}
