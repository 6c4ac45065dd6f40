import CashFlow
import Finance
import Housing

/// How many settled homes would have to start each year for the households in temporary accommodation to be half of what they were
/// at the start, by the year in which a first page counts.
public struct HalvingHomes: Hashable, Sendable {
  /// At the start of the first year.
  public var opening: Int64
  public var year: Year
  /// What the plan has on average from the first year to that one, in homes a year.
  public var planned: Double
  /// The fewest a year; nothing where even the most tried do not.
  public var homes: Int64?
  public var mostTried: Int64
  /// In that year, with so many homes a year and with one fewer.
  public var households: Int64?, householdsWithOneFewer: Int64?
}

extension HalvingHomes {
  /// Nothing for a plan that starts no settled homes, whose sizes and lettings they would share.
  public static func of(_ base: Forecast) -> HalvingHomes? {
    let model = base.model
    let opening = base.wholeHouseholds(.without).opening
    let year = model.appraisal.headlineYear
    let starts = model.settledStarts
    guard opening > 1, starts > 0 else { return nil }
    let place = max(0, min(Int(model.years) - 1, year.start - model.firstYear.start))
    let planned = (0...place).reduce(Int64(0)) { sum, k in sum + model.settledStarts(in: model.firstYear + k)
    }
    let last = min(10_000, opening)
    var boundaries = Boundaries(last: last, scanning: SwitchingValue.scanned)
    var households: [Int64: Int64] = [:]
    while let step = boundaries.wanted.first {
      let left = model.starting(step, eachYearTo: model.firstYear + place).map {
        Forecast($0, sharing: base).wholeHouseholds(.with).households[place]
      }
      households[step] = left
      boundaries.tell(step, holds: left.map { 2 * $0 <= opening } ?? false)
    }
    let homes = boundaries.stretches.first?.lowerBound
    return HalvingHomes(
      opening: opening, year: model.firstYear + place, planned: Double(planned) / Double(place + 1),
      homes: homes,
      mostTried: last, households: homes.flatMap { households[$0] },
      householdsWithOneFewer: homes.flatMap { households[$0 - 1] })
  }
}

extension Model {
  fileprivate var settledStarts: Int64 {
    (0..<Int(years)).reduce(Int64(0)) { $0 + settledStarts(in: firstYear + $1) }
  }

  fileprivate func settledStarts(in year: Year) -> Int64 {
    programmes.filter { $0.use == .settled }.reduce(Int64(0)) { sum, programme in
      programme.rows.reduce(sum) { $0 + $1.starts[year] }
    }
  }

  /// The model with so many settled homes started in each year to one, in the plan's own mix of programmes and sizes, and none after;
  /// temporary homes stay. Nothing where its sums would run beyond what is projected.
  public func starting(_ homes: Int64, eachYearTo last: Year) -> Model? {
    var weights: [(programme: Int, row: Int, weight: Int64)] = []
    for p in programmes.indices where programmes[p].use == .settled {
      for r in programmes[p].rows.indices {
        let weight = (0..<Int(years)).reduce(Int64(0)) { $0 + programmes[p].rows[r].starts[firstYear + $1] }
        weights.append((programme: p, row: r, weight: weight))
      }
    }
    let all = weights.reduce(Int64(0)) { $0 + $1.weight }
    guard all > 0 else { return nil }
    var model = self
    var (given, before): (Int64, Int64) = (0, 0)
    // rounded running sums, so that the parts come to the whole
    for (programme, row, weight) in weights {
      before += weight
      let upTo = roundedProduct(homes, before, over: all)
      let count = last.start - firstYear.start + 1
      model.programmes[programme].rows[row].starts = Series(
        first: firstYear, values: Array(repeating: upTo - given, count: max(1, count)) + [0])
      given = upTo
    }
    return model.changed(by: Stress("homes"))
  }
}
