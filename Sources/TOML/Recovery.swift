/// Where reading goes on after a problem.
extension Parser {
  /// Steps to the next line, or past the brackets that were open. A line that can only be a key line or a header
  /// shows that they were never closed.
  mutating func recover() {
    if brackets > 0, isEntry() {
      brackets = 0
      return
    }
    while at < text.count, brackets > 0 {
      switch text[at] {
      case .lineFeed:
        at += 1
        skipSpace()
        if beginsEntry(at) {
          brackets = 0
          return
        }
      case .hash: skipLine()
      case .quote, .apostrophe: skipQuoted()
      case .openBracket, .openBrace:
        brackets += 1
        at += 1
      case .closeBracket, .closeBrace:
        brackets -= 1
        at += 1
      default: at += 1
      }
    }
    brackets = 0
    skipLine()
    if at < text.count { at += 1 }
  }

  /// Whether a key line or header begins here, at the first word of a line.
  func isEntry() -> Bool {
    var start = at
    while start > 0, text[start - 1].isSpaceOrTab { start -= 1 }
    return (start == 0 || text[start - 1] == .lineFeed) && beginsEntry(at)
  }

  /// Whether the words at `start` can be a key line or a header, and no value of an array.
  func beginsEntry(_ start: Int) -> Bool {
    var from = start
    while from < text.count, text[from] == .openBracket, from < start + 2 { from += 1 }
    guard from < text.count, text[from].isLetter || text[from] == .underscore else { return false }
    var to = from
    while to < text.count, text[to].isBare || text[to] == .dot { to += 1 }
    let word = text[from..<to]
    while to < text.count, text[to].isSpaceOrTab { to += 1 }
    guard to < text.count else { return false }
    if from == start { return text[to] == .equals }
    return text[to] == .closeBracket && !Self.words.contains { word.elementsEqual($0.utf8) }
  }

  /// The words that are values.
  private static let words = ["true", "false", "inf", "nan"]

  private mutating func skipLine() { while at < text.count, text[at] != .lineFeed { at += 1 } }

  private mutating func skipQuoted() {
    let quote = text[at]
    let isLong = isTripled
    at += isLong ? 3 : 1
    while at < text.count, isLong || text[at] != .lineFeed {
      if text[at] == quote, !isLong || isTripled {
        at += isLong ? 3 : 1
        return
      }
      at +=
        text[at] == .backslash && quote == .quote && at + 1 < text.count && text[at + 1] != .lineFeed ? 2 : 1
    }
  }
}
