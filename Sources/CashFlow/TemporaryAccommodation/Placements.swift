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

  let terms: PlacementTerms
  let own: [Own]
  let arrivals: HomeArrivals
  var households: Households
  var paid: PaidPlaces
  /// `[row]`: households as the month opened.
  var opening: [Double]
  /// At each 31 March so far, in millionths.
  private(set) var monthsSoFar: [Int64] = []
  /// `[month * needs + need]`: households that homes of the plan, and those left behind for them, have taken.
  private var settledByPlan: [Double]

  init(_ model: Model, _ levels: IndexLevels, own: [Own], arrivals: HomeArrivals) {
    terms = PlacementTerms(model, levels)
    (self.own, self.arrivals) = (own, arrivals)
    households = Households(model.temporaryAccommodation, types: terms.given + own.count)
    paid = PaidPlaces(terms, households)
    opening = []
    for row in 0..<households.rows { opening.append(households.total[row]) }
    settledByPlan = Array(repeating: 0, count: Int(model.years) * 12 * Households.needs)
  }

  /// Households in the homes of a temporary programme, on average over the month.
  func meanHoused(_ place: Int, need: Int) -> Double {
    let row = need * households.types + own[place].type
    return (opening[row] + households.total[row]) / 2
  }

  /// Steps a month.
  /// - Returns: what the month costs the General Fund, net of what is recovered, positive.
  mutating func step(
    _ lines: PlacementLines, _ month: Int, days: Int, _ flows: HomeFlows, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let year = month / 12
    for row in opening.indices { opening[row] = households.total[row] }
    leave(lines, month, exits: flows.contractExits, &cells)
    let housed = settle(flows.lettings, lines, month, &cells)
    households.age()
    enter(lines, month, &cells)
    move(lines, month, flows.places, &cells)
    households.addBands()
    for need in 0..<Households.needs {
      post(households.ofNeed(need), lines.needs[need].households, month, &cells)
    }
    for band in lines.bands.indices { post(households.inBand[band], lines.bands[band], month, &cells) }
    if let line = lines.familiesInBedAndBreakfast { post(familiesInBedAndBreakfast, line, month, &cells) }
    if month % 12 == 11 { monthsSoFar.append(millionths(households.monthsSoFar())) }
    let moves = Int64(wholeNearest(housed * terms.moveOn.pence * terms.moveOn.level[year]))
    cells[lines.moveOn, month] = -moves
    return cost(lines, month, Double(days), &cells) + moves
  }

  /// Households leave for other reasons, by offers, by contracts, or as the model cannot explain.
  private mutating func leave(
    _ lines: PlacementLines, _ month: Int, exits: Double, _ cells: inout MutableSpan<Int64>
  ) {
    let year = month / 12
    let gone = households.leave(
      monthlyShares: terms.leaving[year], counts: [terms.offers[year], exits, -terms.residual[year]])
    post(gone.other, lines.other, month, &cells)
    post(gone.byRoute[0], lines.offers, month, &cells)
    if let line = lines.contract { post(gone.byRoute[1], line, month, &cells) }
    post(gone.byRoute[2], lines.residualOut, month, &cells)
  }

  /// Lettings take households, by size; those of a larger home that nobody needs pass down if a household fits them.
  private mutating func settle(
    _ lettings: [Double], _ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>
  ) -> Double {
    let needs = Households.needs
    var unused = InlineArray<4, Double>(repeating: 0)
    var bySource = unused
    var all = 0.0
    for need in (0..<needs).reversed() {
      var offered = 0.0
      var here = unused
      for source in 0..<HomeFlows.sources {
        here[source] += lettings[source * needs + need]
        offered += here[source]
      }
      guard offered > 0 else { continue }
      let there = households.ofNeed(need)
      let settled = min(offered, there)
      var byPlan = 0.0
      for source in 0..<HomeFlows.sources {
        let used = settled == offered ? here[source] : here[source] * (settled / offered)
        bySource[source] += used
        unused[source] = terms.isOrSmaller ? here[source] - used : 0
        if source > 0 { byPlan += used }
      }
      settledByPlan[month * needs + need] = byPlan
      households.settle(settled, need: need, terms.order)
      post(settled, lines.needs[need].settled, month, &cells)
      all += settled
    }
    for source in 0..<HomeFlows.sources { post(bySource[source], lines.settled[source], month, &cells) }
    return all
  }

  /// Households come in by route and need, and are placed as far as there is room; the rest go to the type without a limit.
  private mutating func enter(_ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    let year = month / 12
    let needs = Households.needs
    let types = households.types
    for t in 0..<types {
      post(households.sumOfType(t, households.left), lines.types[t].left, month, &cells)
      post(households.sumOfType(t, households.settled), lines.types[t].settled, month, &cells)
    }
    let (new, unexplained) = (terms.entering[year], max(0, terms.residual[year]))
    var (displaced, handedBack, returned, all) = (0.0, 0.0, 0.0, 0.0)
    var coming = InlineArray<4, Double>(repeating: 0)
    for need in 0..<needs {
      let cell = month * needs + need
      let lagged = cell - terms.returnLag * needs
      let back = lagged >= 0 ? settledByPlan[lagged] * terms.returnShare : 0
      let (displacedHere, leased) = (arrivals.displaced[cell], arrivals.handedBack[cell])
      displaced += displacedHere
      handedBack += leased
      returned += back
      let sum = (new + unexplained) * terms.needShares[need] + displacedHere + leased + back
      coming[need] = sum
      all += sum
      post(sum, lines.needs[need].entered, month, &cells)
      var left = 0.0
      for row in need * types..<(need + 1) * types { left += households.left[row] }
      post(left, lines.needs[need].left, month, &cells)
    }
    post(new, lines.new, month, &cells)
    post(unexplained, lines.residualIn, month, &cells)
    post(displaced, lines.displaced, month, &cells)
    post(handedBack, lines.handedBack, month, &cells)
    post(returned, lines.returned, month, &cells)
    guard all > 0, terms.given > 0 else { return }
    var overflow = 0.0
    for t in 0..<terms.given where t != terms.open {
      let wanted = all * terms.placementShares[t]
      guard wanted > 0 else { continue }
      let placed = min(wanted, room(t, year))
      overflow += wanted - placed
      place(placed, of: all, coming, in: t, lines, month, &cells)
    }
    place(
      all * terms.placementShares[terms.open] + overflow, of: all, coming, in: terms.open, lines, month,
      &cells)
  }

  private mutating func place(
    _ count: Double, of all: Double, _ coming: InlineArray<4, Double>, in type: Int, _ lines: PlacementLines,
    _ month: Int, _ cells: inout MutableSpan<Int64>
  ) {
    guard count > 0 else { return }
    let share = count / all
    for need in 0..<Households.needs {
      households.enter(coming[need] * share, need * households.types + type)
    }
    post(count, lines.types[type].entered, month, &cells)
  }

  /// What a type can still take.
  private func room(_ type: Int, _ year: Int) -> Double {
    let most = terms.capacity[year * terms.given + type]
    return most == .infinity ? most : max(0, most - households.ofType(type))
  }

  /// Freed places are filled from dearer ones; then council-owned temporary homes are, or shed whom they no longer have a home
  /// for to the type without a limit.
  private mutating func move(
    _ lines: PlacementLines, _ month: Int, _ places: [Double], _ cells: inout MutableSpan<Int64>
  ) {
    let year = month / 12
    let (needs, types) = (Households.needs, households.types)
    var (refilling, owning, shed) = (0.0, 0.0, 0.0)
    for t in terms.refilling {
      // those who came in may have taken the freed place
      var room = room(t, year)
      for need in 0..<needs {
        let row = need * types + t
        let freed = households.left[row] + households.settled[row]
        let cost = terms.netCost[terms.place(year, need) + t]
        let filled = fill(t, need, min(room, terms.refilled[t] * freed), year, above: cost, orderOf: t)
        room -= filled
        refilling += filled
      }
    }
    for (place, programme) in own.enumerated() {
      for need in 0..<needs {
        let row = need * types + programme.type
        let target = places[place * needs + need] * (1 - programme.voidRate)
        let wanted = target - households.total[row]
        if wanted > 0 {
          owning += fill(programme.type, need, wanted, year, above: 0, orderOf: -1)
        } else if wanted < 0, terms.given > 0 {
          shed += households.move(-wanted, from: row, to: need * types + terms.open)
        }
      }
    }
    post(refilling, lines.refilled, month, &cells)
    post(owning, lines.own, month, &cells)
    post(shed, lines.shed, month, &cells)
    for t in 0..<types {
      post(households.sumOfType(t, households.moved), lines.types[t].moved, month, &cells)
    }
  }

  /// Moves so many of a need to a type from those whose places cost more, dearest first.
  private mutating func fill(
    _ type: Int, _ need: Int, _ wanted: Double, _ year: Int, above cost: Double, orderOf: Int
  ) -> Double {
    var left = wanted
    guard left > 0 else { return 0 }
    let base = terms.place(year, need)
    let first = need * households.types
    for k in base..<base + terms.given {
      let dearer = terms.dearest[k]
      if left <= 0 || terms.netCost[base + dearer] <= cost { break }
      if dearer == orderOf { continue }
      left -= households.move(left, from: first + dearer, to: first + type)
    }
    return wanted - left
  }

  /// Families that have been in bed and breakfast for over six weeks, if they were there as long as they were in TA.
  var familiesInBedAndBreakfast: Double {
    var families = 0.0
    for t in terms.bedAndBreakfast {
      for need in 0..<Households.needs where terms.familyShares[need] > 0 {
        let row = need * households.types + t
        let recent = households.recent(row)
        let longer =
          households.total[row] - recent.first
          - recent.second * (1 - BedAndBreakfastLimit.shareInSecondMonth)
        families += max(0, longer) * terms.familyShares[need]
      }
    }
    return families
  }
}

/// Posts a number of households, or of nights; nothing where there is none.
@inline(__always) func post(
  _ count: Double, _ line: Line, _ month: Int, _ cells: inout MutableSpan<Int64>
) {
  if count != 0 { cells[line, month] = millionths(count) }
}

/// Households, or nights, as the ledger holds them.
@inline(__always) func millionths(_ count: Double) -> Int64 { Int64(wholeNearest(count * 1_000_000)) }
