import ModelFile

/// The Secure Hash Algorithm with 256 bits, for telling inputs apart.
///
/// Source: NIST, FIPS 180-4, Secure Hash Standard, August 2015, section 6.2.
enum SHA256 {
  /// The hash of a message, 32 bytes.
  static func hash(_ message: [UInt8]) -> [UInt8] {
    var padded = message
    padded.append(0x80)
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(message.count) * 8
    for shift in 0..<8 { padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * shift))) }
    var state = opening
    let constants = constants
    for block in stride(from: 0, to: padded.count, by: 64) {
      compress(padded.span.extracting(block..<block + 64), &state, constants.span)
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  /// The first 16 bytes of the hash of a message, in hexadecimal.
  static func hexadecimal(_ message: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    for byte in hash(message).prefix(16) {
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first 16 bytes of the hash of a model's texts and of what was changed over them, each by its own hash, in hexadecimal, in fours.
  /// - Parameter changes: what was set and is not as the files say; or nothing, for all that was set as it was typed.
  static func fingerprint(of sources: Sources, changes: [ChangedAssumption]? = nil) -> String {
    var message: [UInt8] = []
    for source in sources.all where changes == nil || !source.isArgument {
      message += hash(source.isArgument ? Array(source.name.utf8) + source.text : source.text)
    }
    for change in changes ?? [] {
      message += hash(Array("\(change.path) = \(change.to?.valueText ?? "")".utf8))
    }
    var bytes: [UInt8] = []
    for (place, digit) in hexadecimal(message).utf8.enumerated() {
      if place > 0, place % 8 == 0 { bytes.append(UInt8(ascii: " ")) }
      bytes.append(digit)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What a hash opens with, and what it adds in each round.
  private static let opening = fractions(roots: 2, 8), constants = fractions(roots: 3, 64)

  private static func compress(_ block: Span<UInt8>, _ state: inout [UInt32], _ constants: Span<UInt32>) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for place in block.indices { words[place / 4] = words[place / 4] << 8 | UInt32(block[place]) }
    for t in 16..<64 {
      let s0 = turned(words[t - 15], 7) ^ turned(words[t - 15], 18) ^ words[t - 15] >> 3
      let s1 = turned(words[t - 2], 17) ^ turned(words[t - 2], 19) ^ words[t - 2] >> 10
      words[t] = words[t - 16] &+ s0 &+ words[t - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for t in 0..<64 {
      let s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
      let first = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[t] &+ words[t]
      let s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)
      let second = s0 &+ (a & b ^ a & c ^ b & c)
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (place, word) in [a, b, c, d, e, f, g, h].enumerated() { state[place] = state[place] &+ word }
  }

  private static func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }

  /// The first 32 bits of the fractional parts of the square or cube roots of the first primes.
  private static func fractions(roots power: Int, _ count: Int) -> [UInt32] {
    var found: [UInt32] = []
    var candidate: UInt64 = 2
    while found.count < count {
      if (2..<candidate).allSatisfy({ candidate % $0 != 0 }) {
        found.append(UInt32(truncatingIfNeeded: scaledRoot(of: candidate, power)))
      }
      candidate += 1
    }
    return found
  }

  /// The root of a small prime times 2³², rounded down, by bisection in exact arithmetic.
  private static func scaledRoot(of prime: UInt64, _ power: Int) -> UInt64 {
    var (low, high): (UInt64, UInt64) = (1 << 32, 20 << 32)
    let target = prime << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      // middle² or middle³ over 2³² to one power less, compared in full width
      let square = middle.multipliedFullWidth(by: middle)
      let isBelow: Bool
      if power == 2 {
        isBelow = (square.high, square.low) < ((prime, 0) as (UInt64, UInt64))
      } else {
        // middle³ < prime · 2⁹⁶, with square = high·2⁶⁴ + low
        let top = square.high.multipliedFullWidth(by: middle)
        let bottom = square.low.multipliedFullWidth(by: middle)
        let (sum, carry) = top.low.addingReportingOverflow(bottom.high)
        let high192 = top.high + (carry ? 1 : 0)
        isBelow = (high192, sum) < ((0, target) as (UInt64, UInt64))
      }
      if isBelow { low = middle } else { high = middle }
    }
    return low
  }
}
