extension [Assumption] {
  /// Those that a path means, of which a part may be `*`: each of the names there.
  public func at(_ path: String) -> [Assumption] {
    let parts = path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return filter { row in
      let own = row.path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return own.count == parts.count
        && zip(own, parts).allSatisfy { $1.elementsEqual("*".utf8) || $0.elementsEqual($1) }
    }
  }
}

extension Form {
  /// Whether there is no file to ask: the list of all that can be asked.
  public var isBlankForm: Bool { isBlank }
}
