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
  var added: [Int64]
  private let stride: Int
  /// Months of a period, by instrument.
  private let periods: [Int]
  /// By instrument, what falls on the month just read: pence but for pennies, and two words of those.
  private var falling: [Int64]
  /// Which months of a period get a penny, as the words that are added to the counts: two words for each interest below two
  /// pence a month, of each period in turn.
  let patterns: [Int64]

  /// - Parameter periods: of each instrument: 1, 2, 3, 4, 6 or 12 months.
  init(periods: [Int], months: Int) {
    stride = Self.before + months + 1
    self.periods = periods
    patterns = Self.allPatterns()
    added = Array(repeating: 0, count: periods.count * stride * Self.width)
    falling = Array(repeating: 0, count: periods.count * Self.width)
  }

  /// Adds interest, which is not below nil, of the period that begins with a month.
  mutating func add(_ interest: Int64, to instrument: Int, from month: Int) {
    let place = Place(of: instrument, self)
    let patterns = patterns
    var added = added.mutableSpan
    place.add(interest, from: month, patterns.span, &added)
  }

  /// Where the interest of an instrument is added: a loan asks once for all of its payments.
  struct Place {
    private let first: Int, period: Int64, pattern: Int

    init(of instrument: Int, _ due: InterestDue) {
      first = due.place(instrument, 0)
      period = Int64(due.periods[instrument])
      pattern = InterestDue.firstPattern(period)
    }

    @inline(__always) func add(
      _ interest: Int64, from month: Int, _ patterns: Span<Int64>, _ added: inout MutableSpan<Int64>
    ) {
      let place = first &+ month &* InterestDue.width
      let each = InterestDue.monthly(interest, of: period)
      let rest = interest &- each &* period
      added[place] &+= each
      guard rest > 0 else { return }
      let pattern = pattern &+ 2 &* Int((each & 1) &* period &+ rest)
      added[place &+ 1] &+= patterns[pattern]
      if period > InterestDue.lanes { added[place &+ 2] &+= patterns[pattern &+ 1] }
    }
  }

  /// Whole pence a month of the interest of a period. A division by a number that is known beforehand is a multiplication, and there
  /// is one for each payment of every draw.
  @inline(__always) private static func monthly(_ interest: Int64, of period: Int64) -> Int64 {
    switch period {
    case 1: interest
    case 3: interest / 3
    case 6: interest / 6
    case 12: interest / 12
    default: interest / period
    }
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

  private static func allPatterns() -> [Int64] {
    var words: [Int64] = []
    words.reserveCapacity(Int(periods.reduce(0) { $0 + 4 * $1 }))
    for period in periods {
      for interest in 0..<2 * period {
        var pattern = (first: Int64(0), second: Int64(0))
        for part in 0..<period {
          let penny = spread(interest, part: part + 1, of: period) - interest / period
          let lane = penny << (bits * (part % lanes))
          if part < lanes { pattern.first += lane } else { pattern.second += lane }
        }
        words.append(pattern.first)
        words.append(pattern.second)
      }
    }
    return words
  }

  /// Where the patterns of a period begin: those of shorter ones come first.
  private static func firstPattern(_ period: Int64) -> Int {
    var before: Int64 = 0
    for shorter in periods where shorter < period { before += 4 * shorter }
    return Int(before)
  }

  /// The periods that divide a year into whole months.
  static let periods: [Int64] = [1, 2, 3, 4, 6, 12]
}
