/// Sheets of comma-separated values that differ in their figures alone, with "withheld" for those in which they part; where they differ in
/// more than figures, the header alone.
func commonRows(_ versions: [[UInt8]]) -> [UInt8] {
  let sheets = versions.map { rows($0) }
  guard let first = sheets.first else { return [] }
  guard sheets.allSatisfy({ $0.map { $0.count } == first.map { $0.count } }) else {
    return joined(Array(first.prefix(1)))
  }
  var common = first
  for row in first.indices {
    for cell in first[row].indices where sheets.contains(where: { $0[row][cell] != first[row][cell] }) {
      common[row][cell] = Array(String.withheld.utf8)
    }
  }
  return joined(common)
}

private func joined(_ rows: [[[UInt8]]]) -> [UInt8] {
  rows.flatMap { row in Array(row.joined(separator: [UInt8(ascii: ",")])) + [13, 10] }
}

/// The cells of each row as they stand, with their quotes.
private func rows(_ text: [UInt8]) -> [[[UInt8]]] {
  var rows: [[[UInt8]]] = []
  var (row, cell): ([[UInt8]], [UInt8]) = ([], [])
  var isQuoted = false
  for byte in text {
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    if byte == UInt8(ascii: ","), !isQuoted {
      row.append(cell)
      cell = []
    } else if byte == 10, !isQuoted {
      if cell.last == 13 { cell.removeLast() }
      rows.append(row + [cell])
      (row, cell) = ([], [])
    } else {
      cell.append(byte)
    }
  }
  return rows
}
