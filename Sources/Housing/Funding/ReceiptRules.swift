import Finance
import ModelFile

/// How far Right to Buy receipts may pay for a home.
///
/// Source: MHCLG, Retained Right to Buy receipts and their use for replacement supply, 10 July 2025.
public struct ReceiptRules: Hashable, Sendable {
  /// The most of a home's cost that they may meet, by year.
  public var rightToBuyShare: Series<Rate>
  /// The first year in which they may stand beside grant.
  public var besideGrantFrom: Year
  /// Whether what is not used in time goes back to the government.
  public var returnsUnused: Bool
  /// Full years after the one in which they came, by whose end they are used or go back.
  public var returnAfter: Int64
  /// Simple interest a year on what goes back.
  public var returnRate: Rate
}

extension ReceiptRules {
  public static let returnAfter: ClosedRange<Int64> = 1...10

  public static let share = Rule(
    title: "Right to Buy receipts may meet all of a home's cost, and stand beside grant from 2026-27",
    source:
      "MHCLG, Retained Right to Buy receipts and their use for replacement supply, 10 July 2025; Trowers, August 2024"
  )

  public static let returned = Rule(
    title: "Right to Buy receipts not used within five years go back, with interest charged to the HRA",
    source:
      "Great Yarmouth Borough Council, medium term strategy 2024-25, Housing Revenue Account, for the five years (one council)",
    certainty: .secondary)
}

extension ReceiptRules {
  init(_ form: inout Form) {
    rightToBuyShare = form.rates(
      "right_to_buy_share", in: .percent(0...100),
      or: Assumed(.whole, "100% of cost from 30 July 2024 (MHCLG, 10 July 2025)"),
      "Share of a home's cost that Right to Buy receipts may meet")
    besideGrantFrom = form.year(
      "beside_grant_from", in: 2000...2100,
      or: Assumed(Year(start: 2026), "allowed generally from 2026-27 (MHCLG, 10 July 2025)"),
      "First year in which they may be used beside grant")
    returnsUnused = form.flag(
      "return_unused", or: Assumed(true, "what is not used in time goes back (Great Yarmouth, 2024-25)"),
      "Whether Right to Buy receipts that are not used in time go back to the government")
    let after = form.months(
      "return_after", in: 12...120,
      or: Assumed(60, "five years: Great Yarmouth, medium term strategy 2024-25 (one council)"),
      "Time after the year in which they came, by whose end they are used or go back")
    if !after.isMultiple(of: 12) {
      form.problem(
        at: "return_after", fault: "return_after is not whole years", remedy: "write a number of years")
    }
    returnAfter = max(1, after / 12)
    returnRate = form.rate(
      "return_rate", in: .percent(0...25),
      or: Assumed(
        .zero, "none unless the model gives the rate of the council's agreement; no figure was found"),
      "Simple interest a year on what goes back")
  }
}
