import TOML

extension Form {
  /// Every `[key.NAME]`, in file order; none if there is none. A blank form asks once, of `*`.
  public mutating func each<Value>(_ key: String, _ read: (inout Form) -> Value) -> [Value] {
    if isBlank {
      level.known.append(key)
      return [inside("\(key).*", "*", Table(), level.place, read)]
    }
    var values: [Value] = []
    for entry in named(key) {
      guard case .table(let inner) = entry.node.value else { continue }
      let name = String(decoding: entry.key, as: UTF8.self)
      values.append(inside("\(key).\(name)", name, inner, entry.node.place, read))
    }
    return values
  }

  /// What the table `[key]` says; where it is absent, as if it were empty.
  public mutating func section<Value>(_ key: String, _ read: (inout Form) -> Value) -> Value {
    var inner = Table()
    var place = level.place
    if let node = find(key) {
      place = node.place
      if case .table(let table) = node.value {
        inner = table
      } else {
        note(
          node.place, "\(key) \(written(node)) is not a table",
          "write [\(level.prefix)\(key)] and its assumptions under it")
        silence += 1
        defer { silence -= 1 }
        return inside(key, name, inner, place, read)
      }
    }
    return inside(key, name, inner, place, read)
  }

  /// What the table `[key]` says, or nothing where neither a file nor an override says anything of it.
  public mutating func optionalSection<Value>(_ key: String, _ read: (inout Form) -> Value) -> Value? {
    if isBlank || level.index(of: Array(key.utf8)) != nil { return section(key, read) }
    if isGiven(key) {
      // only an override speaks of it, and is where anything else is missing
      let path = Array((level.prefix + key + ".").utf8)
      let place = overrides.last { $0.path.starts(with: path) }?.place ?? level.place
      level.known.append(key)
      return inside(key, name, Table(), place, read)
    }
    level.known.append(key)
    return nil
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

  mutating func inside<Value>(
    _ step: String, _ name: String, _ inner: Table, _ place: Place, _ read: (inout Form) -> Value
  ) -> Value {
    let outer = (level, self.name)
    level = Level(table: inner, place: place, prefix: "\(level.prefix)\(step).")
    level.firstRow = asked.count
    self.name = name
    let value = read(&self)
    finish()
    (level, self.name) = outer
    return value
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
