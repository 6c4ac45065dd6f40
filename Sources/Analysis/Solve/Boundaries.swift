/// Where a condition begins and stops to hold over whole steps from 0 to a last one.
///
/// It is asked what to try and told what came out: a scan from end to end, then each change between two neighbours of the scan
/// halved until its two sides are one step apart. So a condition that holds, fails and holds again is seen as that, as long as
/// each stretch is as wide as a part of the scan; a narrower one may be missed, which every answer says.
public struct Boundaries: Sendable {
  /// How many steps the scan tries, spread evenly from the first to the last.
  public static let scanned: Int64 = 16

  public let last: Int64
  /// In order of the steps.
  public private(set) var tried: [(step: Int64, holds: Bool)] = []
  private var unscanned: [Int64] = []

  /// - Parameters:
  ///   - last: the last step.
  ///   - beside: a step to try with the scan, such as the one where the model stands.
  ///   - count: how many steps the scan tries.
  public init(last: Int64, beside: Int64? = nil, scanning count: Int64 = Boundaries.scanned) {
    self.last = max(0, last)
    let parts = max(1, count - 1)
    for part in 0...parts { ask(self.last / parts * part + self.last % parts * part / parts) }
    if let beside, (0...self.last).contains(beside) { ask(beside) }
  }

  private mutating func ask(_ step: Int64) {
    if !unscanned.contains(step) { unscanned.append(step) }
  }

  /// The steps to try next, none of which waits for another; none once every change is between two neighbours.
  public var wanted: [Int64] {
    guard unscanned.isEmpty else { return unscanned }
    return changes.filter { $0.above - $0.below > 1 }.map { $0.below + ($0.above - $0.below) / 2 }
  }

  public mutating func tell(_ step: Int64, holds: Bool) {
    unscanned.removeAll { $0 == step }
    let place = tried.firstIndex { $0.step >= step } ?? tried.count
    if place < tried.count, tried[place].step == step {
      tried[place].holds = holds
    } else {
      tried.insert((step: step, holds: holds), at: place)
    }
  }

  /// The steps between which the condition begins or stops to hold, in order: neighbours, once nothing more is wanted.
  public var changes: [(below: Int64, above: Int64, holdsBelow: Bool)] {
    tried.indices.dropFirst().filter { tried[$0].holds != tried[$0 - 1].holds }.map { place in
      (below: tried[place - 1].step, above: tried[place].step, holdsBelow: tried[place - 1].holds)
    }
  }

  /// The stretches over which it holds at every step tried, in order.
  public var stretches: [ClosedRange<Int64>] {
    var all: [ClosedRange<Int64>] = []
    for (place, trial) in tried.enumerated() where trial.holds {
      if place > 0, tried[place - 1].holds, let open = all.popLast() {
        all.append(open.lowerBound...trial.step)
      } else {
        all.append(trial.step...trial.step)
      }
    }
    return all
  }
}
