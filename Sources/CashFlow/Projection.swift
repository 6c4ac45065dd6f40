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
  /// What a law of section 10 of the method needs and no line holds: by batch.
  public internal(set) var batchLaws = BatchLaws()
  /// Levels as the first month opens, by line: what a stock line's opening is.
  public internal(set) var openings: [Line: Int64] = [:]
}

/// What is checked batch by batch as the projection runs.
public struct BatchLaws: Hashable, Sendable {
  /// Months of a batch whose sources do not come to its spend.
  public var unpaid = 0
  /// Batches whose provision over its whole life does not come to their borrowing.
  public var unprovided = 0
  public var batches = 0
}

/// Runs a model forward, with its programmes or without: nothing else differs.
public func project(_ model: Model, _ plan: Plan, withPlan: Bool = true) -> Projection {
  var run = Run(model, plan, withPlan: withPlan)
  return run.projection()
}

/// One run of the month loop. Month by month: April's steps; lettings; temporary accommodation; rents and running costs;
/// interest; capital and its sources; loan payments; March's provision; completions and balances. No step reads a later one.
struct Run {
  let model: Model
  let plan: Plan
  let months: Int
  var groups: [Group]
  let batches: Batches
  var funding: Funding
  var placements: Placements
  let own: [Placements.Own]
  /// By group: its account, and the temporary programme that it is part of.
  let accounts: [Account]
  let ownOfGroup: [Int?]
  /// Stays empty in a model without one.
  var hra: Pool
  var generalFund: Pool
  /// Sums of a whole account by year in pence, positive as the model gives them.
  let sums: [[Int64]]
  let treasury: [Rate]
  let days: [Int]
  var lettings: [Double]
  var places: [Double]

  init(_ model: Model, _ plan: Plan, withPlan: Bool) {
    (self.model, self.plan) = (model, plan)
    months = Int(model.years) * 12
    let levels = IndexLevels(model)
    var groups = model.stock.map { Group($0, model, levels) }
    var planned = model
    if !withPlan {
      for i in planned.programmes.indices {
        for r in planned.programmes[i].rows.indices {
          planned.programmes[i].rows[r].starts = Series(first: model.firstYear, values: [0])
        }
      }
    }
    batches = Batches(planned, firstGroup: groups.count, levels)
    var own: [Placements.Own] = []
    for (place, programme) in model.programmes.enumerated() {
      var ofProgramme: [Int] = []
      for row in programme.rows {
        ofProgramme.append(groups.count)
        groups.append(Group(row, of: place, completed: batches.completions(of: groups.count), model, levels))
      }
      if programme.use == .temporary {
        own.append(
          Placements.Own(
            type: model.temporaryAccommodation.types.count + own.count, groups: ofProgramme,
            voidRate: programme.costs.voidRate.ratio))
      }
    }
    (self.groups, self.own) = (groups, own)
    accounts = groups.map { $0.account }
    ownOfGroup = groups.indices.map { group in own.firstIndex { $0.groups.contains(group) } }
    placements = Placements(model, levels, own: own)
    funding = Funding(model, batches)
    hra = Pool(hra: model.hra, model)
    generalFund = Pool(generalFund: model.generalFund, model)
    sums = model.sums.map { sum in
      let level = levels.levels(sum.prices)
      return (0..<Int(model.years)).map { sum.amount[model.firstYear + $0].scaled(by: level[$0]).pence }
    }
    treasury = (0..<Int(model.years)).map { model.treasuryRate[model.firstYear + $0] }
    days = (0..<months).map { Month($0, from: model.firstYear).days }
    lettings = Array(repeating: 0, count: 3 * Households.needs)
    places = Array(repeating: 0, count: own.count * Households.needs)
  }

  mutating func projection() -> Projection {
    var ledger = Ledger(months: months, lines: plan.lines.meanings.count)
    var result = Projection(ledger: Ledger(months: 0, lines: 0))
    var cells = ledger.cells.mutableSpan
    openDebts(&cells)
    result.openings = openings()
    for month in 0..<months {
      if month > 0 && month % 12 == 0 {
        for i in groups.indices { groups[i].rent.step(to: month / 12) }
      }
      hra.open(month)
      generalFund.open(month)
      let shared = letHomes(month)
      generalFund.operating -= placements.step(
        plan.placements, month, days: days[month], lettings: shared.lettings, places: shared.places, &cells)
      postHomes(month, &cells)
      postSums(month, &cells)
      postInterest(month, &cells)
      pay(month, &cells, &result)
      provide(month)
      closeHomes(month, &cells)
      closePools(month, &cells)
    }
    result.vintages = funding.vintages
    result.batchLaws = funding.laws(model, batches)
    ledger.add(plan.lines)
    result.ledger = ledger
    return result
  }

  /// What is owed at the start, and its payments.
  private mutating func openDebts(_ cells: inout MutableSpan<Int64>) {
    for (i, debt) in model.debts.enumerated() {
      let loan = Loan(
        principal: debt.balance, annualRate: debt.annualRate, paymentsPerYear: debt.paymentsPerYear,
        payments: debt.paymentsLeft, repayment: debt.repayment)
      let accrued = plan.debts[i].post(loan, firstDue: Int(debt.nextPayment) - 1, months: months, &cells)
      funding.open(i, balance: debt.balance.pence, accrued: accrued)
      if debt.account == .hra {
        hra.loans += debt.balance.pence
        hra.accrued += accrued
      } else {
        generalFund.loans += debt.balance.pence
        generalFund.accrued += accrued
      }
    }
  }

