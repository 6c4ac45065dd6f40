/// Random bits by counting: the same counter and key give the same bits on every machine, in any order, with nothing kept between.
///
/// Philox4x32-10: ten rounds of multiplying two 32-bit words, crossing their halves and adding a key that grows by two constants.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, 2011, section 3.3.
public enum Philox {
  /// Four words of 32 random bits.
  public static func bits(
    _ counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (a, b, c, d) = counter
    var (left, right) = key
    for _ in 0..<10 {
      let one = UInt64(0xD251_1F53) * UInt64(a)
      let other = UInt64(0xCD9E_8D57) * UInt64(c)
      (a, b, c, d) = (
        UInt32(truncatingIfNeeded: other >> 32) ^ b ^ left, UInt32(truncatingIfNeeded: other),
        UInt32(truncatingIfNeeded: one >> 32) ^ d ^ right, UInt32(truncatingIfNeeded: one)
      )
      left &+= 0x9E37_79B9
      right &+= 0xBB67_AE85
    }
    return (a, b, c, d)
  }

  /// A number above 0 and below 1, one of 2⁵² that stand evenly, none of them 0 or 1.
  public static func uniform(_ counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)) -> Double {
    let (a, b, _, _) = bits(counter, key: key)
    let whole = (UInt64(a) << 32 | UInt64(b)) >> 12
    return (Double(whole) + 0.5) * 0x1p-52
  }
}
