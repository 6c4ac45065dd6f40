import Housing

/// How long households have been in temporary accommodation, and what stays of those who came in the same month.
///
/// Those of a band of time leave at one share, so what stays is held by band, and a slot holds what had stayed of it when its
/// band was at 1: a month is five multiplications, not sixty.
struct Stays {
  static let bands = 5
  /// A share so small that it is written out where it stands, before it could reach nothing.
  static let least = 0x1p-30

  /// `[slot]`: what stays of it is this, times `kept` of its band.
  private var since = Array(repeating: 1.0, count: Ring.slots)
  private(set) var kept = InlineArray<5, Double>(repeating: 1)
  private(set) var ring = Ring()

  @inline(__always) static func band(_ age: Int) -> Int {
    age < 12 ? (age < 6 ? 0 : 1) : age < 24 ? 2 : age < Ring.months ? 3 : 4
  }

  /// The share of those in for so many months that is still there.
  @inline(__always) func share(_ age: Int) -> Double { since[ring.slot(age)] * kept[Self.band(age)] }

  /// Of each need, one month in which households came in: where they stand, and what stays of them.
  struct Places {
    var slots = InlineArray<4, Int>(repeating: 0), bands = InlineArray<4, Int>(repeating: 0)
    var shares = ByNeed.zero
  }

  /// Where those of each need stand who have been in for so many months.
  @inline(__always) func places(_ ages: InlineArray<4, Int>) -> Places {
    var places = Places()
    for need in 0..<4 {
      let age = ages[need]
      (places.slots[need], places.bands[need]) = (ring.slot(age), Self.band(age))
      places.shares[need] = since[places.slots[need]] * kept[places.bands[need]]
    }
    return places
  }

  /// A share of each band stays.
  mutating func keep(_ shares: InlineArray<5, Double>) {
    var first = 0
    for band in 0..<Self.bands {
      kept[band] *= shares[band]
      if band < 4 {
        let last = TemporaryAccommodation.lastMonth(of: band)
        if kept[band] < Self.least {
          for age in first...last { since[ring.slot(age)] *= kept[band] }
          kept[band] = 1
        }
        first = last + 1
      }
    }
  }

  /// What stays of the longest is written out where they stand. Returns the share.
  mutating func writeOutLongest() -> Double {
    let share = kept[4]
    kept[4] = 1
    return share
  }

  /// A month passes: the ring turns, and those who end a band are held against the next.
  mutating func turn() {
    for band in 0..<3 {
      since[ring.slot(TemporaryAccommodation.lastMonth(of: band))] *= kept[band] / kept[band + 1]
    }
    ring.turn()
    since[ring.newest] = 1 / kept[0]
  }
}
