/// A financial year, April to March, named "2026-27".
public struct Year: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The calendar year in which it starts.
  public var start: Int

  @inlinable public init(start: Int) { self.start = start }

  @inlinable public static func < (a: Year, b: Year) -> Bool { a.start < b.start }
  @inlinable public static func + (year: Year, count: Int) -> Year { Year(start: year.start + count) }

  public var description: String {
    let end = (start + 1) % 100
    return "\(start)-\(end < 10 ? "0" : "")\(end)"
  }
}
