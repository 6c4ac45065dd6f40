import Finance
import Housing

/// A group of homes: existing stock, or the homes of one row of a programme. What it has, costs and brings in, by month or by
/// year, before its months are lived through.
///
/// A class, so that the groups of an estate are handed about without a copy of their arrays.
final class Group {
  let account: Account
  /// The programme it belongs to, if it does.
  let programme: Int?
  let isTemporary: Bool
  /// Whether it has no home in any month: all of its lines stay empty.
  let isIdle: Bool
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
  let costs: GroupCosts
  /// Homes as the first month opens.
  let homes: Int64
  /// Homes completed, by month.
  let completed: [Int64]
  /// Homes of existing stock that leave it, or come to it from another group.
  let departing: Departing.Homes
  /// Leased homes handed back by month, and home-months of rent still to pay at each month's end; none of homes not leased.
  let handedBack: [Int64], leaseMonthsLeft: [Int64]
  let isLeased: Bool
  /// Share of the households of leased homes that come into temporary accommodation when those are handed back.
  let rehoused: Double
  /// Millionths of rent due that a partner has, and of its loss that it bears.
  let partnerRent: Int64, partnerRisk: Int64
  /// What a sale brings in, and a disposal, by year in pence; nothing of a group that none leave.
  let saleReceipt: [Double], disposalReceipt: [Double], saleDebtShare: Rate
  /// Homes that stand empty before their first letting, and homes let for the first time, by month.
  let unlet: [Double], firstLets: [Double]
  /// Nothing of a group that never has a home.
  let rent: RentPath?

  convenience init(_ stock: StockGroup, _ departing: Departing.Homes, _ model: Model, _ levels: IndexLevels) {
    self.init(
      account: stock.account, programme: nil, isTemporary: false, bedrooms: stock.bedrooms,
      homes: stock.homes, stock.costs,
      relets: stock.reletRate,
      shares: (first: stock.temporaryAccommodationShare, relet: stock.temporaryAccommodationShare),
      stock.rent, completed: [], nil, nil, stock, departing, model, levels)
  }

  /// - Parameter none: departures of no home, which the rows of a plan share.
  convenience init(
    _ row: ProgrammeRow, of programme: Int, completed: [(month: Int, homes: Int64)],
    none: Departing.Homes, _ model: Model, _ levels: IndexLevels
  ) {
    let terms = model.programmes[programme]
    self.init(
      account: terms.account, programme: programme, isTemporary: terms.use == .temporary,
      bedrooms: row.bedrooms, homes: 0, terms.costs,
      relets: terms.reletRate, shares: (first: terms.firstLetShare, relet: terms.reletShare), row.rent,
      completed: completed, terms, row, nil, none, model, levels)
  }

  private init(
    account: Account, programme: Int?, isTemporary: Bool, bedrooms: Int64, homes: Int64,
    _ running: RunningCosts, relets: Rate,
    shares: (first: Rate, relet: Rate), _ basis: RentBasis,
    completed completions: [(month: Int, homes: Int64)], _ programmeTerms: Programme?, _ row: ProgrammeRow?,
    _ stock: StockGroup?, _ departing: Departing.Homes, _ model: Model, _ levels: IndexLevels
  ) {
    let months = Int(model.years) * 12
    (self.account, self.programme, self.isTemporary, self.homes) = (account, programme, isTemporary, homes)
    isIdle = homes == 0 && completions.isEmpty && !departing.converts
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
    costs = GroupCosts(running, account, levels)
    let years = departing.moves ? 0..<Int(model.years) : 0..<0
    let prices = levels.levels(running.prices)
    let saleLevel = stock?.sale.map { levels.levels($0.prices) } ?? prices
    saleReceipt = years.map { k in
      stock?.sale?.receiptPence(in: model.firstYear + k, level: saleLevel[k])
        ?? Double(stock?.saleReceipt.pence ?? 0) * prices[k]
    }
    let disposal = Double(stock?.departures.disposalReceipt.pence ?? 0)
    disposalReceipt = years.map { disposal * prices[$0] }
    saleDebtShare = stock?.saleDebtShare ?? .zero

    self.departing = departing
    // a home converted is let anew, as one that is complete
    let converted =
      departing.converts
      ? departing.convertedIn.enumerated().filter { $0.element > 0 }.map {
        (month: $0.offset, homes: $0.element)
      } : []
    let lettings = FirstLettings(completions + converted, programmeTerms, months: isIdle ? 0 : months)
    (unlet, firstLets) = (lettings.unlet, lettings.firstLets)
    completed = departing.converts ? Array(repeating: 0, count: months) : lettings.completed
    let lease = programmeTerms?.lease
    isLeased = lease != nil
    rehoused = lease?.rehoused.ratio ?? 0
    (handedBack, leaseMonthsLeft) = Self.leased(completions, term: lease.map { Int($0.term) }, months: months)
    (partnerRent, partnerRisk) = (
      programmeTerms?.partner?.rent.millionths ?? 0, programmeTerms?.partner?.risk.millionths ?? 0
    )
    rent = isIdle ? nil : RentPath(basis, bedrooms: bedrooms, reletRate: relets, model, levels)
  }

  /// Homes that leave in a month other than by sale, each of which takes a relet for its tenant.
  @inline(__always) func rehousing(_ month: Int) -> Int64 {
    departing.moves
      ? departing.lost[month] + departing.disposed[month] + departing.convertedOut[month] : 0
  }

  /// Homes handed back by month, on the last day of the month in which their lease ends, and home-months still to pay for.
  private static func leased(
    _ completions: [(month: Int, homes: Int64)], term: Int?, months: Int
  ) -> ([Int64], [Int64]) {
    guard let term else { return ([], []) }
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
