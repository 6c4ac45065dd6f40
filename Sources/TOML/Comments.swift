/// Space, line ends and comments.
extension Parser {
  var isLineEnd: Bool {
    guard at < text.count else { return false }
    if text[at] == .lineFeed { return true }
    return text[at] == .carriageReturn && at + 1 < text.count && text[at + 1] == .lineFeed
  }

  /// The byte that stands here; 0, which TOML allows nowhere, at the end.
  func next() -> UInt8 { at < text.count ? text[at] : 0 }

  mutating func skipSpace() { while at < text.count, text[at].isSpaceOrTab { at += 1 } }

  /// Steps to the next content, keeping in `above` the comment lines that end on the line before it.
  mutating func skipBlankLines() {
    above = nil
    while true {
      skipSpace()
      if isLineEnd {
        above = nil
        skipLineEnd()
      } else if next() == .hash {
        let from = above?.lowerBound ?? at
        skipComment()
        above = from..<at
        skipLineEnd()
      } else {
        return
      }
    }
  }

  mutating func skipLineEnd() {
    if at < text.count, text[at] == .carriageReturn { at += 1 }
    if at < text.count, text[at] == .lineFeed { at += 1 }
  }

  /// Steps over the comment that follows on this line, if there is one.
  mutating func lineComment() -> Range<Int>? {
    skipSpace()
    guard next() == .hash else { return nil }
    let from = at
    skipComment()
    return from..<at
  }

  mutating func endLine(_ what: String) throws(Halt) {
    if at >= text.count { return }
    guard isLineEnd else {
      let to = endOfWords(at)
      throw fail(
        at, to, "\(quoted(at, to)) follows the \(what) on its line",
        "end the line after the \(what), or begin a comment with \"#\"")
    }
    skipLineEnd()
  }

  /// Steps from `#` to the end of the line.
  private mutating func skipComment() {
    var isSound = true
    while at < text.count, !isLineEnd { step("a comment", &isSound) }
  }

  /// Steps over one character, noting the first that TOML does not allow in `what`.
  mutating func step(_ what: StaticString, _ isSound: inout Bool) {
    let byte = text[at]
    if byte >= 0x20 && byte < 0x7F || byte == .tab {
      at += 1
      return
    }
    let length = byte < 0x80 ? 0 : text.characterLength(at: at)
    if length == 0, isSound {
      isSound = false
      if byte < 0x80 {
        note(at, at + 1, "\(what) holds the control character \(quoted(at, at + 1))", "take it out")
      } else {
        note(
          at, at + 1, "\(what) holds the byte \(quoted(at, at + 1)), which is not UTF-8",
          "save the file as UTF-8")
      }
    }
    at += length == 0 ? 1 : length
  }

  /// The words of comment lines, joined with one space.
  func words(_ range: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    var from = range.lowerBound
    while from < range.upperBound {
      var to = from
      while to < range.upperBound, text[to] != .lineFeed { to += 1 }
      let following = to + 1
      while from < to, text[from].isSpaceOrTab { from += 1 }
      if from < to, text[from] == .hash { from += 1 }
      while from < to, text[from].isSpaceOrTab { from += 1 }
      while from < to, text[to - 1].isSpaceOrTab || text[to - 1] == .carriageReturn { to -= 1 }
      if from < to {
        if !words.isEmpty { words.append(.space) }
        words.append(contentsOf: text[from..<to])
      }
      from = following
    }
    return words
  }
}
