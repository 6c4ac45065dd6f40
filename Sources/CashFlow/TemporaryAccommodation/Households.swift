import Finance
import Housing

/// Expected households by type of place, bedroom need and months in temporary accommodation, and what moves them.
///
/// A row is a need and a type. Its cohorts, those who came in the same month, stand in a ring of sixty slots for 0 … 59
/// months, and one slot for sixty or more: a month passes by turning the ring. What stays of a cohort from month to month
/// is the same share in every row, so it is held once, in `staying`; a row holds households at entry, and sums by band of
/// time that need no adding up. Every array is flat, with the rows of a need side by side, and so are those of a band.
struct Households {
  static let needs = TemporaryAccommodation.needs
  static let bands = 5
  /// Months that the ring holds; who has been in longer is in the slot behind them.
  static let ring = 60
  static let slots = 61
  /// A share so small that its slot is written out again, before it could reach nothing.
  static let least = 0x1p-30

  let types: Int
  /// Needs × types: a row is `need * types + type`.
  let rows: Int
  /// `[row]`: those who are there.
  private(set) var total: [Double]
  /// `[row]`: who left this month for other reasons, and for a settled home; and what moved in less out.
  private(set) var left: [Double], settled: [Double], moved: [Double]
  /// `[band]`: those who are there by time, as the last month closed.
  private(set) var inBand = InlineArray<5, Double>(repeating: 0)
  /// `[band * rows + row]`
  private var bands: [Double]
  /// `[row * slots + slot]`: those who came in the same month, before what `staying` says.
  private var cohorts: [Double]
  /// `[slot]`: the share of a cohort that is still there.
  private var staying: [Double]
  /// The slot of those who came in this month.
  private var newest = 0
  /// `[need]`: no household of the need has been in for longer than so many months.
  private var longest = InlineArray<4, Int>(repeating: Households.ring)

  init(_ terms: TemporaryAccommodation, types: Int) {
    self.types = types
    rows = types * Self.needs
    total = Array(repeating: 0, count: rows)
    (left, settled, moved) = (total, total, total)
    bands = Array(repeating: 0, count: rows * Self.bands)
    cohorts = Array(repeating: 0, count: rows * Self.slots)
    staying = Array(repeating: 1, count: Self.slots)
    for (t, type) in terms.types.enumerated() {
      for need in 0..<Self.needs {
        let row = need * types + t
        for (band, ages) in TemporaryAccommodation.bands.enumerated() {
          let households = Double(type.households[band]) * terms.needShares[need].ratio
          for age in ages { cohorts[row * Self.slots + slot(age)] = households / Double(ages.count) }
          bands[band * rows + row] = households
        }
        add(row)
      }
    }
    addBands()
  }

  /// Where those stand who have been in for so many months.
  private func slot(_ age: Int) -> Int {
    guard age < Self.ring else { return Self.ring }
    let slot = newest - age
    return slot < 0 ? slot + Self.ring : slot
  }

  /// The total of a row from its bands.
  private mutating func add(_ row: Int) {
    total[row] =
      bands[row] + bands[rows + row] + bands[2 * rows + row] + bands[3 * rows + row] + bands[4 * rows + row]
  }

  /// A month closes: those of each band of time, all rows together.
  mutating func addBands() {
    for band in 0..<Self.bands {
      var sum = 0.0
      for row in band * rows..<(band + 1) * rows { sum += bands[row] }
      inBand[band] = sum
    }
  }

  /// Households of a need.
  func ofNeed(_ need: Int) -> Double {
    var sum = 0.0
    for row in need * types..<(need + 1) * types { sum += total[row] }
    return sum
  }

  /// Households of a type.
  func ofType(_ type: Int) -> Double { sumOfType(type, total) }

