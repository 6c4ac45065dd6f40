extension Parser {
  /// Whether three of the same character stand here.
  var isTripled: Bool { at + 2 < text.count && text[at + 1] == text[at] && text[at + 2] == text[at] }

  /// Reads text between quotes of any of the four kinds.
  mutating func quotedText() throws(Halt) -> [UInt8] { isTripled ? try linesText() : try lineText() }

  /// Reads text between single `"` or `'`.
  mutating func lineText() throws(Halt) -> [UInt8] {
    let open = at
    let quote = text[at]
    var result: [UInt8] = []
    var isSound = true
    at += 1
    var from = at
    while at < text.count, !isLineEnd {
      let byte = text[at]
      if byte == quote {
        result.append(contentsOf: text[from..<at])
        at += 1
        return result
      }
      if byte == .backslash, quote == .quote {
        result.append(contentsOf: text[from..<at])
        escape(&result)
        from = at
      } else {
        step("text", &isSound)
      }
    }
    throw fail(
      open, at, "the text \(quoted(open + 1, at)) is not closed on its line", "close it with \(mark(quote))")
  }

  /// Reads text between `"""` or `'''`. Line ends become line feeds, so that the same words are the same bytes.
  private mutating func linesText() throws(Halt) -> [UInt8] {
    let open = at
    let quote = text[at]
    var result: [UInt8] = []
    var isSound = true
    at += 3
    if isLineEnd { skipLineEnd() }
    var from = at
    while at < text.count {
      let byte = text[at]
      if byte == quote {
        if isTripled {
          // Up to two quotes may stand right before the three that close.
          var isFollowed = at + 3 < text.count && text[at + 3] == quote
          if isFollowed { at += 1 }
          isFollowed = isFollowed && at + 3 < text.count && text[at + 3] == quote
          if isFollowed { at += 1 }
          result.append(contentsOf: text[from..<at])
          at += 3
          return result
        }
        at += 1
      } else if byte == .lineFeed {
        at += 1
      } else if byte == .carriageReturn, isLineEnd {
        result.append(contentsOf: text[from..<at])
        at += 1
        from = at
      } else if byte == .backslash, quote == .quote {
        result.append(contentsOf: text[from..<at])
        if !skipEscapedLineEnd() { escape(&result) }
        from = at
      } else {
        step("text", &isSound)
      }
    }
    throw fail(
      open, open + 3, "text is not closed", "close it with \(mark(quote))\(mark(quote))\(mark(quote))")
  }

  private func mark(_ quote: UInt8) -> String { quote == .quote ? "\"" : "'" }

  /// Steps over a backslash at the end of a line, and all space up to the next word.
  private mutating func skipEscapedLineEnd() -> Bool {
    let from = at
    at += 1
    skipSpace()
    guard isLineEnd else {
      at = from
      return false
    }
    while isLineEnd {
      skipLineEnd()
      skipSpace()
    }
    return true
  }

  /// Reads the escape at a backslash.
  private mutating func escape(_ result: inout [UInt8]) {
    let from = at
    at += 1
    let letter = next()
    switch letter {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "t"): result.append(.tab)
    case UInt8(ascii: "n"): result.append(.lineFeed)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "r"): result.append(.carriageReturn)
    case .quote, .backslash: result.append(letter)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      at += 1
      scalar(digits: letter == UInt8(ascii: "u") ? 4 : 8, from, &result)
      return
    default:
      let to = at < text.count && letter > .space && letter < .delete ? at + 1 : at
      note(
        from, to, "\(quoted(from, to)) is not an escape in text",
        "write \"\\\\\" for a backslash, or put the text between '")
      return
    }
    at += 1
  }

  private mutating func scalar(digits: Int, _ from: Int, _ result: inout [UInt8]) {
    var scalar: UInt32 = 0
    var left = digits
    while left > 0, let digit = next().digitValue {
      scalar = scalar << 4 | UInt32(digit)
      at += 1
      left -= 1
    }
    if left > 0 {
      let mark = digits == 4 ? "\\u" : "\\U"
      note(
        from, at, "\(quoted(from, at)) is not a character",
        "write \(digits) hexadecimal digits after \"\(mark)\"")
    } else if scalar > 0x10FFFF || scalar & 0xFFFF_F800 == 0xD800 {
      note(
        from, at, "\(quoted(from, at)) is not a character of Unicode",
        "write a number up to 10FFFF, not from D800 to DFFF")
    } else {
      result.append(utf8: scalar)
    }
  }
}
