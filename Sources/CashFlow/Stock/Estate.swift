import Finance
import Housing

/// All that does not turn on money: homes and their lettings, temporary accommodation, rents, running costs and the sums of
/// a whole account. What a council borrows, and at what rate, changes nothing of it.
struct Estate {
  private let groups: [Group]
  private var placements: Placements
  private let own: [Placements.Own]
  private var contracts: Contracts
  /// By group: its account, and the temporary programme that it is part of.
  private let accounts: [Account]
  private let ownOfGroup: [Int?]
  /// Sums of a whole account by year in pence, positive as the model gives them.
  private let sums: [[Int64]]
  private let kinds: [(account: Account, kind: AccountSum.Kind)]
  private let days: [Int]
  private var flows: HomeFlows
  private var chains: Chains
  /// Of settled homes, whoever takes them, by the first three sources of lettings.
  private var allLettings: [Double]
  /// Millionths of a household by programme, where a contract counts lettings.
  private var moved: [Double]

  init(_ model: Model, _ batches: Batches, _ levels: IndexLevels) {
    let departing = Departing(model).groups
    var groups = model.stock.indices.map { Group(model.stock[$0], departing[$0], model, levels) }
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
            voidRate: programme.costs.voidShare(relets: programme.reletRate)))
      }
    }
    (self.groups, self.own) = (groups, own)
    accounts = groups.map { $0.account }
    ownOfGroup = groups.indices.map { group in own.firstIndex { $0.groups.contains(group) } }
    var arrivals = HomeArrivals(months: Int(model.years) * 12)
    for group in groups { arrivals.add(group) }
    placements = Placements(model, levels, own: own, arrivals: arrivals)
    sums = model.sums.map { sum in
      let level = levels.levels(sum.prices)
      return (0..<Int(model.years)).map { sum.amount[model.firstYear + $0].scaled(by: level[$0]).pence }
    }
    kinds = model.sums.map { (account: $0.account, kind: $0.kind) }
    days = (0..<Int(model.years) * 12).map { Month($0, from: model.firstYear).days }
    contracts = Contracts(model)
    moved = Array(repeating: 0, count: model.programmes.count)
    flows = HomeFlows(temporaryProgrammes: own.count)
    chains = Chains(months: Int(model.years) * 12)
    allLettings = Array(repeating: 0, count: 3)
  }

  /// April's steps, lettings, temporary accommodation, rents and running costs of a month.
  mutating func step(
    _ plan: Plan, _ month: Int, hra: inout Pool, generalFund: inout Pool, _ cells: inout MutableSpan<Int64>
  ) {
    if month > 0 && month % 12 == 0 {
      for group in groups { group.rent.step(to: month / 12) }
    }
    letHomes(month)
    plan.lettings.post(allLettings, month, &cells)
    flows.contractExits = contracts.exits(month)
    generalFund.operating -= placements.step(plan.placements, month, days: days[month], flows, &cells)
    if !contracts.isEmpty { generalFund.outcomes = payForOutcomes(plan, month, &cells) }
    postHomes(plan, month, hra: &hra, generalFund: &generalFund, &cells)
    postSums(plan, month, hra: &hra, generalFund: &generalFund, &cells)
  }

  /// Lettings to households in temporary accommodation, and the homes of temporary programmes that are let by now.
  private mutating func letHomes(_ month: Int) {
    let needs = Households.needs
    for i in flows.lettings.indices { flows.lettings[i] = 0 }
    for i in flows.places.indices { flows.places[i] = 0 }
    for i in allLettings.indices { allLettings[i] = 0 }
    for group in groups where !group.isTemporary {
      let relets = max(0, group.reletRate / 12 * group.letHomes - Double(group.rehousing[month]))
      let firstLets = group.firstLets[month]
      let source = group.programme == nil ? 0 : 2
      // a home converted is let anew, and is no home of the plan
      let first = group.programme == nil ? 0 : 1
      flows.lettings[source * needs + group.need] += relets * group.reletShare
      flows.lettings[first * needs + group.need] += firstLets * group.firstLetShare
      allLettings[source] += relets
      allLettings[first] += firstLets
      guard group.transferShare > 0 else { continue }
      let leftBehind = (relets + firstLets) * group.transferShare * group.chainShare
      chains.add(leftBehind, need: group.chainNeed, month: month, lag: group.chainLag)
    }
    for need in 0..<needs { flows.lettings[3 * needs + need] = chains.lettings(month, need: need) }
    for (place, programme) in own.enumerated() {
      for i in programme.groups {
        flows.places[place * needs + groups[i].need] += groups[i].letHomes + groups[i].firstLets[month]
      }
    }
  }

  /// What the council pays for outcomes of a month, positive.
  private mutating func payForOutcomes(_ plan: Plan, _ month: Int, _ cells: inout MutableSpan<Int64>) -> Int64
  {
    if contracts.countsLettings { countMoves(plan, month, &cells) }
    return contracts.step(plan.contracts, month, moves: moved, &cells)
  }

  /// Households that moved out of temporary accommodation to the homes of each programme, in millionths: its lettings, cut as
  /// those of their source were.
  private mutating func countMoves(_ plan: Plan, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    var cut = InlineArray<3, Double>(repeating: 0)
    for source in 1..<3 {
      for need in 0..<Households.needs { cut[source] += flows.lettings[source * Households.needs + need] }
      if cut[source] > 0 { cut[source] = Double(cells[plan.placements.settled[source], month]) / cut[source] }
    }
    for i in moved.indices { moved[i] = 0 }
    for group in groups where !group.isTemporary {
      guard let programme = group.programme else { continue }
      let relets =
        max(0, group.reletRate / 12 * group.letHomes - Double(group.rehousing[month])) * group.reletShare
      moved[programme] += group.firstLets[month] * group.firstLetShare * cut[1] + relets * cut[2]
    }
  }

  private func postHomes(
    _ plan: Plan, _ month: Int, hra: inout Pool, generalFund: inout Pool, _ cells: inout MutableSpan<Int64>
  ) {
    for i in groups.indices {
      let housed = housed(i)
      let posted = groups[i].post(plan.groups[i], month, housed: housed, &cells)
      generalFund.operating -= posted.subsidyLost
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

  private func postSums(
    _ plan: Plan, _ month: Int, hra: inout Pool, generalFund: inout Pool, _ cells: inout MutableSpan<Int64>
  ) {
    for i in kinds.indices {
      let posted = spread(sums[i][month / 12], part: Int64(month % 12 + 1), of: 12)
      let kind = kinds[i].kind
      cells[plan.sums[i], month] = kind == .income ? posted : -posted
      guard kinds[i].account == .hra else {
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

  /// Closes a month: completions, sales and losses, and what sales bring in.
  func close(
    _ plan: Plan, _ month: Int, hra: inout Pool, generalFund: inout Pool, _ cells: inout MutableSpan<Int64>
  ) {
    for i in groups.indices {
      let receipts = groups[i].close(plan.groups[i], month, &cells)
      guard receipts.sales != 0 || receipts.disposals != 0 else { continue }
      let setAside = Money(pence: receipts.sales).share(groups[i].saleDebtShare).pence
      if groups[i].account == .hra {
        hra.rightToBuyIn += receipts.sales
        hra.receiptsIn += receipts.disposals
        hra.setAside += setAside
      } else {
        generalFund.receiptsIn += receipts.sales + receipts.disposals
        generalFund.setAside += setAside
      }
    }
  }

  /// How long households have been in temporary accommodation at each 31 March so far.
  var monthsSoFar: [Int64] { placements.monthsSoFar }

  /// What each of its stock lines stands at before the first month.
  func openings(_ plan: Plan) -> [Line: Int64] {
    var all: [Line: Int64] = [:]
    for (i, group) in groups.enumerated() {
      all[plan.groups[i].homes] = group.homes
      all[plan.groups[i].letHomes] = Int64(wholeNearest(group.letHomes * 1_000_000))
    }
    let households = placements.households
    if let line = plan.placements.familiesInBedAndBreakfast {
      all[line] = millionths(placements.familiesInBedAndBreakfast)
    }
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
    for band in 0..<Households.bands {
      all[plan.placements.bands[band]] = millionths(households.inBand[band])
    }
    return all
  }
}
