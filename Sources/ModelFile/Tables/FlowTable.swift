import Finance
import TOML

/// Flows of money as a table of comma-separated values has them: when, and how much, a row each, in any order.
///
/// A header names the two columns, "year", "period" or "date" and "amount", in either order; without one the first is the time.
public struct FlowTable: Sendable {
  public enum Timing: String, Sendable {
    /// "2026-27", or 2026 for the year that starts then.
    case year
    /// A number of years from now, 0 for now.
    case period
    /// "2026-04-01".
    case date
  }
  public struct Flow: Hashable, Sendable {
    /// The first year's number, the period, or the day's number.
    public var time: Int64
    /// The time as people write it.
    public var name: String
    public var amount: Money
  }

  public private(set) var timing = Timing.period
  public private(set) var flows: [Flow] = []

  /// The most that one flow may be, either way.
  public static let largest = Money.pounds(1_000_000_000_000)
  /// The most flows that a table may have.
  public static let mostFlows = 10_000

  /// - Throws: every problem of the table, each with its place.
  public init(_ text: [UInt8], named name: String) throws(ModelFileError) {
    let hasHeader = FlowTable.hasHeader(text)
    let sheet = Sheet(text, source: 0, columns: hasHeader ? nil : 2)
    var problems = sheet.problems
    var columns: (time: Int, amount: Int)? = (time: 0, amount: 1)
    if hasHeader {
      let named = FlowTable.columns(sheet, &problems)
      if let named { timing = named.timing }
      columns = named.map { (time: $0.time, amount: $0.amount) }
    } else if let first = sheet.rows.first {
      timing = Timing(of: sheet.bytes(first[0]))
    }
    if let columns {
      read(sheet, columns, &problems)
      if sheet.rows.isEmpty, problems.isEmpty {
        problems.append(
          Problem(
            place: Place(source: 0, start: Int32(clamping: text.count), end: Int32(clamping: text.count)),
            fault: "there are no flows here", remedy: "write a row for each, such as \(timing.example),-1000")
        )
      }
    }
    guard problems.isEmpty else {
      var sources = Sources()
      sources.all.append(Sources.Source(name: name, text: text))
      throw ModelFileError(problems: problems, sources: sources)
    }
  }

  private mutating func read(_ sheet: Sheet, _ columns: (time: Int, amount: Int), _ problems: inout [Problem])
  {
    guard sheet.rows.count <= FlowTable.mostFlows else {
      problems.append(
        Problem(
          place: sheet.place(sheet.rows[FlowTable.mostFlows]), fault: "there are more than 10,000 flows",
          remedy: "add up those of a year or of a day"))
      return
    }
    for row in sheet.rows {
      let (time, amount) = (sheet.bytes(row[columns.time]), sheet.bytes(row[columns.amount]))
      let moment = timing.read(time)
      let sum = FlowAmount(amount)
      if moment == nil {
        sheet.note(row[columns.time], timing.fault(time), timing.remedy(time), &problems)
      }
      if case .wrong(let fault, let remedy) = sum {
        sheet.note(row[columns.amount], "amount \(quoted(amount)) \(fault)", remedy, &problems)
      }
      if let moment, case .money(let money) = sum {
        flows.append(Flow(time: moment.time, name: moment.name, amount: money))
      }
    }
  }

  /// Whether the first line that is no comment has a letter: neither a time nor an amount has one.
  private static func hasHeader(_ text: [UInt8]) -> Bool {
    for line in text.prefix(100_000).split(separator: UInt8(ascii: "\n")) {
      let line = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
      if line.first == UInt8(ascii: "#") { continue }
      return line.contains { (97...122).contains($0 | 0x20) }
    }
    return false
  }

  /// Which column is which by the names of the header; nil, with the problem, where it does not say.
  private static func columns(
    _ sheet: Sheet, _ problems: inout [Problem]
  ) -> (timing: Timing, time: Int, amount: Int)? {
    let names = sheet.header.map { field in sheet.bytes(field).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    }
    var (timings, amounts): ([(Timing, Int)], [Int]) = ([], [])
    let before = problems.count
    for (place, name) in names.enumerated() {
      let text = String(decoding: name, as: UTF8.self)
      if let timing = Timing(rawValue: text) {
        timings.append((timing, place))
      } else if text == "amount" {
        amounts.append(place)
      } else {
        let known = ["year", "period", "date", "amount"]
        let remedy =
          nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
          ?? "keep two columns, such as year,amount, and take the others out"
        problems.append(
          Problem(
            place: sheet.place(sheet.header[place]),
            fault:
              "column \(quoted(sheet.bytes(sheet.header[place]))) is not \"year\", \"period\", \"date\" or \"amount\"",
            remedy: remedy))
      }
    }
    if problems.count == before, timings.count == 1, amounts.count == 1 {
      return (timings[0].0, timings[0].1, amounts[0])
    }
    if problems.count == before {
      problems.append(
        Problem(
          place: sheet.place(sheet.header), fault: "the header does not name a time and an amount",
          remedy: "write year,amount or period,amount or date,amount"))
    }
    return nil
  }
}

extension Sheet {
  /// Notes what is wrong with a field, unless something is said of it already.
  fileprivate func note(_ field: Field, _ fault: String, _ remedy: String, _ problems: inout [Problem]) {
    guard problems.count < 200 else { return }
    let place = place(field)
    guard !self.problems.contains(where: { (place.start...place.end).contains($0.place.start) }) else {
      return
    }
    problems.append(Problem(place: place, fault: fault, remedy: remedy))
  }
}
