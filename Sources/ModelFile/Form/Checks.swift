import TOML

extension Form {
  /// Whether a file or an override says anything of a key of the table being read, or of what is under it.
  public func isGiven(_ key: String) -> Bool {
    if level.index(of: Array(key.utf8)) != nil { return true }
    guard !overrides.isEmpty else { return false }
    let path = Array((level.prefix + key).utf8)
    return overrides.contains { override in
      override.path.starts(with: path)
        && (override.path.count == path.count || override.path[path.count] == UInt8(ascii: "."))
    }
  }

  /// Whether anything was wrong so far, so that some of what was answered may be made up.
  public var hasProblems: Bool { !problems.isEmpty }

  /// Notes what is wrong between values, at one of them: a key of the table being read, or else the table itself.
  ///
  /// Of a source that could not be read in full nothing is said: what is missing may only be out of sight.
  public mutating func problem(at key: String, fault: String, remedy: String) {
    guard !isBlank, !isBroken else { return }
    let path = Array((level.prefix + key).utf8)
    if let override = overrides.last(where: { $0.path == path }) {
      note(override.place, fault, remedy)
    } else {
      note(level.table.node(at: Array(key.utf8))?.place ?? level.place, fault, remedy)
    }
  }

  /// Whether the value of a path is given, and is held to the model's time: not what a lower layer says, and not the model's
  /// own file where an override moved the time.
  public func isHeldToTime(_ path: String) -> Bool { place(of: path).map { isHeld($0) } ?? false }

  /// Where the value of a path stands: in the last override of it, or else in a file.
  public func place(of path: String) -> Place? {
    let bytes = Array(path.utf8)
    if let override = overrides.last(where: { $0.path == bytes }) { return override.place }
    return root.node(at: bytes)?.place
  }
}

extension Table {
  /// What stands at a path of keys with dots between.
  func node(at path: [UInt8]) -> Node? {
    var table = self
    var node: Node?
    for part in path.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard let index = table.index(of: Array(part)) else { return nil }
      node = table.entries[index].node
      table = Table()
      if case .table(let inner) = node?.value { table = inner }
    }
    return node
  }
}
