import Finance
import Housing

/// How a contract's payments are shared out month by month, in the order that the model gives.
///
/// A month's payment and what was held back meet, from the lowest rank to the highest, fees, coupons and principal due; those
/// of one rank share in proportion to what is due. What is left goes to the residual shares once nothing more is to be advanced
/// or charged in fees, and is held back until then.
struct Waterfall {
  /// One thing to be met.
  private struct Step {
    enum Due {
      case fees
      case coupon(Int)
      case principal(Int)
    }
    var rank: Int64
    var due: Due
  }
  private let investors: [Investor]
  /// Those of one rank together, the lowest first.
  private let ranks: [[Step]]
  private var advancedInAll: Int64 = 0
  private(set) var feesDue: Int64 = 0
  private(set) var held: Int64 = 0
  private(set) var owed: [Int64], couponDue: [Int64]
  /// Of the month, by investor.
  private(set) var advanced: [Int64], coupon: [Int64], principal: [Int64], residual: [Int64]
  private(set) var fees: Int64 = 0

  init(_ contract: OutcomesContract) {
    investors = contract.investors
    var steps = [Step(rank: contract.feeRank, due: .fees)]
    for (place, investor) in investors.enumerated() {
      steps.append(Step(rank: investor.couponRank, due: .coupon(place)))
      steps.append(Step(rank: investor.principalRank, due: .principal(place)))
    }
    var ranks: [[Step]] = []
    for step in steps.inOrder(of: { $0.rank }) {
      if ranks.last?[0].rank == step.rank {
        ranks[ranks.count - 1].append(step)
      } else {
        ranks.append([step])
      }
    }
    self.ranks = ranks
    owed = investors.map { _ in 0 }
    (couponDue, advanced, coupon, principal, residual) = (owed, owed, owed, owed, owed)
  }

  /// - Parameters:
  ///   - fee: what the month adds to the fees due.
  ///   - isLast: whether nothing more is advanced or charged after this month.
  mutating func step(advance: Int64, payment: Int64, fee: Int64, isLast: Bool) {
    feesDue += fee
    for i in investors.indices {
      couponDue[i] += roundedProduct(owed[i], investors[i].coupon.millionths, over: 12_000_000)
      (coupon[i], principal[i], residual[i]) = (0, 0, 0)
    }
    fees = 0
    shareAdvance(advance)
    var left = held + payment
    for steps in ranks where left > 0 {
      let dues = steps.map { due($0) }
      let all = dues.reduce(0, +)
      let parts = all <= left ? dues : split(left, by: dues)
      for (step, part) in zip(steps, parts) { pay(step, part) }
      left -= min(left, all)
    }
    if isLast, left > 0, !investors.isEmpty {
      residual = split(left, by: investors.map { $0.residualShare.millionths })
      left = 0
    }
    held = left
  }

  /// Each investor's part of the advances to date, rounded so that they add up, less what it has advanced already.
  private mutating func shareAdvance(_ advance: Int64) {
    func parts(_ all: Int64) -> [Int64] { split(all, by: investors.map { $0.share.millionths }) }
    let (before, after) = (parts(advancedInAll), parts(advancedInAll + advance))
    advancedInAll += advance
    for i in investors.indices {
      advanced[i] = after[i] - before[i]
      owed[i] += advanced[i]
    }
  }

  private func due(_ step: Step) -> Int64 {
    switch step.due {
    case .fees: feesDue
    case .coupon(let place): couponDue[place]
    case .principal(let place): owed[place]
    }
  }

  private mutating func pay(_ step: Step, _ part: Int64) {
    switch step.due {
    case .fees:
      fees += part
      feesDue -= part
    case .coupon(let place):
      coupon[place] += part
      couponDue[place] -= part
    case .principal(let place):
      principal[place] += part
      owed[place] -= part
    }
  }
}
