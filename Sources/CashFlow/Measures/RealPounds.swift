import Finance
import Housing

extension Forecast {
  /// Lines of an account in the prices of the price base, in whole pounds: each lowest line of a year is turned and rounded
  /// once, and a subtotal or total adds the lines above it that are none.
  /// - Parameter lines: in the order of the account, each with whether it adds those before it.
  public func realPounds(_ lines: [(path: String, isSum: Bool)], _ run: Run) -> [[Money]] {
    let deflators = deflators()
    var sums = years.map { _ in Int64(0) }
    return lines.map { line in
      guard !line.isSum else { return sums.map { Money.pounds($0) } }
      let real = yearly(line.path, run).enumerated().map { k, pence in
        Int64(wholeNearest(Double(pence) * deflators[k] / 100))
      }
      for k in sums.indices { sums[k] += real[k] }
      return real.map { Money.pounds($0) }
    }
  }
}
