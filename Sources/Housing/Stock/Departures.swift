import Finance
import ModelFile

/// How many homes of a group leave it in a year in one way: so many, or a share of its homes at 1 April.
public enum HomesLeaving: Hashable, Sendable {
  case number(Series<Int64>)
  case share(Rate)
}

/// What becomes of homes that a group loses other than by sale under the Right to Buy.
public struct OtherDepartures: Hashable, Sendable {
  /// Demolished, or lost in another way that brings nothing.
  public var losses: HomesLeaving
  public var disposals: HomesLeaving
  /// What a disposal brings in after costs, in the prices of the price base.
  public var disposalReceipt: Money
  /// Homes that become homes of another group, and the place of that group among the model's.
  public var conversions: Series<Int64>
  public var convertsTo: Int?
}

extension HomesLeaving {
  static func read(
    _ form: inout Form, _ key: String, _ shareKey: String, _ usual: String, _ meaning: String
  ) -> HomesLeaving {
    let number = form.counts(
      key, of: "homes", in: 0...50_000, after: .nothing, or: Assumed(0, usual),
      "Homes \(meaning) in each year")
    let share = form.optionalRate(
      shareKey, in: .percent(0...100),
      "Share of the homes at 1 April that are \(meaning) in the year, instead of a number")
    guard let share, form.isGiven(shareKey) else { return .number(number) }
    if form.isGiven(key) {
      form.problem(
        at: shareKey, fault: "\(key) and \(shareKey) must not both be given",
        remedy: "write a number of homes, or a share of them")
    }
    return .share(share)
  }
}

extension OtherDepartures {
  init(_ form: inout Form) {
    losses = .read(&form, "losses", "loss_rate", "no losses unless the model says so", "demolished or lost")
    disposals = .read(
      &form, "disposals", "disposal_rate", "no disposals unless the model says so",
      "disposed of other than by the Right to Buy")
    disposalReceipt = form.money(
      "disposal_receipt", in: .pounds(0...5_000_000), or: Assumed(.zero, "none unless the model says so"),
      "What a disposal brings in, after costs")
    conversions = form.counts(
      "conversions", of: "homes", in: 0...50_000, after: .nothing,
      or: Assumed(0, "no conversions unless the model says so"),
      "Homes that become homes of another group in each year")
    convertsTo = form.optionalReference(
      "converts_to", to: "stock", "The group whose homes they become")
    if form.isGiven("conversions") && !form.isGiven("converts_to") {
      form.problem(
        at: "conversions", fault: "homes are converted, and converts_to does not say into what",
        remedy: "write the NAME of a [stock.NAME] as converts_to")
    }
  }
}

extension Model {
  /// Homes are converted within an account, and into another group.
  func checkConversions(_ form: inout Form) {
    for (i, group) in stock.enumerated() {
      guard let target = group.departures.convertsTo else { continue }
      if target == i {
        form.problem(
          at: "stock.\(group.name).converts_to", fault: "\(group.name) is converted into itself",
          remedy: "name another group")
      } else if stock[target].account != group.account {
        form.problem(
          at: "stock.\(group.name).converts_to",
          fault:
            "\(stock[target].name) is in the other account, and the debt of a home moves with it between accounts",
          remedy: "name a group of the same account")
      }
    }
  }
}
