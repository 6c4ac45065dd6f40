/// How problems are noted and worded.
extension Parser {
  func here(_ from: Int) -> Place {
    Place(source: source, start: Int32(truncatingIfNeeded: from), end: Int32(truncatingIfNeeded: at))
  }

  mutating func note<Offset: BinaryInteger>(_ from: Offset, _ to: Offset, _ fault: String, _ remedy: String) {
    faults += 1
    guard problems.count < Self.problemLimit else { return }
    let place = Place(
      source: source, start: Int32(truncatingIfNeeded: from), end: Int32(truncatingIfNeeded: to))
    problems.append(SyntaxProblem(place: place, fault: fault, remedy: remedy))
  }

  mutating func fail(_ from: Int, _ to: Int, _ fault: String, _ remedy: String) -> Halt {
    note(from, to, fault, remedy)
    return Halt()
  }

  /// Notes that the word here has no place in `what`.
  mutating func failHere(in what: String, _ remedy: String) -> Halt {
    if at >= text.count || isLineEnd {
      return fail(
        at, at, at < text.count ? "the line ends inside \(what)" : "the file ends inside \(what)", remedy)
    }
    let to = endOfWord()
    return fail(at, to, "\(quoted(at, to)) has no place in \(what)", remedy)
  }

  /// The end of the word or mark that stands here.
  func endOfWord() -> Int {
    var to = at
    while to < text.count, to < at + 100 {
      switch text[to] {
      case .space, .tab, .lineFeed: return to
      case .comma, .equals, .dot, .hash, .openBracket, .closeBracket, .openBrace, .closeBrace:
        return max(to, at + 1)
      default: to += 1
      }
    }
    return to
  }

  /// The end of the words from there to the end of the line or to a comment.
  func endOfWords(_ from: Int) -> Int {
    var to = from
    while to < text.count, text[to] != .lineFeed, text[to] != .hash || to == from { to += 1 }
    while to > from + 1, text[to - 1].isSpaceOrTab || text[to - 1] == .carriageReturn { to -= 1 }
    return to
  }

  /// The line, from 1, of a byte.
  func line(of offset: Int) -> Int {
    var line = 1
    for i in 0..<min(offset, text.count) where text[i] == .lineFeed { line += 1 }
    return line
  }

  /// What is written there, in quotes, cut at 40 characters, with what cannot be seen spelt out.
  func quoted(_ from: Int, _ to: Int) -> String {
    var shown: [UInt8] = [.quote]
    var i = from
    var left = 40
    while i < to, i < text.count {
      if left == 0 {
        shown.append(utf8: 0x2026)
        break
      }
      left -= 1
      let length = text.characterLength(at: i)
      if length == 0 || i + length > to {
        spell(UInt32(text[i]), 2, &shown)
        i += 1
        continue
      }
      var scalar = UInt32(text[i])
      if length > 1 {
        scalar &= 0xFF >> UInt32(length + 1)
        for k in 1..<length { scalar = scalar << 6 | UInt32(text[i + k] & 0x3F) }
      }
      switch scalar {
      case 0x0A: shown.append(contentsOf: [.backslash, UInt8(ascii: "n")])
      case 0x0D: shown.append(contentsOf: [.backslash, UInt8(ascii: "r")])
      case 0x09: shown.append(contentsOf: [.backslash, UInt8(ascii: "t")])
      case ..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
        spell(scalar, 4, &shown)
      default: shown.append(contentsOf: text[i..<(i + length)])
      }
      i += length
    }
    shown.append(.quote)
    return String(decoding: shown, as: UTF8.self)
  }

  private func spell(_ number: UInt32, _ digits: UInt32, _ shown: inout [UInt8]) {
    shown.append(.backslash)
    shown.append(digits == 2 ? UInt8(ascii: "x") : UInt8(ascii: "u"))
    for i in 0..<digits {
      let digit = UInt8(truncatingIfNeeded: number >> (4 * (digits - 1 - i))) & 0xF
      shown.append(digit < 10 ? .zero + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}
