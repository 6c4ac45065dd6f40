import Finance

/// A running total of products, exact, which posts whole pence: what its rounded value moves by.
struct ExactTotal {
  /// A start is counted in twelfths of a millionth, so that a month's part of a yearly number is whole; and a share in
  /// millionths: a product of starts, share and pence is so many parts of a penny.
  static let parts: UInt64 = 12_000_000 * 1_000_000

  private var whole: Int64 = 0
  private var rest: UInt64 = 0
  /// What was posted so far.
  private(set) var posted: Int64 = 0

  /// Adds a product of two numbers from nought; beyond 64 bits it stays at the most that they hold.
  mutating func add(_ a: Int64, _ b: Int64) {
    let product = a.magnitude.multipliedFullWidth(by: b.magnitude)
    guard product.high < Self.parts else {
      whole = .max
      return
    }
    let (quotient, remainder) = Self.parts.dividingFullWidth((product.high, product.low))
    rest += remainder
    let carried: Int64 = rest >= Self.parts ? 1 : 0
    if carried == 1 { rest -= Self.parts }
    let (sum, isOver) = whole.addingReportingOverflow(Int64(clamping: quotient))
    whole = isOver || sum == .max ? .max : sum + carried
  }

  /// What the total, rounded half to even and never above a cap, moves by.
  mutating func post(atMost cap: Int64 = .max) -> Int64 {
    let twice = 2 * rest
    let isUp = twice > Self.parts || twice == Self.parts && whole & 1 == 1
    let now = min(cap, isUp && whole < .max ? whole + 1 : whole)
    defer { posted = now }
    return now - posted
  }
}
