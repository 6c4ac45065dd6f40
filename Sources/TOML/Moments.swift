/// Dates and times, of RFC 3339.
extension Parser {
  /// Whether what was read since `from` is a date that a time follows after one space.
  func isFollowedByTime(_ from: Int) -> Bool {
    guard at - from == 10, text[from + 4] == .minus, text[from + 7] == .minus, text[from].isDigit else {
      return false
    }
    return next() == .space && at + 3 < text.count && text[at + 1].isDigit && text[at + 2].isDigit
      && text[at + 3] == .colon
  }

  func moment(_ from: Int, _ to: Int) -> Node.Value? {
    let bytes = { Array(text[from..<to]) }
    var i = from
    if to - from > 2, text[from + 2] == .colon {
      return time(&i, to) && i == to ? .moment(.localTime, bytes()) : nil
    }
    guard date(&i, to) else { return nil }
    if i == to { return .moment(.localDate, bytes()) }
    guard text[i] | 0x20 == UInt8(ascii: "t") || text[i] == .space else { return nil }
    i += 1
    guard time(&i, to) else { return nil }
    if i == to { return .moment(.localDateTime, bytes()) }
    return offset(&i, to) && i == to ? .moment(.offsetDateTime, bytes()) : nil
  }

  private func date(_ i: inout Int, _ to: Int) -> Bool {
    guard let year = number(&i, to, digits: 4), skip(.minus, &i, to),
      let month = number(&i, to, digits: 2), (1...12).contains(month), skip(.minus, &i, to),
      let day = number(&i, to, digits: 2)
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    return (1...days).contains(day)
  }

  /// A second 60 is a leap second, as RFC 3339 has it.
  private func time(_ i: inout Int, _ to: Int) -> Bool {
    guard let hour = number(&i, to, digits: 2), hour < 24, skip(.colon, &i, to),
      let minute = number(&i, to, digits: 2), minute < 60, skip(.colon, &i, to),
      let second = number(&i, to, digits: 2), second <= 60
    else { return false }
    if skip(.dot, &i, to) {
      let from = i
      while i < to, text[i].isDigit { i += 1 }
      return i > from
    }
    return true
  }

  private func offset(_ i: inout Int, _ to: Int) -> Bool {
    if i < to, text[i] | 0x20 == UInt8(ascii: "z") {
      i += 1
      return true
    }
    guard skip(.plus, &i, to) || skip(.minus, &i, to), let hour = number(&i, to, digits: 2), hour < 24,
      skip(.colon, &i, to), let minute = number(&i, to, digits: 2)
    else { return false }
    return minute < 60
  }

  private func skip(_ byte: UInt8, _ i: inout Int, _ to: Int) -> Bool {
    guard i < to, text[i] == byte else { return false }
    i += 1
    return true
  }

  private func number(_ i: inout Int, _ to: Int, digits: Int) -> Int? {
    guard i + digits <= to else { return nil }
    var number = 0
    for _ in 0..<digits {
      guard text[i].isDigit else { return nil }
      number = number * 10 + Int(text[i] &- .zero)
      i += 1
    }
    return number
  }
}
