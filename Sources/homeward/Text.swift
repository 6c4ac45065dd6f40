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
