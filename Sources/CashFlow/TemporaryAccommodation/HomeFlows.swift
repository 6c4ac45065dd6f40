/// What the homes of a council mean for temporary accommodation in a month, by bedrooms needed.
struct HomeFlows {
  /// Where a letting comes from: existing homes, first lettings of the plan, its re-lettings, homes left behind by tenants who
  /// transferred to the plan's.
  static let sources = 4
  /// `[source * needs + need]`: lettings to households in temporary accommodation.
  var lettings: [Double]
  /// `[own * needs + need]`: let homes of each temporary programme.
  var places: [Double]
  /// Households that leave by an outcomes contract.
  var contractExits = 0.0

  init(temporaryProgrammes: Int) {
    lettings = Array(repeating: 0, count: Self.sources * Households.needs)
    places = Array(repeating: 0, count: temporaryProgrammes * Households.needs)
  }
}

/// Households that homes bring to temporary accommodation, known before the first month: `[month]`.
struct HomeArrivals {
  /// Private tenants of homes that were bought or leased on the last day of the month before.
  var displaced: [ByNeed]
  /// Tenants of settled homes whose lease ended on the last day of the month before.
  var handedBack: [ByNeed]

  init(months: Int) {
    displaced = Array(repeating: .zero, count: months)
    handedBack = displaced
  }

  /// Adds whom a group of homes brings: private tenants when it is complete, and its own tenants when its lease ends. Tenants of
  /// temporary homes are in temporary accommodation already.
  mutating func add(_ group: Group) {
    let isHandedBack = group.isLeased && !group.isTemporary
    guard group.displacedShare > 0 || isHandedBack else { return }
    var tenants = 0.0
    for month in group.completed.indices.dropLast() {
      displaced[month + 1][group.need] += Double(group.completed[month]) * group.displacedShare
      guard isHandedBack else { continue }
      tenants += group.firstLets[month]
      let back = min(tenants, Double(group.handedBack[month]))
      tenants -= back
      handedBack[month + 1][group.need] += back * group.rehoused
    }
  }
}

/// Lettings of homes that council tenants left behind for one of the plan's, by month and need: one link of a chain.
struct Chains {
  private var lettings: [Double]

  init(months: Int) { lettings = Array(repeating: 0, count: months * Households.needs) }

  /// Tenants transfer: what they leave is let so many months later.
  mutating func add(_ homes: Double, need: Int, month: Int, lag: Int) {
    let cell = (month + lag) * Households.needs + need
    if cell < lettings.count { lettings[cell] += homes }
  }

  func lettings(_ month: Int, need: Int) -> Double { lettings[month * Households.needs + need] }
}
