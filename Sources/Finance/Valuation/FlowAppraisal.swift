/// An amount so many years after the first.
public struct TimedFlow: Hashable, Sendable {
  public var years: Double
  /// In is positive.
  public var amount: Double

  public init(years: Double, amount: Double) { (self.years, self.amount) = (years, amount) }
}

/// What flows of money are worth, by each measure that an appraisal asks for.
public struct FlowAppraisal: Sendable {
  /// In order of time, one a time: flows at the same time are one.
  public private(set) var flows: [TimedFlow] = []
  /// What one at the time of each flow is worth at time 0.
  public private(set) var factors: [Double] = []
  /// What the flows are worth at time 0.
  public private(set) var presentValue = 0.0
  /// Of what comes in alone, and of what goes out alone, both positive.
  public private(set) var benefits = 0.0, costs = 0.0
  /// Every rate found at which they are worth nothing, from the lowest.
  public private(set) var rates: [Double] = []
  /// How often the flows change sign in order of time. There are never more rates than this (Descartes' rule of signs,
  /// which holds for times between the whole ones too), so with one change a rate found is the only one there is.
  public private(set) var signChanges = 0
  /// Which flow the running sum stays at or above nothing from, undiscounted and discounted.
  public private(set) var payback: Int?, discountedPayback: Int?

  public init(of given: [TimedFlow], at discount: DiscountRates, _ search: RateSearch = .wide) {
    let order = given.indices.sorted { (given[$0].years, $0) < (given[$1].years, $1) }
    for index in order {
      if flows.last?.years == given[index].years {
        flows[flows.count - 1].amount += given[index].amount
      } else {
        flows.append(given[index])
      }
    }
    factors = flows.map { discount.factor(after: $0.years) }
    var (sum, sign) = (0.0, 0.0)
    for (index, flow) in flows.enumerated() {
      let worth = flow.amount * factors[index]
      if flow.amount < 0 { costs -= worth } else { benefits += worth }
      presentValue += worth
      sum += flow.amount
      payback = sum < 0 ? nil : payback ?? index
      discountedPayback = presentValue < 0 ? nil : discountedPayback ?? index
      let here = flow.amount > 0 ? 1.0 : flow.amount < 0 ? -1 : 0
      if here * sign < 0 { signChanges += 1 }
      if here != 0 { sign = here }
    }
    rates = internalRates(of: flows, search)
  }

  /// Present value of what comes in for each pound of present value that goes out; nil where nothing goes out.
  public var benefitCostRatio: Double? { costs > 0 ? benefits / costs : nil }
}

/// Every rate a year at which timed flows are worth nothing, from the lowest. Two rates in one step of the search, and one at which
/// the value only touches nothing, are found too.
///
/// Valued at the earliest flow when growth is above zero and at the latest when below, so that no power overflows.
public func internalRates(of flows: [TimedFlow], _ search: RateSearch = .wide) -> [Double] {
  let flows = flows.filter { $0.amount != 0 }
  guard let earliest = flows.map({ $0.years }).min(), let latest = flows.map({ $0.years }).max() else {
    return []
  }
  guard flows.contains(where: { $0.amount > 0 }), flows.contains(where: { $0.amount < 0 }) else { return [] }
  return search.ratesAndTurns(where: { growth in
    let origin = growth < 0 ? latest : earliest
    var (value, size) = (0.0, 0.0)
    for flow in flows {
      let worth = flow.amount * naturalExponential(-growth * (flow.years - origin))
      value += worth
      size += worth.magnitude
    }
    // as a share of all that comes and goes: what is left of rounding is seen for what it is
    return value / size
  })
}

extension DiscountRates {
  /// What one after so many years is worth now. Of a part of a year the rate of that year is taken to that part as its power.
  public func factor(after years: Double) -> Double {
    var (factor, from) = (1.0, 0.0)
    for band in bands {
      let end = band.through.map { min(Double($0), years) } ?? years
      if end > from { factor *= power(1 + band.rate.ratio, from - end) }
      from = max(from, end)
    }
    if years > from { factor *= power(1 + (bands.last?.rate ?? .zero).ratio, from - years) }
    return factor
  }
}
