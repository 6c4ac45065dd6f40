import Finance
import Housing

/// Borrowing that no loan of the model has room for.
public struct Shortfall: Hashable, Sendable {
  public var account: Account
  /// The programme whose homes are not paid for; nothing if it is major repairs.
  public var programme: Int?
  public var month: Int
  public var sum: Money
}

/// A model run forward: every line of every month.
public struct Projection: Sendable {
  public internal(set) var ledger: Ledger
  /// Every draw, in order of its month.
  public internal(set) var vintages: [Vintage] = []
  public internal(set) var shortfalls: [Shortfall] = []
  /// What a law needs and no line holds: by batch.
  public internal(set) var batchLaws = BatchLaws()
  /// Months that the households in temporary accommodation have been there at each 31 March, added up, in millionths.
  public internal(set) var monthsSoFar: [Int64] = []
  /// Levels as the first month opens, by line: what a stock line's opening is.
  public internal(set) var openings: [Line: Int64] = [:]
  /// The homes that were started, for another run of the same.
  let batches: Batches

  init(_ batches: Batches, _ ledger: Ledger) { (self.batches, self.ledger) = (batches, ledger) }
}

/// What is checked batch by batch as the projection runs.
public struct BatchLaws: Hashable, Sendable {
  /// Months of a batch whose sources do not come to its spend.
  public var unpaid = 0
  /// Batches whose provision over its whole life does not come to their borrowing.
  public var unprovided = 0
  public var batches = 0
}

/// Runs a model forward, with its programmes and contracts or without: nothing else differs.
public func project(_ model: Model, _ plan: Plan, withPlan: Bool = true) -> Projection {
  let levels = IndexLevels(model)
  let lived = withPlan ? model : model.withoutStarts
  let batches = Batches(lived, firstGroup: model.stock.count, levels)
  var projection = Projection(
    batches, Ledger(months: Int(model.years) * 12, lines: plan.lines.meanings.count))
  var run = Run(model, plan, batches)
  run.project(Estate(lived, batches, levels), &projection)
  return projection
}

extension Projection {
  /// Runs the same homes and households again with other loans: what `project` would make of the model, with less to do.
  /// - Parameter model: one that differs from the projection's own in nothing but the terms of its loans.
  public mutating func reborrow(_ model: Model, _ plan: Plan) {
    ledger.clear(plan.debts)
    shortfalls = []
    var run = Run(model, plan, batches)
    run.project(nil, &self)
  }
}

/// One run of the month loop. Month by month: April's steps; lettings; temporary accommodation; rents and running costs;
/// interest; capital and its sources; loan payments; March's provision; completions and balances. No step reads a later one.
struct Run {
  let model: Model
  let plan: Plan
  let months: Int
  let batches: Batches
  var funding: Funding
  var borrowing: Borrowing
  /// Stays empty in a model without one.
  var hra: Pool
  var generalFund: Pool
  /// What refinancing makes cash up to.
  var floors = CashFloors()
  let treasury: [Rate]

  init(_ model: Model, _ plan: Plan, _ batches: Batches) {
    (self.model, self.plan, self.batches) = (model, plan, batches)
    months = Int(model.years) * 12
    funding = Funding(model, batches)
    borrowing = Borrowing(model)
    hra = Pool(hra: model.hra, model)
    generalFund = Pool(generalFund: model.generalFund, model)
    treasury = (0..<Int(model.years)).map { model.treasuryRate[model.firstYear + $0] }
  }

  /// Fills the ledger of a projection.
  /// - Parameter estate: the homes and households that the run lives through; or nothing, where the ledger holds their lines.
  mutating func project(_ estate: consuming Estate?, _ result: inout Projection) {
    var ledger = Ledger(months: 0, lines: 0)
    swap(&ledger, &result.ledger)
    var cells = ledger.cells.mutableSpan
    openDebts(&cells)
    floors = CashFloors(model, hra: hra, generalFund: generalFund)
    if let openings = estate?.openings(plan) { result.openings = openings }
    for (line, level) in openings() { result.openings[line] = level }
    let isKnown = estate == nil
    for month in 0..<months {
      hra.open(month)
      generalFund.open(month)
      estate?.step(plan, month, hra: &hra, generalFund: &generalFund, &cells)
      if isKnown { take(month, cells) }
      postInterest(month, &cells)
      pay(month, &cells, &result)
      provide(month)
      estate?.close(plan, month, hra: &hra, generalFund: &generalFund, &cells)
      closePools(month, &cells)
    }
    if let known = estate?.monthsSoFar { result.monthsSoFar = known }
    result.vintages = borrowing.vintages
    result.batchLaws = funding.laws(batches)
    ledger.add(isKnown ? plan.turningTotals : plan.lines.totals)
    swap(&ledger, &result.ledger)
  }

