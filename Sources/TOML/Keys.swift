extension Parser {
  /// Reads a key, dotted or not, into `path`, and the spaces after it.
  mutating func keys() throws(Halt) {
    path.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      let from = at
      let key: [UInt8]
      switch next() {
      case .quote, .apostrophe:
        if isTripled {
          throw fail(at, at + 3, "a key is not text over several lines", "write a key in single quotes")
        }
        key = try lineText()
      default:
        while at < text.count, text[at].isBare { at += 1 }
        if at == from { throw failAtMissingKey() }
        key = Array(text[from..<at])
      }
      path.append(KeyPart(key: key, place: here(from)))
      if depth + path.count > Self.depthLimit { throw failTooDeep(from) }
      skipSpace()
      guard next() == .dot else { return }
      at += 1
    }
  }

  private mutating func failAtMissingKey() -> Halt {
    if at >= text.count || isLineEnd || text[at] == .hash {
      return fail(at, at, "the line ends where a key is expected", "write a name")
    }
    switch text[at] {
    case .closeBracket, .closeBrace, .dot, .equals, .comma:
      return fail(at, at + 1, "a key is missing before \(quoted(at, at + 1))", "write a name")
    default: break
    }
    return failHere(in: "a key", "begin a key with a letter, digit, \"_\" or \"-\", or put it in quotes")
  }

  mutating func failTooDeep(_ from: Int) -> Halt {
    fail(
      from, at, "tables and arrays stand more than \(Self.depthLimit) deep in each other",
      "write them less deeply")
  }
}
