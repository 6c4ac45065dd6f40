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

  /// Empties every line, for another run in the same memory.
  /// - Parameter empty: the places of lines that are known to be empty.
  mutating func clear(but empty: Range<Int>) {
    let months = months
    var cells = self.cells.mutableSpan
    for i in 0..<empty.lowerBound * months { cells[i] = 0 }
    for i in empty.upperBound * months..<cells.count { cells[i] = 0 }
  }

  /// Empties what draws and payments add to.
  mutating func clear(_ debts: [DebtLines]) {
    let months = months
    var cells = self.cells.mutableSpan
    for debt in debts {
      for line in [debt.drawn, debt.repaid, debt.paid] {
        for month in 0..<months { cells[line, month] = 0 }
      }
      if let line = debt.deferred { for month in 0..<months { cells[line, month] = 0 } }
    }
  }

  /// Fills lines that are sums of others, in an order in which each comes after what it adds.
  mutating func add(_ totals: [Lines.Total]) {
    var sums = Array(repeating: Int64(0), count: months)
    for total in totals {
      sum(total.terms, into: &sums)
      let start = total.line.start
      var cells = self.cells.mutableSpan
      for month in sums.indices { cells[start + month] = sums[month] }
    }
  }

  /// The sum of lines, month by month. Whatever a model holds fits, so nothing is looked at for overflow.
  func sum(_ terms: [(sign: Int64, line: Line)], into sums: inout [Int64]) {
    let cells = self.cells.span
    var sums = sums.mutableSpan
    for month in sums.indices { sums[month] = 0 }
    for term in terms {
      let line = cells.extracting(term.line.start..<term.line.start + months)
      guard line.count == sums.count else { continue }
      if term.sign > 0 {
        for month in sums.indices { sums[month] &+= line[month] }
      } else {
        for month in sums.indices { sums[month] &-= line[month] }
      }
    }
  }

  /// A line by year: flows summed over their months, stocks as March leaves them.
  func yearly(_ line: Line, _ period: Meaning.Period) -> [Int64] {
    let line = cells.span.extracting(line.start..<line.start + months)
    var all = Array(repeating: Int64(0), count: months / 12)
    for year in all.indices {
      if period == .stock {
        all[year] = line[year * 12 + 11]
      } else {
        for month in year * 12..<year * 12 + 12 { all[year] &+= line[month] }
      }
    }
    return all
  }
}

extension MutableSpan where Element == Int64 {
  /// A line's month, written in place.
  @inline(__always) subscript(line: Line, month: Int) -> Int64 {
    get { self[line.start &+ month] }
    set { self[line.start &+ month] = newValue }
  }
}
