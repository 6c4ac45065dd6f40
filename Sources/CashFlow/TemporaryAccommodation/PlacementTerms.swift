import Finance
import Housing

/// What a model says of temporary accommodation, as the month loop reads it: numbers by year in flat arrays.
struct PlacementTerms {
  let order: TemporaryAccommodation.Order
  let isOrSmaller: Bool
  /// Types of place that the model gives; those of temporary programmes stand behind them.
  let given: Int
  /// The type without a capacity.
  let open: Int
  /// `[year]`
  let leaving: [InlineArray<5, Double>]
  let entering: [Double], offers: [Double], residual: [Double]
  /// `[need]`
  let needShares: [Double], familyShares: [Double]
  /// `[type]`
  let placementShares: [Double], refilled: [Double], notice: [Int], nightly: [Double]
  /// Types of which a freed place is filled, and those that are bed and breakfast.
  let refilling: [Int], bedAndBreakfast: [Int]
  /// `[year * given + type]`: the most households, without end where nothing limits them; and the level of the nightly cost.
  let capacity: [Double], nightlyLevel: [Double]
  /// `[(year * needs + need) * given + type]`: what is recovered a night, and what a night costs after it, in pence.
  let recovery: [Double], netCost: [Double]
  /// The types of each year and need, dearest first, in the places of `netCost`.
  let dearest: [Int]
  let moveOn: (pence: Double, level: [Double])
  let returnShare: Double, returnLag: Int

  init(_ model: Model, _ levels: IndexLevels) {
    let terms = model.temporaryAccommodation
    let types = terms.types
    let years = (0..<Int(model.years)).map { model.firstYear + $0 }
    (order, isOrSmaller, given) = (terms.order, terms.fit == .orSmaller, types.count)
    open = types.firstIndex { $0.capacity == nil } ?? 0
    leaving = years.map { year in
      InlineArray { band in min(1, terms.leavingRates[band].ratio * terms.leavingPath[year].ratio / 12) }
    }
    entering = years.map { Double(terms.newHouseholds[$0]) / 12 }
    offers = years.map { Double(terms.offers[$0]) / 12 }
    residual = years.map { Double(terms.residual[$0]) / 12 }
    needShares = terms.needShares.map { $0.ratio }
    familyShares = terms.families.byNeed.map { $0.ratio }
    placementShares = types.map { $0.placementShare.ratio }
    refilled = types.map { $0.refilled.ratio }
    notice = types.map { Int($0.notice) }
    nightly = types.map { Double($0.nightlyCost.pence) }
    refilling = types.indices.filter { types[$0].refilled > .zero }
    bedAndBreakfast = types.indices.filter { types[$0].isBedAndBreakfast }
    let nightlyLevels = types.map { levels.levels($0.prices) }
    var (capacity, level, recovery, netCost) = ([Double](), [Double](), [Double](), [Double]())
    var dearest: [Int] = []
    for (k, year) in years.enumerated() {
      for (t, type) in types.enumerated() {
        capacity.append(type.capacity.map { Double($0[year]) } ?? .infinity)
        level.append(nightlyLevels[t][k])
      }
      for need in 0..<Households.needs {
        let back = types.map { type in
          switch type.recovery {
          case .given(let series): Double(series[year].pence)
          case .benefit(let benefit): benefit.nightlyPence(in: year, need: need, terms.subsidyLimit)
          }
        }
        let net = types.indices.map { Double(types[$0].nightlyCost.pence) * nightlyLevels[$0][k] - back[$0] }
        recovery += back
        netCost += net
        dearest += net.indices.sorted { (-net[$0], $0) < (-net[$1], $1) }
      }
    }
    (self.capacity, nightlyLevel, self.recovery, self.netCost) = (capacity, level, recovery, netCost)
    self.dearest = dearest
    moveOn = (pence: Double(terms.moveOn.pence), level: levels.levels(terms.moveOnPrices))
    (returnShare, returnLag) = (terms.returnShare.ratio, Int(terms.returnLag))
  }

  /// Where the types of a year and a need begin.
  func place(_ year: Int, _ need: Int) -> Int { (year * Households.needs + need) * given }
}
