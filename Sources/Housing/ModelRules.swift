extension Rule {
  public static let ringFence = Rule(
    title: "Two accounts, and no HRA deficit",
    source: "Local Government and Housing Act 1989, part VI; section 76 for the deficit (general knowledge)",
    certainty: .unverified)

  public static let minimumRevenueProvision = Rule(
    title:
      "Provision for General Fund borrowing by the life of the asset, at most 50 years, from the year after",
    source:
      "MHCLG, Capital finance: guidance on minimum revenue provision, 5th edition, 10 April 2024, whose contents were read; "
      + "the arithmetic is general knowledge",
    certainty: .unverified)

  public static let majorRepairsReserve = Rule(
    title:
      "Depreciation is a real charge to the HRA, put into the Major Repairs Reserve and not reversed out",
    source:
      "Housing Revenue Account, Item 8 credit and debit determination from 1 April 2017, 24 January 2017, as repeated by others",
    certainty: .secondary)

  public static let financingRequirement = Rule(
    title: "The HRA's capital financing requirement falls by what is set aside, not by what is repaid",
    source: "Arlingclose, HRA interest costs", certainty: .secondary)

  public static let greenBook = Rule(
    title: "Real discount rate of 3.5% to year 30 and 3.0% to year 75, the first year undiscounted",
    source: "DfT, Forthcoming change: Green Book updates, 16 April 2026, on HM Treasury's Green Book")

  public static let halfYears = Rule(
    title: "A period bears the annual rate over the payments a year, with no count of days",
    source: "Debt Management Office, formula for the premium or discount on half-yearly loans")
}

extension Model {
  /// The rules that a projection of this model rests on, each once, in the order in which a reader meets them.
  public var rules: [Rule] {
    var all: [Rule] = [.ringFence]
    all += rentRules
    if programmes.contains(where: { $0.profile == .sCurve }) { all.append(SpendProfile.rule) }
    if programmes.contains(where: { $0.lease != nil }) { all.append(Lease.liability) }
    if programmes.contains(where: { $0.grant.source == .affordableHomes }) {
      all.append(GrantSource.noTemporaryHomes)
    }
    all.append(.minimumRevenueProvision)
    if hra != nil {
      all += [.majorRepairsReserve, .financingRequirement, ReceiptRules.share, ReceiptRules.returned]
    }
    all += stampDutyRules + [.halfYears]
    if loans.contains(where: { $0.lender == .pwlb }) { all += [PWLB.termRule, PWLBMargin.rule] }
    if !contracts.isEmpty { all += [.outcomesContract, .stillInPlace, .waterfall] }
    if socialValues.contains(where: { $0.proxy != nil }) { all.append(.socialValueApart) }
    all += placementRules + scrutinyRules + [.greenBook]
    if !publication.withheld.isEmpty { all.append(.exemptInformation) }
    var seen: Set<[UInt8]> = []
    return all.filter { seen.insert(Array($0.title.utf8)).inserted }
  }

  private var scrutinyRules: [Rule] {
    var rules = [
      PrudentialTerms.limits, PrudentialTerms.grossDebt, PrudentialTerms.financingCosts,
      PrudentialTerms.liabilityBenchmark, PublicShares.rule,
    ]
    if hra == nil { rules.append(AccountThreshold.rule) }
    if !allowanceRates.isEmpty { rules.append(LocalHousingAllowance.rule) }
    if !scrutiny.benefitCaps.isEmpty { rules.append(BenefitCap.rule) }
    return rules
  }

  /// The rules of the tax on what the model buys.
  private var stampDutyRules: [Rule] {
    let bought = programmes.filter { programme in
      if case .buy = programme.delivery { return true }
      return false
    }
    let treatments = bought.flatMap { $0.rows.map { $0.stampDuty } }
    return (treatments.contains(.relief) ? [StampDuty.relief] : [])
      + (treatments.contains { $0 != .relief } ? StampDuty.bands.map { $0.rule } : [])
      + (stock.contains { $0.sale != nil } ? [RightToBuySale.rule] : [])
  }

  private var placementRules: [Rule] {
    let terms = temporaryAccommodation
    return (terms.subsidyLimit != nil ? [SubsidyLimit.rule, SubsidyLimit.unlimited] : [])
      + (terms.types.contains { $0.isBedAndBreakfast } ? [BedAndBreakfastLimit.rule] : [])
  }
}
