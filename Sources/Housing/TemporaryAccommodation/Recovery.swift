import Finance
import ModelFile

/// What comes back of the cost of a household's place, from Housing Benefit subsidy and from the household.
public enum Recovery: Hashable, Sendable {
  /// So much a night, by year, not indexed.
  case given(Series<Money>)
  /// By the rule of subsidy.
  case benefit(BenefitRecovery)
}

/// A charge for a place, of which Housing Benefit meets a part and the household pays the rest as far as it is collected.
public struct BenefitRecovery: Hashable, Sendable {
  /// What the household is charged a week, by year, not indexed.
  public var charge: Series<Money>
  /// Share of the charge that Housing Benefit meets.
  public var benefitShare: Rate
  /// Share of the rest that the household pays.
  public var collected: Rate
  public var isSelfContained: Bool
  /// Whether the council owns the place or leases it for over ten years.
  public var isUnlimited: Bool

  /// What comes back a night, in pence: (h × min(charge, limit) + (1 − h) × charge × collected) / 7.
  /// - Parameter limit: none where none is needed.
  public func nightlyPence(in year: Year, need: Int, _ limit: SubsidyLimit?) -> Double {
    let charge = Double(self.charge[year].pence)
    var subsidised = charge
    if !isUnlimited, let limit {
      subsidised = min(charge, limit.weeklyPence(need: need, isSelfContained: isSelfContained))
    }
    let (met, paid) = (benefitShare.ratio, collected.ratio)
    return (met * subsidised + (1 - met) * charge * paid) / 7
  }
}

extension Recovery {
  static func read(_ form: inout Form) -> Recovery {
    form.oneOf(
      "recovery_basis",
      [
        (
          "given",
          { form in
            .given(
              form.monies(
                "recovery", per: "night", in: .pounds(0...2_000), after: .same,
                or: Assumed(.zero, "nothing recovered unless the model says so"),
                "What is recovered a night, by year, not indexed"))
          }
        ),
        ("benefit", { form in .benefit(BenefitRecovery(&form)) }),
      ], or: Assumed("given", "as given unless the model says so"),
      "How what is recovered is reckoned: as given, or by the rule of Housing Benefit subsidy")
  }

  /// The most that comes back a night in a year, in pence.
  public func highestNightlyPence(in year: Year) -> Double {
    switch self {
    case .given(let series): Double(series[year].pence)
    case .benefit(let terms): Double(terms.charge[year].pence) / 7
    }
  }
}

extension BenefitRecovery {
  init(_ form: inout Form) {
    charge = form.monies(
      "charge", per: "week", in: .pounds(0...14_000), after: .same,
      "What a household is charged for the place a week, by year, not indexed")
    benefitShare = form.rate(
      "benefit_share", in: .percent(0...100), "Share of the charge that Housing Benefit meets")
    collected = form.rate(
      "collected", in: .percent(0...100), "Share of the rest that households pay in the end")
    isSelfContained = form.flag(
      "self_contained", or: Assumed(true, "self-contained unless the model says so"),
      "Whether a household has the place to itself, kitchen and bathroom included")
    isUnlimited = form.flag(
      "owned_or_long_lease", or: Assumed(false, "within the limits of subsidy unless the model says so"),
      "Whether the council owns the places, or leases them for over ten years")
  }
}

/// What a temporary programme's homes lose because subsidy is limited: those that the council leases for ten years or less.
public struct SubsidyLoss: Hashable, Sendable {
  /// Share of the rent that Housing Benefit meets.
  public var benefitShare: Rate
  public var isSelfContained: Bool
}

extension SubsidyLoss {
  init(_ form: inout Form) {
    benefitShare = form.rate(
      "benefit_share", in: .percent(0...100), "Share of the rent of a home that Housing Benefit meets")
    isSelfContained = form.flag(
      "self_contained", or: Assumed(true, "self-contained unless the model says so"),
      "Whether a household has the home to itself")
  }

  /// The share of a weekly charge that is lost: h × max(0, charge − limit) / charge.
  public func share(of weeklyPence: Double, need: Int, _ limit: SubsidyLimit) -> Double {
    guard weeklyPence > 0 else { return 0 }
    let most = limit.weeklyPence(need: need, isSelfContained: isSelfContained)
    return benefitShare.ratio * max(0, weeklyPence - most) / weeklyPence
  }
}
