import Finance
import Housing

/// Expected households by type of place, bedroom need and months in temporary accommodation, and what moves them.
struct Households {
  static let needs = TemporaryAccommodation.needs
  static let bands = Stays.bands

  let types: Int
  /// `[type]`
  var residents: [Residents]
  private(set) var stays = Stays()
  /// `[band]`: those who are there by time, as the last month closed.
  private(set) var inBand = InlineArray<5, Double>(repeating: 0)
  /// `[need]`: no household of the need has been in for longer than so many months.
  private var longest = InlineArray<4, Int>(repeating: Ring.months)

  init(_ terms: TemporaryAccommodation, types: Int) {
    self.types = types
    residents = Array(repeating: Residents(), count: types)
    let shares = ByNeed(terms.needShares.map { $0.ratio }, from: 0)
    for (t, type) in terms.types.enumerated() {
      for (band, ages) in TemporaryAccommodation.bands.enumerated() {
        let households = Double(type.households[band]) * shares
        for age in ages { residents[t].cohorts[stays.ring.slot(age)] = households / Double(ages.count) }
        residents[t].bands[band] = households
      }
      residents[t].add()
      residents[t].paid = residents[t].total
    }
    addBands()
  }

  /// A month closes: those of each band of time, all types of one need after those of another.
  ///
  /// It reads in place, where a value that may not change would first be copied whole.
  mutating func addBands() {
    let residents = self.residents.mutableSpan
    var sums = InlineArray<5, Double>(repeating: 0)
    for need in 0..<Self.needs {
      for t in residents.indices {
        for band in 0..<Self.bands { sums[band] += residents[t].bands[band][need] }
      }
    }
    inBand = sums
  }

  /// Households by need.
  var byNeed: ByNeed {
    let residents = residents.span
    var sum = ByNeed.zero
    for t in residents.indices { sum += residents[t].total }
    return sum
  }

  /// Households by need who left this month for other reasons.
  var left: ByNeed {
    let residents = residents.span
    var sum = ByNeed.zero
    for t in residents.indices { sum += residents[t].left }
    return sum
  }

  /// Households of a type.
  @inline(__always) func ofType(_ type: Int) -> Double { residents[type].total.sum }

  /// A month opens, and households leave for other reasons: each band at its monthly share, then so many by each route, in
  /// proportion to what there is and never more. Returns who left at the shares, and by each route.
  mutating func leave(
    monthlyShares: InlineArray<5, Double>, counts: InlineArray<3, Double>
  ) -> (other: Double, byRoute: InlineArray<3, Double>) {
    var (all, other) = (0.0, 0.0)
    for band in 0..<Self.bands {
      all += inBand[band]
      other += inBand[band] * monthlyShares[band]
    }
    var rest = all - other
    var staying = 1.0
    var byRoute = InlineArray<3, Double>(repeating: 0)
    for route in 0..<3 where counts[route] > 0 && rest > 0 {
      let leaving = min(counts[route], rest)
      byRoute[route] = leaving
      staying *= 1 - leaving / rest
      rest -= leaving
    }
    let shares = InlineArray<5, Double> { band in (1 - monthlyShares[band]) * staying }
    stays.keep(shares)
    let isWrittenOut = stays.kept[4] < Stays.least
    let longer = isWrittenOut ? stays.writeOutLongest() : 1
    var residents = self.residents.mutableSpan
    for t in residents.indices {
      residents[t].open(keeping: shares)
      if isWrittenOut { residents[t].cohorts[Ring.months] *= longer }
    }
    return (other: other, byRoute: byRoute)
  }

  /// So many of each need, no more than there are, move to settled homes; the place that ends is the one they lived in.
  mutating func settle(_ count: ByNeed, _ order: TemporaryAccommodation.Order) {
    switch order {
    case .proportional:
      let share = count.share(of: byNeed)
      Self.settle(share, &residents)
    case .longestFirst: settleLongestFirst(count)
    case .newestFirst: settleNewestFirst(count)
    }
  }

  private static func settle(_ share: ByNeed, _ residents: inout [Residents]) {
    var residents = residents.mutableSpan
    for t in residents.indices { residents[t].settle(share) }
  }

  /// Each need begins with those of its own who have been in for longest.
  private mutating func settleLongestFirst(_ count: ByNeed) {
    var wanted = count
    while wanted.sum > 0 {
      wanted -= take(wanted, longest)
      for need in 0..<Self.needs where wanted[need] > 0 {
        // nobody is left
        if longest[need] == 0 { wanted[need] = 0 }
        longest[need] = max(0, longest[need] - 1)
      }
    }
  }

