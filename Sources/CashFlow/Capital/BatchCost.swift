import Finance
import Housing

/// What the homes of a batch cost month by month from their start, and what is received towards them.
struct BatchCost {
  private(set) var months: [Batch.Month] = []
  let hasGrant: Bool

  init(
    _ row: ProgrammeRow, _ terms: Programme, _ profile: (months: [Int64], total: Int64), _ homes: Int64,
    _ start: Int, _ level: [Double], _ firstYear: Year
  ) {
    let spend = Self.spend(row, terms, profile, homes, start, level, firstYear)
    let total = spend.reduce(0, +)
    let granted: Int64 =
      switch terms.grant.amount {
      case .perHome(let money): min(total, homes * money.pence)
      case .shareOfSpend(let share): Money(pence: total).share(share).pence
      }
    hasGrant = granted > 0
    let given = min(total - granted, homes * terms.contribution.pence)
    let shared = Money(pence: total - granted - given).share(terms.partner?.cost ?? .zero).pence
    var cumulative: Int64 = 0
    var (grantSoFar, partnerSoFar) = (Int64(0), Int64(0))
    months.reserveCapacity(spend.count)
    for k in spend.indices {
      cumulative += spend[k]
      let isLast = k == spend.count - 1
      func withSpend(_ sum: Int64) -> Int64 {
        total == 0 ? 0 : Int64(wholeNearest(Double(sum) * Double(cumulative) / Double(total)))
      }
      let grant: Int64
      if let atStart = terms.grant.shareAtStart {
        grant = isLast ? granted : Money(pence: granted).share(atStart).pence
      } else if case .shareOfSpend(let share) = terms.grant.amount {
        grant = Money(pence: cumulative).share(share).pence
      } else {
        grant = withSpend(granted)
      }
      let partner = withSpend(shared)
      months.append(
        Batch.Month(
          spend: spend[k], received: grant - grantSoFar,
          contributed: partner - partnerSoFar + (isLast ? given : 0)))
      (grantSoFar, partnerSoFar) = (grant, partner)
    }
  }

  /// The cost falls on the months as its profile says; works, fees and tax when the homes are complete.
  private static func spend(
    _ row: ProgrammeRow, _ terms: Programme, _ profile: (months: [Int64], total: Int64), _ homes: Int64,
    _ start: Int, _ level: [Double], _ firstYear: Year
  ) -> [Int64] {
    func index(_ month: Int) -> Double { level[min(month / 12, level.count - 1)] }
    let completion = start + Int(terms.lead)
    var spend: [Int64] = []
    spend.reserveCapacity(profile.months.count)
    var levels = 0.0
    var posted: Int64 = 0
    for month in start...completion {
      levels += Double(profile.months[month - start]) * index(month)
      var exact = Double(homes) * Double(row.cost.pence) * levels / Double(profile.total)
      if month == completion {
        exact += Double(homes) * Double(row.works.pence + row.fees.pence) * index(month)
        let price = row.cost.scaled(by: index(month))
        let tax = StampDuty.tax(on: price, row.stampDuty, in: Month(month, from: firstYear))
        exact += Double(homes) * Double(tax.pence)
      }
      let whole = Int64(wholeNearest(exact))
      spend.append(whole - posted)
      posted = whole
    }
    return spend
  }
}
