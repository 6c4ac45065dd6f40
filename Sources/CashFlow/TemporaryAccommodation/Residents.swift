/// Households in one type of place, a lane for each need: all of them, by band of time, and by the month in which they came.
struct Residents {
  var total = ByNeed.zero
  /// As the month opened.
  var opening = ByNeed.zero
  /// Who left this month for other reasons, and for a settled home; and what moved in less out.
  var left = ByNeed.zero, settled = ByNeed.zero, moved = ByNeed.zero
  /// Places paid for as the last month closed: no fewer than there are households.
  var paid = ByNeed.zero
  var bands = InlineArray<5, ByNeed>(repeating: .zero)
  /// `[slot]`: those who came in the same month, before what `Stays` and `staying` say.
  var cohorts = InlineArray<61, ByNeed>(repeating: .zero)
  /// What stays of all cohorts alike, since moves and lettings that take them in proportion.
  var staying = ByNeed(repeating: 1)

  /// Adds up the bands.
  @inline(__always) mutating func add() { total = bands[0] + bands[1] + bands[2] + bands[3] + bands[4] }

  /// A month opens: a share of each band stays.
  @inline(__always) mutating func open(keeping shares: InlineArray<5, Double>) {
    opening = total
    for band in 0..<Stays.bands { bands[band] *= shares[band] }
    add()
    left = (opening - total).positive
    settled = .zero
    moved = .zero
  }

  /// A share of all cohorts stays. Where little does, it is written out, for shares are divided by later.
  @inline(__always) private mutating func keep(_ share: ByNeed) {
    staying *= share
    guard staying.reaches(below: Stays.least) else { return }
    for slot in 0..<Ring.slots { cohorts[slot] *= staying }
    staying = ByNeed(repeating: 1)
  }

  /// A share moves to settled homes, in proportion to time.
  @inline(__always) mutating func settle(_ share: ByNeed) {
    settled += total * share
    let rest = 1 - share
    for band in 0..<Stays.bands { bands[band] *= rest }
    add()
    keep(rest)
  }

  /// Those of each need who came in the month that its place says. It changes nothing, but reading in place what a value that may
  /// not change would first copy whole.
  @inline(__always) mutating func came(_ places: Stays.Places) -> ByNeed {
    let slots = places.slots
    return staying
      * ByNeed(cohorts[slots[0]][0], cohorts[slots[1]][1], cohorts[slots[2]][2], cohorts[slots[3]][3])
  }

  /// A part of them moves to settled homes.
  @inline(__always) mutating func settle(_ part: ByNeed, of places: Stays.Places) {
    let (slots, bands) = (places.slots, places.bands)
    let cohort = ByNeed(
      cohorts[slots[0]][0], cohorts[slots[1]][1], cohorts[slots[2]][2], cohorts[slots[3]][3])
    let going = cohort * part
    let rest = cohort - going
    cohorts[slots[0]][0] = rest[0]
    cohorts[slots[1]][1] = rest[1]
    cohorts[slots[2]][2] = rest[2]
    cohorts[slots[3]][3] = rest[3]
    let households = going * (staying * places.shares)
    let before = ByNeed(
      self.bands[bands[0]][0], self.bands[bands[1]][1], self.bands[bands[2]][2], self.bands[bands[3]][3])
    let after = (before - households).positive
    self.bands[bands[0]][0] = after[0]
    self.bands[bands[1]][1] = after[1]
    self.bands[bands[2]][2] = after[2]
    self.bands[bands[3]][3] = after[3]
    settled += households
    total = (total - households).positive
  }

  /// Those who end a band of time pass to the next.
  /// - Parameters:
  ///   - ends: their slots.
  ///   - shares: what stays of them.
  ///   - longer: what stays of those who are in the last band already.
  @inline(__always) mutating func age(
    _ ends: InlineArray<4, Int>, _ shares: InlineArray<4, Double>, joining longer: Double
  ) {
    for band in 0..<4 {
      let passing = (cohorts[ends[band]] * (staying * shares[band])).atMost(bands[band])
      bands[band] -= passing
      bands[band + 1] += passing
    }
    cohorts[Ring.months] += cohorts[ends[3]] * longer
    cohorts[ends[3]] = .zero
  }

  /// Households come in, in the slot of this month.
  @inline(__always) mutating func enter(_ count: ByNeed, slot: Int) {
    cohorts[slot] += count / staying
    bands[0] += count
    total += count
  }
}
