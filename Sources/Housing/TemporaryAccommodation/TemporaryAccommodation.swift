import Finance
import ModelFile

/// Households in temporary accommodation at the start, and how they come, go and are housed.
public struct TemporaryAccommodation: Hashable, Sendable {
  /// Whom a letting takes.
  public enum Order: String, CaseIterable, Hashable, Sendable {
    case longestFirst = "longest first"
    case newestFirst = "newest first"
    case proportional
  }
  /// Which homes a household fits.
  public enum Fit: String, CaseIterable, Hashable, Sendable {
    case exact
    case orSmaller = "or smaller"
  }
  /// Needs by bedrooms: one (or a room), two, three, four or more.
  public static let needs = 4
  /// Bands of time in temporary accommodation, in months from and to; the last is sixty months or more.
  public static let bands: [Range<Int>] = [0..<6, 6..<12, 12..<24, 24..<60, 60..<61]

  /// The months after which a household of a band but the last is in the next.
  @inlinable public static func lastMonth(of band: Int) -> Int {
    switch band {
    case 0: 5
    case 1: 11
    case 2: 23
    default: 59
    }
  }

  public var types: [PlacementType]
  /// Share of households that need one, two, three, and four or more bedrooms.
  public var needShares: [Rate]
  /// Households that come in each year.
  public var newHouseholds: Series<Int64>
  /// Share of households in each band of time that leave for other reasons in a year.
  public var leavingRates: [Rate]
  /// How those shares move by year: 100% leaves them as they are.
  public var leavingPath: Series<Rate>
  /// Households that leave by other offers each year, limited by supply.
  public var offers: Series<Int64>
  /// Households that published flows do not explain: in if positive, out if negative.
  public var residual: Series<Int64>
  /// Share of the plan's settled lettings whose household is homeless again, and after how long.
  public var returnShare: Rate
  public var returnLag: Int64
  public var order: Order
  public var fit: Fit
  /// What a household's move to a settled home costs the council.
  public var moveOn: Money
  public var moveOnPrices: PriceBasis
  public var families: FamilyShares
  /// What subsidy pays at most, where anything is reckoned by it.
  public var subsidyLimit: SubsidyLimit?
}

extension TemporaryAccommodation {
  init(_ form: inout Form, _ modelBase: Year) {
    newHouseholds = form.counts(
      "new_households", of: "households", in: 0...200_000, after: .same,
      "Households that come into TA in each year")
    let needNames = ["one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"]
    needShares = form.section("need") { form in
      var shares: [Rate] = []
      for i in needNames.indices {
        shares.append(
          form.rate(
            needNames[i], in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
            "Share of households that need \(needWords(i))"))
      }
      let all = shares.reduce(0) { $0 + $1.millionths }
      if all != 1_000_000 {
        form.problem(
          at: needNames[0], fault: "the shares in [ta.need] come to \(Kind.rate.write(all))",
          remedy: "make them come to 100%")
      }
      return shares
    }
    (leavingRates, leavingPath) = form.section("leaving") { form in
      let bands = ["under_6_months", "from_6_months", "from_1_year", "from_2_years", "from_5_years"]
      var rates: [Rate] = []
      for band in bands {
        rates.append(
          form.rate(
            band, in: .percent(0...1200), or: Assumed(.zero, "none unless the model says so"),
            "Share of households of that time in TA that leave for other reasons in a year"))
      }
      return (
        rates,
        form.rates(
          "path", in: .percent(0...500),
          or: Assumed(.whole, "the shares stay as they are unless the model says so"),
          "How the shares move by year, 100% as given")
      )
    }
    offers = form.counts(
      "offers", of: "households", in: 0...200_000, after: .same,
      or: Assumed(0, "none unless the model says so"),
      "Households that leave by other offers each year, however many there are in TA")
    residual = form.counts(
      "residual", of: "households", in: -200_000...200_000, after: .same,
      or: Assumed(0, "none unless fitted to published stock"),
      "Households a year that no recorded flow explains; a minus leaves")
    returnShare = form.rate(
      "return_share", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of households settled by the plan that come back to TA; all other returns are among new households"
    )
    returnLag = form.months(
      "return_lag", in: 1...600, or: Assumed(12, "nothing turns on it unless return_share is given"),
      "How long after its letting a household comes back")
    order = form.choice(
      "order", or: Assumed(.longestFirst, "the longest wait is housed first unless the model says so"),
      "Whom a letting takes")
    fit = form.choice(
      "fit", or: Assumed(.exact, "a household takes a home of its size unless the model says so"),
      "Which homes a household fits")
    moveOn = form.money(
      "move_on_cost", in: .pounds(0...50_000), or: Assumed(.zero, "none unless the model says so"),
      "What a move to a settled home costs the council")
    moveOnPrices = PriceBasis(&form, "move_on_index", "move_on_base", base: modelBase)
    families = form.section("families") { form in FamilyShares(&form) }
    subsidyLimit = form.optionalSection("lha_2011") { form in SubsidyLimit(&form) }
    types = form.each("type") { form in PlacementType(&form, modelBase) }
    guard !types.isEmpty else { return }
    let placed = types.reduce(0) { $0 + $1.placementShare.millionths }
    if placed != 1_000_000 {
      form.problem(
        at: "type", fault: "the placement shares of the types of place come to \(Kind.rate.write(placed))",
        remedy: "make them come to 100%")
    }
    let unlimited = types.filter { $0.capacity == nil }.map { $0.name }
    if unlimited.isEmpty {
      form.problem(
        at: "type", fault: "every type of place has a capacity",
        remedy: "leave out that of one, which takes those who find no room in the others")
    } else if unlimited.count > 1 {
      form.problem(
        at: "type.\(unlimited[1])",
        fault: "more than one type of place has no capacity: \(unlimited.joined(separator: ", "))",
        remedy: "give all but one a capacity")
    }
  }
}

private func needWords(_ need: Int) -> String {
  switch need {
  case 0: "one bedroom, or a room"
  case 1: "two bedrooms"
  case 2: "three bedrooms"
  default: "four bedrooms or more"
  }
}
