/// Rows of comma-separated values as RFC 4180 has them: a header first, every row as wide, each ending in CR LF.
///
/// Text that a spreadsheet would work out as a formula is given a `'` before it; figures are not, so −1 is a number,
/// with a plain hyphen and without commas.
public struct CSVWriter: Sendable {
  public private(set) var output = Output()
  private let width: Int

  public init(header: [String]) {
    width = header.count
    row(header.map { .text($0) })
  }

  public enum Field: Hashable, Sendable {
    case text(String)
    case count(Int64)
    /// `number` × 10^−`places`, every place written.
    case decimal(Int64, places: Int)
  }

  /// Missing fields are empty, and those beyond the header are left out.
  public mutating func row(_ fields: [Field]) {
    for place in 0..<width {
      if place > 0 { output.write(",") }
      if place < fields.count { write(fields[place]) }
    }
    output.write("\r\n")
  }

  public var bytes: [UInt8] { output.bytes }

  private mutating func write(_ field: Field) {
    switch field {
    case .text(let words): write(text: words)
    case .count(let count): write(decimal: count, places: 0)
    case .decimal(let number, let places): write(decimal: number, places: places)
    }
  }

  private mutating func write(decimal number: Int64, places: Int) {
    if number < 0 { output.write("-") }
    output.write(number.magnitude, decimals: min(max(places, 0), 18), grouped: false)
  }

  private mutating func write(text words: String) {
    let isFormula = startsFormula(words.unicodeScalars.first)
    let isQuoted =
      isFormula
      || words.utf8.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ";") || byte <= 0x20
      }
    if isQuoted { output.write("\"") }
    if isFormula { output.write("'") }
    let bytes = words.utf8Span.span
    var (start, place) = (0, 0)
    while place < bytes.count {
      if isShown(bytes[place]), bytes[place] != UInt8(ascii: "\"") {
        place += 1
        continue
      }
      let (original, length) = scalar(bytes, at: place)
      let shown = shown(original)
      if shown != original || shown == "\"" {
        output.write(bytes.extracting(start..<place))
        if shown == "\"" { output.write("\"") }
        output.write(shown)
        start = place + length
      }
      place += length
    }
    output.write(bytes.extracting(start..<bytes.count))
    if isQuoted { output.write("\"") }
  }

  /// Whether a spreadsheet would take text with this first scalar for a formula, wide forms too.
  private func startsFormula(_ first: Unicode.Scalar?) -> Bool {
    switch first {
    case "=", "+", "-", "@", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
