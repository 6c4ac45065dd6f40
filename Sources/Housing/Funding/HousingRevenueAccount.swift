import Finance
import ModelFile

/// The Housing Revenue Account at the start, and how it is run. Balances are those of the 31 March before the first year.
public struct HousingRevenueAccount: Hashable, Sendable {
  /// What is set aside each year against HRA debt. No law asks for it, so none is the default.
  public enum VoluntaryProvision: Hashable, Sendable {
    case none
    /// The principal of the plan's loans repaid in the year.
    case principal
    /// The borrowing of each batch over the life of its homes.
    case life(Provision)
    /// All that stands above the minimum balance, up to what is still to be financed.
    case surplus
  }
  public var balance: Money
  public var minimum: Series<Money>
  public var majorRepairsReserve, majorRepairsMinimum: Money
  public var receipts: Money
  public var rightToBuyReceipts: Money
  /// How much of them must be used by the end of each year; the rest is taken to have come in the year before the first.
  public var rightToBuyDue: Series<Money>?
  public var capitalFinancingRequirement: Money
  public var contributesToCapital: Bool
  public var voluntaryProvision: VoluntaryProvision
  public var refinancing: Refinancing
}

extension HousingRevenueAccount {
  init(_ form: inout Form) {
    let bounds: ClosedRange<Money> = .pounds(-2_000_000_000...10_000_000_000)
    let nothing = Assumed(Money.zero, "none unless the model says so")
    balance = form.money("balance", in: bounds, "HRA balance at the start")
    minimum = form.monies(
      "minimum", in: .pounds(0...2_000_000_000), after: .same, or: nothing,
      "The least that the council lets the HRA balance fall to")
    majorRepairsReserve = form.money(
      "major_repairs_reserve", in: .pounds(0...2_000_000_000), or: nothing,
      "Major Repairs Reserve at the start")
    majorRepairsMinimum = form.money(
      "major_repairs_minimum", in: .pounds(0...2_000_000_000), or: nothing,
      "The least that the Major Repairs Reserve is left with")
    receipts = form.money(
      "receipts", in: .pounds(0...2_000_000_000), or: nothing,
      "Capital receipts for HRA homes at the start, Right to Buy receipts apart")
    rightToBuyReceipts = form.money(
      "right_to_buy_receipts", in: .pounds(0...2_000_000_000), or: nothing,
      "Right to Buy receipts at the start")
    rightToBuyDue = form.optionalMonies(
      "right_to_buy_due", in: .pounds(0...2_000_000_000), after: .nothing,
      "How much of them must be used by the end of each year; the rest counts as received in the year before the first"
    )
    capitalFinancingRequirement = form.money(
      "capital_financing_requirement", in: bounds, or: nothing,
      "HRA capital financing requirement at the start")
    contributesToCapital = form.flag(
      "revenue_contributions",
      or: Assumed(false, "the balance is not spent on capital unless the model says so"),
      "Whether the balance above its minimum pays for capital before borrowing does")
    voluntaryProvision = form.oneOf(
      "voluntary_provision",
      [
        ("none", { _ in .none }), ("principal", { _ in .principal }),
        ("life", { form in .life(Provision(&form)) }), ("surplus", { _ in .surplus }),
      ],
      or: Assumed(
        "none",
        "no provision is required on HRA homes (MRP guidance, 5th edition, paragraph 67; general knowledge)"),
      "What is set aside each year against HRA debt")
    refinancing = Refinancing(&form)
  }
}

/// What the General Fund sets aside for borrowing each year.
public struct Provision: Hashable, Sendable {
  public enum Method: Hashable, Sendable {
    case equal
    case annuity(Rate)
  }
  public var life: Int64
  public var method: Method
}

extension Provision {
  /// - Source: Capital finance: guidance on minimum revenue provision, 5th edition, 10 April 2024, asset life method; a life
  ///   of at most 50 years.
  init(_ form: inout Form) {
    life =
      form.months(
        "provision_life", in: 12...600, or: Assumed(600, "MRP guidance, 5th edition: at most 50 years"),
        "Life over which borrowing is provided for") / 12
    method = form.oneOf(
      "provision_method",
      [
        ("equal", { _ in .equal }),
        (
          "annuity",
          { form in
            .annuity(form.rate("provision_rate", in: .percent(0...25), "Rate of the provision annuity"))
          }
        ),
      ], or: Assumed("equal", "MRP guidance, asset life method, equal instalments"),
      "How the provision falls on the years")
  }
}

/// The General Fund's part in housing at the start, and how it provides for its borrowing.
public struct GeneralFund: Hashable, Sendable {
  public var receipts: Money
  public var capitalFinancingRequirement: Money
  /// What revenue may contribute to capital in each year.
  public var capitalBudget: Series<Money>
  public var provision: Provision
  /// Homes from which a council needs a Housing Revenue Account.
  public var hraThreshold: Int64
  public var refinancing: Refinancing
}

extension GeneralFund {
  init(_ form: inout Form) {
    let nothing = Assumed(Money.zero, "none unless the model says so")
    receipts = form.money(
      "receipts", in: .pounds(0...2_000_000_000), or: nothing,
      "Capital receipts for General Fund homes at the start")
    capitalFinancingRequirement = form.money(
      "capital_financing_requirement", in: .pounds(0...10_000_000_000), or: nothing,
      "General Fund capital financing requirement for housing at the start")
    capitalBudget = form.monies(
      "capital_budget", per: "year", in: .pounds(0...1_000_000_000), after: .nothing, or: nothing,
      "Revenue that may pay for capital in each year")
    provision = Provision(&form)
    hraThreshold = AccountThreshold.read(&form)
    refinancing = Refinancing(&form)
  }
}
