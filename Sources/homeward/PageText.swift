/// Bytes as text of a UTF-8 page, over seven bits in each byte of it.
///
/// They are read as a stream of bits and cut into the words of a code, one for each character that may stand in a page's script: of those
/// of one byte all but nil, a carriage return and "<", and those of two bytes. 101 of the 125 stand for seven bits, the other 24 for
/// eight, and each of the 1,920 for fourteen. 101 × 2⁷ + 24 × 2⁶ + 1,920 is 2¹⁴, so any stream can be cut so.
func pageText(_ bytes: [UInt8]) -> [UInt8] {
  let short = (UInt8(0)..<128).filter { $0 != 0 && $0 != 13 && $0 != 60 }
  let (sevens, firstOfEight, firstOfFourteen) = (101, 101 << 7, 101 << 7 + 24 << 6)
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count / 7 * 8 + 16)
  var (held, count, at) = (0, 0, 0)
  while count > 0 || at < bytes.count {
    while count < 14, at < bytes.count {
      held = held << 8 | Int(bytes[at])
      count += 8
      at += 1
    }
    // the last word is filled up with nils
    let next = count < 14 ? held << (14 - count) : held >> (count - 14)
    let width: Int
    if next < firstOfEight {
      text.append(short[next >> 7])
      width = 7
    } else if next < firstOfFourteen {
      text.append(short[sevens + (next - firstOfEight) >> 6])
      width = 8
    } else {
      let scalar = 0x80 + next - firstOfFourteen
      text += [0xC0 | UInt8(scalar >> 6), 0x80 | UInt8(scalar & 0x3F)]
      width = 14
    }
    count = max(0, count - width)
    held &= 1 << count - 1
  }
  return text
}
