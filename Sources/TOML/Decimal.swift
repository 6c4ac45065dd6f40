/// A decimal number as written: its digits, and the power of ten of the last of them.
struct Decimal {
  /// Without leading zeros. What follows the 800th counts only for being above zero: no double, nor the middle
  /// between two, has more than 768.
  private(set) var digits: [UInt8] = []
  var exponent: Int64 = 0
  private var isCut = false

  mutating func append(digit: UInt8, isFraction: Bool) {
    if digits.count < 800 {
      if digit > 0 || !digits.isEmpty { digits.append(digit) }
      if isFraction { exponent -= 1 }
    } else {
      if digit > 0, !isCut {
        isCut = true
        digits[799] |= digits[799].isMultiple(of: 5) ? 1 : 0
      }
      if !isFraction { exponent += 1 }
    }
  }

  /// The double nearest to the number; of two as near, the even one. Beyond the largest, infinity.
  var nearestDouble: Double {
    if digits.isEmpty { return 0 }
    if digits.count <= 15, exponent >= -22, exponent <= 22 {
      // Both are exact as doubles, so that the one operation rounds once.
      let whole = Double(digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) })
      var power = 1.0
      for _ in 0..<exponent.magnitude { power *= 10 }
      return exponent < 0 ? whole / power : whole * power
    }
    let magnitude = Int64(digits.count) + exponent
    if magnitude > 310 { return .infinity }
    if magnitude < -330 { return 0 }
    var above = Natural(digits)
    var below = Natural([1])
    if exponent > 0 {
      above.multiply(byTenTo: Int(exponent))
    } else {
      below.multiply(byTenTo: Int(-exponent))
    }

    // Scale by 2^power, so that 1 <= above / below < 2.
    var power = above.bitWidth - below.bitWidth
    if power > 0 { below.shiftLeft(power) } else { above.shiftLeft(-power) }
    if above < below {
      power -= 1
      above.shiftLeft(1)
    }
    if power > 1023 { return .infinity }
    let isSubnormal = power < -1022
    let bits = isSubnormal ? 53 - (-1022 - power) : 53
    if bits < 0 { return 0 }
    var significand: UInt64 = 0
    for _ in 0..<bits {
      significand <<= 1
      if above >= below {
        significand |= 1
        above.subtract(below)
      }
      above.shiftLeft(1)
    }
    if above > below || above == below && !significand.isMultiple(of: 2) { significand += 1 }
    // Rounding up to the next power of two carries into the exponent, as it should.
    if isSubnormal { return Double(bitPattern: significand) }
    return Double(bitPattern: UInt64(power + 1022) << 52 + significand)
  }
}

/// A whole number of any size, least significant 32 bits first, no leading zeros.
private struct Natural: Comparable {
  var limbs: [UInt32]

  init(_ digits: [UInt8]) {
    limbs = []
    limbs.reserveCapacity(128)
    for digit in digits { multiply(by: 10, adding: UInt32(digit)) }
  }

  var bitWidth: Int { limbs.count * 32 - (limbs.last?.leadingZeroBitCount ?? 0) }

  mutating func multiply(by factor: UInt32, adding carry: UInt32 = 0) {
    var carry = UInt64(carry)
    for i in limbs.indices {
      let product = UInt64(limbs[i]) * UInt64(factor) + carry
      limbs[i] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
  }

  mutating func multiply(byTenTo power: Int) {
    for _ in 0..<(power / 9) { multiply(by: 1_000_000_000) }
    for _ in 0..<(power % 9) { multiply(by: 10) }
  }

  mutating func shiftLeft(_ bits: Int) {
    let part = bits % 32
    if part > 0 {
      var carry: UInt32 = 0
      for i in limbs.indices {
        let limb = limbs[i]
        limbs[i] = limb << part | carry
        carry = limb >> (32 - part)
      }
      if carry > 0 { limbs.append(carry) }
    }
    if bits >= 32 { limbs.insert(contentsOf: [UInt32](repeating: 0, count: bits / 32), at: 0) }
  }

  /// - Precondition: `other` is not larger.
  mutating func subtract(_ other: Natural) {
    var borrow: Int64 = 0
    for i in limbs.indices {
      let difference = Int64(limbs[i]) - (i < other.limbs.count ? Int64(other.limbs[i]) : 0) + borrow
      limbs[i] = UInt32(truncatingIfNeeded: difference)
      borrow = difference >> 32
    }
    while limbs.last == 0 { limbs.removeLast() }
  }

  static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    var i = a.limbs.count - 1
    while i >= 0 {
      if a.limbs[i] != b.limbs[i] { return a.limbs[i] < b.limbs[i] }
      i -= 1
    }
    return false
  }
}
