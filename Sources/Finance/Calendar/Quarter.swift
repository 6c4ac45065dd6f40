/// A quarter of a calendar year, named "2025Q2" as the homelessness tables name it: April to June 2025.
public struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Quarters since the first of the year 0.
  public var index: Int

  public init(index: Int) { self.index = index }

  /// - Parameter number: 1 for January to March.
  public init(year: Int, number: Int) { index = year * 4 + number - 1 }

  /// Reads "2025Q2": four digits, a Q and 1 to 4, and nothing else.
  /// - Returns: nil if it is written otherwise.
  public init?(named text: [UInt8]) {
    guard text.count == 6, text[4] == UInt8(ascii: "Q") || text[4] == UInt8(ascii: "q"),
      (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(text[5])
    else { return nil }
    var year = 0
    for byte in text[..<4] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      year = year * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self.init(year: year, number: Int(text[5] - UInt8(ascii: "0")))
  }

  public var year: Int { index >> 2 }
  /// 1 for January to March.
  public var number: Int { index & 3 + 1 }
  /// The month at whose end the quarter's stock is counted.
  public var lastMonth: Month { Month(year: year, number: number * 3) }

  public static func < (a: Quarter, b: Quarter) -> Bool { a.index < b.index }
  public static func + (quarter: Quarter, count: Int) -> Quarter { Quarter(index: quarter.index + count) }
  public static func - (a: Quarter, b: Quarter) -> Int { a.index - b.index }

  public var description: String { "\(year)Q\(number)" }
}
