import CashFlow
import Finance
import Housing
import ModelFile

/// What must be so of a forecast: `npv >= £0`, `ta@2031-32 <= 200`, `passes`.
public struct Condition: Hashable, Sendable {
  public enum Comparison: String, CaseIterable, Hashable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }
  public var measure: Measure
  public var comparison: Comparison
  public var value: Int64

  public init(_ measure: Measure, _ comparison: Comparison, _ value: Int64) {
    (self.measure, self.comparison, self.value) = (measure, comparison, value)
  }

  /// What has no figure meets no condition.
  public func isMet(by forecast: Forecast) -> Bool {
    guard let figure = measure.value(in: forecast) else { return false }
    return switch comparison {
    case .atLeast: figure >= value
    case .atMost: figure <= value
    case .above: figure > value
    case .below: figure < value
    case .equal: figure == value
    }
  }

  /// "NPV to the council, real >= £0".
  public var words: String {
    measure.unit == .verdict
      ? measure.label : "\(measure.label) \(comparison.rawValue) \(measure.write(value))"
  }
}

extension Condition {
  /// `MEASURE >= VALUE`, the value in the measure's unit; of a measure that is so or not, the name alone.
  public init(_ text: String, _ model: Model, _ plan: Plan) throws(QuestionFault) {
    let bytes = Array(text.utf8)
    guard let sign = bytes.firstIndex(where: { Array("<>=".utf8).contains($0) }) else {
      let measure = try Measure.named(Condition.trimmed(bytes[...]), model, plan)
      guard measure.unit == .verdict else {
        throw QuestionFault(
          "\"\(text)\" says nothing of what \(measure.name) must be", "write \"\(measure.name) >= VALUE\"")
      }
      self.init(measure, .equal, 1)
      return
    }
    let isTwo = sign + 1 < bytes.count && bytes[sign + 1] == UInt8(ascii: "=")
    let end = isTwo ? sign + 2 : sign + 1
    let word = String(decoding: bytes[sign..<end], as: UTF8.self)
    let measure = try Measure.named(Condition.trimmed(bytes[..<sign]), model, plan)
    guard
      let comparison = Comparison.allCases.first(where: { $0.rawValue.isSame(as: word) })
        ?? ("==".isSame(as: word) ? .equal : nil)
    else { throw QuestionFault("\"\(word)\" compares nothing", "write >=, <=, >, < or =") }
    let said = Condition.trimmed(bytes[end...])
    guard let value = measure.read(said) else {
      throw QuestionFault(
        "\"\(said)\" is not \(measure.kind.words)", "write one such as \(measure.write(measure.example))")
    }
    self.init(measure, comparison, value)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while bytes.first == 32 { bytes.removeFirst() }
    while bytes.last == 32 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Measure {
  /// A value as typed; of a measure in millionths, whole ones.
  func read(_ text: String) -> Int64? {
    guard let value = kind.value(of: text) else { return nil }
    guard unit == .millionths else { return value }
    let (scaled, isOver) = value.multipliedReportingOverflow(by: 1_000_000)
    return isOver ? nil : scaled
  }

  var example: Int64 {
    switch unit {
    case .pence: 0
    case .homes, .households: 200
    case .millionths: 200_000_000
    case .tests: 3
    case .year: 2036
    case .verdict: 1
    }
  }
}
