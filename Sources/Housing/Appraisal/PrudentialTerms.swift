import Finance
import ModelFile

/// The council's own limits on its debt, and what the model does not hold of its money, by year.
public struct PrudentialTerms: Hashable, Sendable {
  /// What external debt is expected to stay within, and what it may never pass, for the whole council.
  public var operationalBoundary, authorisedLimit: Series<Money>?
  /// External debt of the council that is not in the model, for the limits alone.
  public var otherDebt: Series<Money>
  /// What the General Fund has from council tax, business rates and general grant.
  public var netRevenueStream: Series<Money>?
  /// Cash that the council keeps at hand, whatever it owes.
  public var liquidityAllowance: Series<Money>
  /// Balances and working capital outside the model that stand in for loans.
  public var otherBalances: Series<Money>
}

extension PrudentialTerms {
  public static let limits = Rule(
    title: "A council sets an authorised limit for its external debt, and an operational boundary within it",
    source: "Local Government Act 2003, section 3; CIPFA Prudential Code (general knowledge)",
    certainty: .unverified)
  public static let grossDebt = Rule(
    title:
      "Gross debt is not above the capital financing requirement of the year before and what is added in the year and the next two",
    source:
      "CIPFA Prudential Code, as repeated by Vale of White Horse District Council, Prudential indicators 2023-24, P-1, and by Waverley Borough Council, Executive of 7 February 2005, annexe 1, indicator 3",
    certainty: .secondary)
  public static let financingCosts = Rule(
    title:
      "Financing costs are interest on loans, less interest earned, and provision to repay; the HRA’s net revenue is its rents and charges",
    source:
      "CIPFA Prudential Code, as repeated by Waverley Borough Council, Executive of 7 February 2005, annexe 1, indicator 2",
    certainty: .secondary)
  public static let liabilityBenchmark = Rule(
    title:
      "The liability benchmark is the capital financing requirement, less balances and reserves, and a liquidity allowance",
    source: "CIPFA Treasury Management Code (general knowledge)", certainty: .unverified)
}

extension PrudentialTerms {
  init(_ form: inout Form) {
    let bounds: ClosedRange<Money> = .pounds(0...10_000_000_000)
    let nothing = Assumed(Money.zero, "none unless the model says so")
    operationalBoundary = form.optionalMonies(
      "operational_boundary", in: bounds, after: .same,
      "What the council's external debt is expected to stay within, by year")
    authorisedLimit = form.optionalMonies(
      "authorised_limit", in: bounds, after: .same,
      "What the council's external debt may not pass, by year")
    otherDebt = form.monies(
      "other_debt", in: bounds, after: .same, or: nothing,
      "The council's external debt outside the model, leases among it")
    netRevenueStream = form.optionalMonies(
      "net_revenue_stream", per: "year", in: .pounds(1...10_000_000_000), after: .same,
      "What the General Fund has from council tax, business rates and general grant")
    liquidityAllowance = form.monies(
      "liquidity_allowance", in: bounds, after: .same, or: nothing,
      "Cash that the council keeps at hand, for the liability benchmark")
    otherBalances = form.monies(
      "other_balances", in: bounds, after: .same, or: nothing,
      "Balances and working capital outside the model that stand in for loans")
  }
}

extension Model {
  /// An authorised limit leaves room above the operational boundary.
  func checkLimits(_ form: inout Form) {
    let terms = scrutiny.prudential
    guard let boundary = terms.operationalBoundary, let limit = terms.authorisedLimit else { return }
    for k in 0..<Int(years) where limit[firstYear + k] < boundary[firstYear + k] {
      return form.problem(
        at: "prudential.authorised_limit",
        fault: "the authorised limit of \(firstYear + k) is below its operational boundary",
        remedy: "write at least the boundary (Local Government Act 2003, section 3)")
    }
  }
}
