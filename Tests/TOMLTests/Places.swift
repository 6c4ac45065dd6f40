import TOML

/// How many places of a table do not lie inside its text.
func placesOutside(_ count: Int, in table: Table, source: Int32) -> Int {
  table.entries.reduce(0) { sum, entry in
    sum + (isInside(entry.keyPlace, count, source) ? 0 : 1)
      + placesOutside(count, in: entry.node, source: source)
  }
}

private func placesOutside(_ count: Int, in node: Node, source: Int32) -> Int {
  let own = isInside(node.place, count, source) ? 0 : 1
  switch node.value {
  case .table(let table): return own + placesOutside(count, in: table, source: source)
  case .array(let nodes): return nodes.reduce(own) { $0 + placesOutside(count, in: $1, source: source) }
  default: return own
  }
}

func isInside(_ place: Place, _ count: Int, _ source: Int32) -> Bool {
  place.source == source && place.start >= 0 && place.start <= place.end && place.end <= count
}
