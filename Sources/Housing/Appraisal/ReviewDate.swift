import Finance
import ModelFile

/// A month of the calendar by which something is due, or as at which it is judged: "2026-11", or "2026-27" for the March that ends
/// that financial year.
public struct ReviewDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Calendar months since the year 0.
  public let months: Int64
  /// As it was written.
  public let description: String

  public init?(_ text: String) {
    description = text
    let bytes = Array(text.utf8)
    if let start = Kind.year.value(of: text), start >= 2012 || bytes.count == 7 && bytes[5] > 0x31 {
      // a financial year from 2012-13 on cannot be taken for a month
      months = (start + 1) * 12 + 2
      return
    }
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"), let day = Day(iso: text + "-01") else {
      return nil
    }
    _ = day
    var digits: [Int64] = []
    for place in [0, 1, 2, 3, 5, 6] { digits.append(Int64(bytes[place]) - 48) }
    months =
      (digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]) * 12 + digits[4] * 10 + digits[5] - 1
  }

  public static func < (a: ReviewDate, b: ReviewDate) -> Bool { a.months < b.months }
  public static func == (a: ReviewDate, b: ReviewDate) -> Bool { a.months == b.months }
  public func hash(into hasher: inout Hasher) { hasher.combine(months) }
}

extension Form {
  /// A month or a financial year, if the sources say one.
  mutating func optionalReviewDate(_ key: String, _ meaning: String) -> ReviewDate? {
    guard let text = optionalText(key, most: 7, meaning) else { return nil }
    if let date = ReviewDate(text) { return date }
    problem(
      at: key, fault: "\(key) \"\(text)\" is not a month or a financial year",
      remedy: "write one such as \"2026-11\" or \"2026-27\"")
    return nil
  }
}
