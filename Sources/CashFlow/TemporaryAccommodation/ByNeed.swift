/// A number for each bedroom need: one bedroom or a room, two, three, four or more. What a month does to households it does to
/// those of every need at once, a lane each.
typealias ByNeed = SIMD4<Double>

extension SIMD4 where Scalar == Double {
  /// All needs together, added up in their order.
  @inline(__always) var sum: Double { self[0] + self[1] + self[2] + self[3] }

  /// The lesser of each lane.
  @inline(__always) func atMost(_ other: Self) -> Self {
    Self(
      self[0] < other[0] ? self[0] : other[0], self[1] < other[1] ? self[1] : other[1],
      self[2] < other[2] ? self[2] : other[2], self[3] < other[3] ? self[3] : other[3])
  }

  /// The greater of each lane.
  @inline(__always) func atLeast(_ other: Self) -> Self {
    Self(
      self[0] > other[0] ? self[0] : other[0], self[1] > other[1] ? self[1] : other[1],
      self[2] > other[2] ? self[2] : other[2], self[3] > other[3] ? self[3] : other[3])
  }

  /// What is above nothing.
  @inline(__always) var positive: Self { atLeast(.zero) }

  /// The share that a part is of a whole, lane by lane; nothing of nothing. The whole of it is exactly 1.
  @inline(__always) func share(of whole: Self) -> Self {
    self / whole.atLeast(Self(repeating: .leastNormalMagnitude))
  }

  /// Whether a lane is below a bound.
  @inline(__always) func reaches(below bound: Double) -> Bool {
    self[0] < bound || self[1] < bound || self[2] < bound || self[3] < bound
  }

  /// Four numbers of a row that holds them need by need.
  @inline(__always) init(_ row: borrowing [Double], from first: Int) {
    self.init(row[first], row[first + 1], row[first + 2], row[first + 3])
  }
}
