import Analysis
import TestSupport
import Testing

@Suite struct HistogramTests {
  /// A percentile is the number of its rank, within the error that is stated: exact under 1,024, then 0.1%.
  @Test(arguments: [1_000, 1_000_000, 9_000_000_000_000]) func percentilesAreWithinTheirError(size: Int) {
    var chance = Chance(size)
    var values = (0..<3_001).map { _ in Int64(chance.whole(-size...size)) }
    var histogram = Histogram()
    for value in values { histogram.add(value) }
    values.sort()
    for percent in 1...99 {
      // of 3,001 numbers, p% are the first ⌈30.01 p⌉
      let exact = values[(3_001 * percent + 99) / 100 - 1]
      let shown = histogram.percentile(Int64(percent)) ?? .max
      #expect(
        shown == exact || exact.magnitude >= 1_024 && (shown - exact).magnitude * 1_000 <= exact.magnitude)
    }
    #expect(histogram.least == values[0] && histogram.greatest == values[3_000])
    #expect(histogram.sum == values.reduce(0, +))
  }

  @Test func sumsOfHistogramsAreThatOfTheirNumbers() {
    var chance = Chance(5)
    var (one, other, both) = (Histogram(), Histogram(), Histogram())
    for _ in 0..<2_000 {
      let value = Int64(chance.whole(-90_000_000...2_000_000_000))
      if chance.maybe() { one.add(value) } else { other.add(value) }
      both.add(value)
    }
    var (left, right) = (one, other)
    left.add(other)
    right.add(one)
    #expect(left == both && right == both)
    #expect(left.percentile(50) == both.percentile(50))
    left.add(Histogram())
    #expect(left == both)
  }

  @Test func theEndsOfTheRangeAreHeld() {
    var histogram = Histogram()
    for value in [Int64.max, .min, 0, 1_023, 1_024, -1_023, -1_024, Histogram.most] { histogram.add(value) }
    #expect(histogram.least == -Histogram.most && histogram.greatest == Histogram.most)
    #expect(histogram.count == 8 && histogram.percentile(100) == Histogram.most)
    #expect(Histogram().percentile(50) == nil && Histogram().mean == nil)
  }
}
