/// The months in which households came in: a ring of sixty slots, for those of 0 … 59 months ago, and one slot behind them for
/// sixty or more. A month passes by turning the ring.
struct Ring {
  static let months = 60
  static let slots = 61
  /// The slot of those who came in this month.
  private(set) var newest = 0

  /// Where those stand who have been in for so many months.
  @inline(__always) func slot(_ age: Int) -> Int {
    guard age < Self.months else { return Self.months }
    let slot = newest &- age
    return slot < 0 ? slot &+ Self.months : slot
  }

  /// A month passes: the slot of the last month of the ring becomes that of those who come in.
  @inline(__always) mutating func turn() { newest = slot(Self.months - 1) }
}
