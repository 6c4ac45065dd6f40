import Housing

/// Which lettings of a month find a household: those of its size, or, if a household fits a smaller home, the lettings that
/// nobody of their size needs pass down.
struct LettingFit {
  /// Households settled, and those of them whom homes of the plan take or those left behind for them.
  private(set) var settled = ByNeed.zero, byPlan = ByNeed.zero
  /// Households settled by where the letting comes from.
  private(set) var bySource = InlineArray<4, Double>(repeating: 0)

  /// - Parameters:
  ///   - lettings: `[source * needs + need]`
  ///   - there: households of each need.
  init(_ lettings: [Double], to there: ByNeed, _ fit: TemporaryAccommodation.Fit) {
    let needs = Households.needs
    var offers = InlineArray<4, ByNeed> { source in ByNeed(lettings, from: source * needs) }
    guard (offers[0] + offers[1] + offers[2] + offers[3]).sum > 0 else { return }
    if fit == .orSmaller { Self.passDown(&offers, there) }
    let offered = offers[0] + offers[1] + offers[2] + offers[3]
    settled = offered.atMost(there)
    let used = settled.share(of: offered)
    for source in 0..<HomeFlows.sources {
      let ofSource = offers[source] * used
      // the largest first, as homes pass down
      bySource[source] = ofSource[3] + ofSource[2] + ofSource[1] + ofSource[0]
      if source > 0 { byPlan += ofSource }
    }
  }

  /// Adds to the lettings of each size what is left over of the next larger.
  private static func passDown(_ offers: inout InlineArray<4, ByNeed>, _ there: ByNeed) {
    for need in (1..<Households.needs).reversed() {
      let offered = offers[0][need] + offers[1][need] + offers[2][need] + offers[3][need]
      guard offered > there[need] else { continue }
      let used = there[need] / offered
      for source in 0..<HomeFlows.sources {
        let here = offers[source][need]
        offers[source][need - 1] += here - here * used
      }
    }
  }
}
