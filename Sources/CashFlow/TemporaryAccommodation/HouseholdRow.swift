/// The households of one need in one type of place.
struct HouseholdRow {
  /// By band of time, those who are there.
  var bands = InlineArray<5, Double>(repeating: 0)
  private(set) var total = 0.0
  /// Those who left this month for other reasons, and for a settled home; and what moved in less out.
  private(set) var left = 0.0, settled = 0.0
  var moved = 0.0

  mutating func open() { (left, settled, moved) = (0, 0, 0) }

  /// The total from the bands.
  mutating func add() { total = bands[0] + bands[1] + bands[2] + bands[3] + bands[4] }

  /// A share of each band leaves. Returns how many.
  mutating func leave(_ shares: InlineArray<5, Double>) -> Double {
    var gone = 0.0
    for band in 0..<5 {
      let going = bands[band] * shares[band]
      bands[band] -= going
      gone += going
    }
    left += gone
    add()
    return gone
  }

  /// A share of all moves to settled homes.
  mutating func settle(share: Double) {
    settled += total * share
    for band in 0..<5 { bands[band] *= 1 - share }
    add()
  }

  /// So many of a band move to settled homes.
  mutating func settle(_ count: Double, _ band: Int) {
    settled += count
    bands[band] = max(0, bands[band] - count)
    add()
  }

  /// Those who have come to the end of each band but the last pass to the next.
  mutating func age(_ ending: InlineArray<4, Double>) {
    for band in 0..<4 {
      let passing = min(ending[band], bands[band])
      bands[band] -= passing
      bands[band + 1] += passing
    }
  }
}
