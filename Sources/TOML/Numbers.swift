/// Booleans and numbers: each function reads one kind, from its first byte to past its last, or gives nil.
extension Parser {
  func word(_ from: Int, _ to: Int) -> Node.Value? {
    switch to - from {
    case 3...5: break
    default: return nil
    }
    var start = from
    if text[from] == .plus || text[from] == .minus { start += 1 }
    if start == from {
      if spells("true", from, to) { return .boolean(true) }
      if spells("false", from, to) { return .boolean(false) }
    }
    if spells("inf", start, to) { return .float(text[from] == .minus ? -.infinity : .infinity) }
    if spells("nan", start, to) { return .float(text[from] == .minus ? -.nan : .nan) }
    return nil
  }

  func spells(_ word: String, _ from: Int, _ to: Int) -> Bool { word.utf8.elementsEqual(text[from..<to]) }

  func integer(_ from: Int, _ to: Int) -> Node.Value? {
    var start = from
    let isNegative = text[from] == .minus
    if isNegative || text[from] == .plus { start += 1 }
    var base: UInt64 = 10
    if start < to, text[start] == .zero, to > start + 1 {
      switch text[start + 1] {
      case UInt8(ascii: "x"): base = 16
      case UInt8(ascii: "o"): base = 8
      case UInt8(ascii: "b"): base = 2
      default: return nil
      }
      if start > from { return nil }
      start += 2
    }
    var magnitude: UInt64 = 0
    var isAfterDigit = false
    for i in start..<max(start, to) {
      if text[i] == .underscore {
        if !isAfterDigit { return nil }
        isAfterDigit = false
        continue
      }
      guard let digit = text[i].digitValue, digit < base else { return nil }
      let (product, isOver) = magnitude.multipliedReportingOverflow(by: base)
      if isOver { return nil }
      let (sum, isSumOver) = product.addingReportingOverflow(UInt64(digit))
      if isSumOver { return nil }
      magnitude = sum
      isAfterDigit = true
    }
    guard isAfterDigit else { return nil }
    if magnitude <= UInt64(Int64.max) {
      return .integer(isNegative ? -Int64(magnitude) : Int64(magnitude))
    }
    return isNegative && magnitude == UInt64(Int64.max) + 1 ? .integer(.min) : nil
  }

  func float(_ from: Int, _ to: Int) -> Node.Value? {
    var i = from
    let isNegative = text[from] == .minus
    if isNegative || text[from] == .plus { i += 1 }
    var decimal = Decimal()
    let first = i
    guard digits(&i, to, { decimal.append(digit: $0, isFraction: false) }) else { return nil }
    if text[first] == .zero, i > first + 1 { return nil }
    let end = i
    if i < to, text[i] == .dot {
      i += 1
      guard digits(&i, to, { decimal.append(digit: $0, isFraction: true) }) else { return nil }
    }
    if i < to, text[i] | 0x20 == UInt8(ascii: "e") {
      i += 1
      let isBelow = i < to && text[i] == .minus
      if isBelow || i < to && text[i] == .plus { i += 1 }
      var exponent: Int64 = 0
      // No text is long enough for its digits to make up for an exponent of a million millions.
      guard digits(&i, to, { exponent = min(exponent * 10 + Int64($0), 1_000_000_000_000) }) else {
        return nil
      }
      decimal.exponent += isBelow ? -exponent : exponent
    }
    guard i == to, i > end else { return nil }
    let magnitude = decimal.nearestDouble
    return .float(isNegative ? -magnitude : magnitude)
  }

  /// Reads digits with single underscores between them, at least one.
  private func digits(_ i: inout Int, _ to: Int, _ take: (UInt8) -> Void) -> Bool {
    let from = i
    while i < to {
      if text[i].isDigit {
        take(text[i] &- .zero)
      } else if text[i] != .underscore || i == from || i + 1 >= to || !text[i + 1].isDigit {
        break
      }
      i += 1
    }
    return i > from
  }
}
