import Finance
import Housing

/// What the month loop needs of a group of homes: existing stock, or the homes of one row of a programme.
///
/// A class, since a run changes its groups month by month where they stand: as structs they were copied.
final class Group {
  let account: Account
  /// The programme it belongs to, if it does.
  let programme: Int?
  let isTemporary: Bool
  /// Its bedrooms as a need of households: 0 for one bedroom or a room, 3 for four or more.
  let need: Int
  let voidRate: Double, badDebtRate: Rate
  let reletRate: Double
  /// Share of its lettings that go to households in temporary accommodation.
  let firstLetShare: Double, reletShare: Double
  /// Yearly cost of a home in pence and its index by year; in the order of `GroupLines.costs`.
  let costs: [(pence: Double, level: [Double])]
  let depreciation: (pence: Double, level: [Double])
  let majorRepairs: (pence: Double, level: [Double])
  let serviceCharge: (pence: Double, level: [Double])
  /// Homes sold, lost and completed, by month.
  let sold: [Int64], lost: [Int64], completed: [Int64]
  let saleReceipt: (pence: Double, level: [Double]), saleDebtShare: Rate
  /// Homes that stand empty before their first letting, and homes let for the first time, by month.
  let unlet: [Double], firstLets: [Double]
  /// Weeks of rent in a year, by year.
  let weeks: [Double]

  // What changes with time
  var homes: Int64
  /// Homes that have been let.
  var letHomes: Double
  var rent: RentPath

  convenience init(_ stock: StockGroup, _ model: Model, _ levels: IndexLevels) {
    self.init(
      account: stock.account, programme: nil, isTemporary: false, bedrooms: stock.bedrooms,
      homes: stock.homes, stock.costs,
      relets: stock.reletRate, shares: (first: .zero, relet: stock.temporaryAccommodationShare), stock.rent,
      completed: [], firstLetWeeks: 0,
      sales: (stock.sales, stock.saleReceipt, stock.saleDebtShare), losses: stock.losses, model, levels)
  }

  convenience init(
    _ row: ProgrammeRow, of programme: Int, completed: [(month: Int, homes: Int64)], _ model: Model,
    _ levels: IndexLevels
  ) {
    let terms = model.programmes[programme]
    self.init(
      account: terms.account, programme: programme, isTemporary: terms.use == .temporary,
      bedrooms: row.bedrooms, homes: 0, terms.costs,
      relets: terms.reletRate, shares: (first: terms.firstLetShare, relet: terms.reletShare), row.rent,
      completed: completed,
      firstLetWeeks: terms.firstLetWeeks, sales: nil, losses: nil, model, levels)
  }

  private init(
    account: Account, programme: Int?, isTemporary: Bool, bedrooms: Int64, homes: Int64,
    _ running: RunningCosts, relets: Rate,
    shares: (first: Rate, relet: Rate), _ basis: RentBasis,
    completed completions: [(month: Int, homes: Int64)], firstLetWeeks: Int64,
    sales: (Series<Int64>, Money, Rate)?, losses: Series<Int64>?, _ model: Model, _ levels: IndexLevels
  ) {
    let months = Int(model.years) * 12
    (self.account, self.programme, self.isTemporary, self.homes) = (account, programme, isTemporary, homes)
    need = Int(max(1, min(4, bedrooms))) - 1
    (voidRate, badDebtRate, reletRate) = (running.voidRate.ratio, running.badDebtRate, relets.ratio)
    (firstLetShare, reletShare) = (shares.first.ratio, shares.relet.ratio)
    let prices = levels.levels(running.prices)
    let repairPrices = levels.levels(running.repairPrices)
    costs = [
      (pence: Double(running.serviceCost.pence), level: prices),
      (pence: Double(running.management.pence), level: prices),
      (pence: Double(running.repairs.pence), level: repairPrices),
      (pence: Double(running.insurance.pence), level: prices),
      (pence: Double(running.lease.pence), level: prices),
    ]
    depreciation = (pence: account == .hra ? Double(running.depreciation.pence) : 0, level: repairPrices)
    majorRepairs = (pence: Double(running.majorRepairs.pence), level: repairPrices)
    serviceCharge = (pence: Double(running.serviceCharge.pence), level: prices)
    saleReceipt = (pence: Double(sales?.1.pence ?? 0), level: prices)
    saleDebtShare = sales?.2 ?? .zero
    weeks = (0..<Int(model.years)).map { Double(model.rentPolicy.weeks.count(in: model.firstYear + $0)) }

    var completed = Array(repeating: Int64(0), count: months)
    var unlet = Array(repeating: 0.0, count: months)
    var firstLets = unlet
    let wait = 12 * Double(firstLetWeeks) / 52
    let wholeMonths = Int(wait)
    for (month, count) in completions where month < months {
      completed[month] += count
      for empty in month + 1..<month + 1 + wholeMonths where empty < months { unlet[empty] += Double(count) }
      let letting = month + 1 + wholeMonths
      guard letting < months else { continue }
      unlet[letting] += Double(count) * (wait - Double(wholeMonths))
      firstLets[letting] += Double(count)
    }
    (self.completed, self.unlet, self.firstLets) = (completed, unlet, firstLets)
    (sold, lost) = Self.departures(homes, sales?.0, losses, model)
    letHomes = Double(homes)
    rent = RentPath(basis, bedrooms: bedrooms, reletRate: relets, model, levels)
  }

  /// Sales and losses by month, never more than there are homes.
  private static func departures(
    _ homes: Int64, _ sales: Series<Int64>?, _ losses: Series<Int64>?, _ model: Model
  ) -> ([Int64], [Int64]) {
    let months = Int(model.years) * 12
    var sold = Array(repeating: Int64(0), count: months)
    var lost = sold
    var left = homes
    for month in 0..<months {
      let year = model.firstYear + month / 12
      let part = Int64(month % 12 + 1)
      sold[month] = min(left, sales.map { spread($0[year], part: part, of: 12) } ?? 0)
      left -= sold[month]
      lost[month] = min(left, losses.map { spread($0[year], part: part, of: 12) } ?? 0)
      left -= lost[month]
    }
    return (sold, lost)
  }
}
