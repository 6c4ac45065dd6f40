/// The digits of a number, worked out from the last to the first and then written at once.
struct Numeral {
  /// Room for the 20 digits of the largest number, six commas, a point, and a sign of three bytes.
  private var bytes = InlineArray<32, UInt8>(repeating: 0)
  private var start = 32

  /// A whole number, with noughts before it up to a width of at most 20.
  mutating func add(_ number: UInt64, atLeast width: Int = 1) {
    var rest = number
    var left = min(width, 20)
    repeat {
      add(digit: rest % 10)
      rest /= 10
      left -= 1
    } while rest > 0 || left > 0
  }

  /// `magnitude` × 10^−`decimals`, of which there are at most 18.
  mutating func add(_ magnitude: UInt64, decimals: Int, grouped: Bool) {
    var rest = magnitude
    if decimals > 0 {
      for _ in 0..<min(decimals, 18) {
        add(digit: rest % 10)
        rest /= 10
      }
      add(UInt8(ascii: "."))
    }
    var digits = 0
    repeat {
      if grouped, digits == 3 {
        add(UInt8(ascii: ","))
        digits = 0
      }
      add(digit: rest % 10)
      rest /= 10
      digits += 1
    } while rest > 0
  }

  private mutating func add(digit: UInt64) { add(48 + UInt8(truncatingIfNeeded: digit)) }

  /// U+2212, as wide as a plus.
  mutating func addMinus() {
    add(0x92)
    add(0x88)
    add(0xE2)
  }

  mutating func add(_ byte: UInt8) {
    start -= 1
    bytes[start] = byte
  }

  func write(to output: inout Output) { output.write(bytes.span.extracting(start..<32)) }
}
