import Finance
import Housing

/// How capital is paid for: each batch from its sources in their order, the rest by draws of the account's loans.
struct Funding {
  /// What each instrument owes, and has charged and not paid; debts at the start first.
  private(set) var balance: [Int64], accrued: [Int64]
  private(set) var vintages: [Vintage] = []
  private let firstLoan: Int
  private var drawn: [Int64]
  private var repaidThisYear: [Int64]
  /// By batch: grant received and not applied, spend so far, Right to Buy receipts and borrowing.
  private var unapplied: [Int64], spent: [Int64], rightToBuy: [Int64], borrowed: [Int64]
  private var unpaid = 0
  /// This month's borrowing of each programme.
  private var needs: [Int64]
  private let receiptRules: ReceiptRules
  private let firstYear: Year
  /// The account of each programme.
  private let accounts: [Account]

  init(_ model: Model, _ batches: Batches) {
    firstLoan = model.debts.count
    let instruments = model.debts.count + model.loans.count
    balance = Array(repeating: 0, count: instruments)
    accrued = balance
    drawn = balance
    repaidThisYear = balance
    unapplied = Array(repeating: 0, count: batches.all.count)
    (spent, rightToBuy, borrowed) = (unapplied, unapplied, unapplied)
    needs = Array(repeating: 0, count: model.programmes.count)
    (receiptRules, firstYear) = (model.receiptRules, model.firstYear)
    accounts = model.programmes.map { $0.account }
  }

  mutating func open(_ instrument: Int, balance: Int64, accrued: Int64) {
    self.balance[instrument] = balance
    self.accrued[instrument] = accrued
  }

  /// Pays for the month's spend of every batch, in the order of the published rules.
  mutating func pay(
    _ batches: Batches, _ month: Int, hra: inout Pool, generalFund: inout Pool, _ model: Model
  ) {
    for i in needs.indices { needs[i] = 0 }
    for place in batches.active[month] {
      if model.programmes[batches.all[place].programme].account == .hra {
        pay(batches.all[place], place, month, &hra)
      } else {
        pay(batches.all[place], place, month, &generalFund)
      }
    }
  }

  private mutating func pay(_ batch: Batch, _ place: Int, _ month: Int, _ pool: inout Pool) {
    let year = firstYear + month / 12
    let spend = batch.spend[month - batch.start]
    let received = batch.received[month - batch.start]
    pool.programme += spend
    pool.received += received
    unapplied[place] += received
    spent[place] += spend

    var need = spend
    let grant = max(0, min(unapplied[place], spend + max(0, borrowed[place])))
    unapplied[place] -= grant
    pool.grant += grant
    need -= grant
    var paid = grant
    if need > 0 {
      if pool.account == .hra && (!batch.hasGrant || year >= receiptRules.besideGrantFrom) {
        let most =
          Money(pence: spent[place]).share(receiptRules.rightToBuyShare[year]).pence - rightToBuy[place]
        let taken = Pool.take(&need, from: &pool.sources.rightToBuy, atMost: most)
        rightToBuy[place] += taken
        pool.fromRightToBuy += taken
        paid += taken
      }
      let receipts = Pool.take(&need, from: &pool.sources.receipts)
      let reserve = Pool.take(&need, from: &pool.sources.reserve)
      let revenue = Pool.take(&need, from: &pool.sources.revenue)
      pool.fromReceipts += receipts
      pool.fromReserve += reserve
      pool.fromRevenue += revenue
      paid += receipts + reserve + revenue
    }
    pool.borrowed += need
    borrowed[place] += need
    needs[batch.programme] += need
    if paid + need != spend { unpaid += 1 }
  }

