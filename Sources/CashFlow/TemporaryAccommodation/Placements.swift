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
  /// Whether it is asked for how long households have been there.
  var countsMonths = true
  /// At each 31 March so far, in millionths.
  private(set) var monthsSoFar: [Int64] = []
  /// `[month]`: households that homes of the plan, and those left behind for them, have taken.
  private var settledByPlan: [ByNeed]

  init(_ model: Model, _ terms: PlacementTerms, own: [Own], arrivals: HomeArrivals) {
    (self.terms, self.own, self.arrivals) = (terms, own, arrivals)
    households = Households(model.temporaryAccommodation, types: terms.given + own.count)
    paid = PaidPlaces(terms, households)
    settledByPlan = Array(repeating: .zero, count: terms.returnShare > 0 ? Int(model.years) * 12 : 0)
  }

  /// Households in the homes of a temporary programme, on average over the month.
  func meanHoused(_ place: Int, need: Int) -> Double {
    let type = own[place].type
    return (households.residents[type].opening[need] + households.residents[type].total[need]) / 2
  }

  /// Steps a month.
  /// - Returns: what the month costs the General Fund, net of what is recovered, positive.
  mutating func step(
    _ lines: PlacementLines, _ month: Int, days: Int, _ flows: HomeFlows, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    leave(lines, month, exits: flows.contractExits, &cells)
    let housed = settle(flows.lettings, lines, month, &cells)
    households.age()
    enter(lines, month, &cells)
    move(lines, month, flows.places, &cells)
    households.addBands()
    let byNeed = households.byNeed
    for need in 0..<Households.needs { post(byNeed[need], lines.needs[need].households, month, &cells) }
    for band in 0..<Households.bands { post(households.inBand[band], lines.bands[band], month, &cells) }
    if let line = lines.familiesInBedAndBreakfast { post(familiesInBedAndBreakfast, line, month, &cells) }
    if countsMonths && month % 12 == 11 { monthsSoFar.append(millionths(households.monthsSoFar())) }
    let moves = nearestWhole(housed * terms.moveOn.pence * terms.moveOn.level[month / 12])
    cells[lines.moveOn, month] = -moves
    return Self.cost(&households.residents, &paid, terms, lines, month, Double(days), &cells) + moves
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

  /// Lettings take households, by size. Returns how many.
  private mutating func settle(
    _ lettings: [Double], _ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>
  ) -> Double {
    let lettings = LettingFit(lettings, to: households.byNeed, terms.fit)
    let settled = lettings.settled
    guard settled.sum > 0 else { return 0 }
    if terms.returnShare > 0 { settledByPlan[month] = lettings.byPlan }
    households.settle(settled, terms.order)
    for need in 0..<Households.needs { post(settled[need], lines.needs[need].settled, month, &cells) }
    for source in 0..<HomeFlows.sources {
      post(lettings.bySource[source], lines.settled[source], month, &cells)
    }
    return settled[3] + settled[2] + settled[1] + settled[0]
  }

  /// Households come in by route and need, and are placed as far as there is room; the rest go to the type without a limit.
  private mutating func enter(_ lines: PlacementLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    let year = month / 12
    let (new, unexplained) = (terms.entering[year], max(0, terms.residual[year]))
    var returned = ByNeed.zero
    if terms.returnShare > 0 && month >= terms.returnLag {
      returned = settledByPlan[month - terms.returnLag] * terms.returnShare
    }
    let (displaced, handedBack) = (arrivals.displaced[month], arrivals.handedBack[month])
    let coming = (new + unexplained) * terms.needShares + displaced + handedBack + returned
    let left = households.left
    for need in 0..<Households.needs {
      post(coming[need], lines.needs[need].entered, month, &cells)
      post(left[need], lines.needs[need].left, month, &cells)
    }
    post(new, lines.new, month, &cells)
    post(unexplained, lines.residualIn, month, &cells)
    post(displaced.sum, lines.displaced, month, &cells)
    post(handedBack.sum, lines.handedBack, month, &cells)
    post(returned.sum, lines.returned, month, &cells)
    let all = coming.sum
    guard all > 0, terms.given > 0 else { return }
    var overflow = 0.0
    for t in terms.placing {
      let wanted = all * terms.placementShares[t]
      let placed = min(wanted, room(t, year))
      overflow += wanted - placed
      place(placed, of: all, coming, in: t, lines, month, &cells)
    }
    place(
      all * terms.placementShares[terms.open] + overflow, of: all, coming, in: terms.open, lines, month,
      &cells)
  }

  private mutating func place(
    _ count: Double, of all: Double, _ coming: ByNeed, in type: Int, _ lines: PlacementLines, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) {
    guard count > 0 else { return }
    households.enter(coming * (count / all), type)
    post(count, lines.types[type].entered, month, &cells)
  }

  /// What a type can still take.
  private func room(_ type: Int, _ year: Int) -> Double {
    let most = terms.capacity[terms.place(year) + type]
    return most == .infinity ? most : max(0, most - households.ofType(type))
  }

  /// Freed places are filled from dearer ones; then council-owned temporary homes are, or shed whom they no longer have a home
  /// for to the type without a limit.
  private mutating func move(
    _ lines: PlacementLines, _ month: Int, _ places: [Double], _ cells: inout MutableSpan<Int64>
  ) {
    let year = month / 12
    var (refilling, owning, shed) = (ByNeed.zero, ByNeed.zero, ByNeed.zero)
    for (target, t) in terms.refilling.enumerated() {
      let freed = households.residents[t].left + households.residents[t].settled
      let wanted = within(room(t, year), freed * terms.refilled[t], target, year)
      refilling += fill(t, wanted, target, year)
    }
    for (place, programme) in own.enumerated() {
      let target = ByNeed(places, from: place * Households.needs) * (1 - programme.voidRate)
      let wanted = target - households.residents[programme.type].total
      owning += fill(programme.type, wanted.positive, terms.dearer.own, year)
      if terms.given > 0 {
        shed += households.move((-wanted).positive, from: programme.type, to: terms.open)
      }
    }
    post(refilling.sum, lines.refilled, month, &cells)
    post(owning.sum, lines.own, month, &cells)
    post(shed.sum, lines.shed, month, &cells)
  }

  /// As many of each need in turn as there is room for; those who came in may have taken the freed place.
  private func within(_ room: Double, _ wanted: ByNeed, _ target: Int, _ year: Int) -> ByNeed {
    guard wanted.sum > room else { return wanted }
    var dearer = ByNeed.zero
    for place in terms.dearer.of(target, year) {
      let source = terms.dearer.sources[place]
      dearer += households.residents[source.type].total * source.needs
    }
    var (room, most) = (room, wanted)
    for need in 0..<Households.needs {
      most[need] = min(room, wanted[need])
      room -= min(most[need], dearer[need])
    }
    return most
  }

  /// Moves so many of each need to a type from those whose places cost more, dearest first. Returns how many.
  private mutating func fill(_ type: Int, _ wanted: ByNeed, _ target: Int, _ year: Int) -> ByNeed {
    var left = wanted
    guard left.sum > 0 else { return .zero }
    for place in terms.dearer.of(target, year) {
      let source = terms.dearer.sources[place]
      left -= households.move(left * source.needs, from: source.type, to: type)
      if left.sum <= 0 { break }
    }
    return wanted - left
  }

  /// Families that have been in bed and breakfast for over six weeks, if they were there as long as they were in TA.
  var familiesInBedAndBreakfast: Double {
    var families = 0.0
    for t in terms.bedAndBreakfast {
      let recent = households.recent(t)
      let longer =
        households.residents[t].total - recent.first
        - recent.second * (1 - BedAndBreakfastLimit.shareInSecondMonth)
      families += (longer.positive * terms.familyShares).sum
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
@inline(__always) func millionths(_ count: Double) -> Int64 { nearestWhole(count * 1_000_000) }
