/// A text in quotes as a message shows it: cut at 60 characters, control characters as their numbers.
func quoted(_ text: String) -> String { "\"" + shown(Array(text.utf8)) + "\"" }

/// Bytes of a source as a message shows them.
func quoted(_ bytes: [UInt8]) -> String { "\"" + shown(bytes) + "\"" }

/// Bytes as they may stand in a line of output: on one line, cut, and with nothing that a terminal would obey.
func shown(_ bytes: [UInt8], most: Int = 60) -> String {
  var text = ""
  var count = 0
  // enough bytes for any cut, so that a huge value costs nothing
  for scalar in String(decoding: bytes.prefix(most * 4 + 8), as: UTF8.self).unicodeScalars {
    guard count < most else { return text + "…" }
    count += 1
    if isControl(scalar) {
      text += scalar == "\n" ? "\\n" : scalar == "\t" ? "\\t" : "\\u{" + String(scalar.value, radix: 16) + "}"
    } else {
      text.unicodeScalars.append(scalar)
    }
  }
  return text
}

/// Whether a scalar commands rather than shows: controls, line separators, and what turns the direction of writing.
func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
  default: false
  }
}
