/// Finds every rate at which a value changes sign, by steps of growth rather than of rate: a step multiplies 1 + r, so that
/// −99.99% and 3,000% are both within reach.
public struct RateSearch: Hashable, Sendable {
  /// Natural logarithms of 1 + r, in steps.
  public var steps: ClosedRange<Int>
  /// A step in the logarithm is one over this.
  public var stepsPerUnit: Double

  public init(steps: ClosedRange<Int>, stepsPerUnit: Double) {
    (self.steps, self.stepsPerUnit) = (steps, stepsPerUnit)
  }

  /// Rates from −99.9999% to 298,000%, in steps of about 1.6% of 1 + r, one of them at a rate of zero.
  public static var wide: RateSearch { RateSearch(steps: -896...512, stepsPerUnit: 64) }

  /// The ends of what is searched.
  public var ends: (lowest: Double, highest: Double) {
    (rate(Double(steps.lowerBound) / stepsPerUnit), rate(Double(steps.upperBound) / stepsPerUnit))
  }

  /// The rates found, from the lowest, each as near as doubles come.
  ///
  /// Two within one step of each other are not seen, nor is a value that touches zero between steps. Where the value is
  /// not a number there is no rate.
  public func rates(where value: (_ growth: Double) -> Double) -> [Double] {
    var found: [Double] = []
    var valueBefore = Double.nan
    for step in steps {
      let growth = Double(step) / stepsPerUnit
      let valueHere = value(growth)
      if valueHere == 0 {
        found.append(rate(growth))
      } else if valueBefore * valueHere.sign < 0 {
        found.append(rate(crossing(from: Double(step - 1) / stepsPerUnit, to: growth, valueBefore, value)))
      }
      valueBefore = valueHere.sign
    }
    return found
  }

  func crossing(
    from start: Double, to end: Double, _ signAtStart: Double, _ value: (Double) -> Double
  ) -> Double {
    var (low, high) = (start, end)
    while true {
      let middle = (low + high) / 2
      guard low < middle, middle < high else { return middle }
      if value(middle) * signAtStart > 0 { low = middle } else { high = middle }
    }
  }

  private func rate(_ growth: Double) -> Double { naturalExponential(growth) - 1 }
}

extension Double {
  /// −1, 0 or 1; not a number if it is none.
  fileprivate var sign: Double { self > 0 ? 1 : self < 0 ? -1 : self }
}

/// Every rate a period at which flows a period apart are worth nothing, from the lowest: the precise answer, for
/// a calculator.
public func internalRates(of flows: [Double], _ search: RateSearch = .wide) -> [Double] {
  var timed: [TimedFlow] = []
  for (index, flow) in flows.enumerated() { timed.append(TimedFlow(years: Double(index), amount: flow)) }
  return internalRates(of: timed, search)
}

/// Every effective annual rate at which dated flows are worth nothing, from the lowest, in any order of days.
public func internalRates(of flows: [DatedFlow], _ search: RateSearch = .wide) -> [Double] {
  guard let first = flows.map({ $0.day }).min() else { return [] }
  return internalRates(
    of: flows.map { TimedFlow(years: Double($0.day - first) / 365, amount: $0.amount) }, search)
}

/// The rate a period by which what is paid in, valued at its cost, grows to what is received, put out again:
/// (Σ receipts forward at `reinvestment` / −Σ payments back at `finance`)^(1/(n−1)) − 1.
/// - Returns: nil unless there are both payments and receipts.
public func modifiedInternalRate(of flows: [Double], finance: Double, reinvestment: Double) -> Double? {
  guard flows.count > 1 else { return nil }
  let paid = presentValue(of: flows.map { $0 < 0 ? -$0 : 0 }, at: finance)
  var received = 0.0
  for flow in flows { received = received * (1 + reinvestment) + (flow > 0 ? flow : 0) }
  guard paid > 0, received > 0 else { return nil }
  return power(received / paid, 1 / Double(flows.count - 1)) - 1
}
