import Finance
import Housing

/// What a slot of social value comes to over the projection; no part of any account.
public struct SocialValueSum: Hashable, Sendable {
  /// Its place in the model.
  public var place: Int
  /// Millionths of a household, or of a household-year, that it counts.
  public var count: Int64
  public var sum: Money
}

extension Forecast {
  /// Every slot that has a proxy. Households rehoused are gross, household-years avoided net; neither is priced by year or
  /// discounted.
  public func socialValueSums(_ measures: Measures) -> [SocialValueSum] {
    model.socialValues.indices.compactMap { place in
      let slot = model.socialValues[place]
      guard let proxy = slot.proxy else { return nil }
      let count =
        switch slot.count {
        case .rehoused:
          yearly("ta.out.settled.new").reduce(0, +) + yearly("ta.out.settled.relet").reduce(0, +)
        case .avoided: measures.householdYearsAvoided
        }
      let whole = Money(pence: roundedProduct(proxy.pence, count, over: 1_000_000))
      return SocialValueSum(place: place, count: count, sum: whole.share(slot.attribution))
    }
  }
}
