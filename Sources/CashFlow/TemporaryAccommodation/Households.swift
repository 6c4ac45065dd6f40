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
  /// A share so small that those of five years or more are written out again, before it could reach nothing.
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
  /// `[slot]`: room for a row's worth of numbers.
  private var scratch: [Double]
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
    scratch = staying
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
    Self.keep(shares, &bands, &total, &left)
    for row in 0..<rows {
      settled[row] = 0
      moved[row] = 0
    }
    var first = 0
    for band in 0..<4 {
      let last = TemporaryAccommodation.lastMonth(of: band)
      stay(first...last, shares[band])
      first = last + 1
    }
    staying[Self.ring] *= shares[4]
    guard staying[Self.ring] < Self.least else { return }
    for row in 0..<rows { cohorts[row * Self.slots + Self.ring] *= staying[Self.ring] }
    staying[Self.ring] = 1
  }

  private static func keep(
    _ shares: InlineArray<5, Double>, _ bands: inout [Double], _ total: inout [Double],
    _ left: inout [Double]
  ) {
    let rows = total.count
    var bands = bands.mutableSpan
    var total = total.mutableSpan
    var left = left.mutableSpan
    for band in 0..<Self.bands where shares[band] != 1 {
      var ofBand = bands._mutatingExtracting(band * rows..<(band + 1) * rows)
      let share = shares[band]
      for row in ofBand.indices { ofBand[row] *= share }
    }
    for row in 0..<rows {
      let sum =
        bands[row] + bands[rows + row] + bands[2 * rows + row] + bands[3 * rows + row] + bands[4 * rows + row]
      left[row] = max(0, total[row] - sum)
      total[row] = sum
    }
  }

  /// A share of those of some ages in the ring stays, in every row.
  private mutating func stay(_ ages: ClosedRange<Int>, _ share: Double) {
    guard share != 1 else { return }
    // the ring turns backwards: what is older stands before
    let (first, last) = (newest - ages.upperBound, newest - ages.lowerBound)
    var staying = self.staying.mutableSpan
    if last >= 0 {
      var slots = staying._mutatingExtracting(max(0, first)..<last + 1)
      for slot in slots.indices { slots[slot] *= share }
    }
    if first < 0 {
      var slots = staying._mutatingExtracting(first + Self.ring..<min(Self.ring, last + Self.ring + 1))
      for slot in slots.indices { slots[slot] *= share }
    }
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
    return Self.take(
      wanted, of: need * types..<(need + 1) * types, slot, staying[slot], band: Self.band(age) * rows,
      &cohorts, &bands, &total, &settled)
  }

  private static func take(
    _ wanted: Double, of rows: Range<Int>, _ slot: Int, _ share: Double, band: Int,
    _ cohorts: inout [Double], _ bands: inout [Double], _ total: inout [Double], _ settled: inout [Double]
  ) -> Double {
    var cohorts = cohorts.mutableSpan
    var here = 0.0
    var cell = rows.lowerBound * slots + slot
    for _ in rows {
      here += cohorts[cell]
      cell += slots
    }
    here *= share
    guard here > 0 else { return 0 }
    let gone = min(wanted, here)
    let part = gone == here ? 1 : gone / here
    var bands = bands.mutableSpan
    var total = total.mutableSpan
    var settled = settled.mutableSpan
    cell = rows.lowerBound * slots + slot
    for row in rows {
      let cohort = cohorts[cell]
      if cohort > 0 {
        cohorts[cell] = cohort - cohort * part
        let going = cohort * part * share
        settled[row] += going
        bands[band + row] = max(0, bands[band + row] - going)
        total[row] = max(0, total[row] - going)
      }
      cell += slots
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
    Self.age(ends, shares, longer: staying[Self.ring], &cohorts, &bands)
    newest = ends[3]
    staying[newest] = 1
    for need in 0..<Self.needs { longest[need] = min(Self.ring, longest[need] + 1) }
  }

  /// - Parameters:
  ///   - ends: the slots of those who come to the end of each band but the last.
  ///   - shares: what stays of them.
  ///   - longer: what stays of those who are in the last band already.
  private static func age(
    _ ends: InlineArray<4, Int>, _ shares: InlineArray<4, Double>, longer: Double,
    _ cohorts: inout [Double], _ bands: inout [Double]
  ) {
    let rows = bands.count / Self.bands
    var cohorts = cohorts.mutableSpan
    var bands = bands.mutableSpan
    for band in 0..<4 {
      let share = shares[band]
      var cell = ends[band]
      for from in band * rows..<(band + 1) * rows {
        let ending = cohorts[cell]
        cell += slots
        guard ending > 0 else { continue }
        let passing = min(ending * share, bands[from])
        bands[from] -= passing
        bands[from + rows] += passing
      }
    }
    var cell = ends[3]
    var old = ring
    let share = shares[3] / longer
    for _ in 0..<rows {
      cohorts[old] += cohorts[cell] * share
      cohorts[cell] = 0
      cell += slots
      old += slots
    }
  }

  mutating func enter(_ count: Double, _ row: Int) {
    guard count > 0 else { return }
    cohorts[row * Self.slots + newest] += count
    bands[row] += count
    total[row] += count
  }

  /// So many of a row move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: Double, from: Int, to: Int) -> Double {
    let moving = min(count, total[from])
    guard moving > 0 else { return 0 }
    let share = moving / total[from]
    Self.move(share, from, to, &cohorts, &scratch)
    for band in 0..<Self.bands {
      let part = bands[band * rows + from] * share
      bands[band * rows + from] -= part
      bands[band * rows + to] += part
    }
    total[from] -= moving
    total[to] += moving
    moved[from] -= moving
    moved[to] += moving
    return moving
  }

  private static func move(
    _ share: Double, _ from: Int, _ to: Int, _ cohorts: inout [Double], _ scratch: inout [Double]
  ) {
    var parts = scratch.mutableSpan
    var cohorts = cohorts.mutableSpan
    var source = cohorts._mutatingExtracting(from * slots..<(from + 1) * slots)
    for slot in 0..<min(source.count, parts.count) {
      let part = source[slot] * share
      source[slot] -= part
      parts[slot] = part
    }
    var target = cohorts._mutatingExtracting(to * slots..<(to + 1) * slots)
    for slot in 0..<min(target.count, parts.count) { target[slot] += parts[slot] }
  }

  /// Households of a row in their first month, and in their second.
  func recent(_ row: Int) -> (first: Double, second: Double) {
    let base = row * Self.slots
    let (first, second) = (slot(0), slot(1))
    return (first: cohorts[base + first] * staying[first], second: cohorts[base + second] * staying[second])
  }

  /// Months that all who are there have been in for, added up: each came in the middle of its month, and five years or more
  /// count as five years.
  mutating func monthsSoFar() -> Double {
    Self.sum(cohorts, rows, into: &scratch)
    var sum = 0.0
    for age in 0..<Self.slots {
      let slot = slot(age)
      sum += scratch[slot] * staying[slot] * (age < Self.ring ? Double(age) + 0.5 : Double(Self.ring))
    }
    return sum
  }

  /// The slots of all rows together.
  private static func sum(_ cohorts: borrowing [Double], _ rows: Int, into sums: inout [Double]) {
    var sums = sums.mutableSpan
    let cohorts = cohorts.span
    for slot in sums.indices { sums[slot] = 0 }
    for row in 0..<rows {
      let ofRow = cohorts.extracting(row * slots..<(row + 1) * slots)
      for slot in 0..<min(ofRow.count, sums.count) { sums[slot] += ofRow[slot] }
    }
  }
}
