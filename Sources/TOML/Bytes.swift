/// The characters that TOML gives a meaning.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let zero: UInt8 = 0x30
  static let colon: UInt8 = 0x3A
  static let equals: UInt8 = 0x3D
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let underscore: UInt8 = 0x5F
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
  static let delete: UInt8 = 0x7F

  var isDigit: Bool { self &- 0x30 < 10 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  /// Whether a key may hold this character without quotes.
  var isBare: Bool { isLetter || isDigit || self == .minus || self == .underscore }
  var isSpaceOrTab: Bool { self == .space || self == .tab }

  /// The value of a digit in bases up to 16.
  var digitValue: UInt8? {
    if isDigit { return self &- 0x30 }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? letter + 10 : nil
  }
}

extension [UInt8] {
  /// The number of bytes of the UTF-8 character at `at`, or 0 where the bytes are not UTF-8.
  func characterLength(at: Int) -> Int {
    let first = self[at]
    if first < 0x80 { return 1 }
    guard at + 1 < count else { return 0 }
    let second = self[at + 1]
    switch first {
    case 0xC2...0xDF: return second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0...0xEF:
      let isSecond =
        switch first {
        case 0xE0: second & 0xE0 == 0xA0
        case 0xED: second & 0xE0 == 0x80
        default: second & 0xC0 == 0x80
        }
      return isSecond && at + 2 < count && self[at + 2] & 0xC0 == 0x80 ? 3 : 0
    case 0xF0...0xF4:
      let isSecond =
        switch first {
        case 0xF0: second & 0xC0 == 0x80 && second >= 0x90
        case 0xF4: second & 0xF0 == 0x80
        default: second & 0xC0 == 0x80
        }
      guard isSecond, at + 3 < count else { return 0 }
      return self[at + 2] & 0xC0 == 0x80 && self[at + 3] & 0xC0 == 0x80 ? 4 : 0
    default: return 0
    }
  }

  mutating func append(utf8 scalar: UInt32) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F }
    switch scalar {
    case ..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      append(tail(0))
    case ..<0x10000:
      append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      append(tail(6))
      append(tail(0))
    default:
      append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      append(tail(12))
      append(tail(6))
      append(tail(0))
    }
  }
}
