import Finance
import Housing

/// How capital is paid for: each batch from its sources in their order, the rest by borrowing.
struct Funding {
  /// By batch: grant and contributions received and not applied, spend so far, Right to Buy receipts and borrowing.
  private var unapplied: [Int64], unappliedContributions: [Int64]
  private var spent: [Int64], rightToBuy: [Int64], borrowed: [Int64]
  /// By batch: the rate of its first draw in millionths; nothing of a batch that has borrowed nothing yet.
  private var rates: [Int64?]
  private var unpaid = 0
  /// This month's borrowing of each programme.
  private(set) var needs: [Int64]
  private let receiptRules: ReceiptRules
  private let firstYear: Year
  /// The account of each programme.
  private let accounts: [Account]
  private let provisionOfGeneralFund: ProvisionYears
  /// Nothing where the HRA does not provide by the life of its homes.
  private let provisionOfHRA: ProvisionYears?

  init(_ model: Model, _ batches: Batches) {
    unapplied = Array(repeating: 0, count: batches.all.count)
    unappliedContributions = unapplied
    (spent, rightToBuy, borrowed) = (unapplied, unapplied, unapplied)
    rates = Array(repeating: nil, count: batches.all.count)
    needs = Array(repeating: 0, count: model.programmes.count)
    (receiptRules, firstYear) = (model.receiptRules, model.firstYear)
    accounts = model.programmes.map { $0.account }
    provisionOfGeneralFund = ProvisionYears(model.generalFund.provision)
    if case .life(let terms) = model.hra?.voluntaryProvision {
      provisionOfHRA = ProvisionYears(terms)
    } else {
      provisionOfHRA = nil
    }
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
    let contributed = batch.contributed[month - batch.start]
    pool.contributed += contributed
    unappliedContributions[place] += contributed
    spent[place] += spend

    var interest: Int64 = 0
    if batch.capitalisesInterest, month < batch.completion, let rate = rates[place] {
      interest = max(0, roundedProduct(borrowed[place], rate, over: 12_000_000))
    }
    var need = spend
    let grant = max(0, min(unapplied[place], spend + max(0, borrowed[place])))
    unapplied[place] -= grant
    pool.grant += grant
    need -= grant
    let contribution = max(0, min(unappliedContributions[place], need + max(0, borrowed[place])))
    unappliedContributions[place] -= contribution
    pool.contribution += contribution
    need -= contribution
    var paid = grant + contribution
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
    if paid + need != spend { unpaid += 1 }
    // what interest adds to the cost is borrowed
    need += interest
    pool.interestCapitalised += interest
    pool.borrowed += need
    borrowed[place] += need
    needs[batch.programme] += need
  }

  /// Notes the rate of each batch that borrows for the first time this month, for the interest that is added to its cost.
  mutating func noteRates(_ batches: Batches, _ month: Int, _ borrowing: Borrowing, _ model: Model) {
    guard model.capitalisesInterest else { return }
    for place in batches.active[month]
    where batches.all[place].capitalisesInterest && rates[place] == nil && borrowed[place] > 0 {
      let programme = batches.all[place].programme
      rates[place] = borrowing.rate(for: programme, accounts[programme], month)
    }
  }

  /// What the laws say of batches: each month's sources come to its spend, and provision over a whole life to the borrowing.
  func laws(_ batches: Batches) -> BatchLaws {
    var laws = BatchLaws(unpaid: unpaid, unprovided: 0, batches: batches.all.count)
    for (place, batch) in batches.all.enumerated()
    where accounts[batch.programme] == .generalFund && borrowed[place] > 0 {
      var sum: Int64 = 0
      for year in 0..<provisionOfGeneralFund.life {
        sum += provisionOfGeneralFund.charge(on: Money(pence: borrowed[place]), year: year + 1).pence
      }
      if sum != borrowed[place] { laws.unprovided += 1 }
    }
    return laws
  }

  /// What an account sets aside this March for the borrowing of its batches, from the year after they are complete.
  func provision(_ account: Account, _ batches: Batches, _ month: Int) -> Int64 {
    guard let terms = account == .hra ? provisionOfHRA : provisionOfGeneralFund else { return 0 }
    var sum: Int64 = 0
    for (place, batch) in batches.all.enumerated() where batch.completion < month {
      guard accounts[batch.programme] == account else { continue }
      let year = Int64(month / 12 - batch.completion / 12)
      sum += terms.charge(on: Money(pence: borrowed[place]), year: year).pence
    }
    return sum
  }
}
