import Finance

extension FormulaRent {
  public static let bedroomWeights = Rule(
    title: "Bedroom weights, on the earnings part only",
    source:
      "Sheffield City Council, How rent is calculated, April 2023; the same in public code that cites the policy "
      + "statement. Papers from before 2006 give larger homes less",
    certainty: .secondary)

  /// The weight of a home's size, applied to the earnings part. Six bedrooms and more share a weight.
  public static func weight(bedrooms: Int64) -> Rate {
    switch bedrooms {
    case ...0: .percent(80)
    case 1: .percent(90)
    case 2: .percent(100)
    case 3: .percent(110)
    case 4: .percent(120)
    case 5: .percent(130)
    default: .percent(140)
    }
  }
}
