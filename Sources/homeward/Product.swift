import Finance

// The one file of the command that names what the rooms below offer, apart from money and loans.

enum Product {}

// MARK: Values with units

extension Product {
  /// Pence, from pounds such as "£1,000,000" or "£35,258.06".
  static func pounds(_ text: String) -> Int64? {
    guard text.hasPrefix("£") else { return nil }
    return scaled(text.dropFirst(), places: 2)
  }

  /// Millionths, from a percentage such as "5.25%".
  static func rate(_ text: String) -> Int64? {
    guard text.hasSuffix("%") else { return nil }
    return scaled(text.dropLast(), places: 4)
  }

  /// Months, from "25 years" or "18 months".
  static func months(_ text: String) -> Int64? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let count = wholeNumber(String(words[0])), count < 100_000 else { return nil }
    switch words[1] {
    case "year", "years": return count * 12
    case "month", "months": return count
    default: return nil
    }
  }

  private static func scaled(_ text: Substring, places: Int) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard
      groups.count == 1
        || (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard decimals.count <= places, let whole = wholeNumber(groups.joined()), whole < 1_000_000_000_000,
      let rest = wholeNumber(decimals + String(repeating: "0", count: places - decimals.count))
    else { return nil }
    return (0..<places).reduce(whole) { n, _ in n * 10 } + rest
  }
}
