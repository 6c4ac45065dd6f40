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
  public internal(set) var openings: Openings
  /// The homes that were started, for another run of the same.
  private var batches: Batches

  init(_ plan: Plan) {
    ledger = Ledger(months: plan.lines.months, lines: plan.lines.meanings.count)
    openings = Openings(plan.lines)
    batches = Batches(months: plan.lines.months)
  }
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
  project(model, plan, Beginnings(model), withPlan: withPlan)
}

/// - Parameter beginnings: those of the model, which its two runs share.
func project(_ model: Model, _ plan: Plan, _ beginnings: Beginnings, withPlan: Bool) -> Projection {
  var projection = Projection(plan)
  projection.live(model, plan, beginnings, withPlan: withPlan, countsMonths: true)
  projection.borrow(model, plan)
  return projection
}

extension Projection {
  /// Runs another model of the same plan in the memory of this projection: what `project` would make of it, but for the months
  /// that households have been in temporary accommodation, for which no future is asked.
  /// - Parameter withPlan: as it was run before.
  mutating func rerun(_ model: Model, _ plan: Plan, _ beginnings: Beginnings, withPlan: Bool) {
    ledger.clear(but: withPlan ? 0..<0 : plan.linesOfProgrammes)
    openings = Openings(plan.lines)
    live(model, plan, beginnings, withPlan: withPlan, countsMonths: false)
    borrow(model, plan)
  }

  /// Runs the same homes and households again with other loans: what `project` would make of the model, with less to do.
  /// - Parameter model: one that differs from the projection's own in nothing but the terms of its loans.
  public mutating func reborrow(_ model: Model, _ plan: Plan) {
    ledger.clear(plan.debts)
    borrow(model, plan)
  }

  /// Lives through the homes and households of every month: whatever does not turn on money.
  fileprivate mutating func live(
    _ model: Model, _ plan: Plan, _ beginnings: Beginnings, withPlan: Bool, countsMonths: Bool
  ) {
    batches =
      withPlan
      ? Batches(model, firstGroup: model.stock.count, beginnings.levels)
      : Batches(months: Int(model.years) * 12)
    let contracts = Contracts(withPlan || model.contracts.isEmpty ? model : model.withoutContract())
    var estate = Estate(model, batches, contracts, beginnings)
    estate.open(plan, &openings)
    var cells = ledger.cells.mutableSpan
    estate.live(plan, countsMonths: countsMonths, &cells)
    ledger.add(withPlan ? plan.knownTotals : plan.knownTotalsWithoutPlan)
    monthsSoFar = estate.monthsSoFar
  }

  /// Reckons the money of every month.
  fileprivate mutating func borrow(_ model: Model, _ plan: Plan) {
    var run = Run(model, batches)
    var ledger = Ledger(months: 0, lines: 0)
    swap(&ledger, &self.ledger)
    var cells = ledger.cells.mutableSpan
    run.open(plan, &cells)
    run.tell(plan, &openings)
    shortfalls = run.project(plan, &cells)
    ledger.add(plan.turningTotals)
    swap(&ledger, &self.ledger)
    vintages = run.borrowing.vintages
    batchLaws = run.funding.laws(batches)
  }
}

/// One run of the month loop: the money of homes and households that are known. Month by month: interest; capital and its
/// sources; loan payments; March's provision; balances. No step reads a later one.
struct Run {
  let months: Int
  let batches: Batches
  var funding: Funding
  var borrowing: Borrowing
  /// Stays empty in a model without one.
  var hra: Pool
  var generalFund: Pool
  let voluntaryProvision: HousingRevenueAccount.VoluntaryProvision
  /// What refinancing makes cash up to, and the loan that it draws on.
  var floors: CashFloors
  let refinancingHRA: Int?, refinancingGeneralFund: Int?
  /// By year.
  let treasury: [Rate]
  private let debts: [ExistingLoan]
  private let capitalisesInterest: Bool

  init(_ model: Model, _ batches: Batches) {
    self.batches = batches
    months = Int(model.years) * 12
    funding = Funding(model, batches)
    borrowing = Borrowing(model)
    hra = Pool(hra: model.hra, model)
    generalFund = Pool(generalFund: model.generalFund, model)
    voluntaryProvision = model.hra?.voluntaryProvision ?? .none
    refinancingHRA = model.hra?.refinancing.loan
    refinancingGeneralFund = model.generalFund.refinancing.loan
    treasury = (0..<Int(model.years)).map { model.treasuryRate[model.firstYear + $0] }
    (debts, capitalisesInterest) = (model.debts, model.capitalisesInterest)
    floors = CashFloors(model)
  }

  /// What is owed at the start, and its payments.
  mutating func open(_ plan: Plan, _ cells: inout MutableSpan<Int64>) {
    for (i, debt) in debts.enumerated() {
      let accrued = borrowing.open(debt, i, plan.debts[i], &cells)
      if debt.account == .hra {
        hra.loans += debt.balance.pence
        hra.accrued += accrued
      } else {
        generalFund.loans += debt.balance.pence
        generalFund.accrued += accrued
      }
    }
    floors.open(hra: hra, generalFund: generalFund)
  }

