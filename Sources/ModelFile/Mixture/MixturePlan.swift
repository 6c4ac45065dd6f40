import TOML

/// A table of two readings: what each has of it, and which switch says whose is read.
indirect enum Part: Sendable {
  case value(first: Table.Entry?, second: Table.Entry?, switch: Int?)
  case table(Branch)

  struct Branch: Sendable {
    /// The entry without what is inside it.
    var header: Table.Entry?
    var isInFirst: Bool, isInSecond: Bool
    /// Of a table that only one reading has.
    var `switch`: Int?
    var parts: [Part]
    /// The places of the parts in the second's order; nothing where that is the first's.
    var order: [Int]?
  }

  func table(_ isOn: [Bool], _ isReordered: Bool) -> Table {
    guard case .table(let branch) = self else { return Table() }
    return branch.table(isOn, isReordered)
  }
}

extension Part.Branch {
  func table(_ isOn: [Bool], _ isReordered: Bool) -> Table {
    var table = Table()
    table.entries.reserveCapacity(parts.count)
    if isReordered, let order {
      for place in order { parts[place].add(to: &table, isOn, isReordered) }
    } else {
      for part in parts { part.add(to: &table, isOn, isReordered) }
    }
    return table
  }
}

extension Part {
  fileprivate func add(to table: inout Table, _ isOn: [Bool], _ isReordered: Bool) {
    switch self {
    case .value(let first, let second, let place):
      if let entry = (place.map { isOn[$0] } ?? false) ? second : first { table.entries.append(entry) }
    case .table(let branch):
      let inner = branch.table(isOn, isReordered)
      let isSecond = branch.switch.map { isOn[$0] } ?? false
      let isThere = isSecond ? branch.isInSecond : branch.isInFirst
      // a table of tables goes with the last of them, where only one reading has it
      let isOfTables = branch.switch == nil && branch.isInFirst != branch.isInSecond && !branch.parts.isEmpty
      guard isThere && !isOfTables || !inner.entries.isEmpty, var entry = branch.header else { return }
      entry.node.value = .table(inner)
      table.entries.append(entry)
    }
  }
}

/// Works out what is switched, and lays two trees side by side accordingly.
struct MixturePlan {
  private(set) var switches: [Switch]
  /// Which switch a path belongs to, and which a whole table.
  private var places: [[UInt8]: Int] = [:]
  private var tables: [[UInt8]: Int] = [:]
  private let assumptions: Set<[UInt8]>
  private var reordered: [String] = []

  init(_ first: [Assumption], _ second: [Assumption], _ changes: [ChangedAssumption]) {
    switches = .between(first, second, changes)
    switches += Self.sayings(first, second, changes)
    for (place, one) in switches.enumerated() {
      if one.kind == .table { tables[Array(one.path.utf8)] = place }
      if one.changes.isEmpty { places[Array(one.path.utf8)] = place }
      for change in one.changes { places[Array(change.path.utf8)] = place }
    }
    assumptions = Set((first + second).map { Array($0.path.utf8) })
  }

  /// What one reading gives and the other leaves to a default of the same value.
  private static func sayings(
    _ first: [Assumption], _ second: [Assumption], _ changes: [ChangedAssumption]
  ) -> [Switch] {
    let changed = Set(changes.map { Array($0.path.utf8) })
    var given: [[UInt8]: Bool] = [:]
    for row in first { given[Array(row.path.utf8)] = row.place != nil }
    return second.compactMap { row in
      let path = Array(row.path.utf8)
      guard let isGiven = given[path], isGiven != (row.place != nil), !changed.contains(path) else {
        return nil
      }
      return Switch(.saying, row.path, [])
    }
  }

  /// The switch of an assumption, or of the table that it stands in.
  func place(of path: [UInt8]) -> Int? {
    if let place = places[path] ?? tables[path] { return place }
    var end = path.count
    while let dot = path[..<end].lastIndex(of: UInt8(ascii: ".")) {
      if let place = tables[Array(path[..<dot])] { return place }
      end = dot
    }
    return nil
  }

  /// The two trees as one; then the order of tables is a switch of its own, if they differ in it.
  mutating func part(_ first: Table, _ second: Table) -> Part {
    let part = Part.table(branch(first, second, [], nil, isNamed: false))
    if !reordered.isEmpty { switches.append(Switch(.order, reordered.joined(separator: ", "), [])) }
    return part
  }

  private mutating func branch(
    _ first: Table?, _ second: Table?, _ path: [UInt8], _ header: Table.Entry?, isNamed: Bool
  ) -> Part.Branch {
    var entries: [[UInt8]: (first: Table.Entry?, second: Table.Entry?)] = [:]
    for entry in first?.entries ?? [] { entries[entry.key] = (first: entry, second: nil) }
    for entry in second?.entries ?? [] {
      entries[entry.key] = (first: entries[entry.key]?.first, second: entry)
    }
    let order = MergedOrder((first?.entries ?? []).map { $0.key }, (second?.entries ?? []).map { $0.key })
    var parts: [Part] = []
    for key in order.first {
      guard let pair = entries[key] else { continue }
      parts.append(part(pair.first, pair.second, path.isEmpty ? key : path + [UInt8(ascii: ".")] + key))
    }
    var places: [Int]?
    if isNamed, order.isConflict {
      var placeOfKey: [[UInt8]: Int] = [:]
      for (index, key) in order.first.enumerated() { placeOfKey[key] = index }
      places = order.second.compactMap { placeOfKey[$0] }
      reordered.append(String(decoding: path, as: UTF8.self))
    }
    return Part.Branch(
      header: header, isInFirst: first != nil, isInSecond: second != nil, switch: place(of: path),
      parts: parts, order: places)
  }

  private mutating func part(
    _ first: Table.Entry?, _ second: Table.Entry?, _ path: [UInt8]
  ) -> Part {
    func table(_ entry: Table.Entry?) -> Table? {
      if case .table(let table) = entry?.node.value { return table }
      return nil
    }
    let (one, other) = (table(first), table(second))
    let isTable = (first == nil || one != nil) && (second == nil || other != nil)
    guard isTable, !assumptions.contains(path) else {
      return .value(first: first, second: second, switch: place(of: path))
    }
    // tables of tables are named ones: their order may have a meaning
    let isNamed = [one, other].compactMap { $0 }.allSatisfy { inner in
      inner.entries.allSatisfy { table($0) != nil }
    }
    return .table(branch(one, other, path, first ?? second, isNamed: isNamed))
  }
}
