/// What is written for a scalar of someone else's text, in every format: a line break or tab is a space, and what
/// cannot be seen but changes what is (controls, and marks that turn the direction of writing) is U+FFFD.
func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: " "
  case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
    0xFFF9...0xFFFB:
    "\u{FFFD}"
  case 0xE0000...0xE007F: "\u{FFFD}"
  case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
  default: scalar
  }
}

/// Whether a byte of UTF-8 can only be part of a scalar that is shown as it is. Of the others some are shown too.
func isShown(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x20...0x7E: true
  case 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...0xFF: false
  case 0x80...0xFF: true
  default: false
  }
}

/// The scalar that begins at a place of well-formed UTF-8, and how many bytes it has.
func scalar(_ words: borrowing Span<UInt8>, at place: Int) -> (scalar: Unicode.Scalar, length: Int) {
  let lead = words[place]
  let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  var value = UInt32(length == 1 ? lead : lead & (0x7F >> UInt8(length)))
  for next in 1..<max(length, 1) where place + next < words.count {
    value = value << 6 | UInt32(words[place + next] & 0x3F)
  }
  return (scalar: Unicode.Scalar(value) ?? "\u{FFFD}", length: length)
}

extension Output {
  mutating func write(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return write(byte: UInt8(truncatingIfNeeded: scalar.value)) }
    for byte in scalar.utf8 { write(byte: byte) }
  }

  /// A name fit for an `id`, a fragment or a file: ASCII letters, digits, and `.`, `_`, `-`; anything else is a `-`.
  mutating func write(id name: String) {
    let bytes = name.utf8Span.span
    if bytes.isEmpty { write(byte: UInt8(ascii: "-")) }
    var start = 0
    for place in bytes.indices where !isPartOfName(bytes[place]) {
      write(bytes.extracting(start..<place))
      write(byte: UInt8(ascii: "-"))
      start = place + 1
    }
    write(bytes.extracting(start..<bytes.count))
  }
}

func isPartOfName(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"),
    UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// Whether an address may be linked to: `http://` or `https://`, then nothing that is not printable ASCII.
func isLinkable(_ address: String) -> Bool {
  let bytes = Array(address.utf8)
  let isPrintable = bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  return isPrintable && (hasPrefix(bytes, "http://") || hasPrefix(bytes, "https://"))
}

/// Whether `bytes` begin with the lower-case `prefix`, in either case, and go on.
private func hasPrefix(_ bytes: [UInt8], _ prefix: String) -> Bool {
  let wanted = Array(prefix.utf8)
  guard bytes.count > wanted.count else { return false }
  return wanted.indices.allSatisfy { place in
    let byte = bytes[place]
    return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == wanted[place]
  }
}
