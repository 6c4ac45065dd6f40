import Finance
import Housing

/// Expected households by type of place, bedroom need and months in temporary accommodation, and what moves them.
///
/// A row is a type and a need. Its cohorts, those who came in the same month, stand in a ring of sixty slots for 0 … 59
/// months, and one slot for sixty or more: a month passes by turning the ring. What stays of a cohort from month to month
/// is the same share in every row, so it is held once, in `staying`; a row holds households at entry, and sums by band of
/// time that need no adding up.
struct Households {
  static let needs = TemporaryAccommodation.needs
  static let bands = 5
  /// Months that the ring holds; who has been in longer is in the slot behind them.
  static let ring = 60
  static let slots = 61
  /// A share so small that its slot is written out again, before it could reach nothing.
  private static let least = 0x1p-30

  let types: Int
  /// `[type * needs + need]`
  private(set) var rows: [HouseholdRow]
  /// `[row][slot]`: those who came in the same month, before what `staying` says.
  private var cohorts: [Double]
  /// `[slot]`: the share of a cohort that is still there.
  private var staying = InlineArray<61, Double>(repeating: 1)
  /// The slot of those who came in this month.
  private var newest = 0
  /// `[need]`: no household of the need has been in for longer than so many months.
  private var longest = InlineArray<4, Int>(repeating: Households.ring)

  init(_ terms: TemporaryAccommodation, types: Int) {
    self.types = types
    rows = Array(repeating: HouseholdRow(), count: types * Self.needs)
    cohorts = Array(repeating: 0, count: types * Self.needs * Self.slots)
    for (t, type) in terms.types.enumerated() {
      for need in 0..<Self.needs {
        for (band, ages) in TemporaryAccommodation.bands.enumerated() {
          let households = Double(type.households[band]) * terms.needShares[need].ratio
          for age in ages {
            cohorts[(t * Self.needs + need) * Self.slots + slot(age)] = households / Double(ages.count)
          }
          rows[t * Self.needs + need].bands[band] = households
        }
        rows[t * Self.needs + need].add()
      }
    }
  }

  /// Where those stand who have been in for so many months.
  private func slot(_ age: Int) -> Int {
    guard age < Self.ring else { return Self.ring }
    let slot = newest - age
    return slot < 0 ? slot + Self.ring : slot
  }

  private static func band(_ age: Int) -> Int {
    switch age {
    case ..<6: 0
    case ..<12: 1
    case ..<24: 2
    case ..<60: 3
    default: 4
    }
  }

  /// Households of a need.
  func ofNeed(_ need: Int) -> Double {
    var sum = 0.0
    for t in 0..<types { sum += rows[t * Self.needs + need].total }
    return sum
  }

  /// Households of a type.
  func ofType(_ type: Int) -> Double {
    var sum = 0.0
    for need in 0..<Self.needs { sum += rows[type * Self.needs + need].total }
    return sum
  }

  /// Households in a band of time.
  func inBand(_ band: Int) -> Double {
    var sum = 0.0
    for row in rows.indices { sum += rows[row].bands[band] }
    return sum
  }

  /// A month opens: nobody has moved yet.
  mutating func open() {
    for row in rows.indices { rows[row].open() }
  }

  /// Each band leaves at its monthly share. Returns who left.
  mutating func leave(monthlyShares: InlineArray<5, Double>) -> Double {
    var all = 0.0
    for row in rows.indices where rows[row].total > 0 { all += rows[row].leave(monthlyShares) }
    for age in 0..<Self.slots { stay(slot(age), 1 - monthlyShares[Self.band(age)]) }
    return all
  }

  /// So many leave, in proportion to what there is, never more. Returns how many did.
  mutating func leave(_ count: Double) -> Double {
    guard count > 0 else { return 0 }
    var all = 0.0
    for row in rows.indices { all += rows[row].total }
    guard all > 0 else { return 0 }
    let leaving = min(count, all)
    let share = leaving / all
    for row in rows.indices where rows[row].total > 0 { _ = rows[row].leave(InlineArray(repeating: share)) }
    for slot in 0..<Self.slots { stay(slot, 1 - share) }
    return leaving
  }

