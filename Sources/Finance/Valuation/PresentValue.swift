/// Where the first flow stands: two conventions that differ by one period's discount.
public enum FirstFlow: Hashable, Sendable {
  /// At time 0, as an appraisal has its first year.
  case undiscounted
  /// At the end of the first period, as the function of a spreadsheet has it.
  case discounted
}

/// What flows a period apart are worth now: Σ F_k/(1+r)^k.
/// - Parameter rate: a period, above −1.
public func presentValue(of flows: [Double], at rate: Double, first: FirstFlow = .undiscounted) -> Double {
  let discount = 1 / (1 + rate)
  let value = flows.reversed().reduce(0) { later, flow in flow + later * discount }
  return first == .undiscounted ? value : value * discount
}

/// What an amount on a day.
public struct DatedFlow: Hashable, Sendable {
  public var day: Day
  /// In whatever money; in is positive.
  public var amount: Double

  public init(day: Day, amount: Double) { (self.day, self.amount) = (day, amount) }
}

/// What dated flows are worth on the earliest of their days: Σ F/(1+r)^(days/365), in any order of days.
/// - Parameter annualRate: effective, above −1.
public func presentValue(of flows: [DatedFlow], at annualRate: Double) -> Double {
  guard let first = flows.map({ $0.day }).min() else { return 0 }
  return flows.reduce(0) { $0 + $1.amount * power(1 + annualRate, -Double($1.day - first) / 365) }
}

/// When, on average, flows a period apart come, weighted by present value, the first after one period (Macaulay).
/// - Returns: periods; nil if the flows are worth nothing.
public func duration(of flows: [Double], at rate: Double) -> Double? {
  let value = presentValue(of: flows, at: rate, first: .discounted)
  guard value != 0 else { return nil }
  let timed = flows.enumerated().map { index, flow in flow * Double(index + 1) }
  return presentValue(of: timed, at: rate, first: .discounted) / value
}
