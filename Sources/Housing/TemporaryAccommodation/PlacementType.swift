import Finance
import ModelFile

/// A kind of place in temporary accommodation, what it costs a night and who is in it at the start.
public struct PlacementType: Hashable, Sendable {
  public var name: String
  /// Households at the start by time in temporary accommodation so far: under 6 months, 6 to 11, 1 year, 2 to 4, 5 or more.
  public var households: [Int64]
  public var nightlyCost: Money
  public var prices: PriceBasis
  /// What is recovered from Housing Benefit and the household.
  public var recovery: Recovery
  /// Months for which a place is still paid when it is no longer needed.
  public var notice: Int64
  /// The most households it can hold, by year; one type has no limit.
  public var capacity: Series<Int64>?
  /// Share of new households that are placed in it.
  public var placementShare: Rate
  /// Share of the places that fall free in it that are filled from dearer places.
  public var refilled: Rate
  /// Share of its places that are in another council's area.
  public var outOfArea: Rate
  /// Whether it is bed and breakfast, in which families may not stay for more than six weeks.
  public var isBedAndBreakfast: Bool
}

extension PlacementType {
  init(_ form: inout Form, _ modelBase: Year) {
    name = form.name
    let none = Assumed<Int64>(0, "none unless the model says so")
    let bands = ["under_6_months", "from_6_months", "from_1_year", "from_2_years", "from_5_years"]
    let words = ["under 6 months", "6 to 11 months", "1 year", "2 to 4 years", "5 years or more"]
    households = []
    for i in bands.indices {
      households.append(
        form.count(
          bands[i], of: "households", in: 0...100_000, or: none,
          "Households at the start, in TA for \(words[i])"))
    }
    nightlyCost = form.money(
      "nightly_cost", per: "night", in: .pounds(0...2_000), "What a household's place costs a night")
    prices = PriceBasis(&form, base: modelBase)
    recovery = Recovery.read(&form)
    notice = form.months(
      "notice", in: 0...24, or: Assumed(0, "a place costs nothing once it is empty unless the model says so"),
      "How long a place is paid for after it falls empty")
    capacity = form.optionalCounts(
      "capacity", of: "households", in: 0...100_000, after: .same,
      "The most households it can hold; one type has no limit")
    placementShare = form.rate(
      "placement_share", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of new households placed in it")
    refilled = form.rate(
      "refilled", in: .percent(0...100),
      or: Assumed(.zero, "a place that falls free is given up unless the model says so"),
      "Share of its freed places filled from dearer ones")
    outOfArea = form.rate(
      "out_of_area", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of its places that are in another council's area")
    isBedAndBreakfast = form.flag(
      "bed_and_breakfast", or: Assumed(false, "no bed and breakfast unless the model says so"),
      "Whether it is bed and breakfast, where families may stay for six weeks at most")
  }
}
