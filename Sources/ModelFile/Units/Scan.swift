/// Reads a text from its start, piece by piece.
struct Scan {
  /// The largest magnitude that is told apart: whatever is larger reads as this, and is out of any bounds.
  static let most = Int64.max / 4

  let text: [UInt8]
  var at = 0
  /// Whether a number had more decimal places than it may.
  var isTooFine = false

  init(_ text: [UInt8]) { self.text = text }

  var isAtEnd: Bool { at == text.count }

  /// Steps over these bytes if they come next.
  mutating func take(_ word: String) -> Bool {
    var index = at
    for byte in word.utf8 {
      guard index < text.count, text[index] == byte else { return false }
      index += 1
    }
    at = index
    return true
  }

  mutating func digit() -> Int64? {
    guard at < text.count, text[at] >= 48, text[at] < 58 else { return nil }
    at += 1
    return Int64(text[at - 1] - 48)
  }

  /// Exactly so many digits.
  mutating func digits(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<count {
      guard let next = digit() else { return nil }
      value = value * 10 + next
    }
    return value
  }

  /// A decimal number, with commas between thousands or without, as a whole number of its last place.
  mutating func decimal(places: Int) -> Int64? {
    guard var value = wholePart() else { return nil }
    var decimals = 0
    if at < text.count, text[at] == UInt8(ascii: ".") {
      at += 1
      while let next = digit() {
        if decimals < places { value = Scan.grown(value, next) }
        decimals += 1
      }
      guard decimals > 0 else { return nil }
      isTooFine = decimals > places
    }
    while decimals < places {
      value = Scan.grown(value, 0)
      decimals += 1
    }
    return value
  }

  private mutating func wholePart() -> Int64? {
    var value: Int64 = 0
    var group = 0
    var isGrouped = false
    while true {
      if let next = digit() {
        value = Scan.grown(value, next)
        group += 1
      } else if at < text.count, text[at] == UInt8(ascii: ",") {
        guard isGrouped ? group == 3 : (1...3).contains(group) else { return nil }
        isGrouped = true
        group = 0
        at += 1
      } else {
        return group > 0 && (!isGrouped || group == 3) ? value : nil
      }
    }
  }

  private static func grown(_ value: Int64, _ digit: Int64) -> Int64 {
    value > (most - digit) / 10 ? most : value * 10 + digit
  }
}
