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
  /// The most that a sitting tenant's rent may rise, if a year has a limit of its own.
  public var limit: Series<Rate>?
  /// Points on top of September inflation for formula rents.
  public var formulaAbovePrices: Series<Rate>
  /// Points on top of September inflation for the caps on formula rents.
  public var capsAbovePrices: Series<Rate>
  /// The most by which a rent below formula may rise each week beyond the ordinary rise.
  public var convergence: Series<Money>
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
    abovePrices = form.pointsByYear(
      "above_cpi", in: .percent(-20...20), "Points above September CPI by which rents rise each April")
    limit = form.optionalRates(
      "limit", in: .percent(-10...30),
      "The most by which a sitting tenant's rent may rise, in a year with a limit")
    formulaAbovePrices = form.pointsByYear(
      "formula_above_cpi", in: .percent(-20...20),
      or: Assumed(.percent(1), "Policy statement on rents: CPI + 1%"),
      "Points above September CPI by which formula rents rise each April")
    capsAbovePrices = form.pointsByYear(
      "caps_above_cpi", in: .percent(-20...20),
      or: Assumed(Rate(millionths: 15_000), "general knowledge, unverified: caps rise by CPI + 1.5 points"),
      "Points above September CPI by which the caps on formula rents rise each April")
    convergence = form.monies(
      "convergence", per: "week", in: .pounds(0...20), after: .same,
      or: Assumed(.zero, "no convergence unless the model says so"),
      "The most by which a rent below formula rises each week beyond the ordinary rise")
    weeks = form.choice(
      "weeks", or: Assumed(.fiftyTwo, "rents are quoted on a 52-week basis"), "Weeks of rent in a year")
  }
}

extension RentPolicy {
  /// By how much the rents of sitting tenants rise in the April that opens the year.
  public func growth(in year: Year) -> Double {
    let rise = septemberInflation[year + -1] + abovePrices[year]
    return min(rise, limit?[year] ?? rise).ratio
  }
}

extension RentYear {
  /// Weeks of rent in the year.
  public func count(in year: Year) -> Int {
    self == .fiftyTwo ? RentWeeks.usual : RentWeeks.mondays(in: year)
  }
}