  /// A share of a slot stays, in every row.
  private mutating func stay(_ slot: Int, _ share: Double) {
    staying[slot] *= share
    guard staying[slot] < Self.least else { return }
    for row in rows.indices { cohorts[row * Self.slots + slot] *= staying[slot] }
    staying[slot] = 1
  }

  /// So many of a need move to settled homes; the place that ends is the one they lived in.
  mutating func settle(_ count: Double, need: Int, _ order: TemporaryAccommodation.Order) {
    guard count > 0 else { return }
    if order == .proportional {
      let all = ofNeed(need)
      guard all > 0 else { return }
      let share = min(count, all) / all
      for t in 0..<types {
        let row = t * Self.needs + need
        for slot in 0..<Self.slots { cohorts[row * Self.slots + slot] *= 1 - share }
        rows[row].settle(share: share)
      }
      return
    }
    var wanted = count
    var step = 0
    let last = longest[need]
    while step <= last && wanted > 0 {
      let age = order == .longestFirst ? last - step : step
      step += 1
      wanted -= take(wanted, age, need)
      if order == .longestFirst && wanted > 0 { longest[need] = max(0, age - 1) }
    }
  }

  /// Takes up to so many of a need who have been in for so many months. Returns how many.
  private mutating func take(_ wanted: Double, _ age: Int, _ need: Int) -> Double {
    let slot = slot(age)
    let share = staying[slot]
    var here = 0.0
    for t in 0..<types { here += cohorts[(t * Self.needs + need) * Self.slots + slot] * share }
    guard here > 0 else { return 0 }
    let gone = min(wanted, here)
    let part = gone == here ? 1 : gone / here
    let band = Self.band(age)
    for t in 0..<types {
      let row = t * Self.needs + need
      let cell = row * Self.slots + slot
      guard cohorts[cell] > 0 else { continue }
      let going = cohorts[cell] * part
      cohorts[cell] -= going
      rows[row].settle(going * share, band)
    }
    return gone
  }

  /// A month passes: everyone is a month older, up to five years.
  mutating func age() {
    let ends = InlineArray<4, Int> { band in slot(TemporaryAccommodation.lastMonth(of: band)) }
    let shares = InlineArray<4, Double> { band in staying[ends[band]] }
    let longer = staying[Self.ring]
    newest = ends[3]
    for row in rows.indices where rows[row].total > 0 {
      let base = row * Self.slots
      let ending = InlineArray<4, Double> { band in cohorts[base + ends[band]] * shares[band] }
      rows[row].age(ending)
      cohorts[base + Self.ring] += ending[3] / longer
      cohorts[base + newest] = 0
    }
    staying[newest] = 1
    for need in 0..<Self.needs { longest[need] = min(Self.ring, longest[need] + 1) }
  }

  mutating func enter(_ count: Double, _ row: Int) {
    guard count > 0 else { return }
    cohorts[row * Self.slots + newest] += count
    rows[row].bands[0] += count
    rows[row].add()
  }

  /// So many of a row move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: Double, from: Int, to: Int) -> Double {
    let moving = min(count, rows[from].total)
    guard moving > 0 else { return 0 }
    let share = moving / rows[from].total
    for slot in 0..<Self.slots {
      let part = cohorts[from * Self.slots + slot] * share
      cohorts[from * Self.slots + slot] -= part
      cohorts[to * Self.slots + slot] += part
    }
    for band in 0..<Self.bands {
      let part = rows[from].bands[band] * share
      rows[from].bands[band] -= part
      rows[to].bands[band] += part
    }
    rows[from].add()
    rows[to].add()
    rows[from].moved -= moving
    rows[to].moved += moving
    return moving
  }
}
