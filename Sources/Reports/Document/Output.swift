import Finance

/// Where a renderer writes: bytes, so that a page of figures costs no strings.
public struct Output: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// U+2212, as wide as a plus.
  mutating func writeMinus() { write("\u{2212}") }

  /// A whole number, its thousands parted by commas: −1,234,567.
  public mutating func write(grouped number: Int64) {
    if number < 0 { writeMinus() }
    write(groupedMagnitude: number.magnitude)
  }

  mutating func write(groupedMagnitude number: UInt64) {
    if number >= 1000 {
      write(groupedMagnitude: number / 1000)
      write(",")
      write(digits: number % 1000, atLeast: 3)
    } else {
      write(digits: number)
    }
  }

  /// A whole number without commas: 1234.
  mutating func write(digits number: UInt64, atLeast width: Int = 1) {
    if number >= 10 || width > 1 { write(digits: number / 10, atLeast: width - 1) }
    bytes.append(48 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// `number` × 10^−`places`, shown to `decimals` places, rounded half to even; never −0.
  /// - Parameter signed: writes + before what is above nil.
  public mutating func write(
    _ number: Int64, places: Int, decimals: Int, grouped: Bool = true, signed: Bool = false
  ) {
    let magnitude = rounded(number, places: places, decimals: decimals)
    if magnitude > 0 {
      if number < 0 { writeMinus() } else if signed { write("+") }
    }
    write(magnitude, decimals: decimals, grouped: grouped)
  }

  /// `magnitude` × 10^−`decimals`.
  mutating func write(_ magnitude: UInt64, decimals: Int, grouped: Bool) {
    let unit = powerOfTen(decimals)
    if grouped { write(groupedMagnitude: magnitude / unit) } else { write(digits: magnitude / unit) }
    if decimals > 0 {
      write(".")
      write(digits: magnitude % unit, atLeast: min(decimals, 18))
    }
  }

  /// A figure as a table has it.
  public mutating func write(_ figure: Figure, signed: Bool = false) {
    switch figure {
    case .count(let count): write(count, places: 0, decimals: 0, signed: signed)
    case .households(let millionths, let decimals):
      write(millionths, places: 6, decimals: decimals, signed: signed)
    case .pounds(let money): write(money.pence, places: 2, decimals: 0, signed: signed)
    case .pence(let money): write(money.pence, places: 2, decimals: 2, signed: signed)
    case .price(let money):
      if money.pence < 0 { writeMinus() } else if signed, money.pence > 0 { write("+") }
      write("£")
      let pounds = money.pence.isMultiple(of: 100)
      write(
        pounds ? money.pence.magnitude / 100 : money.pence.magnitude, decimals: pounds ? 0 : 2, grouped: true)
    case .rate(let rate):
      write(rate.millionths, places: 4, decimals: 2, signed: signed)
      write("%")
    case .plainRate(let rate):
      write(trimming: rate.millionths, places: 4, signed: signed)
      write("%")
    case .points(let rate):
      write(rate.millionths, places: 4, decimals: 2, signed: signed)
      write(" points")
    case .ratio(let millionths, let decimals):
      write(millionths, places: 6, decimals: decimals, signed: signed)
    }
  }

  /// `number` × 10^−`places` with as many decimals as it needs.
  mutating func write(trimming number: Int64, places: Int, signed: Bool = false) {
    var decimals = min(max(places, 0), 18)
    var rest = number.magnitude
    while decimals > 0, rest.isMultiple(of: 10) {
      rest /= 10
      decimals -= 1
    }
    if number < 0 { writeMinus() } else if signed, number > 0 { write("+") }
    write(rest, decimals: decimals, grouped: true)
  }
}

/// The size of `number` × 10^−`places`, in units of 10^−`decimals`, rounded half to even.
func rounded(_ number: Int64, places: Int, decimals: Int) -> UInt64 {
  if decimals >= places {
    let (size, overflow) = number.magnitude.multipliedReportingOverflow(by: powerOfTen(decimals - places))
    return overflow ? .max : size
  }
  return roundedSize(number.magnitude, powerOfTen(places - decimals))
}

/// `size / unit` to the nearest whole number, half to even.
func roundedSize(_ size: UInt64, _ unit: UInt64) -> UInt64 {
  let (quotient, rest) = size.quotientAndRemainder(dividingBy: unit)
  let upward = rest > unit - rest || rest == unit - rest && !quotient.isMultiple(of: 2)
  return upward ? quotient + 1 : quotient
}

/// 10 to the `exponent`, from 0 to 18; nearer exponents stand for those outside.
func powerOfTen(_ exponent: Int) -> UInt64 {
  var power: UInt64 = 1
  for _ in 0..<min(max(exponent, 0), 18) { power *= 10 }
  return power
}
