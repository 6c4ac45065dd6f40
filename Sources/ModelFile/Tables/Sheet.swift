import TOML

/// A text of comma-separated values as RFC 4180 has them: a header, then rows as wide as it. Strict: what a spreadsheet would
/// quietly mend is a problem here, with its place.
///
/// Lines that begin with `#` before the header are comments: where the figures come from. Lines end in LF or CR LF.
public struct Sheet: Sendable {
  /// A field as it stands, with its quotes if it has them.
  public struct Field: Hashable, Sendable {
    var start: Int32, end: Int32
    var isQuoted: Bool
  }
  public typealias Row = [Field]

  /// Which of the sources it is.
  public let source: Int32
  public private(set) var header: Row = []
  public private(set) var rows: [Row] = []
  public private(set) var problems: [Problem] = []
  private let text: [UInt8]

  /// - Parameter columns: how many there are, of a table that has no header; nil for one that has.
  public init(_ text: [UInt8], source: Int32, columns: Int? = nil) {
    (self.text, self.source) = (text, source)
    guard text.count <= Form.mostBytes else {
      note(0, 0, "the file has more than 8 MB", "take out the councils that are not asked for")
      return
    }
    read(columns)
  }

  /// The column of a name of the header, which is compared exactly.
  public func column(_ name: String) -> Int? {
    header.firstIndex { name.utf8.elementsEqual(bytes($0)) }
  }

  /// What a field says, without its quotes.
  public func bytes(_ field: Field) -> [UInt8] {
    let stands = text[Int(field.start)..<Int(field.end)]
    guard field.isQuoted else { return Array(stands) }
    var bytes: [UInt8] = []
    var isSecond = false
    for byte in stands.dropFirst().dropLast() {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { bytes.append(byte) }
    }
    return bytes
  }

  /// Whether a field says a text.
  public func says(_ field: Field, _ words: String) -> Bool {
    field.isQuoted
      ? words.utf8.elementsEqual(bytes(field))
      : words.utf8.elementsEqual(text[Int(field.start)..<Int(field.end)])
  }

  public func place(_ field: Field) -> Place { Place(source: source, start: field.start, end: field.end) }

  /// The whole of a row.
  public func place(_ row: Row) -> Place {
    Place(source: source, start: row.first?.start ?? 0, end: row.last?.end ?? 0)
  }

  private mutating func note(_ start: Int, _ end: Int, _ fault: String, _ remedy: String) {
    guard problems.count < 200 else { return }
    let place = Place(source: source, start: Int32(clamping: start), end: Int32(clamping: end))
    problems.append(Problem(place: place, fault: fault, remedy: remedy))
  }
}

// MARK: Reading

extension Sheet {
  private mutating func read(_ columns: Int?) {
    var at = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < text.count, text[at] == UInt8(ascii: "#") {
      while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
      at += 1
    }
    guard at < text.count else {
      return note(0, 0, "there is no table here", "write a header, and rows below it")
    }
    if columns == nil { header = row(&at) }
    let width = columns ?? header.count
    for (place, field) in header.enumerated()
    where header[..<place].contains(where: { says($0, name(field)) }) {
      note(Int(field.start), Int(field.end), "column \(quoted(bytes(field))) stands twice", "take one out")
    }
    while at < text.count, problems.count < 200 {
      let start = at
      let row = row(&at)
      if row.count == width {
        rows.append(row)
      } else if row.count == 1, row[0].start == row[0].end {
        note(start, start, "this line is empty", "take it out")
      } else {
        note(
          start, Int(row.last?.end ?? 0),
          "this row has \(row.count) \(row.count == 1 ? "field" : "fields"), "
            + (columns == nil ? "and the header has \(width)" : "not \(width)"),
          row.count > width
            ? "write one for each column, in quotes if it has a comma of its own"
            : "write one for each column; what is not known is left empty between its commas")
      }
    }
  }

  private func name(_ field: Field) -> String { String(decoding: bytes(field), as: UTF8.self) }

  /// The fields to the end of the line, and past it.
  private mutating func row(_ at: inout Int) -> Row {
    var fields: Row = []
    fields.reserveCapacity(header.count)
    while true {
      fields.append(
        text.indices.contains(at) && text[at] == UInt8(ascii: "\"") ? quotedField(&at) : plainField(&at))
      guard at < text.count else { return fields }
      let byte = text[at]
      at += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "\r"), at < text.count, text[at] == UInt8(ascii: "\n") { at += 1 }
      return fields
    }
  }

  /// Up to the next comma or the end of the line.
  private mutating func plainField(_ at: inout Int) -> Field {
    let start = at
    while at < text.count {
      let byte = text[at]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\r"), at + 1 < text.count, text[at + 1] == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "\"") {
        note(
          at, at + 1, "a quote stands inside a field",
          "put the whole field in quotes, and write this one twice")
      } else if byte < 0x20 || byte == 0x7F {
        note(at, at + 1, "a control character stands in a field", "take it out")
      }
      at += 1
    }
    return Field(start: Int32(clamping: start), end: Int32(clamping: at), isQuoted: false)
  }

  /// From its first quote to its last; a quote within is written twice.
  private mutating func quotedField(_ at: inout Int) -> Field {
    let start = at
    at += 1
    while at < text.count {
      if text[at] == UInt8(ascii: "\"") {
        at += 1
        guard at < text.count, text[at] == UInt8(ascii: "\"") else { break }
      }
      at += 1
      if at >= text.count {
        note(start, start + 1, "this quote is not closed", "close it, or take it out")
        return Field(start: Int32(clamping: start), end: Int32(clamping: start), isQuoted: false)
      }
    }
    let end = at
    if at < text.count, text[at] != UInt8(ascii: ","), text[at] != UInt8(ascii: "\n"),
      text[at] != UInt8(ascii: "\r")
    {
      note(
        at, at + 1, "something stands after the closing quote",
        "put a comma there, or the whole field in quotes")
      while at < text.count, text[at] != UInt8(ascii: ","), text[at] != UInt8(ascii: "\n") { at += 1 }
    }
    return Field(start: Int32(clamping: start), end: Int32(clamping: end), isQuoted: end - start >= 2)
  }
}
