/// `numerator / denominator` to the nearest whole number, half to even, without a fraction on the way.
/// - Precondition: `denominator` is positive.
@inlinable public func roundedQuotient(_ numerator: Int64, _ denominator: Int64) -> Int64 {
  let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
  let twice = 2 * rest.magnitude
  let whole = denominator.magnitude
  if twice < whole || twice == whole && quotient & 1 == 0 { return quotient }
  return numerator < 0 ? quotient - 1 : quotient + 1
}

/// The nearest whole number, half to even, for magnitudes under 2⁵¹.
///
/// Two additions, the same on every machine, where `rounded(_:)` may be a call into C.
@inlinable @inline(__always) public func wholeNearest(_ x: Double) -> Double {
  (x + 0x1.8p52) - 0x1.8p52
}

/// The nearest whole number as an integer, half to even, for magnitudes under 2⁵¹.
///
/// Beside 1.5 × 2⁵² a `Double` steps by ones, so the sum's last bits are the number, below or above nothing.
@inlinable @inline(__always) public func nearestWhole(_ x: Double) -> Int64 {
  Int64(bitPattern: (x + 0x1.8p52).bitPattern) &- Int64(bitPattern: (0x1.8p52).bitPattern)
}

/// What a running exact total posts when it moves from one sum to the next: each posted figure is whole and they add up
/// to the rounded total, so a yearly sum spread over its months comes back to the penny.
/// - Parameters:
///   - total: what the whole period comes to, in whole units.
///   - part: which of `parts` equal parts, from 1.
@inlinable public func spread(_ total: Int64, part: Int64, of parts: Int64) -> Int64 {
  roundedQuotient(total * part, parts) - roundedQuotient(total * (part - 1), parts)
}

/// `a × b / denominator` to the nearest whole number, half to even, however large the product; where the answer does not
/// fit 64 bits, the largest of its sign that does.
/// - Precondition: `denominator` is positive.
@inlinable public func roundedProduct(_ a: Int64, _ b: Int64, over denominator: Int64) -> Int64 {
  // where the bits of both together are within 63; a look at the product itself would cost a browser a call
  let fits = a.magnitude.leadingZeroBitCount + b.magnitude.leadingZeroBitCount > 64
  return fits ? roundedQuotient(a &* b, denominator) : roundedWideProduct(a, b, over: denominator)
}

/// `roundedProduct` of two numbers whose product takes 128 bits.
@usableFromInline @inline(never)
func roundedWideProduct(_ a: Int64, _ b: Int64, over denominator: Int64) -> Int64 {
  let isNegative = (a < 0) != (b < 0)
  let wide = a.magnitude.multipliedFullWidth(by: b.magnitude)
  let whole = denominator.magnitude
  guard wide.high < whole else { return isNegative ? -Int64.max : Int64.max }
  var (quotient, rest) = whole.dividingFullWidth((wide.high, wide.low))
  let isUp = rest > whole - rest || rest == whole - rest && quotient & 1 == 1
  if isUp && quotient < .max { quotient += 1 }
  return isNegative ? -Int64(clamping: quotient) : Int64(clamping: quotient)
}
