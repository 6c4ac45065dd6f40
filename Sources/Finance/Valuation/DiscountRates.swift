/// Discount rates that fall in steps with time.
public struct DiscountRates: Hashable, Sendable {
  public struct Band: Hashable, Sendable {
    /// The last year discounted at this rate; nil for ever after.
    public var through: Int?
    public var rate: Rate

    public init(through: Int?, rate: Rate) { (self.through, self.rate) = (through, rate) }
  }

  /// In order of time. After the last, its rate goes on.
  public var bands: [Band]
  /// Where the rates are published, and when.
  public var source: String

  public init(bands: [Band], source: String) { (self.bands, self.source) = (bands, source) }

  /// One rate for all years.
  public init(_ rate: Rate, source: String = "") {
    self.init(bands: [Band(through: nil, rate: rate)], source: source)
  }

  /// The standard social time preference rate of the Treasury's Green Book.
  public static var greenBook: DiscountRates {
    DiscountRates(
      bands: [
        Band(through: 30, rate: Rate(millionths: 35_000)), Band(through: 75, rate: Rate(millionths: 30_000)),
        Band(through: 125, rate: Rate(millionths: 25_000)),
        Band(through: 200, rate: Rate(millionths: 20_000)),
        Band(through: 300, rate: Rate(millionths: 15_000)),
        Band(through: nil, rate: Rate(millionths: 10_000)),
      ],
      source: "HM Treasury, Green Book standard discount rates by year, as in "
        + "https://www.gov.uk/government/publications/tag-forthcoming-changes/forthcoming-change-green-book-updates"
    )
  }

  /// The rate from year `year` − 1 to year `year`; zero if there are no bands.
  public func rate(inYear year: Int) -> Rate {
    for band in bands {
      if let through = band.through, year > through { continue }
      return band.rate
    }
    return bands.last?.rate ?? .zero
  }

  /// The factors of years 0 to `last`: DF₀ = 1, DF_k = DF_k−1 / (1 + r_k).
  public func factors(through last: Int) -> [Double] {
    var factors = [1.0]
    var year = 1
    while year <= last {
      factors.append(factors[year - 1] / (1 + rate(inYear: year).ratio))
      year += 1
    }
    return factors
  }

  /// What yearly flows are worth in the first year, which is not discounted.
  public func presentValue(of flows: [Double]) -> Double {
    let factors = factors(through: flows.count - 1)
    var value = 0.0
    for (index, flow) in flows.enumerated() { value += flow * factors[index] }
    return value
  }
}
