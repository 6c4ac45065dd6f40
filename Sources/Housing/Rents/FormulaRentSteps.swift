import Finance

extension FormulaRent {
  /// A line of a formula rent worked out in full.
  public struct Step: Hashable, Sendable {
    public let label: String
    /// What the step takes or finds, in `unit`; nil where no figure is known.
    public let figure: Double?
    /// As many places as the figure is worth printing with.
    public let decimals: Int
    /// "£", "£ a week", "%" or "ratio".
    public let unit: String
    /// The formula rent in pounds a week when the step is done; nil before there is one.
    public let runningRent: Double?
    public let rule: Rule

    public var source: String { rule.source }
    public var certainty: Certainty { rule.certainty }
  }

  /// Every step from earnings, size and value to the weekly rent of a year, as ``weeklyRent(county:bedrooms:value1999:in:)``
  /// takes them.
  public static func steps(county: Int, bedrooms: Int64, value1999: Money, year: Year) -> [Step] {
    let earnings = earningsPart(county: county, bedrooms: bedrooms)
    let value = valuePart(value1999: value1999)
    var rent = earnings + value
    var steps = [
      Step("County earnings to national", earningsRatio(county: county), "ratio", countyEarnings),
      Step("Bedroom weight", weight(bedrooms: bedrooms).ratio, "ratio", bedroomWeights),
      Step("Earnings part: 70% of the national rent", pence: earnings, rule),
      Step("Value at January 1999", Double(value1999.pence) / 100, decimals: 2, "£", valuation),
      Step("Value part: 30% of the national rent", pence: value, rule),
      Step("Formula rent, April 2000", pence: rent, running: rent, rule),
    ]
    for uplift in uplifts where uplift.year <= year {
      rent = rent * (1 + uplift.total.ratio)
      steps.append(
        Step(
          "Uplift, \(uplift.year.description)", Double(uplift.total.millionths) / 10_000, decimals: 1, "%",
          running: rent, uplift.rule))
    }
    let cap = capPence(bedrooms: bedrooms, in: year)
    let allowed = min(rent, cap ?? rent)
    steps.append(
      Step(
        "Cap, \(year.description)", pence: cap, decimals: 2, running: allowed, caps(in: year)?.rule ?? noCap))
    let weekly = Double(roundedHalfUp(allowed).pence)
    steps.append(Step("Weekly rent", pence: weekly, decimals: 2, running: weekly, rounding))
    return steps
  }

  private static let noCap = Rule(
    title: "Rent caps by size", source: "no cap is known for this year, so none is applied",
    certainty: .unverified)
}

extension FormulaRent.Step {
  fileprivate init(
    _ label: String, _ figure: Double, decimals: Int = 4, _ unit: String, running: Double? = nil, _ rule: Rule
  ) {
    self.init(
      label: label, figure: figure, decimals: decimals, unit: unit, runningRent: running.map { $0 / 100 },
      rule: rule)
  }

  fileprivate init(
    _ label: String, pence: Double?, decimals: Int = 4, running: Double? = nil, _ rule: Rule
  ) {
    self.init(
      label: label, figure: pence.map { $0 / 100 }, decimals: decimals, unit: "£ a week",
      runningRent: running.map { $0 / 100 }, rule: rule)
  }
}
