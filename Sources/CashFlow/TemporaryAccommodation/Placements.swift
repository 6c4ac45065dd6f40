import Finance
import Housing

/// Temporary accommodation month by month: who leaves, who is settled, who comes, where they are placed and what it costs.
struct Placements {
  /// What a temporary programme offers: its place among the types, and the homes of each group and need.
  struct Own {
    let type: Int
    let groups: [Int]
    let voidRate: Double
  }

  private let order: TemporaryAccommodation.Order
  private let isOrSmaller: Bool
  private let given: Int
  private let leaving: [InlineArray<5, Double>]
  private let entering: [Double], offers: [Double], residual: [Double]
  private let needShares: [Double], placementShares: [Double], refilled: [Double]
  private let capacity: [[Double]?]
  private let open: Int
  private let nightly: [(pence: Double, level: [Double])]
  private let recovery: [[Double]]
  private let notice: [Int]
  /// The types by year, dearest first.
  private let dearest: [[Int]]
  private let netCost: [[Double]]
  private let moveOn: (pence: Double, level: [Double])
  private let own: [Own]

  private(set) var households: Households
  /// Closing households of each row in the last months, as many as the longest notice asks for, by month in turn.
  private var history: [Double]
  private let remembered: Int
  /// Places paid for at the end of last month, and households as this one opened, by row.
  private var paid: [Double]
  private var opening: [Double]

  init(_ model: Model, _ levels: IndexLevels, own: [Own]) {
    let terms = model.temporaryAccommodation
    let years = (0..<Int(model.years)).map { model.firstYear + $0 }
    self.own = own
    (order, isOrSmaller, given) = (terms.order, terms.fit == .orSmaller, terms.types.count)
    leaving = years.map { year in
      InlineArray { band in min(1, terms.leavingRates[band].ratio * terms.leavingPath[year].ratio / 12) }
    }
    entering = years.map { Double(terms.newHouseholds[$0]) / 12 }
    offers = years.map { Double(terms.offers[$0]) / 12 }
    residual = years.map { Double(terms.residual[$0]) / 12 }
    needShares = terms.needShares.map { $0.ratio }
    placementShares = terms.types.map { $0.placementShare.ratio }
    refilled = terms.types.map { $0.refilled.ratio }
    capacity = terms.types.map { type in type.capacity.map { limit in years.map { Double(limit[$0]) } } }
    open = terms.types.firstIndex { $0.capacity == nil } ?? 0
    let nightly = terms.types.map { (pence: Double($0.nightlyCost.pence), level: levels.levels($0.prices)) }
    let recovery = terms.types.map { type in years.map { Double(type.recovery[$0].pence) } }
    notice = terms.types.map { Int($0.notice) }
    let count = terms.types.count + own.count
    let netCost = years.indices.map { k in
      nightly.indices.map { nightly[$0].pence * nightly[$0].level[k] - recovery[$0][k] }
    }
    dearest = netCost.map { cost in cost.indices.sorted { (-cost[$0], $0) < (-cost[$1], $1) } }
    (self.nightly, self.recovery, self.netCost) = (nightly, recovery, netCost)
    moveOn = (pence: Double(terms.moveOn.pence), level: levels.levels(terms.moveOnPrices))
    households = Households(terms, types: count)
    remembered = 1 + (notice.max() ?? 0)
    history = []
    paid = []
    opening = []
    for row in households.rows.indices {
      for _ in 0..<remembered { history.append(households.rows[row].total) }
      paid.append(households.rows[row].total)
      opening.append(households.rows[row].total)
    }
  }

  /// Households in the homes of a temporary programme, on average over the month.
  func meanHoused(_ place: Int, need: Int) -> Double {
    let row = own[place].type * Households.needs + need
    return (opening[row] + households.rows[row].total) / 2
  }

