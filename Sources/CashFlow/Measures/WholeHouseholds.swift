import Finance
import Housing

/// Expected households as whole ones, so that a table adds up as printed: a stock is rounded, a flow posts what its rounded
/// running sum moves by, and those who left otherwise are what then makes the year add up.
public struct WholeHouseholds: Hashable, Sendable {
  /// At the 31 March before the first year.
  public var opening: Int64
  /// By year: those that came in, and how they left.
  public var entered: [Int64], leftOtherwise: [Int64]
  /// Settled homes by where the letting comes from: what the council already has, first lettings and re-lettings of the plan.
  public var existing: [Int64], firstLettings: [Int64], relettings: [Int64]
  /// Left by an outcomes contract, by year.
  public var byContract: [Int64]
  /// At each 31 March.
  public var households: [Int64]
  /// At each 31 March by type of place, in the order of the model, temporary programmes last; they add up to `households`.
  public var byType: [[Int64]]
  public var openingByType: [Int64]

  /// Rehoused by the plan, by year.
  public var rehoused: [Int64] { firstLettings.indices.map { firstLettings[$0] + relettings[$0] } }
}

extension Forecast {
  /// The names of the kinds of place in temporary accommodation: the model's, then a temporary programme each.
  public var placeNames: [String] {
    model.temporaryAccommodation.types.map { $0.name }
      + model.programmes.filter { $0.use == .temporary }.map { "own-" + $0.name }
  }

  public func wholeHouseholds(_ run: Run) -> WholeHouseholds {
    func flow(_ paths: String...) -> [Int64] {
      var sums = years.map { _ in Int64(0) }
      for path in paths {
        for (k, n) in yearly(path, run).enumerated() { sums[k] += n }
      }
      return wholeFlows(sums)
    }
    let opening = whole(self.opening("ta.households"))
    let entered = flow("ta.in.new", "ta.in.residual")
    let existing = flow("ta.out.settled.existing")
    let new = flow("ta.out.settled.new")
    let relet = flow("ta.out.settled.relet")
    let byContract = flow("ta.out.contract")
    // what is left over by rounding goes to those who left otherwise, the flow that is most of an estimate
    var left: [Int64] = []
    var households: [Int64] = []
    var last = opening
    for (k, exact) in yearly("ta.households", run).enumerated() {
      let staying = last + entered[k] - existing[k] - new[k] - relet[k] - byContract[k]
      let closing = min(staying, whole(exact))
      left.append(staying - closing)
      households.append(closing)
      last = closing
    }
    let exact = placeNames.map { yearly("ta.type.\($0).households", run) }
    let before = placeNames.map { self.opening("ta.type.\($0).households") }
    return WholeHouseholds(
      opening: opening, entered: entered, leftOtherwise: left, existing: existing, firstLettings: new,
      relettings: relet, byContract: byContract, households: households,
      byType: years.indices.map { k in split(households[k], by: exact.map { $0[k] }) },
      openingByType: split(opening, by: before))
  }

  /// Yearly millionths as whole ones: what the rounded running sum moves by.
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
