import Finance
import Housing

/// Expected households by type of place, bedroom need and months in temporary accommodation, and what moves them.
///
/// A row holds the households of one type and need by months: a ring of sixty slots for 0 … 59 months, and one slot for
/// sixty or more. A month passes by turning the ring, and four slots are worked on at once.
struct Households {
  static let needs = TemporaryAccommodation.needs
  /// Months that the ring holds; who has been in longer is in the last slot.
  private static let ring = 60
  private static let vectors = 16

  let types: Int
  private var cells: [SIMD4<Double>]
  /// The slot of those who came in this month.
  private var newest = 0
  /// Households of each row, `[type * needs + need]`.
  private(set) var totals: [Double]
  /// Households that left each row this month for other reasons, and for a settled home; and what moved in less out.
  private(set) var left: [Double], settled: [Double], moved: [Double]
  /// By slot, the share that stays this month.
  private var keep: [SIMD4<Double>]

  var rows: Int { types * Self.needs }

  init(_ terms: TemporaryAccommodation, types: Int) {
    self.types = types
    cells = Array(repeating: SIMD4(repeating: 0), count: types * Self.needs * Self.vectors)
    totals = Array(repeating: 0, count: types * Self.needs)
    (left, settled, moved) = (totals, totals, totals)
    keep = Array(repeating: SIMD4(repeating: 1), count: Self.vectors)
    for (t, type) in terms.types.enumerated() {
      for need in 0..<Self.needs {
        let row = t * Self.needs + need
        for (band, ages) in TemporaryAccommodation.bands.enumerated() {
          let each = Double(type.households[band]) * terms.needShares[need].ratio / Double(ages.count)
          for age in ages { add(each, row, slot(age)) }
        }
        totals[row] = sum(row)
      }
    }
  }

  /// Where those stand who have been in for so many months.
  private func slot(_ age: Int) -> Int {
    guard age < Self.ring else { return Self.ring }
    let slot = newest - age
    return slot < 0 ? slot + Self.ring : slot
  }

  private func at(_ row: Int, _ slot: Int) -> Double { cells[row * Self.vectors + slot / 4][slot % 4] }
  private mutating func add(_ count: Double, _ row: Int, _ slot: Int) {
    cells[row * Self.vectors + slot / 4][slot % 4] += count
  }

  private func sum(_ row: Int) -> Double {
    let base = row * Self.vectors
    let cells = self.cells.span
    var even = cells[base]
    var odd = cells[base + 1]
    for k in 1..<Self.vectors / 2 {
      even += cells[base + 2 * k]
      odd += cells[base + 2 * k + 1]
    }
    even += odd
    return (even[0] + even[1]) + (even[2] + even[3])
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

  /// Households by band of time.
  func byBand() -> InlineArray<5, Double> {
    var columns = InlineArray<16, SIMD4<Double>>(repeating: SIMD4(repeating: 0))
    for row in 0..<rows where totals[row] > 0 {
      let cells = self.cells.span
      for k in 0..<Self.vectors { columns[k] += cells[row * Self.vectors + k] }
    }
    var bands = InlineArray<5, Double>(repeating: 0)
    for band in 0..<5 {
      for age in TemporaryAccommodation.bands[band] {
        let slot = slot(age)
        bands[band] += columns[slot / 4][slot % 4]
      }
    }
    return bands
  }

  /// A month opens: nobody has moved yet.
  mutating func open() {
    for row in 0..<rows { (left[row], settled[row], moved[row]) = (0, 0, 0) }
  }

  /// Each band leaves at its monthly share. Returns who left.
  mutating func leave(monthlyShares: [Double]) -> Double {
    for band in 0..<5 {
      for age in TemporaryAccommodation.bands[band] {
        let slot = slot(age)
        keep[slot / 4][slot % 4] = 1 - monthlyShares[band]
      }
    }
    var all = 0.0
    for row in 0..<rows where totals[row] > 0 {
      keepSome(row)
      let staying = sum(row)
      left[row] += totals[row] - staying
      all += totals[row] - staying
      totals[row] = staying
    }
    return all
  }

  /// So many leave, in proportion to what there is, never more. Returns how many did.
  mutating func leave(_ count: Double) -> Double {
    guard count > 0 else { return 0 }
    var all = 0.0
    for row in 0..<rows { all += totals[row] }
    guard all > 0 else { return 0 }
    let leaving = min(count, all)
    let keep = 1 - leaving / all
    for row in 0..<rows where totals[row] > 0 {
      let gone = totals[row] * (1 - keep)
      scale(row, by: keep)
      left[row] += gone
    }
    return leaving
  }

  /// What stays of a row, slot by slot.
  private mutating func keepSome(_ row: Int) {
    let base = row * Self.vectors
    let keep = self.keep
    var cells = self.cells.mutableSpan
    for k in 0..<Self.vectors { cells[base + k] *= keep[k] }
  }

  private mutating func scale(_ row: Int, by factor: Double) {
    totals[row] *= factor
    let base = row * Self.vectors
    var cells = self.cells.mutableSpan
    for k in 0..<Self.vectors { cells[base + k] *= factor }
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
        scale(row, by: 1 - share)
      }
      return
    }
    var wanted = count
    var step = 0
    while step <= Self.ring && wanted > 0 {
      let slot = slot(order == .longestFirst ? Self.ring - step : step)
      step += 1
      var here = 0.0
      for t in 0..<types { here += at(t * Self.needs + need, slot) }
      guard here > 0 else { continue }
      let gone = min(wanted, here)
      for t in 0..<types {
        let row = t * Self.needs + need
        let there = at(row, slot)
        let going = gone == here ? there : there * (gone / here)
        add(-going, row, slot)
        totals[row] = max(0, totals[row] - going)
        settled[row] += going
      }
      wanted -= gone
    }
  }

  /// A month passes: everyone is a month older, up to five years.
  mutating func age() {
    let oldest = slot(Self.ring - 1)
    for row in 0..<rows where totals[row] > 0 {
      let count = at(row, oldest)
      add(count, row, Self.ring)
      cells[row * Self.vectors + oldest / 4][oldest % 4] = 0
    }
    newest = oldest
  }

  mutating func enter(_ count: Double, _ row: Int) {
    guard count > 0 else { return }
    add(count, row, newest)
    totals[row] += count
  }

  /// So many of a row move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: Double, from: Int, to: Int) -> Double {
    let moving = min(count, totals[from])
    guard moving > 0 else { return 0 }
    let share = moving / totals[from]
    totals[from] -= moving
    totals[to] += moving
    moved[from] -= moving
    moved[to] += moving
    let source = from * Self.vectors
    let target = to * Self.vectors
    var cells = self.cells.mutableSpan
    for k in 0..<Self.vectors {
      let part = cells[source + k] * share
      cells[source + k] -= part
      cells[target + k] += part
    }
    return moving
  }
}
