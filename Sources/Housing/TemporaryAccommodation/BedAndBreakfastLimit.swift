import Finance
import ModelFile

/// The limit of six weeks on families in bed and breakfast, and who counts as a family.
public enum BedAndBreakfastLimit {
  /// That the limit stands was read; the order itself was not.
  public static let rule = Rule(
    title: "Families may not be in bed and breakfast for more than six weeks",
    source: "Homelessness (Suitability of Accommodation) (England) Order 2003", certainty: .secondary)

  /// Months in temporary accommodation, as whole months since the month of coming, and the share of those households that have
  /// been there for over six weeks: six weeks are about 1.4 months, so none in the first, half in the second, all after it.
  public static let shareInSecondMonth = 0.5
}

/// Share of the households of each need that are families with children or expecting one.
///
/// A stand-in unless a model gives shares: who needs two bedrooms or more.
public struct FamilyShares: Hashable, Sendable {
  public var byNeed: [Rate]
}

extension FamilyShares {
  init(_ form: inout Form) {
    byNeed = []
    for (i, key) in ["one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"].enumerated() {
      byNeed.append(
        form.rate(
          key, in: .percent(0...100),
          or: Assumed(
            i == 0 ? .zero : .whole, "assumption: whoever needs two bedrooms or more stands for a family"),
          "Share of the households of that need that are families with children or expecting one"))
    }
  }
}
