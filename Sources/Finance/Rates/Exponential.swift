// Written with + − × ÷ alone, so that every machine gives the same last bit.

/// log 2 in two parts, the first short enough to be multiplied by any exponent without rounding.
private var logOfTwo: (head: Double, tail: Double) { (0x1.62e42feep-1, 0x1.a39ef35793c76p-33) }

/// e to the power `x`: within two units in the last place; 0 or infinity where a number cannot hold it.
public func naturalExponential(_ x: Double) -> Double {
  guard x == x else { return x }
  if x > 709.8 { return .infinity }
  if x < -745.2 { return 0 }
  let doublings = wholeNearest(x * 0x1.71547652b82fep0)  // x / log 2
  let rest = (x - doublings * logOfTwo.head) - doublings * logOfTwo.tail
  var (term, sum, step) = (rest, rest, 2.0)
  while step < 15 {
    term *= rest / step
    sum += term
    step += 1
  }
  let half = Int(doublings) / 2
  return (1 + sum) * powerOfTwo(half) * powerOfTwo(Int(doublings) - half)
}

/// The natural logarithm: within two units in the last place; −infinity of 0, not a number below it.
public func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x < .infinity else { return x }
  var doublings = Double(x.exponent)
  var fraction = x.significand
  if fraction > 1.4142135623730951 {
    fraction /= 2
    doublings += 1
  }
  // log f = 2 (t + t³/3 + t⁵/5 + …), t = (f − 1)/(f + 1), |t| < 0.172
  let t = (fraction - 1) / (fraction + 1)
  let square = t * t
  var (sum, odd) = (0.0, 25.0)
  while odd > 1 {
    sum = (sum + 1 / odd) * square
    odd -= 2
  }
  return doublings * logOfTwo.head + (2 * t + (2 * t * sum + doublings * logOfTwo.tail))
}

/// `base` to the power `exponent`, for a base above zero: whole powers by multiplication, the rest by logarithm.
/// Within two units in the last place for each whole power: over 60 years, in the fourteenth digit.
public func power(_ base: Double, _ exponent: Double) -> Double {
  guard base > 0, exponent == exponent, exponent.magnitude < 0x1p50 else {
    return base == 0 && exponent > 0 ? 0 : .nan
  }
  var whole = wholeNearest(exponent)
  let rest = exponent - whole
  var factor = base
  if whole < 0 { (whole, factor) = (-whole, 1 / base) }
  var (result, count) = (1.0, Int64(whole))
  while count > 0 {
    if count & 1 == 1 { result *= factor }
    factor *= factor
    count >>= 1
  }
  return rest == 0 ? result : result * naturalExponential(rest * naturalLogarithm(base))
}

/// 2 to a power from −1022 to 1023.
private func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(1023 + exponent) << 52)
}
