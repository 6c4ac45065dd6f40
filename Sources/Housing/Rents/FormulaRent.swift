import Finance

/// The formula rent of a social home: what policy reckons its rent should be, from local earnings, size and value.
///
/// At April 2000, a week over 52 weeks and without service charges,
///
///     70% × national rent × (county earnings ÷ national earnings) × bedroom weight
///       + 30% × national rent × (value at January 1999 ÷ national value)
///
/// and then raised each April by the formula uplift of the year. Nothing is rounded on the way: no published rule for
/// rounding was found, so a rent is rounded once, at the end, half a penny up.
public enum FormulaRent {}

extension FormulaRent {
  public static let rule = Rule(
    title: "Formula rent: 70% by county earnings and size, 30% by value, at April 2000",
    source: "Gateshead Council, Rent and Service Charge Setting Policy, section 5; SI 2016/390, Schedule")

  public static let rounding = Rule(
    title: "Rounded once, at the end, half a penny up",
    source: "no published rule was found; the usual practice", certainty: .unverified)

  /// The formula rent in pence a week, unrounded and before any cap.
  /// - Parameters:
  ///   - county: a place in ``counties``; outside it, the home takes national earnings.
  ///   - bedrooms: 0 for a bedsit.
  ///   - value1999: the home's own value at January 1999.
  ///   - year: before 2001-02 the rent is that of April 2000; after ``lastPublishedYear``, that of the last.
  public static func weeklyPence(county: Int, bedrooms: Int64, value1999: Money, in year: Year) -> Double {
    var rent =
      earningsPart(county: county, bedrooms: bedrooms) + valuePart(value1999: value1999)
    for uplift in uplifts where uplift.year <= year {
      rent = rent * (1 + uplift.total.ratio)
    }
    return rent
  }

  /// The formula rent a week that may be charged: no more than the cap, if one is known, and rounded to the penny.
  public static func weeklyRent(county: Int, bedrooms: Int64, value1999: Money, in year: Year) -> Money {
    let uncapped = weeklyPence(county: county, bedrooms: bedrooms, value1999: value1999, in: year)
    let cap = capPence(bedrooms: bedrooms, in: year) ?? uncapped
    return roundedHalfUp(min(uncapped, cap))
  }

  /// The part of the rent of April 2000 that follows earnings and size, in pence a week.
  static func earningsPart(county: Int, bedrooms: Int64) -> Double {
    earningsShare.ratio * Double(nationalRent.pence) * earningsRatio(county: county)
      * weight(bedrooms: bedrooms).ratio
  }

  /// The part of the rent of April 2000 that follows the home's value, in pence a week.
  static func valuePart(value1999: Money) -> Double {
    valueShare.ratio * Double(nationalRent.pence)
      * (Double(max(0, value1999.pence)) / Double(nationalValue.pence))
  }

  /// A weekly rent to the penny, half a penny up.
  ///
  /// The largest value that money can hold gives a rent under 10¹⁶ pence, so the conversion cannot overflow.
  static func roundedHalfUp(_ pence: Double) -> Money { Money(pence: Int64(pence + 0.5)) }
}