  /// What the rows of a type come to.
  func sumOfType(_ type: Int, _ values: borrowing [Double]) -> Double {
    values[type] + values[types + type] + values[2 * types + type] + values[3 * types + type]
  }

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
    var stays = 1.0
    var byRoute = InlineArray<3, Double>(repeating: 0)
    for route in 0..<3 where counts[route] > 0 && rest > 0 {
      let leaving = min(counts[route], rest)
      byRoute[route] = leaving
      stays *= 1 - leaving / rest
      rest -= leaving
    }
    keep(InlineArray { band in (1 - monthlyShares[band]) * stays })
    return (other: other, byRoute: byRoute)
  }

  /// A share of each band stays, in every row.
  private mutating func keep(_ shares: InlineArray<5, Double>) {
    let rows = rows
    for row in 0..<rows {
      settled[row] = 0
      moved[row] = 0
      left[row] = 0
      let before = total[row]
      guard before > 0 else { continue }
      bands[row] *= shares[0]
      bands[rows + row] *= shares[1]
      bands[2 * rows + row] *= shares[2]
      bands[3 * rows + row] *= shares[3]
      bands[4 * rows + row] *= shares[4]
      add(row)
      left[row] = max(0, before - total[row])
    }
    // the ring backwards from the newest, in pieces of one band, each up to the end of the ring
    var age = 0
    for band in 0..<Self.bands {
      let end = band == 4 ? Self.slots : TemporaryAccommodation.lastMonth(of: band) + 1
      while age < end {
        stay(slot(age), shares[band])
        age += 1
      }
    }
  }

  /// A share of a slot stays, in every row.
  private mutating func stay(_ slot: Int, _ share: Double) {
    staying[slot] *= share
    guard staying[slot] < Self.least else { return }
    for row in 0..<rows { cohorts[row * Self.slots + slot] *= staying[slot] }
    staying[slot] = 1
  }

  /// So many of a need move to settled homes; the place that ends is the one they lived in.
  mutating func settle(_ count: Double, need: Int, _ order: TemporaryAccommodation.Order) {
    guard count > 0 else { return }
    if order == .proportional {
      let all = ofNeed(need)
      guard all > 0 else { return }
      let share = min(count, all) / all
      for row in need * types..<(need + 1) * types where total[row] > 0 {
        for cell in row * Self.slots..<(row + 1) * Self.slots { cohorts[cell] *= 1 - share }
        settled[row] += total[row] * share
        for band in 0..<Self.bands { bands[band * rows + row] *= 1 - share }
        add(row)
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
    let first = need * types
    var here = 0.0
    for row in first..<first + types { here += cohorts[row * Self.slots + slot] }
    let share = staying[slot]
    here *= share
    guard here > 0 else { return 0 }
    let gone = min(wanted, here)
    let part = gone == here ? 1 : gone / here
    let band = Self.band(age) * rows
    for row in first..<first + types {
      let cell = row * Self.slots + slot
      let cohort = cohorts[cell]
      guard cohort > 0 else { continue }
      let going = cohort * part
      cohorts[cell] = cohort - going
      settled[row] += going * share
      bands[band + row] = max(0, bands[band + row] - going * share)
      add(row)
    }
    return gone
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

  /// A month passes: everyone is a month older, up to five years.
  mutating func age() {
    let ends = InlineArray<4, Int> { band in slot(TemporaryAccommodation.lastMonth(of: band)) }
    let shares = InlineArray<4, Double> { band in staying[ends[band]] }
    let longer = staying[Self.ring]
    newest = ends[3]
    for row in 0..<rows where total[row] > 0 {
      let base = row * Self.slots
      for band in 0..<4 {
        let from = band * rows + row
        let passing = min(cohorts[base + ends[band]] * shares[band], bands[from])
        bands[from] -= passing
        bands[from + rows] += passing
      }
      cohorts[base + Self.ring] += cohorts[base + newest] * shares[3] / longer
      cohorts[base + newest] = 0
    }
    staying[newest] = 1
    for need in 0..<Self.needs { longest[need] = min(Self.ring, longest[need] + 1) }
  }

  mutating func enter(_ count: Double, _ row: Int) {
    guard count > 0 else { return }
    cohorts[row * Self.slots + newest] += count
    bands[row] += count
    add(row)
  }

  /// So many of a row move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: Double, from: Int, to: Int) -> Double {
    let moving = min(count, total[from])
    guard moving > 0 else { return 0 }
    let share = moving / total[from]
    let (source, target) = (from * Self.slots, to * Self.slots)
    for slot in 0..<Self.slots {
      let part = cohorts[source + slot] * share
      cohorts[source + slot] -= part
      cohorts[target + slot] += part
    }
    for band in 0..<Self.bands {
      let part = bands[band * rows + from] * share
      bands[band * rows + from] -= part
      bands[band * rows + to] += part
    }
    add(from)
    add(to)
    moved[from] -= moving
    moved[to] += moving
    return moving
  }

  /// Households of a row in their first month, and in their second.
  func recent(_ row: Int) -> (first: Double, second: Double) {
    let base = row * Self.slots
    let (first, second) = (slot(0), slot(1))
    return (first: cohorts[base + first] * staying[first], second: cohorts[base + second] * staying[second])
  }

  /// Months that all who are there have been in for, added up: each came in the middle of its month, and five years or more
  /// count as five years.
  func monthsSoFar() -> Double {
    var sum = 0.0
    for age in 0..<Self.slots {
      let slot = slot(age)
      var here = 0.0
      for row in 0..<rows { here += cohorts[row * Self.slots + slot] }
      sum += here * staying[slot] * (age < Self.ring ? Double(age) + 0.5 : Double(Self.ring))
    }
    return sum
  }
}
