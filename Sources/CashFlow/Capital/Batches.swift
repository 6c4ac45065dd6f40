import Finance
import Housing

/// The homes of one row of a programme that are started in one month, with what they cost and are granted month by month.
struct Batch {
  let programme: Int
  /// Its group in the projection.
  let group: Int
  let homes: Int64
  let start: Int
  /// The month on whose last day the homes are complete.
  let completion: Int
  /// Spend by month from the start, and what is received towards it: grant, and contributions of others. Pence.
  let spend: [Int64], received: [Int64], contributed: [Int64]
  let hasGrant: Bool
  /// Whether interest on what it borrows is added to its cost until it is complete.
  let capitalisesInterest: Bool
}

/// Every batch of a model, in the order in which sources are given out: programmes as in the file, oldest first.
struct Batches {
  private(set) var all: [Batch] = []
  /// The batches that spend or receive in each month, by place in `all`.
  private(set) var active: [[Int]]

  init(_ model: Model, firstGroup: Int, _ levels: IndexLevels) {
    let months = Int(model.years) * 12
    active = Array(repeating: [], count: months)
    var group = firstGroup
    for (place, programme) in model.programmes.enumerated() {
      let level = levels.levels(programme.prices)
      var ofProgramme: [Batch] = []
      for row in programme.rows {
        for month in 0..<months {
          let year = model.firstYear + month / 12
          guard programme.startMonths.contains(month % 12) else { continue }
          let part = month % 12 - programme.startMonths.lowerBound + 1
          let count = spread(row.starts[year], part: Int64(part), of: Int64(programme.startMonths.count))
          let start = month + Int(programme.delay)
          guard count > 0, start < months else { continue }
          ofProgramme.append(
            Batch(
              row, programme, place, group, count, start, level, model.firstYear,
              capitalisesInterest: model.capitalisesInterest && programme.mayCapitaliseInterest))
        }
        group += 1
      }
      // oldest first; rows started together stay in file order
      all += ofProgramme.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
        .map { $0.element }
    }
    for (place, batch) in all.enumerated() {
      for month in batch.start...min(batch.completion, months - 1) { active[month].append(place) }
    }
  }

  /// When the homes of a group are complete.
  func completions(of group: Int) -> [(month: Int, homes: Int64)] {
    all.filter { $0.group == group }.map { (month: $0.completion, homes: $0.homes) }
  }
}

extension Batch {
  init(
    _ row: ProgrammeRow, _ terms: Programme, _ programme: Int, _ group: Int, _ homes: Int64, _ start: Int,
    _ level: [Double], _ firstYear: Year, capitalisesInterest: Bool
  ) {
    self.capitalisesInterest = capitalisesInterest
    (self.programme, self.group, self.homes, self.start) = (programme, group, homes, start)
    let lead = Int(terms.lead)
    completion = start + lead
    func index(_ month: Int) -> Double { level[min(month / 12, level.count - 1)] }

    // the cost falls on the months as its profile says; works, fees and tax when the homes are complete
    let profile = terms.profile.weights(lead: terms.lead)
    var spend: [Int64] = []
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
    self.spend = spend
    let total = posted

    let granted: Int64 =
      switch terms.grant.amount {
      case .perHome(let money): min(total, homes * money.pence)
      case .shareOfSpend(let share): Money(pence: total).share(share).pence
      }
    hasGrant = granted > 0
    let given = min(total - granted, homes * terms.contribution.pence)
    let shared = Money(pence: total - granted - given).share(terms.partner?.cost ?? .zero).pence
    var received: [Int64] = []
    var contributed: [Int64] = []
    var cumulative: Int64 = 0
    var (grantSoFar, partnerSoFar) = (Int64(0), Int64(0))
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
      received.append(grant - grantSoFar)
      let partner = withSpend(shared)
      contributed.append(partner - partnerSoFar + (isLast ? given : 0))
      (grantSoFar, partnerSoFar) = (grant, partner)
    }
    (self.received, self.contributed) = (received, contributed)
  }
}
