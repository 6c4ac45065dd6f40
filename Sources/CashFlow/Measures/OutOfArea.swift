import Finance
import Housing

extension Forecast {
  /// Households expected in places in another council's area at each 31 March, in millionths: a share of each kind of place.
  public func outOfArea(_ run: Run) -> [Int64] {
    var sums = years.map { _ in Int64(0) }
    for type in model.temporaryAccommodation.types where type.outOfArea > .zero {
      for (k, count) in yearly("ta.type.\(type.name).households", run).enumerated() {
        sums[k] += roundedProduct(count, type.outOfArea.millionths, over: 1_000_000)
      }
    }
    return sums
  }
}