  /// Lettings to households in temporary accommodation, and the homes of temporary programmes that are let by now.
  private mutating func letHomes(_ month: Int) -> (lettings: [Double], places: [Double]) {
    for i in lettings.indices { lettings[i] = 0 }
    for i in places.indices { places[i] = 0 }
    for i in groups.indices where !groups[i].isTemporary {
      let relets = max(0, groups[i].reletRate / 12 * groups[i].letHomes - Double(groups[i].lost[month]))
      let source = groups[i].programme == nil ? 0 : 2
      lettings[source * Households.needs + groups[i].need] += relets * groups[i].reletShare
      lettings[Households.needs + groups[i].need] += groups[i].firstLets[month] * groups[i].firstLetShare
    }
    for (place, programme) in own.enumerated() {
      for i in programme.groups {
        places[place * Households.needs + groups[i].need] += groups[i].letHomes + groups[i].firstLets[month]
      }
    }
    return (lettings: lettings, places: places)
  }

  private mutating func postHomes(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    for i in groups.indices {
      let housed = housed(i)
      let posted = groups[i].post(plan.groups[i], month, housed: housed, &cells)
      if accounts[i] == .hra {
        hra.operating += posted.operating
        hra.depreciation += posted.depreciation
        hra.majorRepairs += posted.majorRepairs
      } else {
        generalFund.operating += posted.operating - posted.majorRepairs
      }
    }
  }

  /// Households in a group's homes, if they are temporary accommodation; shared among groups of the same need by homes.
  private func housed(_ group: Int) -> Double? {
    guard let place = ownOfGroup[group] else { return nil }
    let need = groups[group].need
    var homes: Int64 = 0
    for other in own[place].groups where groups[other].need == need { homes += groups[other].homes }
    guard homes > 0 else { return 0 }
    return placements.meanHoused(place, need: need) * (Double(groups[group].homes) / Double(homes))
  }

  private mutating func postSums(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    for i in model.sums.indices {
      let posted = spread(sums[i][month / 12], part: Int64(month % 12 + 1), of: 12)
      let kind = model.sums[i].kind
      cells[plan.sums[i], month] = kind == .income ? posted : -posted
      guard model.sums[i].account == .hra else {
        generalFund.operating += kind == .income ? posted : -posted
        continue
      }
      switch kind {
      case .income: hra.operating += posted
      case .depreciation: hra.depreciation += posted
      case .majorRepairs: hra.majorRepairs += posted
      case .cost, .management, .repairs: hra.operating -= posted
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
    if let short = funding.draw(hra.borrowed, .hra, plan, model, month, &cells) {
      result.shortfalls.append(short)
    }
    if let short = funding.draw(generalFund.borrowed, .generalFund, plan, model, month, &cells) {
      result.shortfalls.append(short)
    }
    for i in plan.debts.indices {
      let moved = funding.close(i, plan.debts[i], month, &cells)
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
    generalFund.provision = funding.provision(.generalFund, model.generalFund.provision, batches, month)
    switch model.hra?.voluntaryProvision ?? .none {
    case .none: break
    case .principal: hra.provision = funding.repaidThisYear(.hra, plan, model)
    case .life(let provision): hra.provision = funding.provision(.hra, provision, batches, month)
    case .surplus:
      let above = hra.balance + hra.net - hra.minimum[month / 12]
      hra.provision = max(0, min(above, hra.requirement + hra.borrowed))
    }
  }

  private mutating func closeHomes(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    for i in groups.indices {
      let receipt = groups[i].close(plan.groups[i], month, &cells)
      guard receipt != 0 else { continue }
      let setAside = Money(pence: receipt).share(groups[i].saleDebtShare).pence
      if groups[i].account == .hra {
        hra.rightToBuyIn += receipt
        hra.setAside += setAside
      } else {
        generalFund.receiptsIn += receipt
        generalFund.setAside += setAside
      }
    }
  }

  private mutating func closePools(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    if let lines = plan.hra { hra.close(lines, month, &cells) }
    generalFund.close(plan.generalFund, month, &cells)
  }

  /// What each stock line stood at before month 0.
  private func openings() -> [Line: Int64] {
    var all: [Line: Int64] = [:]
    for i in groups.indices {
      all[plan.groups[i].homes] = groups[i].homes
      all[plan.groups[i].letHomes] = Int64(wholeNearest(groups[i].letHomes * 1_000_000))
    }
    for i in plan.debts.indices {
      all[plan.debts[i].balance] = funding.balance[i]
      all[plan.debts[i].accrued] = funding.accrued[i]
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
    let households = placements.households
    for t in 0..<households.types {
      all[plan.placements.types[t].households] = millionths(households.ofType(t))
    }
    var total: Int64 = 0
    for need in 0..<Households.needs {
      let count = millionths(households.ofNeed(need))
      all[plan.placements.needs[need].households] = count
      total += count
    }
    all[plan.placements.households] = total
    for band in 0..<5 { all[plan.placements.bands[band]] = millionths(households.inBand(band)) }
    return all
  }
}
