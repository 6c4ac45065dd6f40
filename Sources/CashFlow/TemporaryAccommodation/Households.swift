import Finance
import Housing

/// Expected households by type of place, bedroom need and months in temporary accommodation (0 … 60; 60 is five years or
/// more), and what moves them. One array, a row of months for each type and need.
struct Households {
  static let ages = 61
  /// Rows are as long as a whole number of the machine's vectors.
  static let row = 64
  static let needs = TemporaryAccommodation.needs

  let types: Int
  /// `[type][need][age]`, flat.
  var n: [Double]
  /// `[type][need]`: households of a row.
  var totals: [Double]
  /// `[type][need]`: households that left the row this month before any was moved.
  var lost: [Double]

  init(_ terms: TemporaryAccommodation, types: Int) {
    self.types = types
    n = Array(repeating: 0, count: types * Self.needs * Self.row)
    totals = Array(repeating: 0, count: types * Self.needs)
    lost = totals
    for (t, type) in terms.types.enumerated() {
      for need in 0..<Self.needs {
        for (band, ages) in TemporaryAccommodation.bands.enumerated() {
          let each = Double(type.households[band]) * terms.needShares[need].ratio / Double(ages.count)
          for age in ages { n[(t * Self.needs + need) * Self.row + age] = each }
        }
      }
    }
    for row in totals.indices { totals[row] = sum(row) }
  }

  /// Households of a row, in four running sums so that the machine need not wait for each.
  func sum(_ row: Int) -> Double {
    let base = row * Self.row
    let n = self.n.span
    var a = 0.0
    var b = 0.0
    var c = 0.0
    var d = 0.0
    var i = base
    while i < base + Self.row {
      a += n[i]
      b += n[i + 1]
      c += n[i + 2]
      d += n[i + 3]
      i += 4
    }
    return (a + b) + (c + d)
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
  func inBand(_ ages: Range<Int>) -> Double {
    var sum = 0.0
    for row in totals.indices where totals[row] > 0 {
      for age in ages { sum += n[row * Self.row + age] }
    }
    return sum
  }

  /// Each band leaves at its monthly share. Returns who left.
  mutating func leave(monthlyShares: [Double]) -> Double {
    var all = 0.0
    for row in totals.indices where totals[row] > 0 {
      let base = row * Self.row
      var n = self.n.mutableSpan
      for band in TemporaryAccommodation.bands.indices {
        let keep = 1 - monthlyShares[band]
        let ages = TemporaryAccommodation.bands[band]
        for i in base + ages.lowerBound..<base + ages.upperBound { n[i] *= keep }
      }
      let left = sum(row)
      take(totals[row] - left, from: row)
      totals[row] = left
      all += lost[row]
    }
    return all
  }

  private mutating func take(_ count: Double, from row: Int) { lost[row] += count }

  /// So many leave, in proportion to what there is, never more. Returns how many did.
  mutating func leave(_ count: Double) -> Double {
    guard count > 0 else { return 0 }
    var all = 0.0
    for total in totals { all += total }
    guard all > 0 else { return 0 }
    let leaving = min(count, all)
    let keep = 1 - leaving / all
    for row in totals.indices where totals[row] > 0 {
      scale(row, by: keep)
      take(totals[row] - totals[row] * keep, from: row)
      totals[row] *= keep
    }
    return leaving
  }

  private mutating func scale(_ row: Int, by factor: Double) {
    let base = row * Self.row
    var n = self.n.mutableSpan
    for i in base..<base + Self.row { n[i] *= factor }
  }

  /// So many of a need move to settled homes; the place that ends is the one they lived in.
  mutating func settle(_ count: Double, need: Int, _ order: TemporaryAccommodation.Order) {
    guard count > 0 else { return }
    if order == .proportional {
      let all = ofNeed(need)
      guard all > 0 else { return }
      let keep = 1 - min(count, all) / all
      for t in 0..<types {
        let row = t * Self.needs + need
        scale(row, by: keep)
        take(totals[row] - totals[row] * keep, from: row)
        totals[row] *= keep
      }
      return
    }
    var left = count
    var step = 0
    while step < Self.ages && left > 0 {
      let age = order == .longestFirst ? Self.ages - 1 - step : step
      step += 1
      var here = 0.0
      for t in 0..<types { here += n[(t * Self.needs + need) * Self.row + age] }
      guard here > 0 else { continue }
      let gone = min(left, here)
      for t in 0..<types {
        let row = t * Self.needs + need
        let cell = row * Self.row + age
        let moved = gone == here ? n[cell] : n[cell] * (gone / here)
        n[cell] -= moved
        totals[row] = max(0, totals[row] - moved)
        take(moved, from: row)
      }
      left -= gone
    }
  }

  /// A month passes: everyone is a month older, up to five years.
  mutating func age() {
    let last = Self.ages - 1
    for row in totals.indices where totals[row] > 0 {
      let base = row * Self.row
      var n = self.n.mutableSpan
      n[base + last] += n[base + last - 1]
      var i = base + last - 1
      while i > base {
        n[i] = n[i - 1]
        i -= 1
      }
      n[base] = 0
    }
  }

  mutating func enter(_ count: Double, _ row: Int) {
    n[row * Self.row] += count
    totals[row] += count
  }

  /// So many of a row move to another type of place, in proportion to time. Returns how many did.
  mutating func move(_ count: Double, from: Int, to: Int) -> Double {
    let moving = min(count, totals[from])
    guard moving > 0 else { return 0 }
    let share = moving / totals[from]
    let source = from * Self.row
    let target = to * Self.row
    var n = self.n.mutableSpan
    for age in 0..<Self.ages {
      let part = n[source + age] * share
      n[source + age] -= part
      n[target + age] += part
    }
    totals[from] -= moving
    totals[to] += moving
    return moving
  }
}
