import Finance
import ModelFile

/// How far rents may rise each April: September inflation of the year before and so many points on top.
///
/// Source: Policy statement on rents for social housing; settlement of CPI + 1% a year, 1 April 2026 to 31 March 2036
/// (MHCLG, 28 January 2026).
public struct RentPolicy: Hashable, Sendable {
  /// Growth of consumer prices in the year to the September that lies in the financial year.
  public var septemberInflation: Series<Rate>
  /// Points on top of September inflation for sitting tenants.
  public var abovePrices: Series<Rate>
  /// Whether rents rise as published in the years for which ``SittingTenants`` has the figure: the model says nothing else.
  public var risesAsPublished: Bool
  /// The most that a sitting tenant's rent may rise; what is published if the model gives none.
  public var limit: Series<Rate>?
  /// Points on top of September inflation for a rent above formula and its flexibility; as other rents if not given.
  public var overFormulaAbovePrices: Series<Rate>?
  /// Points on top of September inflation for formula rents.
  public var formulaAbovePrices: Series<Rate>
  /// Points on top of September inflation for the caps on formula rents.
  public var capsAbovePrices: Series<Rate>
  /// The most by which a rent below formula may rise each week beyond the ordinary rise; as published if not given.
  public var convergence: Series<Money>?
  public var weeks: RentYear
}

/// How many weeks of rent a financial year holds.
public enum RentYear: String, CaseIterable, Hashable, Sendable {
  case fiftyTwo = "52"
  /// The Mondays of the year: 52 or 53.
  case mondays
}

extension RentPolicy {
  init(_ form: inout Form) {
    septemberInflation = form.rates(
      "september_cpi", in: .percent(-10...30),
      "Growth of consumer prices in the year to the September of the year")
    risesAsPublished = !form.isGiven("above_cpi")
    abovePrices = form.pointsByYear(
      "above_cpi", in: .percent(-20...20),
      or: Assumed(
        .percent(1),
        "the published rise to 2026-27, CPI + 1 point to 2035-36 by the settlement; the same after it is an assumption"
      ),
      "Points above September CPI by which rents rise each April")
    limit = form.optionalRates(
      "limit", in: .percent(-10...30),
      "The most by which a sitting tenant's rent may rise, in a year with a limit")
    overFormulaAbovePrices = form.optionalPointsByYear(
      "over_formula_above_cpi", in: .percent(-20...20),
      "Points above September CPI by which a rent above formula and flexibility rises, if less than others")
    formulaAbovePrices = form.pointsByYear(
      "formula_above_cpi", in: .percent(-20...20),
      or: Assumed(.percent(1), "Policy statement on rents: CPI + 1%"),
      "Points above September CPI by which formula rents rise each April")
    capsAbovePrices = form.pointsByYear(
      "caps_above_cpi", in: .percent(-20...20),
      or: Assumed(Rate(millionths: 15_000), "general knowledge, unverified: caps rise by CPI + 1.5 points"),
      "Points above September CPI by which the caps on formula rents rise each April")
    convergence = form.optionalMonies(
      "convergence", per: "week", in: .pounds(0...20), after: .same,
      "The most by which a rent below formula rises each week beyond the ordinary rise; as published if not given"
    )
    weeks = form.choice(
      "weeks", or: Assumed(.fiftyTwo, "rents are quoted on a 52-week basis"), "Weeks of rent in a year")
  }
}

extension RentPolicy {
  /// By how much the rents of sitting tenants rise in the April that opens the year.
  public func growth(in year: Year, isSupported: Bool = false) -> Double {
    let published = SittingTenants.limit(in: year, isSupported: isSupported)
    let rise = risesAsPublished ? published : nil
    // the limit that a model gives is that of general needs, where the two parted
    let most = isSupported ? published ?? limit?[year] : limit.map { $0[year] } ?? published
    let wanted = rise ?? septemberInflation[year + -1] + abovePrices[year]
    return min(wanted, most ?? wanted).ratio
  }

  /// By how much a rent above formula and its flexibility rises: less than others, where the model says so.
  public func growthOverFormula(in year: Year, isSupported: Bool = false) -> Double {
    let growth = growth(in: year, isSupported: isSupported)
    guard let above = overFormulaAbovePrices else { return growth }
    return min(growth, (septemberInflation[year + -1] + above[year]).ratio)
  }

  /// What a rent below formula may rise by each week beyond the ordinary rise, in the April that opens the year.
  public func convergenceStep(in year: Year) -> Money {
    convergence.map { $0[year] } ?? SittingTenants.convergence(in: year)
  }
}

extension RentYear {
  /// Weeks of rent in the year.
  public func count(in year: Year) -> Int {
    self == .fiftyTwo ? RentWeeks.usual : RentWeeks.mondays(in: year)
  }
}
