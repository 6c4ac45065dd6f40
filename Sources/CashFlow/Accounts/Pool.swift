import Finance
import Housing

/// The balances of one account as a month opens, and what the month moves. All positive pence but `cash` and a deficit.
struct Pool {
  let account: Account
  let minimum: [Int64]
  let reserveMinimum: Int64
  let contributes: Bool
  /// What the General Fund may contribute in each year.
  let budget: [Int64]

  var balance: Int64 = 0, reserve: Int64 = 0, rightToBuy: Int64 = 0, receipts: Int64 = 0, unapplied: Int64 = 0
  var unappliedContributions: Int64 = 0
  /// What is held of Right to Buy receipts, by the year to whose end it may be used.
  var receiptsDue = ReceiptsDue()
  var loans: Int64 = 0, accrued: Int64 = 0, requirement: Int64 = 0
  /// What the year's contribution from the General Fund still has.
  var budgetLeft: Int64 = 0

  // of the month
  var operating: Int64 = 0, depreciation: Int64 = 0, majorRepairs: Int64 = 0
  var interestLoans: Int64 = 0, interestCash: Int64 = 0, provision: Int64 = 0
  /// Discounts and costs of issue.
  var loanCosts: Int64 = 0
  var grant: Int64 = 0, received: Int64 = 0, fromRightToBuy: Int64 = 0, fromReceipts: Int64 = 0,
    fromReserve: Int64 = 0
  var fromRevenue: Int64 = 0, borrowed: Int64 = 0, programme: Int64 = 0
  var contributed: Int64 = 0, contribution: Int64 = 0
  var interestCapitalised: Int64 = 0, returned: Int64 = 0, receiptsInterest: Int64 = 0
  /// What the General Fund pays for outcomes, positive.
  var outcomes: Int64 = 0
  var rightToBuyIn: Int64 = 0, setAside: Int64 = 0, receiptsIn: Int64 = 0
  /// What is left of each source as the month's spend is paid for.
  var sources = Sources()

  struct Sources {
    var rightToBuy: Int64 = 0, receipts: Int64 = 0, reserve: Int64 = 0, revenue: Int64 = 0
  }

  /// - Parameter hra: nothing in a model without one, whose pool stays empty.
  init(hra: HousingRevenueAccount?, _ model: Model) {
    account = .hra
    minimum = (0..<Int(model.years)).map { hra?.minimum[model.firstYear + $0].pence ?? 0 }
    (reserveMinimum, contributes, budget) = (
      hra?.majorRepairsMinimum.pence ?? 0, hra?.contributesToCapital ?? false, []
    )
    guard let hra else { return }
    (balance, reserve) = (hra.balance.pence, hra.majorRepairsReserve.pence)
    (rightToBuy, receipts) = (hra.rightToBuyReceipts.pence, hra.receipts.pence)
    receiptsDue = ReceiptsDue(hra, model)
    requirement = hra.capitalFinancingRequirement.pence
  }

  init(generalFund: GeneralFund, _ model: Model) {
    account = .generalFund
    (minimum, reserveMinimum, contributes) = ([], 0, false)
    budget = (0..<Int(model.years)).map { generalFund.capitalBudget[model.firstYear + $0].pence }
    (receipts, requirement) = (generalFund.receipts.pence, generalFund.capitalFinancingRequirement.pence)
  }

  /// Balance and reserves, what is lent to the account, less what its homes still have to pay for.
  var cash: Int64 {
    balance + reserve + rightToBuy + receipts + unapplied + unappliedContributions + loans + accrued
      - requirement
  }

  mutating func open(_ month: Int) {
    (operating, depreciation, majorRepairs, interestLoans, interestCash, provision) = (0, 0, 0, 0, 0, 0)
    (grant, received, fromRightToBuy, fromReceipts, fromReserve, fromRevenue) = (0, 0, 0, 0, 0, 0)
    (borrowed, programme, rightToBuyIn, setAside, receiptsIn, loanCosts) = (0, 0, 0, 0, 0, 0)
    (contributed, contribution, interestCapitalised, returned, receiptsInterest) = (0, 0, 0, 0, 0)
    outcomes = 0
    if account == .generalFund && month % 12 == 0 { budgetLeft = budget[month / 12] }
  }

