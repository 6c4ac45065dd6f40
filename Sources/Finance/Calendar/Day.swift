/// A day of the calendar, as a number of days, for exact differences.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1 January 1970; before it, negative.
  public let number: Int64

  /// A day of the years 1 to 9999.
  /// - Returns: nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Month(year: year, number: month).days
    else { return nil }
    // Years from March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let sinceMarch = (month + 9) % 12
    let dayOfYear = (153 * sinceMarch + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    number = Int64(shifted * 365 + leapDays + dayOfYear - 719_468)
  }

  /// Reads "2026-04-01": four digits, two and two, and nothing else.
  /// - Returns: nil if it is written otherwise, or there is no such day.
  public init?(iso text: String) {
    var digits: [Int] = []
    var place = 0
    for byte in text.utf8 {
      if place == 4 || place == 7 {
        guard byte == 0x2D else { return nil }
      } else {
        guard place < 10, (0x30...0x39).contains(byte) else { return nil }
        digits.append(Int(byte) - 0x30)
      }
      place += 1
    }
    guard place == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    self.init(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// Days from `b` to `a`.
  public static func - (a: Day, b: Day) -> Int64 { a.number - b.number }

  /// The calendar's year, month from 1 and day from 1.
  public var parts: (year: Int, month: Int, day: Int) {
    let days = Int(number) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let sinceMarch = (5 * dayOfYear + 2) / 153
    let month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
    return (yearOfEra + era * 400 + (month > 2 ? 0 : 1), month, dayOfYear - (153 * sinceMarch + 2) / 5 + 1)
  }

  /// As ISO 8601 writes it: "2026-04-01".
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = "\(number)"
      return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
