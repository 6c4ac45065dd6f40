import Finance

/// Interest that instruments are to be charged, and what of it falls on each month: the interest of a period falls on its
/// months as the rounded running total moves, half to even, so that the months add up to it.
///
/// Interest is a whole number q of pence a month and r over. A month of it moves by q and a penny or none, which depends on
/// its place, on r and on whether q is odd. So what is added in the first month of a period is the sum of q, and how many
/// payments bring a penny to the first month, to the second, and so on, in the lanes of a word. As months pass the sum leaves
/// with the end of its period, and the word moves on by a lane: a payment is two additions however long its period, and a
/// month a few more for all the draws of an instrument.
struct InterestDue {
  /// Six counts of pennies share a word, ten bits each. Fewer than a thousand payments of an instrument begin in a month: at
  /// most two draws in each month of sixty years, whose payments a period of two months or more parts among its months.
  private static let lanes: Int64 = 6, bits: Int64 = 10, lane: Int64 = 1 << 10 - 1
  /// Pence a month, and two words of pennies.
  private static let width = 3
  /// Months before the first in which a period may begin.
  private static let before = 12

  /// `[(instrument * stride + first month of the period) * width]`
  private var added: [Int64]
  private let stride: Int
  /// Months of a period, by instrument.
  private let periods: [Int]
  /// By instrument, what falls on the month just read: pence but for pennies, and two words of those.
  private var falling: [Int64]
  private let patterns = PennyPatterns()

  /// - Parameter periods: of each instrument: 1, 2, 3, 4, 6 or 12 months.
  init(periods: [Int], months: Int) {
    stride = Self.before + months + 1
    self.periods = periods
    added = Array(repeating: 0, count: periods.count * stride * Self.width)
    falling = Array(repeating: 0, count: periods.count * Self.width)
  }

  /// Adds interest, which is not below nil, of the period that begins with a month.
  mutating func add(_ interest: Int64, to instrument: Int, from month: Int) {
    let place = self.place(instrument, month)
    let period = Int64(periods[instrument])
    let each = interest / period
    let rest = interest &- each &* period
    added[place] &+= each
    guard rest > 0 else { return }
    let pattern = patterns.row(period, isOdd: each & 1 == 1, rest: rest)
    added[place + 1] &+= patterns.words[pattern]
    if period > Self.lanes { added[place + 2] &+= patterns.words[pattern + 1] }
  }

  /// What falls on a month. Months are read in their order, each once, from twelve before the first.
  mutating func charge(_ instrument: Int, _ month: Int) -> Int64 {
    let (now, new) = (instrument * Self.width, place(instrument, month))
    falling[now] &+= added[new]
    if month >= periods[instrument] - Self.before {
      falling[now] &-= added[new - periods[instrument] * Self.width]
    }
    let later = falling[now + 2]
    falling[now + 1] =
      falling[now + 1] >> Self.bits
      + (later & Self.lane) << (Self.bits * (Self.lanes - 1)) + added[new + 1]
    falling[now + 2] = later >> Self.bits + added[new + 2]
    return falling[now] + falling[now + 1] & Self.lane
  }

  /// The months before the first, of which a debt at the start may be in a period.
  static var monthsBefore: Range<Int> { -before..<0 }

  @inline(__always) private func place(_ instrument: Int, _ month: Int) -> Int {
    (instrument &* stride &+ month &+ Self.before) &* Self.width
  }

  /// Which months of a period get a penny, as the words that are added to the counts.
  private struct PennyPatterns {
    /// Two words a pattern.
    private(set) var words: [Int64] = []

    init() {
      for period in InterestDue.periods {
        for odd in [Int64(0), 1] {
          for rest in 0..<period {
            var pattern = (first: Int64(0), second: Int64(0))
            for part in 0..<period {
              let penny = spread(odd * period + rest, part: part + 1, of: period) - odd
              let lane = penny << (InterestDue.bits * (part % InterestDue.lanes))
              if part < InterestDue.lanes { pattern.first += lane } else { pattern.second += lane }
            }
            words += [pattern.first, pattern.second]
          }
        }
      }
    }

    /// Where a pattern stands: those of shorter periods come first.
    @inline(__always) func row(_ period: Int64, isOdd: Bool, rest: Int64) -> Int {
      let before: Int64 =
        switch period {
        case 2: 1
        case 3: 3
        case 4: 6
        case 6: 10
        case 12: 16
        default: 0
        }
      return Int(2 &* (2 &* before &+ (isOdd ? period : 0) &+ rest))
    }
  }

  /// The periods that divide a year into whole months.
  static let periods: [Int64] = [1, 2, 3, 4, 6, 12]
}
