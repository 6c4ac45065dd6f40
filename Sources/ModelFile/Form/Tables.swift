import TOML

extension Form {
  /// Every `[key.NAME]`, in file order; none if there is none. A blank form asks once, of `*`.
  public mutating func each<Value>(_ key: String, _ read: (inout Form) -> Value) -> [Value] {
    var values: [Value] = []
    for way in waysIn(key) { values.append(inside(way, read)) }
    return values
  }

  /// What the table `[key]` says; where it is absent, as if it were empty.
  public mutating func section<Value>(_ key: String, _ read: (inout Form) -> Value) -> Value {
    inside(wayIn(key), read)
  }

  /// What the table `[key]` says, or nothing where neither a file nor an override says anything of it.
  public mutating func optionalSection<Value>(_ key: String, _ read: (inout Form) -> Value) -> Value? {
    guard let way = optionalWayIn(key) else { return nil }
    return inside(way, read)
  }

  private mutating func inside<Value>(_ way: WayIn, _ read: (inout Form) -> Value) -> Value {
    let outer = enter(way)
    let value = read(&self)
    leave(to: outer, way)
    return value
  }

  /// A table that is to be read.
  private struct WayIn {
    /// What it adds to the path, and what its thing is called.
    var step: String, name: String
    var table: Table
    var place: Place
    /// Whether it is no table, so that what it lacks is no news.
    var isSilent = false
  }

  // What does not turn on the type of what is read stands apart, so that it is compiled once.

  @inline(never) private mutating func waysIn(_ key: String) -> [WayIn] {
    if isBlank {
      level.known.append(key)
      return [WayIn(step: "\(key).*", name: "*", table: Table(), place: level.place)]
    }
    return named(key).compactMap { entry in
      guard case .table(let inner) = entry.node.value else { return nil }
      let name = String(decoding: entry.key, as: UTF8.self)
      return WayIn(step: "\(key).\(name)", name: name, table: inner, place: entry.node.place)
    }
  }

  @inline(never) private mutating func wayIn(_ key: String) -> WayIn {
    var way = WayIn(step: key, name: name, table: Table(), place: level.place)
    guard let node = find(key) else { return way }
    way.place = node.place
    if case .table(let table) = node.value {
      way.table = table
    } else {
      note(
        node.place, "\(key) \(written(node)) is not a table",
        "write [\(level.prefix)\(key)] and its assumptions under it")
      way.isSilent = true
    }
    return way
  }

  @inline(never) private mutating func optionalWayIn(_ key: String) -> WayIn? {
    if isBlank || level.index(of: Array(key.utf8)) != nil { return wayIn(key) }
    defer { level.known.append(key) }
    guard isGiven(key) else { return nil }
    // only an override speaks of it, and is where anything else is missing
    let path = Array((level.prefix + key + ".").utf8)
    let place = overrides.last { $0.path.starts(with: path) }?.place ?? level.place
    return WayIn(step: key, name: name, table: Table(), place: place)
  }

  /// - Returns: the table that is read so far.
  @inline(never) private mutating func enter(_ way: WayIn) -> (level: Level, name: String) {
    let outer = (level: level, name: name)
    level = Level(table: way.table, place: way.place, prefix: "\(level.prefix)\(way.step).")
    level.firstRow = asked.count
    name = way.name
    if way.isSilent { silence += 1 }
    return outer
  }

  @inline(never) private mutating func leave(to outer: (level: Level, name: String), _ way: WayIn) {
    finish()
    (level, name) = outer
    if way.isSilent { silence -= 1 }
  }

  /// The entries of a table of named tables, with a problem for each that is none.
  private mutating func named(_ key: String) -> [Table.Entry] {
    guard let node = find(key) else { return [] }
    guard case .table(let table) = node.value else {
      note(
        node.place, "\(key) is not a table of names",
        "write [\(level.prefix)\(key).NAME] and its assumptions under it")
      return []
    }
    return table.entries.filter { entry in
      let remedy = "write [\(level.prefix)\(key).NAME] and its assumptions under it"
      guard case .table = entry.node.value else {
        note(entry.keyPlace, "\(quoted(entry.key)) stands in [\(level.prefix)\(key)] without a NAME", remedy)
        return false
      }
      guard isName(entry.key) else {
        note(
          entry.keyPlace, "\(quoted(entry.key)) is not a NAME",
          "write up to 60 letters, digits, hyphens and underscores")
        return false
      }
      return true
    }
  }
}

/// Whether a key may name a thing: it becomes a part of a path, and of the names of files.
func isName(_ key: [UInt8]) -> Bool {
  (1...60).contains(key.count)
    && key.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 48...57, 45, 95: true
      default: false
      }
    }
}