  /// Draws what an account borrows this month. Returns what no loan has room for.
  mutating func draw(
    _ borrowed: Int64, _ account: Account, _ plan: Plan, _ model: Model, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) -> Shortfall? {
    guard borrowed > 0 else { return nil }
    var left = borrowed
    // major repairs come before the programmes, and any loan of the account may pay for them
    let ofProgrammes = model.programmes.indices.filter { accounts[$0] == account }
    var repairs = max(0, left - ofProgrammes.reduce(0) { $0 + max(0, needs[$1]) })
    for (i, terms) in model.loans.enumerated() where terms.account == account && left > 0 {
      var room = min(left, terms.limit.map { $0.pence - drawn[firstLoan + i] } ?? left)
      var sum: Int64 = 0
      if terms.programmes.isEmpty { sum += Pool.take(&repairs, from: &room) }
      for programme in ofProgrammes where terms.programmes.isEmpty || terms.programmes.contains(programme) {
        sum += Pool.take(&needs[programme], from: &room)
      }
      left -= sum
      if sum > 0 { draw(sum, i, plan, terms, month, &cells) }
    }
    guard left > 0 else { return nil }
    return Shortfall(
      account: account, programme: ofProgrammes.first { needs[$0] > 0 }, month: month, sum: Money(pence: left)
    )
  }

  private mutating func draw(
    _ pence: Int64, _ place: Int, _ plan: Plan, _ terms: LoanTerms, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) {
    let loan = Loan(
      principal: Money(pence: pence), annualRate: terms.annualRate[firstYear + month / 12],
      paymentsPerYear: terms.paymentsPerYear,
      payments: terms.months * terms.paymentsPerYear / 12, repayment: terms.repayment,
      roundsUp: terms.roundsUp)
    let lines = plan.debts[firstLoan + place]
    cells[lines.drawn, month] += pence
    drawn[firstLoan + place] += pence
    _ = lines.post(loan, firstDue: month + Int(12 / terms.paymentsPerYear), months: plan.lines.months, &cells)
    vintages.append(Vintage(terms: place, month: month, loan: loan))
  }

  /// Closes an instrument's month. Returns by how much what is owed, and what is accrued, moved.
  mutating func close(_ i: Int, _ lines: DebtLines, _ month: Int, _ cells: inout MutableSpan<Int64>) -> (
    owed: Int64, accrued: Int64
  ) {
    let owed = cells[lines.drawn, month] - cells[lines.repaid, month]
    let charged = cells[lines.charged, month] - cells[lines.paid, month]
    balance[i] += owed
    accrued[i] += charged
    if month % 12 == 0 { repaidThisYear[i] = 0 }
    repaidThisYear[i] += cells[lines.repaid, month]
    cells[lines.balance, month] = balance[i]
    cells[lines.accrued, month] = accrued[i]
    return (owed: owed, accrued: charged)
  }

  /// Principal of the plan's loans that an account repaid this year.
  func repaidThisYear(_ account: Account, _ plan: Plan, _ model: Model) -> Int64 {
    model.loans.indices.filter { model.loans[$0].account == account }.reduce(0) {
      $0 + repaidThisYear[firstLoan + $1]
    }
  }

  /// What the laws say of batches: each month's sources come to its spend, and provision over a whole life to the borrowing.
  func laws(_ model: Model, _ batches: Batches) -> BatchLaws {
    var laws = BatchLaws(unpaid: unpaid, unprovided: 0, batches: batches.all.count)
    for (place, batch) in batches.all.enumerated()
    where accounts[batch.programme] == .generalFund && borrowed[place] > 0 {
      let terms = model.generalFund.provision
      let sum = (1...terms.life).reduce(Int64(0)) {
        $0 + terms.charge(on: Money(pence: borrowed[place]), year: $1).pence
      }
      if sum != borrowed[place] { laws.unprovided += 1 }
    }
    return laws
  }

  /// What an account sets aside this March for the borrowing of its batches, from the year after they are complete.
  func provision(_ account: Account, _ terms: Provision, _ batches: Batches, _ month: Int) -> Int64 {
    var sum: Int64 = 0
    for (place, batch) in batches.all.enumerated() where batch.completion < month {
      guard accounts[batch.programme] == account else { continue }
      let year = Int64(month / 12 - batch.completion / 12)
      sum += terms.charge(on: Money(pence: borrowed[place]), year: year).pence
    }
    return sum
  }
}
