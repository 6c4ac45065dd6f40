import Finance
import ModelFile
import TOML

/// What a council published of its temporary accommodation, quarter by quarter.
///
/// Source: MHCLG, Statutory homelessness, detailed local authority tables, as one table of quarters and areas. Figures of one
/// edition may be revised in the next.
public struct PublishedHomelessness: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var quarter: Quarter
    /// Households in temporary accommodation on its last day; nothing where that is suppressed or was not returned.
    public var stock: Int64?
    /// Households for whom a main duty was accepted in it, and for whom one ended.
    public var accepted: Int64?, ended: Int64?
    public var place: Place
  }
  /// The area as the tables name it last.
  public private(set) var area = ""
  /// In order of time; a quarter without a row was not published.
  public private(set) var rows: [Row] = []

  public subscript(quarter: Quarter) -> Row? { rows.first { $0.quarter == quarter } }
  public var last: Quarter? { rows.last?.quarter }
}

extension PublishedHomelessness {
  /// The columns that are read; others are passed over.
  static let columns = ["quarter", "area_code", "area_name", "ta_total", "main_accepted", "main_ended"]
  /// More households than are in temporary accommodation in all of England.
  static let most: Int64 = 1_000_000

  /// Reads the rows of a council.
  /// - Parameters:
  ///   - council: what the model calls it, to name its code where the code is wrong.
  ///   - problems: what is wrong with the table; none if it can be used.
  init(_ sheet: Sheet, code: String, council: String, problems: inout [Problem]) {
    problems += sheet.problems
    var places: [Int] = []
    for name in Self.columns {
      if let place = sheet.column(name) {
        places.append(place)
      } else if problems.isEmpty {
        problems.append(
          Problem(
            place: sheet.place(sheet.header), fault: "there is no column \(name)",
            remedy: "the header needs \(listed(Self.columns))"))
      }
    }
    guard places.count == Self.columns.count, problems.isEmpty else { return }
    let codes = AreaCode.all(code)
    let known = sheet.rows.filter { row in codes.contains { sheet.says(row[places[1]], $0) } }
    for row in known {
      guard let quarter = Quarter(named: sheet.bytes(row[places[0]])) else {
        problems.append(
          Problem(
            place: sheet.place(row[places[0]]),
            fault: "quarter \(sheet.shown(row[places[0]])) is not a quarter",
            remedy: "write it as 2025Q2"))
        continue
      }
      func households(_ column: Int) -> Int64? {
        sheet.households(row[places[column]], Self.columns[column], &problems)
      }
      rows.append(
        Row(
          quarter: quarter, stock: households(3), accepted: households(4), ended: households(5),
          place: sheet.place(row[places[0]])))
      area = String(decoding: sheet.bytes(row[places[2]]), as: UTF8.self)
    }
    rows = rows.inOrder { Int64($0.place.start) }.inOrder { Int64($0.quarter - rows[0].quarter) }
    for (one, other) in zip(rows, rows.dropFirst()) where one.quarter == other.quarter {
      problems.append(
        Problem(
          place: other.place, fault: "\(code) has two rows for \(one.quarter)", remedy: "take one of them out"
        ))
    }
    guard known.isEmpty else { return }
    let area = sheet.area(in: council, name: places[2], code: places[1])
    problems.append(
      Problem(
        place: sheet.place(sheet.header), fault: "no row has the code \(code)",
        remedy: area.map { "\($0.name) is \($0.code)" }
          ?? "check the council's code, which a merger may have ended"))
  }
}

extension Sheet {
  fileprivate func shown(_ field: Field) -> String {
    "\"" + String(decoding: bytes(field).prefix(60), as: UTF8.self) + "\""
  }

  /// A number of households: nothing where it is suppressed, which is empty, or was not returned, which is `..`.
  fileprivate func households(_ field: Field, _ name: String, _ problems: inout [Problem]) -> Int64? {
    let bytes = bytes(field)
    if bytes.isEmpty || says(field, "..") { return nil }
    var number: Int64 = 0
    var isNumber = bytes.count <= 7
    for byte in bytes {
      isNumber = isNumber && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isNumber { number = number * 10 + Int64(byte - UInt8(ascii: "0")) }
    }
    if isNumber, number <= PublishedHomelessness.most { return number }
    problems.append(
      Problem(
        place: place(field), fault: "\(name) \(shown(field)) is not a number of households",
        remedy:
          "write whole households without commas; leave out what is suppressed, and write .. for no return"))
    return nil
  }

  /// The area whose name stands in the council's, the longest if there are more, and its code.
  fileprivate func area(in council: String, name: Int, code: Int) -> (name: String, code: String)? {
    var best: (name: String, code: String)?
    for row in rows {
      let area = String(decoding: bytes(row[name]), as: UTF8.self)
      guard area.utf8.count > best?.name.utf8.count ?? 3, council.begins(with: area) else {
        continue
      }
      best = (name: area, code: String(decoding: bytes(row[code]), as: UTF8.self))
    }
    return best
  }
}

private func listed(_ words: [String]) -> String {
  var all = ""
  for (place, word) in words.enumerated() {
    all += (place == 0 ? "" : place == words.count - 1 ? " and " : ", ") + word
  }
  return all
}
