/// A rate or share, exact to a millionth because law and lenders quote decimals: 5.25% is 52,500 millionths.
public struct Rate: Hashable, Comparable, Sendable {
  public var millionths: Int64

  @inlinable public init(millionths: Int64) { self.millionths = millionths }

  @inlinable public static var zero: Rate { Rate(millionths: 0) }
  @inlinable public static var whole: Rate { Rate(millionths: 1_000_000) }
  public static func percent(_ whole: Int64) -> Rate { Rate(millionths: whole * 10_000) }

  public static func + (a: Rate, b: Rate) -> Rate { Rate(millionths: a.millionths + b.millionths) }
  public static func - (a: Rate, b: Rate) -> Rate { Rate(millionths: a.millionths - b.millionths) }
  public static func < (a: Rate, b: Rate) -> Bool { a.millionths < b.millionths }

  /// The rate as a fraction of one: 5.25% is 0.0525.
  @inlinable public var ratio: Double { Double(millionths) / 1_000_000 }
}

extension ClosedRange where Bound == Rate {
  public static func percent(_ range: ClosedRange<Int64>) -> ClosedRange<Rate> {
    Rate.percent(range.lowerBound)...Rate.percent(range.upperBound)
  }
}
