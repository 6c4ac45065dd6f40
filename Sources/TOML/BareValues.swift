/// Values written without quotes or brackets.
extension Parser {
  mutating func bareValue() throws(Halt) -> Node {
    let from = at
    skipBareValue()
    if at == from { throw failAtMissingValue() }
    if isFollowedByTime(from) {
      at += 1
      skipBareValue()
    }
    let value =
      text[from].isLetter
      ? word(from, at) : integer(from, at) ?? float(from, at) ?? word(from, at) ?? moment(from, at)
    if let value { return Node(value, at: here(from)) }
    if brackets == 0 { at = max(at, endOfWords(from)) }
    throw fail(from, at, "\(quoted(from, at)) is not a value", remedy(from, at))
  }

  private mutating func skipBareValue() {
    while at < text.count {
      switch text[at] {
      case .space, .tab, .lineFeed, .carriageReturn, .comma, .hash, .closeBracket, .closeBrace: return
      default: at += 1
      }
    }
  }

  private mutating func failAtMissingValue() -> Halt {
    if at < text.count, text[at] != .hash, !isLineEnd {
      return fail(at, at + 1, "a value is missing before \(quoted(at, at + 1))", "write one, text in quotes")
    }
    return fail(at, at, "a value is missing", "write one, text in quotes")
  }

  /// What the writer may have meant.
  private func remedy(_ from: Int, _ to: Int) -> String {
    let count = to - from
    if count == 4 || count == 5 {
      let lower = text[from..<to].map { $0 | 0x20 }
      if lower.elementsEqual("true".utf8) { return "write true in small letters" }
      if lower.elementsEqual("false".utf8) { return "write false in small letters" }
    }
    let isNumber = text[from..<to].allSatisfy {
      $0.isDigit || $0 == .underscore || $0 == .plus || $0 == .minus
    }
    let isDecimal = text[from..<to].allSatisfy {
      $0.isDigit || $0 == .underscore || $0 == .plus || $0 == .minus || $0 == .dot
    }
    let start = text[from] == .plus || text[from] == .minus ? from + 1 : from
    let isMoment =
      text[from].isDigit
      && (count > 4 && text[from + 4] == .minus || count > 2 && text[from + 2] == .colon)
    if isMoment { return "write a date such as 2026-04-01 or a time such as 09:30:00, or put text in quotes" }
    if isDecimal, text[from..<to].contains(.underscore) {
      return "write an underscore only between two digits"
    }
    if isDecimal, start + 1 < to, text[start] == .zero, text[start + 1].isDigit {
      return "write the number without the zero in front"
    }
    if isNumber, start < to, text[start..<to].allSatisfy({ $0.isDigit }) {
      return "write a whole number from -9223372036854775808 to 9223372036854775807"
    }
    if isDecimal, start < to { return "write a number with one point and a digit on both sides of it" }
    return "put text in quotes"
  }
}
