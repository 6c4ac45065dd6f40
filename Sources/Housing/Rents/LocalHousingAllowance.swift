import Finance
import ModelFile

/// Local Housing Allowance: what help with a private rent goes up to, by area and size.
public enum LocalHousingAllowance {
  public static let rule = Rule(
    title: "Local Housing Allowance: five sizes, a room in a shared home to four bedrooms; weekly",
    source: "policy-wire.co.uk on SI 2026/5: the rates of 2026 are those determined on 31 January 2024",
    certainty: .secondary)

  public static let sharedRate = Rule(
    title: "A single person under 35, or a room in a shared home, has the shared rate",
    source: "Stafford Borough Council, Local Housing Allowance rates, 2025-26")

  /// The five sizes as keys of `[lha_rates.NAME]`, in order.
  public static let sizes = ["shared", "one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"]

  /// The size whose allowance a home has: a bedsit one bedroom's, more than four that of four.
  public static func size(bedrooms: Int64, isSharedRoom: Bool) -> Int {
    isSharedRoom ? 0 : Int(max(1, min(4, bedrooms)))
  }
}

/// A share of the Local Housing Allowance.
public struct AllowanceShare: Hashable, Sendable {
  public enum Allowance: Hashable, Sendable {
    /// By year: the same for ever is frozen.
    case given(Series<Money>)
    /// That of the home's size in an area, by its place in the model's list.
    case area(Int, isSharedRoom: Bool)
  }
  public var share: Rate
  public var allowance: Allowance
}

extension AllowanceShare {
  init(_ form: inout Form) {
    share = form.rate("share", in: .percent(0...100), "Share of the Local Housing Allowance that is charged")
    let given = form.optionalMonies(
      "lha", per: "week", in: .pounds(0...2_000), after: .same,
      "Local Housing Allowance for the size of home, by year")
    let area = form.optionalReference(
      "lha_rates", to: "lha_rates", "The area whose allowance for the size of home is taken, instead of lha")
    let isSharedRoom = form.flag(
      "shared_room", or: Assumed(false, "a home of its own unless the model says so"),
      "Whether the allowance is that of a room in a shared home")
    if form.isGiven("lha") == form.isGiven("lha_rates") {
      form.problem(
        at: "lha_rates", fault: "lha and lha_rates must not both be given, nor both left out",
        remedy: "write the allowance a week, or the NAME of an [lha_rates.NAME]")
    }
    allowance =
      area.map { .area($0, isSharedRoom: isSharedRoom) }
      ?? .given(given ?? Series(first: Year(start: 2026), values: [.zero]))
    if form.isGiven("lha"), let given { allowance = .given(given) }
  }
}
