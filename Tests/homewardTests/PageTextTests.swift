import TestSupport
import Testing

@testable import homeward

/// What the page holds comes back as it was: unpacked here as the formats say, not as the code that packs does.
@Suite struct PageTextTests {
  /// As the page's script reads it.
  private func read(_ text: [UInt8], _ size: Int) -> [UInt8] {
    var bits: [UInt8] = []
    func add(_ value: Int, _ width: Int) { bits += (0..<width).reversed().map { UInt8(value >> $0 & 1) } }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let code = Int(scalar.value)
      let place = code - [0, 13, 60].count { $0 < code }
      if code >= 128 {
        add(0b11_1000_1000_0000 + code - 128, 14)
      } else if place < 101 {
        add(place, 7)
      } else {
        add(0b1100_1010 + place - 101, 8)
      }
    }
    return (0..<size).map { at in bits[8 * at..<8 * at + 8].reduce(0) { $0 << 1 | $1 } }
  }

  /// Of RFC 1950 and 1951, one block with the fixed code, its lengths and distances from the tables printed there.
  private func inflate(_ bytes: [UInt8]) -> [UInt8]? {
    var at = 16
    func bit() -> Int {
      defer { at += 1 }
      return Int(bytes[at / 8] >> (at % 8) & 1)
    }
    func bits(_ count: Int) -> Int { (0..<count).reduce(0) { $0 | bit() << $1 } }
    let lengths = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
      227, 258,
    ]
    let more = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    let distances = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
      4097, 6145, 8193, 12289, 16385, 24577,
    ]
    guard bytes[0] == 0x78, (Int(bytes[0]) << 8 + Int(bytes[1])) % 31 == 0, bits(3) == 0b011 else {
      return nil
    }
    var result: [UInt8] = []
    while true {
      var code = 0
      for _ in 0..<7 { code = code << 1 | bit() }
      var symbol = 256 + code
      if code > 0b0010111 {
        code = code << 1 | bit()
        if code < 0b11000000 {
          symbol = code - 0b00110000
        } else if code < 0b11001000 {
          symbol = 280 + code - 0b11000000
        } else {
          symbol = 144 + (code << 1 | bit()) - 0b110010000
        }
      }
      if symbol < 256 {
        result.append(UInt8(symbol))
      } else if symbol == 256 {
        break
      } else {
        let length = lengths[symbol - 257] + bits(more[symbol - 257])
        var place = 0
        for _ in 0..<5 { place = place << 1 | bit() }
        let distance = distances[place] + bits(place < 2 ? 0 : place / 2 - 1)
        guard distance <= result.count else { return nil }
        for _ in 0..<length { result.append(result[result.count - distance]) }
      }
    }
    let (low, high) = result.reduce((1, 0)) { sum, byte in
      let low = (sum.0 + Int(byte)) % 65521
      return (low, (sum.1 + low) % 65521)
    }
    let end = (at + 7) / 8
    return bytes[end...].reduce(0, { $0 << 8 | Int($1) }) == high << 16 | low ? result : nil
  }

  private var texts: [[UInt8]] {
    var chance = Chance(state: 7)
    let noise: [UInt8] = (0..<5000).map { _ in UInt8(truncatingIfNeeded: chance.next() >> 32) }
    let words: [UInt8] = (0..<4000).map { _ in 97 + UInt8(chance.next() >> 32 & 3) }
    return [
      [], [0], [13, 60, 0], Array(0...255), Array(repeating: 60, count: 100_000), noise, words,
      words + noise + words,
    ]
  }

  @Test func bytesComeBackFromText() {
    for bytes in texts {
      let text = pageText(bytes)
      #expect(!text.contains { [0, 13, 60].contains($0) })
      #expect(read(text, bytes.count) == bytes)
      #expect(text.count <= bytes.count * 8 / 7 + 2)
    }
    // of what looks like chance a byte of the page holds 7.08 bits
    let noise = texts[5]
    #expect(pageText(noise).count < noise.count * 800 / 705)
  }

  @Test func whatIsPackedComesBack() {
    for bytes in texts { #expect(inflate(packed(bytes)) == bytes) }
    #expect(packed(Array(repeating: 60, count: 100_000)).count < 1_000)
  }
}
