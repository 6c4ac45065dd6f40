import Finance
import ModelFile

/// The benefit cap of a kind of household, and what it leaves for rent.
public struct BenefitCap: Hashable, Sendable {
  public var name: String
  public var bedrooms: Int64
  public var weekly: Series<Money>
  /// Benefits other than for housing that count towards the cap.
  public var otherBenefits: Series<Money>

  public static let rule = Rule(
    title: "The benefit cap leaves for rent what other benefits do not take",
    source: "general knowledge; no figure of it is built in, and the model gives its own",
    certainty: .unverified)

  /// What the cap leaves for rent and charges a week.
  public func room(in year: Year) -> Money { max(.zero, weekly[year] - otherBenefits[year]) }
}

extension BenefitCap {
  init(_ form: inout Form) {
    name = form.name
    bedrooms = form.count("bedrooms", of: "bedrooms", in: 0...6, "Bedrooms of the homes that it lives in")
    weekly = form.monies(
      "cap", per: "week", in: .pounds(0...5_000), after: .same, "The benefit cap for the household")
    otherBenefits = form.monies(
      "other_benefits", per: "week", in: .pounds(0...5_000), after: .same,
      or: Assumed(.zero, "none counted unless the model says so"),
      "Its benefits other than for housing that count towards the cap")
  }
}
