/// The first period from which the running sum stays at or above zero to the end, counted from 0; nil if it never does.
///
/// A sum that recovers and falls again has not paid back: what counts is the last time it rises from below zero.
public func payback(of flows: [Money]) -> Int? {
  var (sum, first) = (Money.zero, nil as Int?)
  for (index, flow) in flows.enumerated() {
    sum += flow
    first = sum < .zero ? nil : first ?? index
  }
  return first
}

/// Payback with each flow discounted first, flow 0 not at all.
public func discountedPayback(of flows: [Double], at rate: Double) -> Int? {
  let discount = 1 / (1 + rate)
  var (sum, factor, first) = (0.0, 1.0, nil as Int?)
  for (index, flow) in flows.enumerated() {
    sum += flow * factor
    factor *= discount
    first = sum < 0 ? nil : first ?? index
  }
  return first
}
