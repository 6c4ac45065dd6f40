import Finance
import TestSupport
import Testing

@testable import CashFlow

/// Interest falls on the months of its period as the rounded running total does, half to even, in every length of period.
@Suite struct InterestSpreadTests {
  @Test(arguments: [1, 2, 3, 4, 6, 12]) func isTheRunningTotal(months: Int) {
    var lines = Lines(months: 24)
    let line = lines.flow("x", "x", from: "")
    for interest in Array(0..<Int64(50)) + [650_712, 390_425, 9_200_000_000_001] {
      var cells = Array(repeating: Int64(0), count: 24)
      var span = cells.mutableSpan
      _ = InterestSpreads().of(months).post(interest, to: line, from: 5, of: 24, &span)
      let expected = (1...Int64(months)).map { spread(interest, part: $0, of: Int64(months)) }
      #expect(Array(cells[5..<5 + months]) == expected, "\(interest)")
      #expect(cells.reduce(0, +) == interest)
    }
  }
}
