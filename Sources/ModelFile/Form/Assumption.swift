import Finance
import TOML

/// A default that says who says so.
public struct Assumed<Value: Sendable>: Sendable {
  public var value: Value
  public var source: String

  public init(_ value: Value, _ source: String) { (self.value, self.source) = (value, source) }
}

/// What a series by year is after its last year: a level stays the same, an amount is nothing.
public enum After: Hashable, Sendable { case same, nothing }

/// One row of the register: an assumption as declared, and what the sources say of it.
public struct Assumption: Sendable {
  /// The keys down to it, with dots between: `loan.pwlb.rate`; in a blank form `loan.*.rate`.
  public var path: String
  public var kind: Kind
  /// The least and the most it may be, as the whole number inside.
  public var bounds: ClosedRange<Int64>
  public var isByYear: Bool
  /// What it is after its last year, if it is by year.
  public var after: After?
  /// Whether a model may do without it, though there is no default.
  public var isOptional: Bool
  public var meaning: String
  /// The default, of every kind but text.
  public var assumed: Assumed<Int64>?
  /// The default of a text.
  public var assumedText: Assumed<String>?
  /// What the sources say, of every kind but text; one value where it is not by year.
  public var given: Series<Int64>?
  /// What the sources say of a text, or of a list of names.
  public var text: String?
  /// Where the value stands; nothing where nobody gave it.
  public var place: Place?
  /// The comment that says where the value comes from.
  public var citation: [UInt8] = []
  /// The value as its bytes stand in the source.
  public var written: [UInt8] = []

  /// Whether the source of a given value is said to be nothing but an assumption.
  public var isAssumption: Bool { citation.prefix(10).map { $0 | 0x20 }.elementsEqual("assumption".utf8) }

  /// Whether a value is given with no word of where it comes from.
  public var isUnsourced: Bool { place != nil && citation.isEmpty }

  /// The value as it is read aloud: "4.85%", "2026-27: 4.85%, then 5%"; empty where there is none.
  public var valueText: String {
    if let text { return text }
    if let given { return seriesText(given) }
    if let assumedText { return assumedText.value }
    return assumed.map { kind.write($0.value) } ?? ""
  }

  /// The value that counts in a year, as it is read aloud; empty where there is none.
  public func valueText(in year: Year) -> String {
    guard isByYear, let given else { return valueText }
    return kind.write(given[year])
  }

  private func seriesText(_ series: Series<Int64>) -> String {
    guard isByYear, series.values.count > 1 else { return kind.write(series.values[0]) }
    return after == .nothing ? amountsText(series) : levelsText(series)
  }

  /// A level is named where it changes; what stays is after the last.
  private func levelsText(_ series: Series<Int64>) -> String {
    var text = "\(series.first): \(kind.write(series.values[0]))"
    var changed = 0
    let last = series.values.count - 1
    for index in 1...last where series.values[index] != series.values[index - 1] {
      let value = kind.write(series.values[index])
      let isLast = series.values[index...].allSatisfy { $0 == series.values[index] }
      let isNext = index == changed + 1
      text +=
        isLast
        ? (isNext ? ", then \(value)" : ", from \(series.first + index): \(value)")
        : ", \(series.first + index): \(value)"
      changed = index
    }
    return changed == 0 ? kind.write(series.values[0]) : text
  }

  /// An amount is named in each year that has one.
  private func amountsText(_ series: Series<Int64>) -> String {
    var parts: [String] = []
    for (index, value) in series.values.enumerated() where value != 0 {
      let isLast = index == series.values.count - 1
      parts.append((isLast && index > 0 ? "then " : "\(series.first + index): ") + kind.write(value))
    }
    return parts.isEmpty ? kind.write(0) : parts.joined(separator: ", ")
  }
}
