import Finance
import Housing

/// Expected households as whole ones, so that a table adds up as printed: a stock is rounded, a flow posts what its rounded
/// running sum moves by, and those who left otherwise are what then makes the year, or the month, add up.
public struct WholeHouseholds: Hashable, Sendable {
  /// Before the first of them.
  public var opening: Int64
  /// By year, or month: those that came in but for the plan, those that the plan's homes brought in (private tenants displaced,
  /// tenants of leases that ended, households settled and homeless again), and how they left.
  public var entered: [Int64], enteredByPlan: [Int64], leftOtherwise: [Int64]
  /// Settled homes by where the letting comes from: what the council already has, first lettings and re-lettings of the plan,
  /// homes left behind by tenants who transferred to the plan's.
  public var existing: [Int64], firstLettings: [Int64], relettings: [Int64], chained: [Int64]
  /// Left by an outcomes contract.
  public var byContract: [Int64]
  /// At the end of each.
  public var households: [Int64]
  /// At the end of each by type of place, in the order of the model, temporary programmes last; they add up to `households`.
  public var byType: [[Int64]]
  public var openingByType: [Int64]

  /// Rehoused by the plan, by year or month.
  public var rehoused: [Int64] {
    firstLettings.indices.map { firstLettings[$0] + relettings[$0] + chained[$0] }
  }
}

extension Forecast {
  /// The names of the kinds of place in temporary accommodation: the model's, then a temporary programme each.
  public var placeNames: [String] {
    model.temporaryAccommodation.types.map { $0.name }
      + model.programmes.filter { $0.use == .temporary }.map { "own-" + $0.name }
  }

  /// Households rehoused by the plan by year, in millionths: first lettings, re-lettings and chains.
  public var rehousedByPlan: [Int64] {
    sum(of: ["ta.out.settled.new", "ta.out.settled.relet", "ta.out.settled.chain"], .with, months: nil)
  }

  /// The first months of a line by its name; nothing in each if the model has no such line.
  public func monthly(_ path: String, _ run: Run = .with, months: Int) -> [Int64] {
    let shown = 0..<min(months, with.ledger.months)
    guard let line = plan.lines.line(named: path) else { return shown.map { _ in 0 } }
    return shown.map { month in
      switch run {
      case .with: with.ledger[line, month]
      case .without: without.ledger[line, month]
      case .difference: with.ledger[line, month] - without.ledger[line, month]
      }
    }
  }

  private func sum(of paths: [String], _ run: Run, months: Int?) -> [Int64] {
    var sums: [Int64] = []
    for path in paths {
      let terms = values(path, run, months: months)
      sums = sums.isEmpty ? terms : zip(sums, terms).map { $0.0 + $0.1 }
    }
    return sums
  }

  /// A line by month, or by year.
  private func values(_ path: String, _ run: Run, months: Int?) -> [Int64] {
    months.map { monthly(path, run, months: $0) } ?? yearly(path, run)
  }

  /// By month, the first so many; or by year.
  public func wholeHouseholds(_ run: Run, months: Int? = nil) -> WholeHouseholds {
    func values(_ path: String) -> [Int64] { self.values(path, run, months: months) }
    func flow(_ paths: String...) -> [Int64] { wholeFlows(sum(of: paths, run, months: months)) }
    let opening = whole(self.opening("ta.households"))
    let entered = flow("ta.in.new", "ta.in.residual")
    let byPlan = flow("ta.in.displaced", "ta.in.handback", "ta.in.returned")
    let existing = flow("ta.out.settled.existing")
    let new = flow("ta.out.settled.new")
    let relet = flow("ta.out.settled.relet")
    let chain = flow("ta.out.settled.chain")
    let byContract = flow("ta.out.contract")
    // what is left over by rounding goes to those who left otherwise, the flow that is most of an estimate
    var left: [Int64] = []
    var households: [Int64] = []
    var last = opening
    for (k, exact) in values("ta.households").enumerated() {
      let settled = existing[k] + new[k] + relet[k] + chain[k]
      let staying = last + entered[k] + byPlan[k] - settled - byContract[k]
      let closing = min(staying, whole(exact))
      left.append(staying - closing)
      households.append(closing)
      last = closing
    }
    let exact = placeNames.map { values("ta.type.\($0).households") }
    let before = placeNames.map { self.opening("ta.type.\($0).households") }
    return WholeHouseholds(
      opening: opening, entered: entered, enteredByPlan: byPlan, leftOtherwise: left, existing: existing,
      firstLettings: new, relettings: relet, chained: chain, byContract: byContract, households: households,
      byType: households.indices.map { k in split(households[k], by: exact.map { $0[k] }) },
      openingByType: split(opening, by: before))
  }

  /// Millionths by year or month as whole ones: what the rounded running sum moves by.
  private func wholeFlows(_ millionths: [Int64]) -> [Int64] {
    var exact: Int64 = 0
    var shown: Int64 = 0
    return millionths.map { n in
      exact += n
      let now = whole(exact)
      defer { shown = now }
      return now - shown
    }
  }
}

/// Millionths of a household as whole households, half to even.
func whole(_ millionths: Int64) -> Int64 { roundedQuotient(millionths, 1_000_000) }

/// A whole number shared out in proportion to parts, so that the shares add up to it: each is what the rounded running sum
/// moves by.
func split(_ total: Int64, by parts: [Int64]) -> [Int64] {
  let all = parts.reduce(0, +)
  guard all > 0 else { return parts.indices.map { $0 == 0 ? total : 0 } }
  var running: Int64 = 0
  var shown: Int64 = 0
  return parts.map { part in
    running += part
    let now = roundedProduct(total, running, over: all)
    defer { shown = now }
    return now - shown
  }
}
