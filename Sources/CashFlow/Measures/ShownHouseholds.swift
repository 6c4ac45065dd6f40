import Finance
import Housing

/// Where the lines of households stand, looked up once for many forecasts of like models.
public struct HouseholdLines: Sendable {
  /// Each group is shown as one flow: those who came in, and those who left for a settled home or by a contract.
  fileprivate let entered: [[Line]]
  fileprivate let left: [[Line]]
  fileprivate let rehoused: [[Line]]
  fileprivate let households: Line?

  public init(_ plan: Plan) {
    func lines(_ paths: [String]) -> [Line] { paths.compactMap { plan.lines.line(named: $0) } }
    entered = [
      lines(["ta.in.new", "ta.in.residual"]), lines(["ta.in.displaced", "ta.in.handback", "ta.in.returned"]),
    ]
    left = [lines(["ta.out.settled.existing"]), lines(["ta.out.contract"])]
    rehoused = ["ta.out.settled.new", "ta.out.settled.relet", "ta.out.settled.chain"].map { lines([$0]) }
    households = plan.lines.line(named: "ta.households")
  }
}

extension Forecast {
  /// Households in temporary accommodation each 31 March, and rehoused in each year, as `wholeHouseholds` has them.
  public func shownHouseholds(_ lines: HouseholdLines, _ run: Run) -> (households: [Int64], rehoused: [Int64])
  {
    guard let line = lines.households else {
      let none = years.map { _ in Int64(0) }
      return (households: none, rehoused: none)
    }
    let exact = yearly(line, run)
    var staying = exact.map { _ in Int64(0) }
    var rehoused = staying
    for group in lines.entered { add(group, run, 1, &staying) }
    for group in lines.left { add(group, run, -1, &staying) }
    for group in lines.rehoused { add(group, run, 1, &rehoused) }
    var last = whole(with.openings[line])
    for k in staying.indices {
      last = min(last + staying[k] - rehoused[k], whole(exact[k]))
      staying[k] = last
    }
    return (households: staying, rehoused: rehoused)
  }

  /// Adds to each year what the rounded running sum of some lines moves by.
  private func add(_ lines: [Line], _ run: Run, _ sign: Int64, _ years: inout [Int64]) {
    guard let first = lines.first else { return }
    var millionths = yearly(first, run)
    for line in lines.dropFirst() {
      for (k, value) in yearly(line, run).enumerated() { millionths[k] += value }
    }
    var (sum, shown): (Int64, Int64) = (0, 0)
    for k in years.indices {
      sum += millionths[k]
      let now = whole(sum)
      years[k] += sign * (now - shown)
      shown = now
    }
  }
}