  /// Steps a month.
  /// - Parameters:
  ///   - lettings: lettings to households in temporary accommodation by source and need: `[source * needs + need]`.
  ///   - places: let homes of each own programme by need: `[own * needs + need]`.
  ///   - exits: households that leave by an outcomes contract.
  /// - Returns: what the month costs the General Fund, net of what is recovered, positive.
  mutating func step(
    _ lines: PlacementLines, _ month: Int, days: Int, lettings: [Double], places: [Double],
    exits: Double, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let year = month / 12
    let needs = Households.needs
    for row in opening.indices { opening[row] = households.rows[row].total }
    households.open()

    cells[lines.other, month] = millionths(households.leave(monthlyShares: leaving[year]))
    cells[lines.offers, month] = millionths(households.leave(offers[year]))
    if let line = lines.contract { cells[line, month] = millionths(households.leave(exits)) }
    cells[lines.residualOut, month] = millionths(households.leave(-residual[year]))
    let housed = settle(lettings, lines, month, &cells)
    households.age()
    enter(lines, month, &cells)
    move(lines, month, places, &cells)
    for need in 0..<needs {
      cells[lines.needs[need].households, month] = millionths(households.ofNeed(need))
    }
    for band in lines.bands.indices { cells[lines.bands[band], month] = millionths(households.inBand(band)) }
    let moves = Int64(wholeNearest(housed * moveOn.pence * moveOn.level[year]))
    cells[lines.moveOn, month] = -moves
    return cost(lines, month, Double(days), &cells) + moves
  }

  /// Lettings take households, by size; those of a larger home that nobody needs pass down if a household fits them.
  private mutating func settle(
    _ lettings: [Double], _ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>
  ) -> Double {
    let needs = Households.needs
    let sources = 3
    var unused = InlineArray<3, Double>(repeating: 0)
    var bySource = unused
    var all = 0.0
    for need in (0..<needs).reversed() {
      var offered = 0.0
      var here = unused
      for source in 0..<sources {
        here[source] += lettings[source * needs + need]
        offered += here[source]
      }
      let there = households.ofNeed(need)
      let settled = min(offered, there)
      for source in 0..<sources {
        let used = settled == offered ? here[source] : here[source] * (settled / offered)
        bySource[source] += used
        unused[source] = isOrSmaller ? here[source] - used : 0
      }
      households.settle(settled, need: need, order)
      cells[lines.needs[need].settled, month] = millionths(settled)
      all += settled
    }
    for source in 0..<sources { cells[lines.settled[source], month] = millionths(bySource[source]) }
    return all
  }

  private mutating func enter(_ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    let year = month / 12
    let needs = Households.needs
    for t in 0..<households.types {
      var left = 0.0
      var settled = 0.0
      for row in t * needs..<(t + 1) * needs {
        left += households.rows[row].left
        settled += households.rows[row].settled
      }
      cells[lines.types[t].left, month] = millionths(left)
      cells[lines.types[t].settled, month] = millionths(settled)
    }
    let new = entering[year]
    let unexplained = max(0, residual[year])
    let coming = new + unexplained
    cells[lines.new, month] = millionths(new)
    cells[lines.residualIn, month] = millionths(unexplained)
    for need in 0..<needs {
      cells[lines.needs[need].entered, month] = millionths(coming * needShares[need])
      var left = 0.0
      for t in 0..<households.types { left += households.rows[t * needs + need].left }
      cells[lines.needs[need].left, month] = millionths(left)
    }
    var overflow = 0.0
    for t in 0..<given where t != open {
      let wanted = coming * placementShares[t]
      let room = capacity[t].map { max(0, $0[year] - households.ofType(t)) } ?? wanted
      let placed = min(wanted, room)
      overflow += wanted - placed
      place(placed, in: t, lines, month, &cells)
    }
    if given > 0 { place(coming * placementShares[open] + overflow, in: open, lines, month, &cells) }
  }

  private mutating func place(
    _ count: Double, in type: Int, _ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>
  ) {
    for need in 0..<Households.needs {
      households.enter(count * needShares[need], type * Households.needs + need)
    }
    cells[lines.types[type].entered, month] = millionths(count)
  }

