import Finance
import ModelFile

/// Homes that the council would buy, build, convert or lease.
public struct Programme: Hashable, Sendable {
  public enum Delivery: Hashable, Sendable {
    case buy(Purchase)
    case build(SpendProfile)
    /// Homes made of other buildings.
    case convert(SpendProfile)
    case lease(Lease)
  }
  /// Whose homes are bought.
  public enum Purchase: String, CaseIterable, Hashable, Sendable {
    case market
    /// Sold under the Right to Buy and bought back.
    case formerCouncilHomes = "former council homes"
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
  /// Months by which every start slips, with the slippage of the whole plan.
  public var delay: Int64
  /// The first and the last month of a year in which homes start, from 0 for April; a year's starts are spread over them.
  public var startMonths: ClosedRange<Int>
  public var account: Account
  public var use: Use
  public var rows: [ProgrammeRow]
  /// What the cost of a home, its works and its fees follow.
  public var prices: PriceBasis
  public var grant: Grant
  /// Section 106 or another contribution for each home, received when it is complete.
  public var contribution: Money
  public var partner: Partner?
  public var firstLetWeeks: Int64
  /// Share of homes that take longer to let, and by how many weeks.
  public var slowToLet: Rate, slowToLetWeeks: Int64
  /// Share of first lettings that go to households in temporary accommodation.
  public var firstLetShare: Rate
  public var reletRate: Rate
  /// Share of later lettings that go to households in temporary accommodation.
  public var reletShare: Rate
  /// Lettings to the council's own tenants, and what becomes of the homes that they leave.
  public var transfers: Transfers
  /// Share of homes bought or leased whose private tenants come into temporary accommodation.
  public var displacedShare: Rate
  /// What its homes lose because subsidy is limited; nothing if it is not.
  public var subsidyLoss: SubsidyLoss?
  public var costs: RunningCosts
}

/// The homes of one size in a programme: a stock group of their own once they are complete.
public struct ProgrammeRow: Hashable, Sendable {
  public var name: String
  public var bedrooms: Int64
  /// Bedrooms of the home that a council tenant leaves for one of these.
  public var chainBedrooms: Int64
  /// Homes started in each year.
  public var starts: Series<Int64>
  public var cost, works, fees: Money
  public var stampDuty: StampDuty.Treatment
  public var rent: RentBasis
  public var value: HomeValue?
}

/// What a programme is given towards its homes.
public struct Grant: Hashable, Sendable {
  public enum Amount: Hashable, Sendable {
    case perHome(Money)
    case shareOfSpend(Rate)
  }
  public var source: GrantSource
  public var amount: Amount
  /// Share received when a home starts, the rest when it is complete; with spend if nothing is said.
  public var shareAtStart: Rate?
}

extension Programme {
  public var lease: Lease? {
    if case .lease(let lease) = delivery { return lease }
    return nil
  }

  /// How the cost falls on the months from start to completion.
  public var profile: SpendProfile {
    switch delivery {
    case .buy, .lease: .atCompletion
    case .build(let profile), .convert(let profile): profile
    }
  }

  /// Whether its homes take so long to build or convert that interest may be added to their cost.
  ///
  /// Source: no rule was read (general knowledge, unverified): a policy for assets that take a substantial time to get ready.
  public var mayCapitaliseInterest: Bool {
    switch delivery {
    case .buy, .lease: false
    case .build, .convert: lead >= 12
    }
  }

