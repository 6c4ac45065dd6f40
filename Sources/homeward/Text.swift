/// Rows of cells as columns that line up, two spaces between: the first columns of text to the left, figures to the right.
func aligned(_ rows: [[String]], textColumns: Int = 0) -> String {
  let columns = rows.map { $0.count }.max() ?? 0
  let widths = (0..<columns).map { column in
    rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
  }
  var text = ""
  for row in rows {
    var line = ""
    for (column, cell) in row.enumerated() {
      if column > 0 { line += "  " }
      let space = String(repeating: " ", count: widths[column] - cell.count)
      line += column < textColumns ? cell + space : space + cell
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    text += line + "\n"
  }
  return text
}

/// A whole number in digits alone, up to 18 of them.
func wholeNumber(_ text: String) -> Int64? {
  guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
    return nil
  }
  return Int64(text)
}

/// A number in decimal digits, with a sign and a point if it has them: "-1000", "300.25". No exponent, no commas.
func number(_ text: Substring) -> Double? {
  var digits = text.utf8[...]
  if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits.removeFirst() }
  let isPlain = digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  guard isPlain, digits.count(where: { $0 == UInt8(ascii: ".") }) <= 1, (1...40).contains(digits.count),
    digits.contains(where: { $0 != UInt8(ascii: ".") }), let value = Double(text)
  else { return nil }
  return value
}

/// A name as it may stand in a line for people: with nothing in it that a terminal would obey, and no line's end.
func shown(_ name: String) -> String {
  escaped(name).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
}

/// A text with nothing in it that a terminal would obey but the ends of its lines.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x0A: result.unicodeScalars.append(scalar)
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A path in a folder.
func path(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