  /// What the ledger holds of homes and households in a month.
  private mutating func take(_ month: Int, _ cells: borrowing MutableSpan<Int64>) {
    if let lines = plan.hra {
      hra.operating = cells[lines.operating, month]
      if let line = lines.depreciation { hra.depreciation = -cells[line, month] }
      if let line = lines.capitalRepairs { hra.majorRepairs = cells[line, month] }
      if let line = lines.rightToBuyIn { hra.rightToBuyIn = cells[line, month] }
      hra.receiptsIn = cells[lines.receiptsIn, month]
      hra.setAside = -cells[lines.setAside, month]
    }
    let lines = plan.generalFund
    generalFund.operating = cells[lines.operating, month]
    generalFund.receiptsIn = cells[lines.receiptsIn, month]
    if let line = lines.outcomes { generalFund.outcomes = -cells[line, month] }
    generalFund.setAside = -cells[lines.setAside, month]
  }

  /// What is owed at the start, and its payments.
  private mutating func openDebts(_ cells: inout MutableSpan<Int64>) {
    for (i, debt) in model.debts.enumerated() {
      let accrued = borrowing.open(debt, i, plan.debts[i], &cells)
      if debt.account == .hra {
        hra.loans += debt.balance.pence
        hra.accrued += accrued
      } else {
        generalFund.loans += debt.balance.pence
        generalFund.accrued += accrued
      }
    }
  }

  private mutating func postInterest(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    let rate = treasury[month / 12].millionths
    hra.interestCash = roundedProduct(hra.cash, rate, over: 12_000_000)
    generalFund.interestCash = roundedProduct(generalFund.cash, rate, over: 12_000_000)
    for i in plan.debts.indices {
      let charged = cells[plan.debts[i].charged, month]
      if plan.debts[i].account == .hra {
        hra.interestLoans -= charged
      } else {
        generalFund.interestLoans -= charged
      }
    }
  }

  /// Capital spend, its sources and draws, and the month's loan payments.
  private mutating func pay(_ month: Int, _ cells: inout MutableSpan<Int64>, _ result: inout Projection) {
    hra.openSources(month / 12)
    generalFund.openSources(month / 12)
    hra.payForRepairs()
    funding.pay(batches, month, hra: &hra, generalFund: &generalFund, model)
    funding.noteRates(batches, month, borrowing, model)
    hra.settleReceipts(month)
    borrowing.openMonth()
    if let short = borrowing.draw(hra.borrowed, .hra, needs: funding.needs, plan, month, &cells) {
      result.shortfalls.append(short)
    }
    if let short = borrowing.draw(
      generalFund.borrowed, .generalFund, needs: funding.needs, plan, month, &cells)
    {
      result.shortfalls.append(short)
    }
    hra.loanCosts = borrowing.costOfHRA
    generalFund.loanCosts = borrowing.costOfGeneralFund
    borrowing.payDeferrable(room: hra.balance - hra.minimum[month / 12], plan, month, &cells)
    for i in plan.debts.indices {
      let moved = borrowing.close(i, plan.debts[i], month, &cells)
      if plan.debts[i].account == .hra {
        hra.loans += moved.owed
        hra.accrued += moved.accrued
      } else {
        generalFund.loans += moved.owed
        generalFund.accrued += moved.accrued
      }
    }
  }

  /// March: what is set aside for borrowing.
  private mutating func provide(_ month: Int) {
    guard month % 12 == 11 else { return }
    generalFund.provision = funding.provision(.generalFund, batches, month)
    switch model.hra?.voluntaryProvision ?? .none {
    case .none: break
    case .principal: hra.provision = borrowing.repaidThisYear(.hra)
    case .life: hra.provision = funding.provision(.hra, batches, month)
    case .surplus:
      let above = hra.balance + hra.net - hra.minimum[month / 12]
      hra.provision = max(0, min(above, hra.requirement + hra.borrowed))
    }
  }

  private mutating func closePools(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    hra.carry(month)
    generalFund.carry(month)
    refinance(month, &cells)
    if let lines = plan.hra { hra.post(lines, month, &cells) }
    generalFund.post(plan.generalFund, month, &cells)
  }

  /// What each line of debt and of an account's balances stood at before month 0.
  private func openings() -> [Line: Int64] {
    var all: [Line: Int64] = [:]
    for i in plan.debts.indices {
      all[plan.debts[i].balance] = borrowing.balance[i]
      all[plan.debts[i].accrued] = borrowing.accrued[i]
    }
    for pool in [hra, generalFund] {
      guard let lines = pool.account == .hra ? plan.hra : plan.generalFund else { continue }
      all[lines.receipts] = pool.receipts
      all[lines.capitalFinancingRequirement] = pool.requirement
      all[lines.cash] = pool.cash
      all[lines.loanBalance] = pool.loans
      all[lines.loanAccrued] = pool.accrued
      if let line = lines.balance { all[line] = pool.balance }
      if let line = lines.reserve { all[line] = pool.reserve }
      if let line = lines.rightToBuy { all[line] = pool.rightToBuy }
    }
    return all
  }
}
