/// What random models are made of.
extension Chance {
  public init(_ seed: Int) {
    self.init(state: UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 1)
  }

  public mutating func whole(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  public mutating func maybe(_ percent: Int = 50) -> Bool { whole(1...100) <= percent }
  public mutating func one<Value>(of values: [Value]) -> Value { values[whole(0...values.count - 1)] }

  // As a model file writes them.
  public mutating func percent(_ range: ClosedRange<Int>) -> String {
    let hundredths = whole(range.lowerBound * 100...range.upperBound * 100)
    let size = abs(hundredths)
    let fraction = size % 100 < 10 ? "0\(size % 100)" : "\(size % 100)"
    return "\"\(hundredths < 0 ? "-" : "")\(size / 100).\(fraction)%\""
  }
  public mutating func pounds(_ range: ClosedRange<Int>, per period: String = "") -> String {
    let pence = whole(range.lowerBound * 100...range.upperBound * 100)
    let fraction = pence % 100 < 10 ? "0\(pence % 100)" : "\(pence % 100)"
    return "\"£\(pence / 100).\(fraction)\(period.isEmpty ? "" : " per \(period)")\""
  }
  public mutating func months(_ range: ClosedRange<Int>) -> String { "\"\(whole(range)) months\"" }

  /// One value for all years, a list or a table by year.
  public mutating func series(years: Int, _ value: (inout Chance) -> String) -> String {
    switch whole(1...5) {
    case 1...2: return value(&self)
    case 3...4:
      let count = whole(1...years)
      return "[" + (0..<count).map { _ in value(&self) }.joined(separator: ", ") + "]"
    default:
      // a level says what it is from the first year on
      let next = 2026 + whole(0...years - 1)
      let later = next > 2026 ? ", \(next)-\((next + 1) % 100) = \(value(&self))" : ""
      return "{ 2026-27 = \(value(&self))\(later), then = \(value(&self)) }"
    }
  }
}
