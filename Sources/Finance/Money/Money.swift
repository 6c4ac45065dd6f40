/// An amount of sterling, exact to the penny.
///
/// Sums are exact; whatever could make a fraction of a penny names its rounding, so each rounding can be read where it
/// happens.
public struct Money: Hashable, Comparable, AdditiveArithmetic, Sendable {
  public var pence: Int64

  @inlinable public init(pence: Int64) { self.pence = pence }

  @inlinable public static var zero: Money { Money(pence: 0) }
  public static func pounds(_ whole: Int64) -> Money { Money(pence: whole * 100) }

  @inlinable public static func + (a: Money, b: Money) -> Money { Money(pence: a.pence + b.pence) }
  @inlinable public static func - (a: Money, b: Money) -> Money { Money(pence: a.pence - b.pence) }
  @inlinable public static prefix func - (a: Money) -> Money { Money(pence: -a.pence) }
  @inlinable public static func < (a: Money, b: Money) -> Bool { a.pence < b.pence }

  /// `part / whole` of this amount, rounded once to the penny, half to even.
  /// - Precondition: `whole` is positive, and the answer fits 64 bits.
  @inlinable public func share(_ part: Int64, of whole: Int64) -> Money {
    Money(pence: roundedProduct(pence, part, over: whole))
  }

  /// This share of the amount, rounded once to the penny, half to even.
  @inlinable public func share(_ rate: Rate) -> Money { share(rate.millionths, of: 1_000_000) }

  /// This amount times an index, rounded once to the penny, half to even.
  @inlinable public func scaled(by factor: Double) -> Money {
    Money(pence: Int64(wholeNearest(Double(pence) * factor)))
  }
}

extension ClosedRange where Bound == Money {
  public static func pounds(_ range: ClosedRange<Int64>) -> ClosedRange<Money> {
    Money.pounds(range.lowerBound)...Money.pounds(range.upperBound)
  }
}
