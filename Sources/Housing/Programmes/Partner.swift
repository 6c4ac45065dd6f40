import Finance
import ModelFile

/// Somebody who shares a programme with the council: a housing association, an alliance, a community organisation.
///
/// The shares are apart, because deals are: who pays for the homes, who has the rent and who bears its loss need not be one.
public struct Partner: Hashable, Sendable {
  public var name: String
  /// Share of the homes that count as the partner's own in the report.
  public var homes: Rate
  /// Share of the cost that the partner pays as it is spent.
  public var cost: Rate
  /// Share of the rent due that goes to the partner.
  public var rent: Rate
  /// Share of the rent lost to empty homes and bad debt that the partner bears.
  public var risk: Rate
}

extension Partner {
  init(_ form: inout Form) {
    let none = Assumed(Rate.zero, "none unless the model says so")
    let bounds: ClosedRange<Rate> = .percent(0...100)
    name = form.text("name", "Who the partner is")
    homes = form.rate("homes", in: bounds, or: none, "Share of the homes that are the partner's own")
    cost = form.rate("cost", in: bounds, or: none, "Share of the cost that the partner pays as it is spent")
    rent = form.rate("rent", in: bounds, or: none, "Share of the rent due that goes to the partner")
    risk = form.rate(
      "risk", in: bounds, or: none, "Share of rent lost to empty homes and bad debt that the partner bears")
  }
}
