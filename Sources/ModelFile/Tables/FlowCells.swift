import Finance

extension FlowTable.Timing {
  /// How a cell says when, where no header does.
  init(of cell: [UInt8]) {
    let hyphens = cell.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    self = hyphens > 1 ? .date : hyphens == 1 || cell.count == 4 ? .year : .period
  }

  var example: String {
    switch self {
    case .year: "2026-27"
    case .period: "0"
    case .date: "2026-04-01"
    }
  }

  func read(_ cell: [UInt8]) -> (time: Int64, name: String)? {
    let text = String(decoding: cell, as: UTF8.self)
    switch self {
    case .date: return Day(iso: text).map { ($0.number, text) }
    case .period:
      guard (1...5).contains(cell.count), let number = whole(cell[...]), number <= 10_000 else { return nil }
      return (number, "\(number)")
    case .year:
      guard cell.count == 4 || cell.count == 7, let start = whole(cell.prefix(4)), start >= 1_000 else {
        return nil
      }
      let year = Year(start: Int(start))
      return cell.count == 4 || text == year.description ? (start, text) : nil
    }
  }

  func fault(_ cell: [UInt8]) -> String {
    switch self {
    case .date: "date \(quoted(cell)) is not a day"
    case .period: "period \(quoted(cell)) is not a whole number from 0 to 10,000"
    case .year: "year \(quoted(cell)) is not a year"
    }
  }

  func remedy(_ cell: [UInt8]) -> String {
    switch self {
    case .date: "write it as \(isoDay(cell) ?? example)"
    case .period: "write 0 for now, 1 for a year from now"
    case .year: "write it as 2026-27, or 2026 for the year that starts then"
    }
  }
}

/// A day that is written the British way, 01/04/2026, in the other.
private func isoDay(_ cell: [UInt8]) -> String? {
  let parts = cell.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  guard parts.count == 3, parts[0].count <= 2, parts[1].count <= 2, parts[2].count == 4,
    let day = whole(parts[0]), let month = whole(parts[1]), let year = whole(parts[2])
  else { return nil }
  return Day(year: Int(year), month: Int(month), day: Int(day)).map { $0.description }
}

/// A number in digits alone, at most 18 of them.
private func whole(_ digits: ArraySlice<UInt8>) -> Int64? {
  guard (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
}

/// A cell that says a sum of money, in pounds: 1234.56, -£1,234.56, or (1,234.56) as accountants write what goes out.
enum FlowAmount {
  case money(Money)
  case wrong(fault: String, remedy: String)

  init(_ cell: [UInt8]) {
    let (minus, pound): ([UInt8], [UInt8]) = ([0xE2, 0x88, 0x92], [0xC2, 0xA3])
    var rest = cell[...]
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    let isBracketed = rest.count > 2 && rest.first == UInt8(ascii: "(") && rest.last == UInt8(ascii: ")")
    if isBracketed { rest = rest.dropFirst().dropLast() }
    var (isNegative, hasSign, hasPound) = (isBracketed, isBracketed, false)
    while true {
      if !hasSign, rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        (isNegative, hasSign) = (rest.first == UInt8(ascii: "-"), true)
        rest.removeFirst()
      } else if !hasSign, rest.starts(with: minus) {
        (isNegative, hasSign) = (true, true)
        rest.removeFirst(3)
      } else if !hasPound, rest.starts(with: pound) {
        hasPound = true
        rest.removeFirst(2)
      } else {
        break
      }
    }
    let parts = rest.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count > 0, let digits = FlowAmount.ungrouped(parts[0]),
      parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy({ (0x30...0x39).contains($0) })
    else {
      self = .wrong(
        fault: "is not a sum of money",
        remedy: "write it as 1234.56, or \"£1,234.56\" in quotes; what goes out is -1234.56")
      return
    }
    let places = parts.count == 1 ? [] : Array(parts[1])
    guard places.dropFirst(2).allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      self = .wrong(fault: "has a part of a penny", remedy: "write at most two decimals")
      return
    }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    let pounds = significant.isEmpty ? 0 : whole(significant[...])
    guard let pounds, pounds <= FlowTable.largest.pence / 100 else {
      self = .wrong(
        fault: "is too large", remedy: "write one from -£1,000,000,000,000 to £1,000,000,000,000")
      return
    }
    let pence = pounds * 100 + (whole((places + [0x30, 0x30]).prefix(2)) ?? 0)
    guard pence <= FlowTable.largest.pence else {
      self = .wrong(
        fault: "is too large", remedy: "write one from -£1,000,000,000,000 to £1,000,000,000,000")
      return
    }
    self = .money(Money(pence: isNegative ? -pence : pence))
  }

  /// The digits of a whole number, whose commas, if it has them, stand between groups of three.
  private static func ungrouped(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let groups = text.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = groups.first, !first.isEmpty, groups.count == 1 || first.count <= 3,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let digits = groups.flatMap { Array($0) }
    return digits.allSatisfy { (0x30...0x39).contains($0) } ? digits : nil
  }
}
