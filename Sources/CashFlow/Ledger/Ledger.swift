/// Every line of every month, one line after another, in whole pence, homes, or millionths of a household.
public struct Ledger: Hashable, Sendable {
  public let months: Int
  public internal(set) var cells: [Int64]

  init(months: Int, lines: Int) {
    (self.months, cells) = (months, Array(repeating: 0, count: months * lines))
  }

  public subscript(line: Line, month: Int) -> Int64 { cells[line.start + month] }

  /// The months of a line.
  public func monthly(_ line: Line) -> [Int64] { Array(cells[line.start..<line.start + months]) }

  /// Empties what draws and payments add to.
  mutating func clear(_ debts: [DebtLines]) {
    let months = months
    var cells = self.cells.mutableSpan
    for debt in debts {
      for line in [debt.drawn, debt.repaid, debt.paid, debt.charged] {
        for month in 0..<months { cells[line, month] = 0 }
      }
      if let line = debt.deferred { for month in 0..<months { cells[line, month] = 0 } }
    }
  }

  /// Fills the lines that are sums of others.
  mutating func add(_ lines: Lines) {
    let months = months
    var cells = self.cells.mutableSpan
    for total in lines.totals {
      for month in 0..<months { cells[total.line, month] = 0 }
      for term in total.terms {
        for month in 0..<months { cells[total.line, month] += term.sign * cells[term.line, month] }
      }
    }
  }
}

extension MutableSpan where Element == Int64 {
  /// A line's month, written in place.
  @inline(__always) subscript(line: Line, month: Int) -> Int64 {
    get { self[line.start + month] }
    set { self[line.start + month] = newValue }
  }
}
