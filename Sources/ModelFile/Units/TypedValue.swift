/// Why a value typed for a question cannot be taken.
public struct TypedFault: Error, Hashable, Sendable {
  public var fault: String, remedy: String
}

extension Kind {
  /// A value typed for a question, as a model file would have it: the same units, bounds and words.
  /// - Parameter name: what the value is for, at the beginning of a message: "--between".
  public func value(
    of text: String, for name: String, in bounds: ClosedRange<Int64>
  ) throws(TypedFault) -> Int64 {
    let bytes = Array(text.utf8)
    switch read(bytes) {
    case .whole(let value):
      if bounds.contains(value) { return value }
      throw TypedFault(
        fault: "\(name) \(quoted(text)) is out of bounds",
        remedy: "it must be from \(write(bounds.lowerBound)) to \(write(bounds.upperBound))")
    case .tooFine:
      let most = places == 2 ? "two" : "four"
      throw TypedFault(
        fault: "\(name) \(quoted(text)) has more than \(most) decimal places", remedy: "write at most \(most)"
      )
    case .wrong:
      let better = meant(bytes, in: bounds) ?? respelled(bytes, in: bounds)
      throw TypedFault(
        fault: "\(name) \(quoted(text)) is not \(words)",
        remedy: better.map { "write \($0)" } ?? "write one such as \(example(in: bounds))")
    }
  }
}

extension Kind {
  /// Whether values of it can be stepped through.
  public var isNumber: Bool {
    switch self {
    case .rate, .points, .money, .count, .weeks, .months: true
    case .text, .flag, .year, .choice, .name: false
    }
  }
}
