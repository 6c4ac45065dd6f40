import Finance

/// What an assumption is measured in. Every kind but text is a whole number inside: pence, millionths, homes, months, the
/// year in which a financial year starts, a place in a list.
public enum Kind: Hashable, Sendable {
  case text
  case flag
  case rate
  /// Percentage points, in millionths: a point is 10,000.
  case points
  case money(per: String)
  case count(of: String)
  case weeks
  case months
  case year
  case choice([String])
  /// One of the names of `[of.NAME]`.
  case name(of: String, [String])

  /// What such a value is called in a message.
  public var words: String {
    switch self {
    case .text: "text"
    case .flag: "true or false"
    case .rate: "a percentage"
    case .points: "a number of percentage points"
    case .money(let period): period.utf8.isEmpty ? "an amount in pounds" : "an amount in pounds per \(period)"
    case .count(let noun): noun.utf8.isEmpty ? "a whole number" : "a whole number of \(noun)"
    case .weeks: "a time in weeks"
    case .months: "a time in months or years"
    case .year: "a financial year"
    case .choice(let names): listed(names)
    case .name(let table, _): "the NAME of \(article(table)) [\(table).NAME]"
    }
  }

  /// How a value is written in a model file, ready to be pasted into one, and within the bounds.
  public func example(in bounds: ClosedRange<Int64>) -> String {
    let usual: [Int64]
    switch self {
    case .text: return "\"text\""
    case .flag: return "true"
    case .choice(let names), .name(_, let names): return quoted(names.first ?? "NAME")
    case .rate: usual = [55_000]
    case .points: usual = [8_000]
    case .money(let period):
      usual =
        period.isSame(as: "year")
        ? [1_500_00] : period.utf8.isEmpty ? [285_000_00, 5_000_00] : [104_20, 2_00]
    case .count: usual = [120, 40, 2]
    case .weeks: usual = [3]
    // what lasts a year at least is a loan or the life of a home
    case .months: usual = bounds.lowerBound < 12 ? [18, 3] : [480]
    case .year: usual = [2026]
    }
    let value = usual.first { bounds.contains($0) } ?? bounds.upperBound
    if case .count = self { return "\(value)" }
    return quoted(write(value))
  }

  /// How a value is read aloud: "4.85%", "£104.20 per week", "3,120 homes", "40 years", "2026-27".
  public func write(_ value: Int64) -> String {
    switch self {
    case .text: ""
    case .flag: value == 0 ? "false" : "true"
    case .rate: decimalText(value, places: 4) + "%"
    case .points: decimalText(value, places: 4) + (value.magnitude == 10_000 ? " point" : " points")
    case .money(let period): poundsText(value) + (period.utf8.isEmpty ? "" : " per \(period)")
    case .count(let noun):
      groupedText(value) + (noun.utf8.isEmpty ? "" : " ") + (value == 1 ? singular(noun) : noun)
    case .weeks: groupedText(value) + (value == 1 ? " week" : " weeks")
    case .months:
      if value != 0, value % 12 == 0 {
        groupedText(value / 12) + (value == 12 ? " year" : " years")
      } else {
        groupedText(value) + (value == 1 ? " month" : " months")
      }
    case .year: Year(start: Int(value)).description
    case .choice(let names), .name(_, let names):
      value >= 0 && value < names.count ? names[Int(value)] : "NAME"
    }
  }

  /// How many decimal places a value of this kind may have where it is written.
  var places: Int {
    switch self {
    case .rate, .points: 4
    case .money: 2
    default: 0
    }
  }
}

/// The word before a thing with this name.
func article(_ name: String) -> String {
  let isVowel = name.utf8.first.map { "aeiou".utf8.contains($0 | 0x20) } ?? false
  return isVowel ? "an" : "a"
}

/// One of something that is named in the plural.
func singular(_ noun: String) -> String {
  let bytes = Array(noun.utf8)
  let end = bytes.count
  if end > 3, bytes[(end - 3)...].elementsEqual("ies".utf8) {
    return String(decoding: bytes[..<(end - 3)], as: UTF8.self) + "y"
  }
  if end > 1, bytes[end - 1] == UInt8(ascii: "s") {
    return String(decoding: bytes[..<(end - 1)], as: UTF8.self)
  }
  return noun
}
