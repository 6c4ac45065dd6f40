import Finance

/// How the interest of a period of so many months falls on each of them: what the rounded running total moves by, half to
/// even, so that the months add up to it.
///
/// Interest is a whole number q of pence a month and r over. Month j of p moves by q and a penny or none, which depends on
/// j, r and whether q is odd: a table, so that no month divides.
struct InterestSpread {
  let months: Int
  /// The pence beyond q by month, then by r, then for an even q and an odd one.
  private let extra: [Int64]

  init(months: Int) {
    self.months = months
    var extra: [Int64] = []
    for q in [Int64(0), 1] {
      for rest in 0..<Int64(months) {
        let interest = q * Int64(months) + rest
        for month in 1...Int64(months) { extra.append(spread(interest, part: month, of: Int64(months)) - q) }
      }
    }
    self.extra = extra
  }

  /// Posts interest, which is not below nil, to the months of a line from `first`; those before month 0 are summed instead,
  /// and those beyond the last left out.
  /// - Returns: what falls before month 0.
  @inline(__always)
  func post(_ interest: Int64, to line: Line, from first: Int, of all: Int, _ cells: inout MutableSpan<Int64>)
    -> Int64
  {
    let (each, rest) = interest.quotientAndRemainder(dividingBy: Int64(months))
    let row = (Int(each & 1) * months + Int(rest)) * months
    if first >= 0 && first + months <= all {
      for j in 0..<months { cells[line, first + j] += each + extra[row + j] }
      return 0
    }
    var before: Int64 = 0
    for j in 0..<months {
      let month = first + j
      if month < 0 {
        before += each + extra[row + j]
      } else if month < all {
        cells[line, month] += each + extra[row + j]
      }
    }
    return before
  }
}

/// The spreads of every period that divides a year.
struct InterestSpreads {
  private let all: [InterestSpread]
  init() { all = [1, 2, 3, 4, 6, 12].map { InterestSpread(months: $0) } }

  /// - Parameter months: 1, 2, 3, 4, 6 or 12.
  func of(_ months: Int) -> InterestSpread { all[months <= 4 ? months - 1 : months == 6 ? 4 : 5] }
}