  private mutating func settleNewestFirst(_ count: ByNeed) {
    var wanted = count
    var age = 0
    while age < Ring.slots && wanted.sum > 0 {
      wanted -= take(wanted, InlineArray(repeating: age))
      age += 1
    }
  }

  /// Takes up to so many of each need who have been in for so many months. Returns how many.
  private mutating func take(_ wanted: ByNeed, _ ages: InlineArray<4, Int>) -> ByNeed {
    let places = stays.places(ages)
    var residents = self.residents.mutableSpan
    var here = ByNeed.zero
    for t in residents.indices { here += residents[t].came(places) }
    here *= places.shares
    let gone = wanted.atMost(here)
    guard gone.sum > 0 else { return .zero }
    let part = gone.share(of: here)
    for t in residents.indices { residents[t].settle(part, of: places) }
    return gone
  }

  /// A month passes: everyone is a month older, up to five years.
  mutating func age() {
    let ends = InlineArray<4, Int> { band in stays.ring.slot(TemporaryAccommodation.lastMonth(of: band)) }
    let shares = InlineArray<4, Double> { band in stays.share(TemporaryAccommodation.lastMonth(of: band)) }
    let joining = shares[3] / stays.kept[4]
    var residents = self.residents.mutableSpan
    for t in residents.indices { residents[t].age(ends, shares, joining: joining) }
    stays.turn()
    for need in 0..<Self.needs { longest[need] = min(Ring.months, longest[need] + 1) }
  }

  @inline(__always) mutating func enter(_ count: ByNeed, _ type: Int) {
    residents[type].enter(count, slot: stays.ring.newest)
  }

  /// So many of each need move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: ByNeed, from: Int, to: Int) -> ByNeed {
    Self.move(count, from, to, &residents)
  }

  private static func move(
    _ count: ByNeed, _ from: Int, _ to: Int, _ residents: inout [Residents]
  ) -> ByNeed {
    var residents = residents.mutableSpan
    let there = residents[from].total
    let moving = count.atMost(there)
    guard moving.sum > 0 else { return .zero }
    let share = moving.share(of: there)
    let weight = share * residents[from].staying / residents[to].staying
    let staying = residents[from].staying * (1 - share)
    if staying.reaches(below: Stays.least) {
      // little stays, or none, and what stays is divided by later: it is written out
      for slot in 0..<Ring.slots {
        let cohort = residents[from].cohorts[slot]
        residents[to].cohorts[slot] += cohort * weight
        residents[from].cohorts[slot] = cohort * staying
      }
      residents[from].staying = ByNeed(repeating: 1)
    } else {
      for slot in 0..<Ring.slots { residents[to].cohorts[slot] += residents[from].cohorts[slot] * weight }
      residents[from].staying = staying
    }
    for band in 0..<bands {
      let part = residents[from].bands[band] * share
      residents[from].bands[band] -= part
      residents[to].bands[band] += part
    }
    residents[from].total -= moving
    residents[to].total += moving
    residents[from].moved -= moving
    residents[to].moved += moving
    return moving
  }

  /// Households of a type in their first month, and in their second.
  func recent(_ type: Int) -> (first: ByNeed, second: ByNeed) {
    let staying = residents[type].staying
    return (
      first: residents[type].cohorts[stays.ring.slot(0)] * (staying * stays.share(0)),
      second: residents[type].cohorts[stays.ring.slot(1)] * (staying * stays.share(1))
    )
  }

  /// Months that all who are there have been in for, added up: each came in the middle of its month, and five years or more
  /// count as five years.
  mutating func monthsSoFar() -> Double {
    // what a slot stands for, in its place
    var months = InlineArray<61, Double>(repeating: 0)
    for age in 0..<Ring.slots {
      months[stays.ring.slot(age)] =
        stays.share(age) * (age < Ring.months ? Double(age) + 0.5 : Double(Ring.months))
    }
    let residents = self.residents.mutableSpan
    var sum = ByNeed.zero
    for t in residents.indices {
      var ofType = ByNeed.zero
      for slot in 0..<Ring.slots { ofType += residents[t].cohorts[slot] * months[slot] }
      sum += ofType * residents[t].staying
    }
    return sum.sum
  }
}
