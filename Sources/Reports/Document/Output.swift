import Finance

/// Where a renderer writes: bytes, so that a page of figures costs no strings.
public struct Output: Sendable {
  /// What is written, then room for more.
  private var room: [UInt8] = []
  private var count = 0

  public init() {}

  /// - Parameter bytes: how much is likely to be written.
  init(reserving bytes: Int) { room = Array(repeating: 0, count: bytes) }

  public var bytes: [UInt8] { Array(room[..<count]) }

  /// What is written, as words.
  var words: String { String(decoding: room[..<count], as: UTF8.self) }

  public mutating func write(_ text: String) { write(text.utf8Span.span) }

  public mutating func write(byte: UInt8) {
    if count == room.count { grow(by: 1) }
    room[count] = byte
    count += 1
  }

  /// Bytes as they are.
  mutating func write(_ part: borrowing Span<UInt8>) {
    if room.count - count < part.count { grow(by: part.count) }
    let start = count
    let end = start + part.count
    var bytes = room.mutableSpan
    // said of the ends, so that no byte has to be looked at for itself
    guard start >= 0, end >= start, end <= bytes.count else { return }
    for place in start..<end { bytes[place] = part[place - start] }
    count = end
  }

  @inline(never) private mutating func grow(by more: Int) {
    room.append(contentsOf: repeatElement(0, count: max(more, room.count, 64)))
  }

  mutating func writeMinus() { write("\u{2212}") }

  /// A whole number, its thousands parted by commas: −1,234,567.
  public mutating func write(grouped number: Int64) {
    if number < 0 { writeMinus() }
    write(groupedMagnitude: number.magnitude)
  }

  mutating func write(groupedMagnitude number: UInt64) { write(number, decimals: 0, grouped: true) }

  /// A whole number without commas: 1234.
  mutating func write(digits number: UInt64, atLeast width: Int = 1) {
    var numeral = Numeral()
    numeral.add(number, atLeast: width)
    numeral.write(to: &self)
  }

  /// `number` × 10^−`places`, shown to `decimals` places, rounded half to even; never −0.
  /// - Parameter signed: writes + before what is above nil.
  public mutating func write(
    _ number: Int64, places: Int, decimals: Int, grouped: Bool = true, signed: Bool = false
  ) {
    let magnitude = rounded(number, places: places, decimals: decimals)
    var numeral = Numeral()
    numeral.add(magnitude, decimals: decimals, grouped: grouped)
    if magnitude > 0 {
      if number < 0 { numeral.addMinus() } else if signed { numeral.add(UInt8(ascii: "+")) }
    }
    numeral.write(to: &self)
  }

  /// `magnitude` × 10^−`decimals`.
  mutating func write(_ magnitude: UInt64, decimals: Int, grouped: Bool) {
    var numeral = Numeral()
    numeral.add(magnitude, decimals: decimals, grouped: grouped)
    numeral.write(to: &self)
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