  /// Fills the lines of money of every month.
  /// - Returns: borrowing that nothing has room for.
  mutating func project(_ plan: Plan, _ cells: inout MutableSpan<Int64>) -> [Shortfall] {
    var shortfalls: [Shortfall] = []
    let (linesOfHRA, linesOfGeneralFund) = (plan.hra, plan.generalFund)
    for month in 0..<months {
      hra.open(month)
      generalFund.open(month)
      if let linesOfHRA { hra.take(linesOfHRA, month, cells) }
      generalFund.take(linesOfGeneralFund, month, cells)
      postInterest(plan, month, &cells)
      pay(plan, month, &cells, &shortfalls)
      provide(plan, month, cells)
      hra.carry(month)
      generalFund.carry(month)
      refinance(plan, month, &cells)
      if let linesOfHRA { hra.post(linesOfHRA, month, &cells) }
      generalFund.post(linesOfGeneralFund, month, &cells)
    }
    borrowing.postBalances(plan.debts, &cells)
    return shortfalls
  }

  private mutating func postInterest(_ plan: Plan, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    let rate = treasury[month / 12].millionths
    hra.interestCash = roundedProduct(hra.cash, rate, over: 12_000_000)
    generalFund.interestCash = roundedProduct(generalFund.cash, rate, over: 12_000_000)
    for i in plan.debts.indices {
      let charged = borrowing.charge(i, month)
      cells[plan.debts[i].charged, month] = charged
      if plan.debts[i].account == .hra {
        hra.interestLoans -= charged
      } else {
        generalFund.interestLoans -= charged
      }
    }
  }

  /// Capital spend, its sources and draws, and the month's loan payments.
  private mutating func pay(
    _ plan: Plan, _ month: Int, _ cells: inout MutableSpan<Int64>, _ shortfalls: inout [Shortfall]
  ) {
    hra.openSources(month / 12)
    generalFund.openSources(month / 12)
    hra.payForRepairs()
    funding.pay(batches, month, hra: &hra, generalFund: &generalFund)
    if capitalisesInterest { funding.noteRates(batches, month, borrowing) }
    hra.settleReceipts(month)
    borrowing.openMonth()
    if let short = borrowing.draw(hra.borrowed, .hra, needs: funding.needs, plan, month, &cells) {
      shortfalls.append(short)
    }
    if let short = borrowing.draw(
      generalFund.borrowed, .generalFund, needs: funding.needs, plan, month, &cells)
    {
      shortfalls.append(short)
    }
    hra.loanCosts = borrowing.costOfHRA
    generalFund.loanCosts = borrowing.costOfGeneralFund
    borrowing.payDeferrable(room: hra.balance - hra.minimum[month / 12], plan, month, &cells)
    let byHRA = borrowing.moves(.hra, plan.debts, month, cells)
    hra.loans += byHRA.owed
    hra.accrued += byHRA.accrued
    let byGeneralFund = borrowing.moves(.generalFund, plan.debts, month, cells)
    generalFund.loans += byGeneralFund.owed
    generalFund.accrued += byGeneralFund.accrued
  }

  /// March: what is set aside for borrowing.
  private mutating func provide(_ plan: Plan, _ month: Int, _ cells: borrowing MutableSpan<Int64>) {
    guard month % 12 == 11 else { return }
    generalFund.provision = funding.provision(.generalFund, batches, month)
    switch voluntaryProvision {
    case .none: break
    case .principal: hra.provision = borrowing.repaid(.hra, plan.debts, inYearTo: month, cells)
    case .life: hra.provision = funding.provision(.hra, batches, month)
    case .surplus:
      let above = hra.balance + hra.net - hra.minimum[month / 12]
      hra.provision = max(0, min(above, hra.requirement + hra.borrowed))
    }
  }

  /// Tells what each line of debt and of an account's balances stood at before month 0.
  func tell(_ plan: Plan, _ openings: inout Openings) {
    for i in plan.debts.indices {
      openings[plan.debts[i].balance] = borrowing.balance[i]
      openings[plan.debts[i].accrued] = borrowing.accrued[i]
    }
    for pool in [hra, generalFund] {
      guard let lines = pool.account == .hra ? plan.hra : plan.generalFund else { continue }
      openings[lines.receipts] = pool.receipts
      openings[lines.capitalFinancingRequirement] = pool.requirement
      openings[lines.cash] = pool.cash
      openings[lines.loanBalance] = pool.loans
      openings[lines.loanAccrued] = pool.accrued
      if let line = lines.balance { openings[line] = pool.balance }
      if let line = lines.reserve { openings[line] = pool.reserve }
      if let line = lines.rightToBuy { openings[line] = pool.rightToBuy }
    }
  }
}
