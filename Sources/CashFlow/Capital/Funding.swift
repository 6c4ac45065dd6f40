import Finance
import Housing

/// How capital is paid for: each batch from its sources in their order, the rest by borrowing.
struct Funding {
  /// What has become of one batch so far.
  private struct State {
    /// Grant and contributions received and not applied.
    var unapplied: Int64 = 0, unappliedContributions: Int64 = 0
    var spent: Int64 = 0, rightToBuy: Int64 = 0, borrowed: Int64 = 0
    /// The rate of its first draw in millionths; nothing of a batch that has borrowed nothing yet.
    var rate: Int64?
  }
  /// By batch.
  private var states: [State]
  private var unpaid = 0
  /// This month's borrowing of each programme.
  private(set) var needs: [Int64]
  /// By year: the most that Right to Buy receipts may meet of a home's cost.
  private let rightToBuyShare: [Rate]
  /// The first month in which they may stand beside grant.
  private let besideGrantFrom: Int
  private let provisionOfGeneralFund: ProvisionYears
  /// Nothing where the HRA does not provide by the life of its homes.
  private let provisionOfHRA: ProvisionYears?

  init(_ model: Model, _ batches: Batches) {
    states = Array(repeating: State(), count: batches.all.count)
    needs = Array(repeating: 0, count: model.programmes.count)
    let rules = model.receiptRules
    rightToBuyShare = (0..<Int(model.years)).map { rules.rightToBuyShare[model.firstYear + $0] }
    besideGrantFrom = (rules.besideGrantFrom.start - model.firstYear.start) * 12
    provisionOfGeneralFund = ProvisionYears(model.generalFund.provision)
    if case .life(let terms) = model.hra?.voluntaryProvision {
      provisionOfHRA = ProvisionYears(terms)
    } else {
      provisionOfHRA = nil
    }
  }

  /// Pays for the month's spend of every batch, in the order of the published rules.
  mutating func pay(_ batches: Batches, _ month: Int, hra: inout Pool, generalFund: inout Pool) {
    for i in needs.indices { needs[i] = 0 }
    let rightToBuyShare = rightToBuyShare[month / 12]
    let isBesideGrant = month >= besideGrantFrom
    for place in batches.active(in: month) {
      let batch = batches.all[place]
      let flows = batches.month(month, of: batch)
      var state = states[place]
      let spendsReceipts = batch.account == .hra && (!batch.hasGrant || isBesideGrant)
      let paid =
        batch.account == .hra
        ? Self.pay(batch, flows, &state, month, spendsReceipts ? rightToBuyShare : .zero, &hra)
        : Self.pay(batch, flows, &state, month, .zero, &generalFund)
      states[place] = state
      needs[batch.programme] += paid.borrowed
      if !paid.isWhole { unpaid += 1 }
    }
  }

  /// - Parameter rightToBuyShare: the most that Right to Buy receipts may meet of its cost.
  /// - Returns: what the batch borrows, and whether its sources come to its spend.
  @inline(__always)
  private static func pay(
    _ batch: Batch, _ flows: Batch.Month, _ state: inout State, _ month: Int, _ rightToBuyShare: Rate,
    _ pool: inout Pool
  ) -> (borrowed: Int64, isWhole: Bool) {
    let spend = flows.spend
    pool.programme += spend
    pool.received += flows.received
    state.unapplied += flows.received
    pool.contributed += flows.contributed
    state.unappliedContributions += flows.contributed
    state.spent += spend

    var interest: Int64 = 0
    if batch.capitalisesInterest, month < batch.completion, let rate = state.rate {
      interest = max(0, roundedProduct(state.borrowed, rate, over: 12_000_000))
    }
    var need = spend
    let grant = max(0, min(state.unapplied, spend + max(0, state.borrowed)))
    state.unapplied -= grant
    pool.grant += grant
    need -= grant
    let contribution = max(0, min(state.unappliedContributions, need + max(0, state.borrowed)))
    state.unappliedContributions -= contribution
    pool.contribution += contribution
    need -= contribution
    var paid = grant + contribution
    if need > 0 {
      if rightToBuyShare > .zero {
        let most = Money(pence: state.spent).share(rightToBuyShare).pence - state.rightToBuy
        let taken = Pool.take(&need, from: &pool.sources.rightToBuy, atMost: most)
        state.rightToBuy += taken
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
    let isWhole = paid + need == spend
    // what interest adds to the cost is borrowed
    need += interest
    pool.interestCapitalised += interest
    pool.borrowed += need
    state.borrowed += need
    return (borrowed: need, isWhole: isWhole)
  }

  /// Notes the rate of each batch that borrows for the first time this month, for the interest that is added to its cost.
  mutating func noteRates(_ batches: Batches, _ month: Int, _ borrowing: borrowing Borrowing) {
    for place in batches.active(in: month) {
      let batch = batches.all[place]
      guard batch.capitalisesInterest, states[place].rate == nil, states[place].borrowed > 0 else { continue }
      states[place].rate = borrowing.rate(for: batch.programme, batch.account, month)
    }
  }

  /// What the laws say of batches: each month's sources come to its spend, and provision over a whole life to the borrowing.
  func laws(_ batches: Batches) -> BatchLaws {
    var laws = BatchLaws(unpaid: unpaid, unprovided: 0, batches: batches.all.count)
    for (place, batch) in batches.all.enumerated()
    where batch.account == .generalFund && states[place].borrowed > 0 {
      if provisionOfGeneralFund.overLife(on: states[place].borrowed) != states[place].borrowed {
        laws.unprovided += 1
      }
    }
    return laws
  }

  /// What an account sets aside this March for the borrowing of its batches, from the year after they are complete.
  func provision(_ account: Account, _ batches: Batches, _ month: Int) -> Int64 {
    guard let terms = account == .hra ? provisionOfHRA : provisionOfGeneralFund else { return 0 }
    var sum: Int64 = 0
    for (place, batch) in batches.all.enumerated() where batch.completion < month {
      guard batch.account == account else { continue }
      let year = Int64(month / 12 - batch.completion / 12)
      sum += terms.charge(on: Money(pence: states[place].borrowed), year: year).pence
    }
    return sum
  }
}
