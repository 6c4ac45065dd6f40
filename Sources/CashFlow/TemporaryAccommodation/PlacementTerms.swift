import Finance
import Housing

/// What a model says of temporary accommodation, as the month loop reads it: numbers by year in flat arrays.
struct PlacementTerms {
  let order: TemporaryAccommodation.Order
  let fit: TemporaryAccommodation.Fit
  /// Types of place that the model gives; those of temporary programmes stand behind them.
  let given: Int
  /// The type without a capacity.
  let open: Int
  /// `[year]`
  let leaving: [InlineArray<5, Double>]
  let entering: [Double], offers: [Double], residual: [Double]
  let needShares: ByNeed, familyShares: ByNeed
  /// `[type]`
  let placementShares: [Double], refilled: [Double], notice: [Int], nightly: [Double]
  /// Types in which some are placed, but for the open one; those of which a freed place is filled; and bed and breakfast.
  let placing: [Int], refilling: [Int], bedAndBreakfast: [Int]
  /// `[year * given + type]`: the most households, without end where nothing limits them; and the level of the nightly cost.
  let capacity: [Double], nightlyLevel: [Double]
  /// `[year * given + type]`: what is recovered a night, and what a night costs after it, in pence.
  let recovery: [ByNeed], netCost: [ByNeed]
  /// Where households come from when a place is filled: the targets are the types of `refilling`.
  let dearer: DearerPlaces
  let moveOn: (pence: Double, level: [Double])
  let returnShare: Double, returnLag: Int

  init(_ model: Model, _ levels: IndexLevels) {
    let terms = model.temporaryAccommodation
    let types = terms.types
    let years = (0..<Int(model.years)).map { model.firstYear + $0 }
    (order, fit, given) = (terms.order, terms.fit, types.count)
    let open = types.firstIndex { $0.capacity == nil } ?? 0
    self.open = open
    leaving = years.map { year in
      InlineArray { band in min(1, terms.leavingRates[band].ratio * terms.leavingPath[year].ratio / 12) }
    }
    entering = years.map { Double(terms.newHouseholds[$0]) / 12 }
    offers = years.map { Double(terms.offers[$0]) / 12 }
    residual = years.map { Double(terms.residual[$0]) / 12 }
    needShares = ByNeed(terms.needShares.map { $0.ratio }, from: 0)
    familyShares = ByNeed(terms.families.byNeed.map { $0.ratio }, from: 0)
    placementShares = types.map { $0.placementShare.ratio }
    refilled = types.map { $0.refilled.ratio }
    notice = types.map { Int($0.notice) }
    nightly = types.map { Double($0.nightlyCost.pence) }
    placing = types.indices.filter { $0 != open && types[$0].placementShare > .zero }
    refilling = types.indices.filter { types[$0].refilled > .zero }
    bedAndBreakfast = types.indices.filter { types[$0].isBedAndBreakfast }
    let nightlyLevels = types.map { levels.levels($0.prices) }
    var (capacity, level) = ([Double](), [Double]())
    var (recovery, netCost) = ([ByNeed](), [ByNeed]())
    for (k, year) in years.enumerated() {
      for (t, type) in types.enumerated() {
        capacity.append(type.capacity.map { Double($0[year]) } ?? .infinity)
        level.append(nightlyLevels[t][k])
        let back: ByNeed
        switch type.recovery {
        case .given(let series): back = ByNeed(repeating: Double(series[year].pence))
        case .benefit(let benefit):
          func pence(_ need: Int) -> Double {
            benefit.nightlyPence(in: year, need: need, terms.subsidyLimit)
          }
          back = ByNeed(pence(0), pence(1), pence(2), pence(3))
        }
        recovery.append(back)
        netCost.append(Double(type.nightlyCost.pence) * nightlyLevels[t][k] - back)
      }
    }
    (self.capacity, nightlyLevel, self.recovery, self.netCost) = (capacity, level, recovery, netCost)
    dearer = DearerPlaces(netCost, types: given, filled: refilling)
    moveOn = (pence: Double(terms.moveOn.pence), level: levels.levels(terms.moveOnPrices))
    (returnShare, returnLag) = (terms.returnShare.ratio, Int(terms.returnLag))
  }

  /// Where the types of a year begin.
  @inline(__always) func place(_ year: Int) -> Int { year &* given }
}