  /// Freed places are filled from dearer ones; then council-owned temporary homes are.
  private mutating func move(
    _ lines: PlacementLines, _ month: Int, _ places: [Double], _ cells: inout MutableSpan<Int64>
  ) {
    let year = month / 12
    let needs = Households.needs
    var refilling = 0.0
    var owning = 0.0
    for t in 0..<given where refilled[t] > 0 {
      // those who came in may have taken the freed place
      var room = capacity[t].map { max(0, $0[year] - households.ofType(t)) } ?? .infinity
      for need in 0..<needs {
        let row = t * needs + need
        let freed = households.rows[row].left + households.rows[row].settled
        let filled = fill(t, need, min(room, refilled[t] * freed), year, above: netCost[year][t], orderOf: t)
        room -= filled
        refilling += filled
      }
    }
    for (place, programme) in own.enumerated() {
      for need in 0..<needs {
        let row = programme.type * needs + need
        let target = places[place * needs + need] * (1 - programme.voidRate)
        owning += fill(programme.type, need, target - households.rows[row].total, year, above: 0, orderOf: -1)
      }
    }
    cells[lines.refilled, month] = millionths(refilling)
    cells[lines.own, month] = millionths(owning)
    for t in 0..<households.types {
      var moved = 0.0
      for row in t * needs..<(t + 1) * needs { moved += households.rows[row].moved }
      cells[lines.types[t].moved, month] = millionths(moved)
    }
  }

  /// Moves so many of a need to a type from those whose places cost more, dearest first.
  private mutating func fill(
    _ type: Int, _ need: Int, _ wanted: Double, _ year: Int, above cost: Double, orderOf: Int
  ) -> Double {
    var left = wanted
    guard left > 0 else { return 0 }
    for dearer in dearest[year] {
      if left <= 0 || netCost[year][dearer] <= cost { break }
      if dearer == orderOf { continue }
      left -= households.move(
        left, from: dearer * Households.needs + need, to: type * Households.needs + need)
    }
    return wanted - left
  }

  /// What the month costs, by type: places paid for to the end of their notice, nights recovered.
  private mutating func cost(
    _ lines: PlacementLines, _ month: Int, _ days: Double, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let year = month / 12
    let needs = Households.needs
    var net: Int64 = 0
    for t in 0..<households.types {
      let line = lines.types[t]
      var nights = 0.0
      var paidNights = 0.0
      var housed = 0.0
      let back = t < given ? notice[t] : 0
      for row in t * needs..<(t + 1) * needs {
        let closing = households.rows[row].total
        let highest = back == 0 ? closing : highest(row, closing, month, back)
        nights += days * (opening[row] + closing) / 2
        paidNights += days * (paid[row] + highest) / 2
        paid[row] = highest
        housed += closing
      }
      cells[line.households, month] = millionths(housed)
      cells[line.nights, month] = millionths(nights)
      guard t < given else { continue }
      cells[line.paidNights, month] = millionths(paidNights)
      let gross = Int64(wholeNearest(paidNights * nightly[t].pence * nightly[t].level[year]))
      let recovered = Int64(wholeNearest(nights * recovery[t][year]))
      cells[line.gross, month] = -gross
      cells[line.recovered, month] = recovered
      net += gross - recovered
    }
    return net
  }

  /// The most households of a row in this month and the months of notice before it.
  private mutating func highest(_ row: Int, _ closing: Double, _ month: Int, _ notice: Int) -> Double {
    history[row * remembered + month % remembered] = closing
    var highest = closing
    for k in 0..<notice {
      highest = max(highest, history[row * remembered + (month + remembered - 1 - k) % remembered])
    }
    return highest
  }
}

/// Households, or nights, as the ledger holds them.
func millionths(_ count: Double) -> Int64 { Int64(wholeNearest(count * 1_000_000)) }
