/// Bytes as zlib has them (RFC 1950, 1951), by the code that the format fixes: what stood before within 32 kB is pointed to.
///
/// The page's models are packed so; a browser unpacks them by itself.
func packed(_ bytes: [UInt8]) -> [UInt8] {
  var writer = PackedWriter()
  // the last place of each three bytes, and of each place the one before it that begins alike
  var last = [Int](repeating: -1, count: 1 << 15)
  var before = [Int](repeating: -1, count: bytes.count)
  func key(_ at: Int) -> Int {
    (Int(bytes[at]) << 10 ^ Int(bytes[at + 1]) << 5 ^ Int(bytes[at + 2])) & 0x7FFF
  }
  func note(_ at: Int) {
    guard at + 2 < bytes.count else { return }
    before[at] = last[key(at)]
    last[key(at)] = at
  }
  /// The longest that stands before a place, and how far back.
  func match(_ at: Int) -> (length: Int, distance: Int) {
    guard at + 2 < bytes.count else { return (0, 0) }
    var (longest, distance, tries) = (0, 0, 64)
    var from = last[key(at)]
    let most = min(258, bytes.count - at)
    while from >= 0, at - from <= 32_768, tries > 0 {
      var length = 0
      while length < most, bytes[from + length] == bytes[at + length] { length += 1 }
      if length > longest { (longest, distance) = (length, at - from) }
      from = before[from]
      tries -= 1
    }
    return (longest, distance)
  }
  var at = 0
  while at < bytes.count {
    let found = match(at)
    if found.length < 3 {
      writer.add(literal: Int(bytes[at]))
      note(at)
      at += 1
    } else {
      writer.add(length: found.length, distance: found.distance)
      for place in at..<(at + found.length) { note(place) }
      at += found.length
    }
  }
  return writer.closed(over: bytes)
}

private struct PackedWriter {
  private var bytes: [UInt8] = [0x78, 0x01]
  private var held: UInt64 = 0
  private var count: UInt64 = 0

  /// One block, the last, with the fixed code.
  init() {
    add(bits: 1, 1)
    add(bits: 1, 2)
  }

  private mutating func add(bits: Int, _ width: Int) {
    held |= UInt64(bits) << count
    count += UInt64(width)
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: held))
      held >>= 8
      count -= 8
    }
  }

  /// A code stands with its highest bit first.
  private mutating func add(code: Int, _ width: Int) {
    for bit in (0..<width).reversed() { add(bits: code >> bit & 1, 1) }
  }

  mutating func add(literal symbol: Int) {
    switch symbol {
    case 0...143: add(code: 0x30 + symbol, 8)
    case 144...255: add(code: 0x190 + symbol - 144, 9)
    case 256...279: add(code: symbol - 256, 7)
    default: add(code: 0xC0 + symbol - 280, 8)
    }
  }

  mutating func add(length: Int, distance: Int) {
    if length == 258 {
      add(literal: 285)
    } else {
      let (symbol, extra, rest) = Self.split(length - 3, few: 4)
      add(literal: 257 + symbol)
      add(bits: rest, extra)
    }
    let (symbol, extra, rest) = Self.split(distance - 1, few: 2)
    add(code: symbol, 5)
    add(bits: rest, extra)
  }

  /// Of a number, the symbol of its range, how many bits say where it is in it, and those bits. `few` ranges share each width.
  private static func split(_ number: Int, few: Int) -> (symbol: Int, extra: Int, rest: Int) {
    var (extra, symbol, start) = (0, 0, 0)
    while true {
      let ranges = extra == 0 ? 2 * few : few
      let end = start + ranges << extra
      if number < end {
        return (symbol + (number - start) >> extra, extra, (number - start) & (1 << extra - 1))
      }
      (symbol, start, extra) = (symbol + ranges, end, extra + 1)
    }
  }

  /// The end of the block, and Adler's sum over what was packed.
  mutating func closed(over packed: [UInt8]) -> [UInt8] {
    add(literal: 256)
    if count > 0 { add(bits: 0, Int(8 - count)) }
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in packed {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    for part in [high >> 8, high, low >> 8, low] { bytes.append(UInt8(truncatingIfNeeded: part)) }
    return bytes
  }
}
