import Finance
import TestSupport
import Testing

@testable import CashFlow

/// Interest falls on the months of its period as the rounded running total does, half to even, in every length of period.
@Suite struct InterestDueTests {
  /// What falls on the months of an instrument, from twelve before the first.
  static func charges(_ due: inout InterestDue, _ instrument: Int, months: Int) -> [Int64] {
    (-12..<months).map { due.charge(instrument, $0) }
  }

  @Test(arguments: InterestDue.periods) func isTheRunningTotal(period: Int64) {
    for interest in Array(0..<Int64(50)) + [650_712, 390_425, 9_200_000_000_001] {
      var due = InterestDue(periods: [1, Int(period)], months: 24)
      due.add(interest, to: 1, from: 5)
      let expected = (1...period).map { spread(interest, part: $0, of: period) }
      let charges = Self.charges(&due, 1, months: 24)
      #expect(Array(charges[17..<17 + Int(period)]) == expected, "\(interest)")
      #expect(charges.reduce(0, +) == interest)
      #expect(Self.charges(&due, 0, months: 24).allSatisfy { $0 == 0 })
    }
  }

  /// Payments one after another, with interest of their own each.
  @Test(arguments: InterestDue.periods) func isEachInItsTurn(period: Int64) {
    var due = InterestDue(periods: [Int(period)], months: 24)
    var expected = Array(repeating: Int64(0), count: 36)
    for first in stride(from: 0, to: 24, by: Int(period)) {
      let interest = Int64(1_000 + 7 * first)
      due.add(interest, to: 0, from: first)
      for part in 1...period {
        expected[12 + first + Int(part) - 1] += spread(interest, part: part, of: period)
      }
    }
    #expect(Self.charges(&due, 0, months: 24) == expected)
  }

  /// As many draws as sixty years have months, twice over: no count of pennies runs into the next.
  @Test(arguments: InterestDue.periods) func holdsEveryDraw(period: Int64) {
    for rest in 0..<period {
      var due = InterestDue(periods: [Int(period)], months: 24)
      let draws = 2 * 720 / period
      for _ in 0..<draws { due.add(rest, to: 0, from: 5) }
      let expected = (1...period).map { draws * spread(rest, part: $0, of: period) }
      #expect(Array(Self.charges(&due, 0, months: 24)[17..<17 + Int(period)]) == expected, "\(rest)")
    }
  }

  /// A debt at the start may be within its period: what fell on the months before is what opens as accrued.
  @Test func countsTheMonthsBeforeTheFirst() {
    var due = InterestDue(periods: [6], months: 12)
    due.add(600, to: 0, from: -4)
    #expect(Self.charges(&due, 0, months: 3).suffix(9) == [0, 0, 100, 100, 100, 100, 100, 100, 0])
  }
}
