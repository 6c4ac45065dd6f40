import Finance
import Housing

/// What a home of a group costs each year in pence, and the index of that by year.
struct GroupCosts {
  /// In the order of `GroupLines.costs`.
  let running: InlineArray<5, Double>
  let depreciation: Double, majorRepairs: Double
  /// A week, from its tenant.
  let serviceCharge: Double
  /// By year: of repairs, major repairs and depreciation; and of all else.
  let repairLevel: [Double], level: [Double]

  /// The place of responsive repairs and of lease rent among the running costs.
  static let repairs = 2, lease = 4

  init(_ costs: RunningCosts, _ account: Account, _ levels: IndexLevels) {
    running = [
      Double(costs.serviceCost.pence), Double(costs.management.pence), Double(costs.repairs.pence),
      Double(costs.insurance.pence), Double(costs.lease.pence),
    ]
    depreciation = account == .hra ? Double(costs.depreciation.pence) : 0
    majorRepairs = Double(costs.majorRepairs.pence)
    serviceCharge = Double(costs.serviceCharge.pence)
    level = levels.levels(costs.prices)
    repairLevel = levels.levels(costs.repairPrices)
  }

  /// What so many homes cost in a month of a year, in the order of `GroupLines.costs`.
  func month(of homes: Double, in year: Int) -> InlineArray<5, Int64> {
    var month = InlineArray<5, Int64>(repeating: 0)
    for k in running.indices where running[k] > 0 {
      let level = k == Self.repairs ? repairLevel[year] : level[year]
      month[k] = Int64(wholeNearest(homes * running[k] * level / 12))
    }
    return month
  }
}
