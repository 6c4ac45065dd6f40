import Analysis
import TestSupport
import Testing

/// The search for boundaries, on conditions whose boundaries are known.
@Suite struct BoundariesTests {
  /// Every stretch and change of a condition, and how often it was tried.
  func searched(_ last: Int64, beside: Int64? = nil, _ holds: (Int64) -> Bool) -> Boundaries {
    var boundaries = Boundaries(last: last, beside: beside)
    while !boundaries.wanted.isEmpty {
      for step in boundaries.wanted { boundaries.tell(step, holds: holds(step)) }
    }
    return boundaries
  }

  @Test(arguments: [0, 1, 7, 1499, 2499, 2500] as [Int64]) func oneBoundaryIsFoundWhereverItIs(
    at place: Int64
  ) {
    let found = searched(2500) { $0 < place }
    #expect(found.stretches == (place == 0 ? [] : [0...(place - 1)]))
    #expect(found.changes.allSatisfy { $0.above - $0.below == 1 })
    // 16 of the scan, and no more than 8 halvings of a sixteenth of the range
    #expect(found.tried.count <= 24)
  }

  /// Holds from 0 to 700, and again from 1,600 to 2,000: a search that took it to be monotone would tell one of the four.
  @Test func severalStretchesAreEachFound() {
    let found = searched(2500) { $0 <= 700 || (1600...2000).contains($0) }
    #expect(found.stretches == [0...700, 1600...2000])
    #expect(found.changes.map { $0.below } == [700, 1599, 2000])
    #expect(found.changes.map { $0.holdsBelow } == [true, false, true])
  }

  /// One that only the value of the model itself shows, as it lies between two of the scan: 0, 166, 333, …
  @Test func aNarrowStretchAroundTheModelIsSeen() {
    #expect(searched(2500) { (80...90).contains($0) }.stretches == [])
    #expect(searched(2500, beside: 85) { (80...90).contains($0) }.stretches == [80...90])
  }

  @Test func aShortRangeIsTriedWhole() {
    var chance = Chance(5)
    for last in Int64(0)...15 {
      let holds = (0...last).map { _ in chance.maybe() }
      let found = searched(last) { holds[Int($0)] }
      #expect(found.tried.count == Int(last) + 1)
      #expect(found.tried.map { $0.holds } == holds)
    }
  }

  @Test func theLargestRangeDoesNotOverflow() {
    let most = Int64.max / 2
    #expect(searched(most) { $0 < most / 3 }.stretches == [0...(most / 3 - 1)])
  }
}