  /// Takes what homes, households and sums of the account have posted in a month.
  mutating func take(_ lines: AccountLines, _ month: Int, _ cells: borrowing MutableSpan<Int64>) {
    operating = cells[lines.operating, month]
    if let line = lines.depreciation { depreciation = -cells[line, month] }
    if let line = lines.capitalRepairs { majorRepairs = cells[line, month] }
    if let line = lines.rightToBuyIn { rightToBuyIn = cells[line, month] }
    if let line = lines.outcomes { outcomes = -cells[line, month] }
    receiptsIn = cells[lines.receiptsIn, month]
    setAside = -cells[lines.setAside, month]
  }

  /// What each source has, once the month's depreciation is known.
  mutating func openSources(_ year: Int) {
    sources = Sources(
      rightToBuy: rightToBuy, receipts: receipts, reserve: max(0, reserve + depreciation - reserveMinimum),
      revenue: account == .hra ? (contributes ? max(0, balance - minimum[year]) : 0) : budgetLeft)
    if account == .generalFund { sources.reserve = 0 }
  }

  /// Takes from a source what it has, at most `need`.
  static func take(_ need: inout Int64, from source: inout Int64, atMost most: Int64 = .max) -> Int64 {
    let taken = max(0, min(need, source, most))
    source -= taken
    need -= taken
    return taken
  }

  /// Pays for major repairs of the HRA: reserve, receipts, revenue, borrowing.
  mutating func payForRepairs() {
    var need = majorRepairs
    fromReserve += Self.take(&need, from: &sources.reserve)
    fromReceipts += Self.take(&need, from: &sources.receipts)
    fromRevenue += Self.take(&need, from: &sources.revenue)
    borrowed += need
  }

  /// Takes what was used this month from the Right to Buy receipts that must be used first; in March those whose time is
  /// over go back, with interest.
  mutating func settleReceipts(_ month: Int) {
    guard account == .hra else { return }
    receiptsDue.use(fromRightToBuy)
    guard month % 12 == 11 else { return }
    (returned, receiptsInterest) = receiptsDue.expire(month / 12)
  }

  /// What the account feels in the month.
  var net: Int64 {
    operating - depreciation + interestLoans + interestCapitalised + interestCash - loanCosts
      - receiptsInterest
      - provision - fromRevenue - outcomes
  }

  /// Moves the balances on to the month's end.
  mutating func carry(_ month: Int) {
    if account == .hra { balance += net } else { budgetLeft -= fromRevenue }
    reserve += depreciation - fromReserve
    if account == .hra {
      rightToBuy += rightToBuyIn - setAside - fromRightToBuy - returned
      receiptsDue.add(rightToBuyIn - setAside, in: month / 12)
    }
    receipts += receiptsIn - fromReceipts - (account == .hra ? 0 : setAside)
    unapplied += received - grant
    unappliedContributions += contributed - contribution
    requirement += borrowed - provision - setAside
  }

  /// Posts what was not posted on the way.
  func post(_ lines: AccountLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    cells[lines.loanCosts, month] = -loanCosts
    cells[lines.interestCash, month] = interestCash
    cells[lines.interestCapitalised, month] = interestCapitalised
    cells[lines.capitalInterest, month] = interestCapitalised
    if let line = lines.receiptsInterest { cells[line, month] = -receiptsInterest }
    if let line = lines.rightToBuyReturned { cells[line, month] = -returned }
    cells[lines.contributed, month] = contributed
    cells[lines.unappliedContributions, month] = unappliedContributions
    cells[lines.contributions, month] = contribution
    cells[lines.provision, month] = -provision
    cells[lines.contribution, month] = -fromRevenue
    cells[lines.receiptsUsed, month] = -fromReceipts
    cells[lines.receipts, month] = receipts
    cells[lines.capitalProgramme, month] = programme
    cells[lines.received, month] = received
    cells[lines.unapplied, month] = unapplied
    cells[lines.grant, month] = grant
    cells[lines.fromReceipts, month] = fromReceipts
    cells[lines.fromRevenue, month] = fromRevenue
    cells[lines.borrowing, month] = borrowed
    cells[lines.capitalFinancingRequirement, month] = requirement
    cells[lines.cash, month] = cash
    if let line = lines.balance { cells[line, month] = balance }
    if let line = lines.reserveUsed { cells[line, month] = -fromReserve }
    if let line = lines.reserve { cells[line, month] = reserve }
    if let line = lines.fromReserve { cells[line, month] = fromReserve }
    if let line = lines.rightToBuyUsed { cells[line, month] = -fromRightToBuy }
    if let line = lines.rightToBuy { cells[line, month] = rightToBuy }
    if let line = lines.fromRightToBuy { cells[line, month] = fromRightToBuy }
  }
}
