extension Forecast {
  /// A line in a year: a flow's sum, a stock as its March leaves it.
  public func figure(_ line: Line, _ run: Run = .with, year: Int) -> Int64 {
    guard plan.lines.period(of: line) == .flow else { return figure(line, run, month: 12 * year + 11) }
    var sum: Int64 = 0
    for month in 12 * year..<12 * year + 12 { sum += figure(line, run, month: month) }
    return sum
  }

  /// A line in a month, or as its last day leaves it.
  public func figure(_ line: Line, _ run: Run = .with, month: Int) -> Int64 {
    switch run {
    case .with: with.ledger[line, month]
    case .without: without.ledger[line, month]
    case .difference: with.ledger[line, month] - without.ledger[line, month]
    }
  }

  /// What a stock stands at as a month opens.
  public func opening(_ line: Line, _ run: Run = .with, month: Int) -> Int64 {
    if month > 0 { return figure(line, run, month: month - 1) }
    return switch run {
    case .with: with.openings[line]
    case .without: without.openings[line]
    case .difference: (with.openings[line]) - (without.openings[line] ?? 0)
    }
  }
}
