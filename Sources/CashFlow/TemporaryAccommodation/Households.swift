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
  private static let bands = 5
  /// Months that the ring holds; who has been in longer is in the slot behind them.
  private static let ring = 60
  private static let slots = 61
  /// A share so small that its slot is written out again, before it could reach nothing.
  private static let least = 0x1p-30

  let types: Int
  /// `[row][slot]`: households of a cohort before what `staying` says.
  private var cohorts: [Double]
  /// `[slot]`: the share of a cohort that is still there.
  private var staying: [Double]
  /// `[row][band]`
  private var bands: [Double]
  /// The slot of those who came in this month.
  private var newest = 0
  /// `[need]`: no household of the need has been in for longer than so many months.
  private var longest: [Int]
  /// Households of each row.
  private(set) var totals: [Double]
  /// Households that left each row this month for other reasons, and for a settled home; and what moved in less out.
  private(set) var left: [Double], settled: [Double], moved: [Double]

  var rows: Int { types * Self.needs }

  init(_ terms: TemporaryAccommodation, types: Int) {
    self.types = types
    totals = Array(repeating: 0, count: types * Self.needs)
    (left, settled, moved) = (totals, totals, totals)
    cohorts = Array(repeating: 0, count: types * Self.needs * Self.slots)
    bands = Array(repeating: 0, count: types * Self.needs * Self.bands)
    staying = Array(repeating: 1, count: Self.slots)
    longest = Array(repeating: Self.ring, count: Self.needs)
    for (t, type) in terms.types.enumerated() {
      for need in 0..<Self.needs {
        let row = t * Self.needs + need
        for (band, ages) in TemporaryAccommodation.bands.enumerated() {
          let households = Double(type.households[band]) * terms.needShares[need].ratio
          for age in ages { cohorts[row * Self.slots + slot(age)] = households / Double(ages.count) }
          bands[row * Self.bands + band] = households
        }
        add(row)
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

  /// The total of a row from its bands.
  private mutating func add(_ row: Int) {
    let base = row * Self.bands
    totals[row] = bands[base] + bands[base + 1] + bands[base + 2] + bands[base + 3] + bands[base + 4]
  }

  /// Households of a need.
  func ofNeed(_ need: Int) -> Double {
    var sum = 0.0
    for t in 0..<types { sum += totals[t * Self.needs + need] }
    return sum
  }

  /// Households of a type.
  func ofType(_ type: Int) -> Double {
    var sum = 0.0
    for need in 0..<Self.needs { sum += totals[type * Self.needs + need] }
    return sum
  }

  /// Households in a band of time.
  func inBand(_ band: Int) -> Double {
    var sum = 0.0
    for row in 0..<rows { sum += bands[row * Self.bands + band] }
    return sum
  }

  /// A month opens: nobody has moved yet.
  mutating func open() {
    for row in 0..<rows { (left[row], settled[row], moved[row]) = (0, 0, 0) }
  }

  /// Each band leaves at its monthly share. Returns who left.
  mutating func leave(monthlyShares: [Double]) -> Double {
    var all = 0.0
    for row in 0..<rows where totals[row] > 0 {
      var gone = 0.0
      for band in 0..<Self.bands {
        let going = bands[row * Self.bands + band] * monthlyShares[band]
        bands[row * Self.bands + band] -= going
        gone += going
      }
      left[row] += gone
      all += gone
      add(row)
    }
    for age in 0..<Self.slots { stay(slot(age), 1 - monthlyShares[Self.band(age)]) }
    return all
  }

  /// So many leave, in proportion to what there is, never more. Returns how many did.
  mutating func leave(_ count: Double) -> Double {
    guard count > 0 else { return 0 }
    var all = 0.0
    for row in 0..<rows { all += totals[row] }
    guard all > 0 else { return 0 }
    let leaving = min(count, all)
    let share = leaving / all
    for row in 0..<rows where totals[row] > 0 {
      left[row] += totals[row] * share
      scaleBands(row, by: 1 - share)
    }
    for slot in 0..<Self.slots { stay(slot, 1 - share) }
    return leaving
  }

  private mutating func scaleBands(_ row: Int, by factor: Double) {
    for band in 0..<Self.bands { bands[row * Self.bands + band] *= factor }
    add(row)
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
      for t in 0..<types {
        let row = t * Self.needs + need
        settled[row] += totals[row] * share
        for slot in 0..<Self.slots { cohorts[row * Self.slots + slot] *= 1 - share }
        scaleBands(row, by: 1 - share)
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
    let part = gone / here
    for t in 0..<types {
      let row = t * Self.needs + need
      let cell = row * Self.slots + slot
      guard cohorts[cell] > 0 else { continue }
      let going = gone == here ? cohorts[cell] : cohorts[cell] * part
      cohorts[cell] -= going
      settled[row] += going * share
      let band = row * Self.bands + Self.band(age)
      bands[band] = max(0, bands[band] - going * share)
      add(row)
    }
    return gone
  }

  /// A month passes: everyone is a month older, up to five years.
  mutating func age() {
    for row in 0..<rows where totals[row] > 0 {
      for (band, ages) in TemporaryAccommodation.bands.enumerated() where band < Self.bands - 1 {
        let slot = slot(ages.upperBound - 1)
        let passing = min(cohorts[row * Self.slots + slot] * staying[slot], bands[row * Self.bands + band])
        bands[row * Self.bands + band] -= passing
        bands[row * Self.bands + band + 1] += passing
      }
    }
    let oldest = slot(Self.ring - 1)
    for row in 0..<rows {
      cohorts[row * Self.slots + Self.ring] +=
        cohorts[row * Self.slots + oldest] * staying[oldest] / staying[Self.ring]
      cohorts[row * Self.slots + oldest] = 0
    }
    staying[oldest] = 1
    newest = oldest
    for need in 0..<Self.needs { longest[need] = min(Self.ring, longest[need] + 1) }
  }

  mutating func enter(_ count: Double, _ row: Int) {
    guard count > 0 else { return }
    cohorts[row * Self.slots + newest] += count
    bands[row * Self.bands] += count
    add(row)
  }

  /// So many of a row move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: Double, from: Int, to: Int) -> Double {
    let moving = min(count, totals[from])
    guard moving > 0 else { return 0 }
    let share = moving / totals[from]
    for slot in 0..<Self.slots {
      let part = cohorts[from * Self.slots + slot] * share
      cohorts[from * Self.slots + slot] -= part
      cohorts[to * Self.slots + slot] += part
    }
    for band in 0..<Self.bands {
      let part = bands[from * Self.bands + band] * share
      bands[from * Self.bands + band] -= part
      bands[to * Self.bands + band] += part
    }
    add(from)
    add(to)
    moved[from] -= moving
    moved[to] += moving
    return moving
  }
}
