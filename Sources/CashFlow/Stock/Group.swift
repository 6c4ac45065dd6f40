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
  /// Share of its lettings that go to council tenants, and what becomes of the homes that they leave.
  let transferShare: Double, chainShare: Double, chainLag: Int
  /// Their bedrooms as a need of households.
  let chainNeed: Int
  /// Share of homes completed whose private tenants come into temporary accommodation.
  let displacedShare: Double
  /// What limits the subsidy of its rent, if anything does.
  let subsidyLoss: SubsidyLoss?, subsidyLimit: SubsidyLimit?
  /// Yearly cost of a home in pence and its index by year; in the order of `GroupLines.costs`.
  let costs: [(pence: Double, level: [Double])]
  let depreciation: (pence: Double, level: [Double])
  let majorRepairs: (pence: Double, level: [Double])
  let serviceCharge: (pence: Double, level: [Double])
  /// Homes completed, by month.
  let completed: [Int64]
  /// Homes of existing stock that leave it, or come to it from another group.
  let departing: Departing.Homes
  /// Homes lost other than by sale, each of which takes a relet for its tenant, by month.
  let rehousing: [Int64]
  /// Leased homes handed back by month, and home-months of rent still to pay at each month's end.
  let handedBack: [Int64], leaseMonthsLeft: [Int64]
  let isLeased: Bool
  /// Share of the households of leased homes that come into temporary accommodation when those are handed back.
  let rehoused: Double
  /// Millionths of rent due that a partner has, and of its loss that it bears.
  let partnerRent: Int64, partnerRisk: Int64
  let hasPartner: Bool
  /// What a sale brings in, and a disposal, by year in pence.
  let saleReceipt: [Double], disposalReceipt: [Double], saleDebtShare: Rate
  /// Homes that stand empty before their first letting, and homes let for the first time, by month.
  let unlet: [Double], firstLets: [Double]
  /// Weeks of rent in a year, by year.
  let weeks: [Double]

  // What changes with time
  var homes: Int64
  /// Homes that have been let.
  var letHomes: Double
  var rent: RentPath

  convenience init(_ stock: StockGroup, _ departing: Departing.Homes, _ model: Model, _ levels: IndexLevels) {
    self.init(
      account: stock.account, programme: nil, isTemporary: false, bedrooms: stock.bedrooms,
      homes: stock.homes, stock.costs,
      relets: stock.reletRate,
      shares: (first: stock.temporaryAccommodationShare, relet: stock.temporaryAccommodationShare),
      stock.rent, completed: [], nil, nil, stock, departing, model, levels)
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
      completed: completed, terms, row, nil, nil, model, levels)
  }

  private init(
    account: Account, programme: Int?, isTemporary: Bool, bedrooms: Int64, homes: Int64,
    _ running: RunningCosts, relets: Rate,
    shares: (first: Rate, relet: Rate), _ basis: RentBasis,
    completed completions: [(month: Int, homes: Int64)], _ programmeTerms: Programme?, _ row: ProgrammeRow?,
    _ stock: StockGroup?, _ departing: Departing.Homes?, _ model: Model, _ levels: IndexLevels
  ) {
    let months = Int(model.years) * 12
    (self.account, self.programme, self.isTemporary, self.homes) = (account, programme, isTemporary, homes)
    need = Self.need(bedrooms)
    transferShare = programmeTerms?.transfers.share.ratio ?? 0
    chainShare = programmeTerms?.transfers.chainShare.ratio ?? 0
    chainLag = Int(programmeTerms?.transfers.lag ?? 0)
    chainNeed = Self.need(row?.chainBedrooms ?? bedrooms)
    displacedShare = programmeTerms?.displacedShare.ratio ?? 0
    subsidyLoss = programmeTerms?.subsidyLoss
    subsidyLimit = model.temporaryAccommodation.subsidyLimit
    (voidRate, badDebtRate, reletRate) = (
      running.voidShare(relets: relets), running.badDebtRate, relets.ratio
    )
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
    let years = (0..<Int(model.years))
    let saleLevel = stock?.sale.map { levels.levels($0.prices) } ?? prices
    saleReceipt = years.map { k in
      stock?.sale?.receiptPence(in: model.firstYear + k, level: saleLevel[k])
        ?? Double(stock?.saleReceipt.pence ?? 0) * prices[k]
    }
    let disposal = Double(stock?.departures.disposalReceipt.pence ?? 0)
    disposalReceipt = years.map { disposal * prices[$0] }
    saleDebtShare = stock?.saleDebtShare ?? .zero
    weeks = (0..<Int(model.years)).map { Double(model.rentPolicy.weeks.count(in: model.firstYear + $0)) }

    let departing = departing ?? Departing.Homes(months: months)
    self.departing = departing
    rehousing = (0..<months).map { departing.lost[$0] + departing.disposed[$0] + departing.convertedOut[$0] }
    // a home converted is let anew, as one that is complete
    let converted =
      departing.converts
      ? departing.convertedIn.enumerated().filter { $0.element > 0 }.map {
        (month: $0.offset, homes: $0.element)
      } : []
    let lettings = FirstLettings(completions + converted, programmeTerms, months: months)
    (unlet, firstLets) = (lettings.unlet, lettings.firstLets)
    completed = departing.converts ? Array(repeating: 0, count: months) : lettings.completed
    let lease = programmeTerms?.lease
    isLeased = lease != nil
    rehoused = lease?.rehoused.ratio ?? 0
    (handedBack, leaseMonthsLeft) = Self.leased(completions, term: lease.map { Int($0.term) }, months: months)
    (partnerRent, partnerRisk) = (
      programmeTerms?.partner?.rent.millionths ?? 0, programmeTerms?.partner?.risk.millionths ?? 0
    )
    hasPartner = partnerRent > 0 || partnerRisk > 0
    letHomes = Double(homes)
    rent = RentPath(basis, bedrooms: bedrooms, reletRate: relets, model, levels)
  }

  /// Homes handed back by month, on the last day of the month in which their lease ends, and home-months still to pay for.
  private static func leased(
    _ completions: [(month: Int, homes: Int64)], term: Int?, months: Int
  ) -> ([Int64], [Int64]) {
    guard let term else {
      let none = Array(repeating: Int64(0), count: months)
      return (none, none)
    }
    var back = Array(repeating: Int64(0), count: months)
    var left = back
    for (month, count) in completions where month < months {
      let end = month + term
      if end < months { back[end] += count }
      for m in month..<min(end, months) { left[m] += count * Int64(end - m) }
    }
    return (back, left)
  }

  /// Bedrooms as a need of households.
  private static func need(_ bedrooms: Int64) -> Int { Int(max(1, min(4, bedrooms))) - 1 }
}
