extension [Assumption] {
  /// Those that a path means, of which a part may be `*`: each of the names there.
  public func at(_ path: String) -> [Assumption] {
    let pattern = [UInt8](path.utf8)
    var found: [Assumption] = []
    for place in indices where Assumption.isMeant(self[place].path, by: pattern) { found.append(self[place]) }
    return found
  }
}

extension Assumption {
  private static let (dot, star) = (UInt8(ascii: "."), UInt8(ascii: "*"))

  /// Whether a pattern means a path, looked at byte by byte since many are asked.
  fileprivate static func isMeant(_ path: String, by pattern: [UInt8]) -> Bool {
    var place = 0
    var (isStart, isAny) = (true, false)
    let bytes = path.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      if isStart, place < pattern.count, pattern[place] == Self.star,
        place + 1 == pattern.count || pattern[place + 1] == Self.dot
      {
        isAny = true
        place += 1
      }
      if byte != Self.dot, isAny {
        isStart = false
        continue
      }
      guard place < pattern.count, pattern[place] == byte else { return false }
      place += 1
      isAny = false
      isStart = byte == Self.dot
    }
    return place == pattern.count
  }
}

extension Form {
  /// Whether there is no file to ask: the list of all that can be asked.
  public var isBlankForm: Bool { isBlank }
}
