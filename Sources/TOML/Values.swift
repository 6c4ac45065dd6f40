extension Parser {
  /// Reads the value that begins here.
  mutating func value() throws(Halt) -> Node {
    let from = at
    // Further problems would not be kept, and each costs a look at the whole text for its line.
    if problems.count >= Self.problemLimit { throw Halt() }
    switch next() {
    case .quote, .apostrophe:
      let bytes = try quotedText()
      return Node(.text(bytes), at: here(from))
    case .openBracket: return try array()
    case .openBrace: return try inlineTable()
    default: return try bareValue()
    }
  }

  private mutating func array() throws(Halt) -> Node {
    let from = at
    try enter()
    // A comment right after the bracket belongs to no item.
    _ = lineComment()
    var items: [Node] = []
    while true {
      skipBlankLines()
      if next() == .closeBracket { break }
      if at >= text.count || beginsEntry(at) { throw failUnclosed(from) }
      let itemAbove = above
      var item = try value()
      var comment = lineComment()
      skipBlankLines()
      let isLast = next() != .comma
      if !isLast {
        at += 1
        if let following = lineComment(), comment == nil { comment = following }
      }
      if let comment = comment ?? itemAbove { item.comment = words(comment) }
      items.append(item)
      if isLast { break }
    }
    guard next() == .closeBracket else {
      if at >= text.count || isEntry() { throw failUnclosed(from) }
      throw failHere(in: "an array after a value", "write \",\" between values, or \"]\" after the last")
    }
    leave()
    return Node(.array(items), at: here(from))
  }

  private mutating func inlineTable() throws(Halt) -> Node {
    let from = at
    try enter()
    let section = draft.open(.inline, at: here(from))
    var isOneLine = true
    skipInside(from, &isOneLine)
    var isLast = next() == .closeBrace
    while !isLast {
      if at >= text.count || text[at] == .openBracket && beginsEntry(at) { throw failUnclosed(from) }
      _ = try keyAndValue(in: section)
      skipSpace()
      let end = at
      skipInside(from, &isOneLine, isAfterValue: true)
      if next() == .comma {
        let comma = at
        at += 1
        skipInside(from, &isOneLine)
        isLast = next() == .closeBrace
        if isLast {
          note(comma, comma + 1, "a comma follows the last value of an inline table", "take the comma out")
        }
      } else if next() == .closeBrace {
        isLast = true
      } else {
        if at >= text.count || at > end { throw failUnclosed(from) }
        throw failHere(
          in: "an inline table after a value", "write \",\" between values, or \"}\" after the last")
      }
    }
    leave()
    return Node(.table(draft.table(section)), at: here(from))
  }

  /// Steps over space in an inline table, and over line ends too, noting the first where the table goes on.
  private mutating func skipInside(_ open: Int, _ isOneLine: inout Bool, isAfterValue: Bool = false) {
    skipSpace()
    guard isLineEnd || next() == .hash else { return }
    let end = at
    skipBlankLines()
    guard isOneLine, at < text.count else { return }
    let goesOn =
      isAfterValue
      ? text[at] == .comma || text[at] == .closeBrace : text[at] != .openBracket || !beginsEntry(at)
    if goesOn {
      isOneLine = false
      note(
        open, end, "the inline table goes on after the end of its line",
        "write it on one line, or give it a header")
    }
  }

  private mutating func enter() throws(Halt) {
    at += 1
    brackets += 1
    depth += 1
    if depth > Self.depthLimit { throw failTooDeep(at - 1) }
  }

  private mutating func leave() {
    at += 1
    brackets -= 1
    depth -= 1
  }

  private mutating func failUnclosed(_ open: Int) -> Halt {
    let isArray = text[open] == .openBracket
    return fail(
      open, open + 1, isArray ? "the array is not closed" : "the inline table is not closed on its line",
      isArray ? "write \"]\" after its last value" : "write \"}\" after its last value")
  }
}
