import TOML

extension Table {
  /// Lays another table over this one: values and inline tables replace what they name, `[headers]` open it, and the rest
  /// stays. Every value keeps its own place.
  mutating func lay(_ upper: Table) {
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
        entries[index] = entry
        continue
      }
      entries[index] = entry
      below.lay(above)
      entries[index].node.value = .table(below)
    }
  }
}
