import Finance
import TestSupport
import Testing

@Suite struct RoundingTests {
  @Test(
    arguments: [
      (5, 10, 0), (15, 10, 2), (25, 10, 2), (-5, 10, 0), (-15, 10, -2), (-25, 10, -2), (-26, 10, -3),
      (14, 10, 1),
      (0, 7, 0), (.max, 1, .max), (.min, 1, .min), (.max, .max, 1), (.max - 1, .max, 1), (.max / 2, .max, 0),
      (.max / 2 + 1, .max, 1), (.min, .max, -1), (195_212_5, 10, 195_212), (195_213_5, 10, 195_214),
    ] as [(Int64, Int64, Int64)])
  func halfGoesToEven(numerator: Int64, denominator: Int64, quotient: Int64) {
    #expect(roundedQuotient(numerator, denominator) == quotient)
  }

  @Test func theQuotientIsTheNearest() {
    var chance = Chance(state: 5)
    for _ in 0..<10_000 {
      let denominator = Int64.random(in: 1...1_000, using: &chance)
      let numerator = Int64.random(in: -1_000_000...1_000_000, using: &chance)
      let quotient = roundedQuotient(numerator, denominator)
      let distance = abs(2 * (numerator - quotient * denominator))
      #expect(distance < denominator || distance == denominator && quotient.isMultiple(of: 2))
    }
  }

  @Test func wholeNearestIsTheStandardRounding() {
    var chance = Chance(state: 6)
    for _ in 0..<10_000 {
      let quarters =
        Double(Int64.random(in: -4_000_000_000_000_000...4_000_000_000_000_000, using: &chance)) / 4
      #expect(wholeNearest(quarters) == quarters.rounded(.toNearestOrEven))
    }
    for x in [0.5, 1.5, 2.5, -0.5, -1.5, 0.49999999999999994] {
      #expect(wholeNearest(x) == x.rounded(.toNearestOrEven))
    }
  }

  @Test func aSpreadSumComesBackToThePenny() {
    var chance = Chance(state: 7)
    for _ in 0..<1_000 {
      let parts = Int64.random(in: 1...60, using: &chance)
      let total = Int64.random(in: -1_000_000_000...1_000_000_000, using: &chance)
      let shares = (1...parts).map { spread(total, part: $0, of: parts) }
      #expect(shares.reduce(0, +) == total)
      #expect(shares.allSatisfy { abs($0 * parts - total) <= parts })
    }
  }

  /// The interest of the worked example, £3,904.25 over six months, with its one tie.
  @Test func workedExampleOfSpread() {
    let months = (1...6).map { spread(3_904_25, part: $0, of: 6) }
    #expect(months == [650_71, 650_71, 650_70, 650_71, 650_71, 650_71])
  }

  @Test func whatDoesNotFitIsTheLargestThatDoes() {
    #expect(roundedProduct(.max, 1_000_000, over: 1) == .max)
    #expect(roundedProduct(-.max, 1_000_000, over: 1) == -.max)
    #expect(roundedProduct(.max, 3, over: 2) == .max)
    #expect(roundedProduct(.max, 2, over: 2) == .max)
    #expect(roundedProduct(.max, .max, over: .max) == .max)
  }

  @Test func aShareOfMoney() {
    #expect(Money(pence: 1_00).share(Rate.percent(29)) == Money(pence: 29))
    #expect(Money(pence: -12_345).share(1, of: 2) == Money(pence: -6_172))
    #expect(Money.pounds(120).scaled(by: 1.033) == Money(pence: 123_96))
  }
}
