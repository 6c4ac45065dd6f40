import Finance
import Housing

/// All that does not turn on money: homes and their lettings, temporary accommodation, rents, running costs and the sums of
/// a whole account. What a council borrows, and at what rate, changes nothing of it.
///
/// So it is lived through whole, from the first month to the last, before any money is reckoned: homes first, which no
/// household turns, group by group; then households, month by month; then what both bring in and cost.
struct Estate {
  private let groups: [Group]
  private var placements: Placements
  private let own: [Placements.Own]
  private var contracts: Contracts
  /// By group: the place of the temporary programme that it is part of.
  private let ownOfGroup: [Int?]
  /// Sums of a whole account by year in pence, positive as the model gives them.
  private let sums: [[Int64]]
  private let kinds: [AccountSum.Kind]
  private let firstYear: Year
  private let months: Int
  /// Weeks of rent, by year.
  private let weeks: [Double]

  /// - Parameter batches: the homes that are started.
  init(_ model: Model, _ batches: Batches, _ contracts: Contracts, _ beginnings: Beginnings) {
    let levels = beginnings.levels
    months = Int(model.years) * 12
    firstYear = model.firstYear
    var groups = beginnings.stock
    let none = Departing.Homes(months: 0)
    var own: [Placements.Own] = []
    for (place, programme) in model.programmes.enumerated() {
      var ofProgramme: [Int] = []
      for row in programme.rows {
        ofProgramme.append(groups.count)
        groups.append(
          Group(
            row, of: place, completed: batches.completions(of: groups.count), none: none, model, levels))
      }
      if programme.use == .temporary {
        own.append(
          Placements.Own(
            type: model.temporaryAccommodation.types.count + own.count, groups: ofProgramme,
            voidRate: programme.costs.voidShare(relets: programme.reletRate)))
      }
    }
    (self.groups, self.own, self.contracts) = (groups, own, contracts)
    ownOfGroup = groups.indices.map { group in own.firstIndex { $0.groups.contains(group) } }
    var arrivals = HomeArrivals(months: months)
    for group in groups where !group.isIdle { arrivals.add(group) }
    placements = Placements(model, beginnings.placements, own: own, arrivals: arrivals)
    sums = model.sums.map { sum in
      let level = levels.levels(sum.prices)
      return (0..<Int(model.years)).map { sum.amount[model.firstYear + $0].scaled(by: level[$0]).pence }
    }
    kinds = model.sums.map { $0.kind }
    weeks = (0..<Int(model.years)).map { Double(model.rentPolicy.weeks.count(in: model.firstYear + $0)) }
  }

  /// How long households have been in temporary accommodation at each 31 March lived through.
  var monthsSoFar: [Int64] { placements.monthsSoFar }

  /// Lives through every month, and posts every line that is the estate's.
  /// - Parameter countsMonths: whether it is asked for how long households have been in temporary accommodation.
  mutating func live(_ plan: Plan, countsMonths: Bool, _ cells: inout MutableSpan<Int64>) {
    placements.countsMonths = countsMonths
    var lettings = Lettings(months: months, temporaryProgrammes: own.count)
    let relets = liveInHomes(plan, &lettings, &cells)
    let housed = liveWithHouseholds(plan, lettings, chains(relets), &cells)
    if !contracts.isEmpty { payForOutcomes(plan, lettings, relets, &cells) }
    for i in groups.indices {
      let group = groups[i]
      group.post(plan.groups[i], weeks: weeks, housed: shareOfHoused(i, plan, housed, cells), &cells)
      if group.account == .generalFund {
        group.postReceipts(plan.generalFund, &cells)
      } else if let lines = plan.hra {
        group.postReceipts(lines, &cells)
      }
    }
    for i in kinds.indices { post(sums[i], kinds[i], plan.sums[i], &cells) }
  }

  /// - Returns: re-lettings by group and month, where they are asked for again.
  private func liveInHomes(
    _ plan: Plan, _ lettings: inout Lettings, _ cells: inout MutableSpan<Int64>
  ) -> [[Double]] {
    var relets: [[Double]] = []
    let layout = lettings.layout
    let countsLettings = contracts.countsLettings
    var offers = lettings.offers.mutableSpan
    for i in groups.indices {
      let group = groups[i]
      relets.append(
        group.live(
          plan.groups[i], own: ownOfGroup[i], keepsRelets: group.transferShare > 0 || countsLettings, layout,
          &offers, &cells))
    }
    return relets
  }

  /// Homes that tenants left behind for one of the plan's.
  private func chains(_ relets: [[Double]]) -> Chains {
    var chains = Chains(months: months)
    // month by month, so that what groups leave behind adds up in one order whatever their lags
    let transferring = groups.indices.filter { groups[$0].transferShare > 0 && !relets[$0].isEmpty }
    for month in 0..<months where !transferring.isEmpty {
      for i in transferring {
        let group = groups[i]
        let left = (relets[i][month] + group.firstLets[month]) * group.transferShare * group.chainShare
        chains.add(left, need: group.chainNeed, month: month, lag: group.chainLag)
      }
    }
    return chains
  }

