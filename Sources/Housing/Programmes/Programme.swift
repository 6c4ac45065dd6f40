import Finance
import ModelFile

/// Homes that the council would buy or build.
public struct Programme: Hashable, Sendable {
  public enum Delivery: Hashable, Sendable {
    case buy
    case build
  }
  /// Whether a household that moves in has left temporary accommodation.
  public enum Use: String, CaseIterable, Hashable, Sendable {
    /// A lasting tenancy: the household has left temporary accommodation.
    case settled
    /// A council-owned place: the household has not left, the bill falls.
    case temporary
  }
  public var name: String
  public var delivery: Delivery
  /// Months from the start of a home to its completion.
  public var lead: Int64
  /// Months by which every start slips.
  public var delay: Int64
  public var account: Account
  public var use: Use
  public var rows: [ProgrammeRow]
  /// What the cost of a home, its works and its fees follow.
  public var prices: PriceBasis
  public var grant: Grant
  public var firstLetWeeks: Int64
  /// Share of first lettings that go to households in temporary accommodation.
  public var firstLetShare: Rate
  public var reletRate: Rate
  /// Share of later lettings that go to households in temporary accommodation.
  public var reletShare: Rate
  public var costs: RunningCosts
}

/// The homes of one size in a programme: a stock group of their own once they are complete.
public struct ProgrammeRow: Hashable, Sendable {
  public var name: String
  public var bedrooms: Int64
  /// Homes started in each year.
  public var starts: Series<Int64>
  public var cost, works, fees: Money
  public var stampDuty: StampDuty.Treatment
  public var rent: RentBasis
}

/// What a programme is given towards its homes.
public struct Grant: Hashable, Sendable {
  public enum Amount: Hashable, Sendable {
    case perHome(Money)
    case shareOfSpend(Rate)
  }
  public var amount: Amount
  /// Share received when a home starts, the rest when it is complete; with spend if nothing is said.
  public var shareAtStart: Rate?
}

extension Programme {
  init(_ form: inout Form, _ modelBase: Year) {
    name = form.name
    (delivery, lead) = form.oneOf(
      "delivery",
      [
        (
          "buy",
          { form in
            (
              .buy,
              form.months(
                "lead", in: 0...60, or: Assumed(0, "bought and paid for in the same month"),
                "From the start of a purchase to the keys")
            )
          }
        ),
        ("build", { form in (.build, form.months("lead", in: 0...120, "From start on site to handover")) }),
      ], "How homes are got")
    delay = form.months(
      "delay", in: 0...120, or: Assumed(0, "no slippage unless the model says so"),
      "How long every start slips")
    account = form.choice("account", "The account that holds the homes")
    use = form.choice("use", "A lasting tenancy, or a place in temporary accommodation")
    prices = PriceBasis(&form, "cost_index", "cost_base", base: modelBase)
    let name = form.oneOf(
      "grant",
      [
        ("none", { _ in Grant(amount: .shareOfSpend(.zero)) }),
        (
          "per home",
          { form in
            Grant(
              amount: .perHome(
                form.money("grant_per_home", in: .pounds(0...2_000_000), "Grant for each home")))
          }
        ),
        (
          "share",
          { form in
            Grant(
              amount: .shareOfSpend(
                form.rate("grant_share", in: .percent(0...100), "Share of spend that grant pays")))
          }
        ),
      ], or: Assumed("none", "no grant unless the model says so"), "How grant is reckoned")
    grant = name
    grant.shareAtStart = form.optionalRate(
      "grant_at_start", in: .percent(0...100),
      "Share of the grant paid at the start, the rest at completion; with spend if not given")
    firstLetWeeks = form.weeks(
      "first_let_weeks", in: 0...104, or: Assumed(0, "let at once unless the model says so"),
      "From completion to the first letting")
    let all = Assumed(Rate.whole, "every letting goes to TA unless the model says so")
    firstLetShare = form.rate(
      "first_let_share", in: .percent(0...100), or: all, "Share of first lettings that go to households in TA"
    )
    reletRate = form.rate(
      "relet_rate", in: .percent(0...100), "Share of let homes that fall empty and are let again in a year")
    reletShare = form.rate(
      "relet_share", in: .percent(0...100), or: all, "Share of later lettings that go to households in TA")
    costs = RunningCosts(&form, modelBase)
    rows = form.each("homes") { form in ProgrammeRow(&form, modelBase) }
  }
}

extension ProgrammeRow {
  init(_ form: inout Form, _ modelBase: Year) {
    name = form.name
    bedrooms = form.count("bedrooms", of: "bedrooms", in: 0...6, "Bedrooms of a home")
    starts = form.counts(
      "starts", of: "homes", in: 0...10_000, after: .nothing,
      "Homes started, by year; a plain number is so many every year")
    let bounds: ClosedRange<Money> = .pounds(0...5_000_000)
    let nothing = Assumed(Money.zero, "none unless the model says so")
    cost = form.money("cost", in: bounds, "Price of a home, or the cost of building one")
    works = form.money("works", in: bounds, or: nothing, "Works to a home before it is let")
    fees = form.money("fees", in: bounds, or: nothing, "Legal, survey and other fees of a home")
    stampDuty = form.choice(
      "sdlt", or: Assumed(.relief, "FA 2003 s.71 where public subsidy helps; check each purchase"),
      "How Stamp Duty Land Tax falls")
    rent = RentBasis.read(&form, homes: nil, modelBase: modelBase)
  }
}
