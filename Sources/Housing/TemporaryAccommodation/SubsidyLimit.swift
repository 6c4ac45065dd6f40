import Finance
import ModelFile

/// What Housing Benefit subsidy pays of a week in temporary accommodation, at most.
///
/// min(K, k × the Local Housing Allowance of January 2011), a week: k is 0.90 of the rate for the home's size where the place is
/// self-contained, and 1.00 of the one-bedroom rate, whatever the household, where it is not. K is £500 in certain London areas
/// and £375 elsewhere. The rates stay those of January 2011: they are not indexed. They differ by area and are given by the
/// model, since no table of them was found.
public struct SubsidyLimit: Hashable, Sendable {
  /// Where the place is, for the weekly cap.
  public enum Area: String, CaseIterable, Hashable, Sendable {
    case london = "certain London areas"
    case elsewhere
    /// K, a week.
    public var weeklyCap: Money { self == .london ? .pounds(500) : .pounds(375) }
  }

  public var area: Area
  /// The Local Housing Allowance of January 2011, a week, for one, two, three, and four bedrooms.
  public var allowances: [Money]

  public init(area: Area, allowances: [Money]) { (self.area, self.allowances) = (area, allowances) }

  public static let rule = Rule(
    title:
      "Subsidy for temporary accommodation is limited: 90% of the January 2011 LHA of its size if self-contained, the one-bedroom rate if not, and £500 or £375 a week",
    source:
      "DWP, Housing Benefit subsidy guidance manual 2020 to 2021, section 6, 21 April 2021; written answer 86266, 3 November 2025"
  )
  /// Common knowledge, which no source has confirmed.
  public static let unlimited = Rule(
    title: "A place that the council owns, or leases for over ten years, is outside the limits of subsidy",
    source: "general knowledge", certainty: .unverified)

  /// The share of the allowance that a self-contained place is held to.
  static let selfContainedShare = Rate.percent(90)

  /// The most that subsidy pays for a household of a need, in pence a week.
  public func weeklyPence(need: Int, isSelfContained: Bool) -> Double {
    let allowance = allowances[isSelfContained ? need : 0]
    let share = isSelfContained ? Self.selfContainedShare : .whole
    return min(Double(area.weeklyCap.pence), Double(allowance.pence) * share.ratio)
  }
}

extension SubsidyLimit {
  init(_ form: inout Form) {
    area = form.choice("area", "Where the places are: £500 a week in certain London areas, £375 elsewhere")
    allowances = []
    for (key, size) in [
      ("one_bedroom", "one bedroom"), ("two_bedrooms", "two bedrooms"), ("three_bedrooms", "three bedrooms"),
      ("four_bedrooms", "four bedrooms"),
    ] {
      allowances.append(
        form.money(
          key, per: "week", in: .pounds(0...2_000),
          "Local Housing Allowance of January 2011 for \(size), frozen for subsidy"))
    }
  }
}