  /// - Returns: households in the homes of each temporary programme on average over the month, by programme, need and month.
  private mutating func liveWithHouseholds(
    _ plan: Plan, _ lettings: Lettings, _ chains: Chains, _ cells: inout MutableSpan<Int64>
  ) -> [Double] {
    let needs = Households.needs
    var housed = Array(repeating: 0.0, count: own.count * needs * months)
    var flows = HomeFlows(temporaryProgrammes: own.count)
    for month in 0..<months {
      lettings.take(month, chains, into: &flows)
      plan.lettings.post(lettings, month, &cells)
      flows.contractExits = contracts.exits(month)
      _ = placements.step(
        plan.placements, month, days: Month(month, from: firstYear).days, flows, &cells)
      for place in own.indices {
        for need in 0..<needs {
          housed[(place * needs + need) * months + month] = placements.meanHoused(place, need: need)
        }
      }
    }
    return housed
  }

  /// Households in a group's homes by month, if they are temporary accommodation; shared among groups of the same need by
  /// homes. Nothing for others.
  private func shareOfHoused(
    _ group: Int, _ plan: Plan, _ housed: [Double], _ cells: borrowing MutableSpan<Int64>
  ) -> [Double] {
    guard let place = ownOfGroup[group], !groups[group].isIdle else { return [] }
    let need = groups[group].need
    let first = (place * Households.needs + need) * months
    let like = own[place].groups.filter { groups[$0].need == need }
    var shares = Array(repeating: 0.0, count: months)
    for month in 0..<months {
      var homes: Int64 = 0
      for other in like { homes += opening(other, plan, month, cells) }
      guard homes > 0 else { continue }
      shares[month] =
        housed[first + month] * (Double(opening(group, plan, month, cells)) / Double(homes))
    }
    return shares
  }

  /// Homes of a group as a month opens.
  private func opening(
    _ group: Int, _ plan: Plan, _ month: Int, _ cells: borrowing MutableSpan<Int64>
  ) -> Int64 {
    month == 0 ? groups[group].homes : cells[plan.groups[group].homes, month - 1]
  }

  /// What the council pays for the outcomes of each month.
  private mutating func payForOutcomes(
    _ plan: Plan, _ lettings: Lettings, _ relets: [[Double]], _ cells: inout MutableSpan<Int64>
  ) {
    // millionths of a household by programme that moved out of temporary accommodation to its homes
    var moved = Array(repeating: 0.0, count: plan.programmes)
    for month in 0..<months {
      if contracts.countsLettings { countMoves(plan, lettings, relets, month, &moved, cells) }
      contracts.step(plan.contracts, month, moves: moved, &cells)
    }
  }

  /// Households that moved out of temporary accommodation to the homes of each programme: its lettings, cut as those of
  /// their source were.
  private func countMoves(
    _ plan: Plan, _ lettings: Lettings, _ relets: [[Double]], _ month: Int, _ moved: inout [Double],
    _ cells: borrowing MutableSpan<Int64>
  ) {
    var cut = InlineArray<3, Double>(repeating: 0)
    for source in 1..<3 {
      cut[source] = lettings.toHouseholds(source, month)
      if cut[source] > 0 { cut[source] = Double(cells[plan.placements.settled[source], month]) / cut[source] }
    }
    for i in moved.indices { moved[i] = 0 }
    for (i, group) in groups.enumerated() where !group.isTemporary && !group.isIdle {
      guard let programme = group.programme else { continue }
      let again = relets[i][month] * group.reletShare
      moved[programme] += group.firstLets[month] * group.firstLetShare * cut[1] + again * cut[2]
    }
  }

  /// A sum of a whole account, spread over each year.
  private func post(
    _ sum: [Int64], _ kind: AccountSum.Kind, _ line: Line, _ cells: inout MutableSpan<Int64>
  ) {
    for year in sum.indices where sum[year] != 0 {
      for part in 1...12 {
        let posted = spread(sum[year], part: Int64(part), of: 12)
        cells[line, year * 12 + part - 1] = kind == .income ? posted : -posted
      }
    }
  }

  /// Tells what each of its stock lines stands at before the first month.
  func open(_ plan: Plan, _ openings: inout Openings) {
    for (i, group) in groups.enumerated() {
      openings[plan.groups[i].homes] = group.homes
      openings[plan.groups[i].letHomes] = Int64(wholeNearest(Double(group.homes) * 1_000_000))
    }
    let households = placements.households
    if let line = plan.placements.familiesInBedAndBreakfast {
      openings[line] = millionths(placements.familiesInBedAndBreakfast)
    }
    for t in 0..<households.types {
      openings[plan.placements.types[t].households] = millionths(households.ofType(t))
    }
    var total: Int64 = 0
    let byNeed = households.byNeed
    for need in 0..<Households.needs {
      let count = millionths(byNeed[need])
      openings[plan.placements.needs[need].households] = count
      total += count
    }
    openings[plan.placements.households] = total
    for band in 0..<Households.bands {
      openings[plan.placements.bands[band]] = millionths(households.inBand[band])
    }
  }
}
