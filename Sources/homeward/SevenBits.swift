/// Bytes as text of a UTF-8 page, seven bits in a character of one byte, an eighth longer than the bytes are.
///
/// Three characters cannot stand in a page's script: nil, a carriage return and "<". One of these and the seven bits after it
/// make a character of two bytes, from U+0080 on: the place of the first among the three, then the second.
func sevenBits(_ bytes: [UInt8]) -> [UInt8] {
  let impossible: [UInt8] = [0, 13, 60]
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count / 7 * 8 + 16)
  var held: Int?
  func add(_ bits: UInt8) {
    if let first = held {
      let scalar = 0x80 + first << 7 + Int(bits)
      text += [0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F)]
      held = nil
    } else if let place = impossible.firstIndex(of: bits) {
      held = place
    } else {
      text.append(bits)
    }
  }
  var (bits, count) = (0, 0)
  for byte in bytes {
    bits = bits << 8 | Int(byte)
    count += 8
    while count >= 7 {
      count -= 7
      add(UInt8(bits >> count & 0x7F))
    }
    bits &= 1 << count - 1
  }
  if count > 0 { add(UInt8(bits << (7 - count) & 0x7F)) }
  if held != nil { add(0) }
  return text
}
