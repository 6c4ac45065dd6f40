import Finance
import Housing

// Households are held as fractions and each line is rounded to a millionth apart: ten millionths a month is rounding, and as
// many again where more lines are added up.
extension Forecast {
  /// What households in temporary accommodation keep, by need, by place, by route and by time.
  func householdLaws() -> [LawCheck] {
    [
      both(
        "Households at the end are those at the start, plus in, less out, by need and by place",
        areHouseholdsCarried),
      both(
        "Households at the end are those at the start, plus in, less out, by every route, and those of all times together",
        areRoutesWhole),
      both("Moves between kinds of place neither add a household nor lose one", areMovesEven),
      both(
        "Private tenants displaced, tenants of leases that end, and households that come back are their share of homes and of lettings",
        areArrivalsShares),
    ]
  }

  private func areHouseholdsCarried(_ run: Projection) -> Bool {
    let byNeed = PlacementLines.needNames.map { "ta.need.\($0)" }
    let byType = placeNames.map { "ta.type.\($0)" }
    for path in byNeed + byType where months("\(path).households", run).contains(where: { $0 < 0 }) {
      return false
    }
    return byNeed.allSatisfy {
      isCarried(
        "\($0).households",
        [(sign: 1, path: "\($0).in"), (sign: -1, path: "\($0).out"), (sign: -1, path: "\($0).settled")],
        run, within: 10)
    }
      && byType.allSatisfy {
        isCarried(
          "\($0).households",
          [
            (sign: 1, path: "\($0).in"), (sign: -1, path: "\($0).out"), (sign: -1, path: "\($0).settled"),
            (sign: 1, path: "\($0).moved"),
          ], run, within: 10)
      }
  }

  private func areRoutesWhole(_ run: Projection) -> Bool {
    let inward = ["new", "residual", "displaced", "handback", "returned"].map { "ta.in.\($0)" }
    let outward =
      ["other", "offers", "contract", "residual"].map { "ta.out.\($0)" }
      + ["existing", "new", "relet", "chain"].map { "ta.out.settled.\($0)" }
    let routes = inward.map { (sign: Int64(1), path: $0) } + outward.map { (sign: Int64(-1), path: $0) }
    guard isCarried("ta.households", routes, run, within: 20) else { return false }
    var left = months("ta.households", run)
    for band in PlacementLines.bandNames {
      for (month, count) in months("ta.time.\(band).households", run).enumerated() { left[month] -= count }
    }
    return left.allSatisfy { abs($0) <= 10 }
  }

  private func areMovesEven(_ run: Projection) -> Bool {
    var sums = Array(repeating: Int64(0), count: run.ledger.months)
    let places = placeNames
    for name in places {
      for (month, count) in months("ta.type.\(name).moved", run).enumerated() { sums[month] += count }
    }
    return sums.allSatisfy { abs($0) <= Int64(places.count) }
  }

  private func areArrivalsShares(_ run: Projection) -> Bool {
    let none = Array(repeating: 0.0, count: run.ledger.months)
    var (displaced, leased, returned) = (none, none, none)
    var groups = plannedGroups[...]
    for programme in model.programmes {
      for _ in programme.rows {
        guard let group = groups.popFirst() else { break }
        let completed = months("stock.\(group).homes.completed", run)
        let back = months("stock.\(group).homes.handedback", run)
        let rehoused = programme.use == .settled ? programme.lease?.rehoused.ratio ?? 0 : 0
        for month in completed.indices.dropFirst() {
          displaced[month] += Double(completed[month - 1]) * 1_000_000 * programme.displacedShare.ratio
          leased[month] += Double(back[month - 1]) * 1_000_000 * rehoused
        }
      }
    }
    let terms = model.temporaryAccommodation
    let settled = ["new", "relet", "chain"].map { months("ta.out.settled.\($0)", run) }
    for month in none.indices where month >= Int(terms.returnLag) {
      let before = settled.reduce(Int64(0)) { $0 + $1[month - Int(terms.returnLag)] }
      returned[month] = Double(before) * terms.returnShare.ratio
    }
    func isNear(_ path: String, _ expected: [Double]) -> Bool {
      zip(months(path, run), expected).allSatisfy { abs(Double($0.0) - $0.1) <= 5 }
    }
    // a home that was never let has no tenant to bring back
    let isWithin = zip(months("ta.in.handback", run), leased).allSatisfy {
      0 <= $0.0 && Double($0.0) <= $0.1 + 5
    }
    return isWithin && isNear("ta.in.displaced", displaced) && isNear("ta.in.returned", returned)
  }
}