  /// - Parameter slippage: months by which every start of every programme slips.
  init(_ form: inout Form, _ modelBase: Year, slippage: Int64) {
    name = form.name
    (delivery, lead) = Self.delivery(&form)
    delay =
      slippage
      + form.months(
        "delay", in: 0...120, or: Assumed(0, "no slippage unless the model says so"),
        "How long every start slips, on top of the plan's slippage")
    let from = form.choice(
      "starts_from", or: Assumed(MonthOfYear.april, "starts are spread over the whole year"),
      "The first month of a year in which homes start")
    let to = form.choice(
      "starts_to", or: Assumed(MonthOfYear.march, "starts are spread over the whole year"),
      "The last month of a year in which homes start")
    if from.place > to.place {
      form.problem(
        at: "starts_to", fault: "starts_to \(to.rawValue) comes before starts_from \(from.rawValue)",
        remedy: "write months of one financial year, April to March")
    }
    startMonths = from.place...max(from.place, to.place)
    account = form.choice("account", "The account that holds the homes")
    use = form.choice("use", "A lasting tenancy, or a place in temporary accommodation")
    prices = PriceBasis(&form, "cost_index", "cost_base", base: modelBase)
    grant = Grant(&form)
    contribution = form.money(
      "contribution_per_home", in: .pounds(0...2_000_000),
      or: Assumed(.zero, "none unless the model says so"),
      "Section 106 or other contribution for each home, received when it is complete")
    partner = form.optionalSection("partner") { form in Partner(&form) }
    firstLetWeeks = form.weeks(
      "first_let_weeks", in: 0...104, or: Assumed(0, "let at once unless the model says so"),
      "From completion to the first letting")
    slowToLet = form.rate(
      "slow_to_let", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of homes that stand unlet for longer")
    slowToLetWeeks = form.weeks(
      "slow_to_let_weeks", in: 0...104, or: Assumed(0, "no longer unless the model says so"),
      "How much longer those stand unlet")
    let all = Assumed(Rate.whole, "every letting goes to TA unless the model says so")
    firstLetShare = form.rate(
      "first_let_share", in: .percent(0...100), or: all, "Share of first lettings that go to households in TA"
    )
    reletRate = form.rate(
      "relet_rate", in: .percent(0...100), "Share of let homes that fall empty and are let again in a year")
    reletShare = form.rate(
      "relet_share", in: .percent(0...100), or: all, "Share of later lettings that go to households in TA")
    transfers = Transfers(&form)
    displacedShare = form.rate(
      "displaced_share", in: .percent(0...100), or: Assumed(.zero, "none unless the model says so"),
      "Share of homes bought or leased whose private tenants come into TA")
    subsidyLoss = form.optionalSection("subsidy_limit") { form in SubsidyLoss(&form) }
    costs = RunningCosts(&form, modelBase)
    var isLease = false
    if case .lease = delivery { isLease = true }
    let rowsAreLeased = isLease
    let level = RentLevel.read(&form)
    rows = form.each("homes") { form in ProgrammeRow(&form, modelBase, isLease: rowsAreLeased, level) }
    for row in rows {
      guard let rule = row.rent.brokenCeiling else { continue }
      form.problem(
        at: "rent_level",
        fault: "rent_level puts the rents of homes.\(row.name) above what they may be: \(rule.title)",
        remedy: "write at most 100%")
      break
    }
    check(&form)
  }

  private static func delivery(_ form: inout Form) -> (Delivery, Int64) {
    func work(_ form: inout Form) -> (SpendProfile, Int64) {
      let lead = form.months("lead", in: 0...120, "From start on site to handover")
      return (SpendProfile.read(&form, lead: lead), lead)
    }
    func wait(_ form: inout Form, _ source: String, _ meaning: String) -> Int64 {
      form.months("lead", in: 0...60, or: Assumed(0, source), meaning)
    }
    return form.oneOf(
      "delivery",
      [
        (
          "buy",
          { form in
            let lead = wait(
              &form, "bought and paid for in the same month", "From the start of a purchase to the keys")
            let purchase = form.choice(
              "purchase", or: Assumed(Purchase.market, "bought on the open market unless the model says so"),
              "Whose homes are bought")
            return (.buy(purchase), lead)
          }
        ),
        (
          "build",
          { form in
            let (profile, lead) = work(&form)
            return (.build(profile), lead)
          }
        ),
        (
          "convert",
          { form in
            let (profile, lead) = work(&form)
            return (.convert(profile), lead)
          }
        ),
        (
          "lease",
          { form in
            let lead = wait(
              &form, "leased from the month in which it starts", "From the start of a lease to the keys")
            return (.lease(Lease.read(&form)), lead)
          }
        ),
      ], "How homes are got")
  }

  /// What the parts of a programme must not say of one another.
  private func check(_ form: inout Form) {
    let isGranted = grant.amount != .shareOfSpend(.zero)
    if lease != nil {
      if isGranted || contribution > .zero {
        form.problem(
          at: isGranted ? "grant" : "contribution_per_home",
          fault: "a lease has no capital that could be paid for",
          remedy: "take it out, or say how the homes are bought or built")
      }
    }
    if let lease, lease.term * 52 <= (firstLetWeeks + slowToLetWeeks) * 12 {
      form.problem(
        at: "lease_term", fault: "the lease ends before its homes are let",
        remedy: "write a longer term, or fewer weeks to the first letting")
    }
    guard grant.source == .affordableHomes, isGranted else { return }
    let rule = "\(GrantSource.noTemporaryHomes.title)"
    if use == .temporary {
      form.problem(
        at: "grant_source", fault: "SAHP grant goes to temporary homes: \(rule)",
        remedy: "write grant_source = \"LAHF\" or use = \"settled\"")
    } else if contribution > .zero {
      form.problem(
        at: "grant_source", fault: "SAHP grant stands beside a section 106 contribution: \(rule)",
        remedy: "take one of them out, or write grant_source = \"other\"")
    }
  }
}

extension Grant {
  init(_ form: inout Form) {
    amount = form.oneOf(
      "grant",
      [
        ("none", { _ in .shareOfSpend(.zero) }),
        (
          "per home",
          { form in
            .perHome(form.money("grant_per_home", in: .pounds(0...2_000_000), "Grant for each home"))
          }
        ),
        (
          "share",
          { form in
            .shareOfSpend(form.rate("grant_share", in: .percent(0...100), "Share of spend that grant pays"))
          }
        ),
      ], or: Assumed("none", "no grant unless the model says so"), "How grant is reckoned")
    source = form.choice(
      "grant_source", or: Assumed(.other, "no national programme unless the model names one"),
      "The national programme that the grant comes from")
    shareAtStart = form.optionalRate(
      "grant_at_start", in: .percent(0...100),
      "Share of the grant paid at the start, the rest at completion; with spend if not given")
  }
}

extension ProgrammeRow {
  /// - Parameters:
  ///   - isLease: a home that is leased has no price.
  ///   - level: of its rent, as a share of what the basis gives.
  init(_ form: inout Form, _ modelBase: Year, isLease: Bool, _ level: Rate) {
    name = form.name
    bedrooms = form.count("bedrooms", of: "bedrooms", in: 0...6, "Bedrooms of a home")
    chainBedrooms =
      form.optionalCount(
        "chain_bedrooms", of: "bedrooms", in: 0...6,
        "Bedrooms of the home that a council tenant leaves for one of these; as many if not given")
      ?? bedrooms
    starts = form.counts(
      "starts", of: "homes", in: 0...10_000, after: .nothing,
      "Homes started, by year; a plain number is so many every year")
    let bounds: ClosedRange<Money> = .pounds(0...5_000_000)
    let nothing = Assumed(Money.zero, "none unless the model says so")
    if isLease {
      (cost, works, fees, stampDuty) = (.zero, .zero, .zero, .relief)
    } else {
      cost = form.money("cost", in: bounds, "Price of a home, or the cost of building one; not of a lease")
      works = form.money("works", in: bounds, or: nothing, "Works to a home before it is let")
      fees = form.money("fees", in: bounds, or: nothing, "Legal, survey and other fees of a home")
      stampDuty = form.choice(
        "sdlt", or: Assumed(.relief, "FA 2003 s.71 where public subsidy helps; check each purchase"),
        "How Stamp Duty Land Tax falls")
    }
    rent = RentBasis.read(&form, homes: nil, modelBase: modelBase).scaled(by: level)
    value = HomeValue.read(&form, modelBase)
  }
}
