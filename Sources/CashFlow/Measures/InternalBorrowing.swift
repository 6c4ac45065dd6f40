import Finance
import Housing

/// What an account finances from the council's own balances, not by loans, and the interest that they do not earn for it.
/// By year, in pence.
public struct InternalBorrowing: Hashable, Sendable {
  /// Capital financing requirement less loans owed, where it is more, each 31 March.
  public var owed: [Int64]
  /// The treasury's rate on it, month by month as each opens.
  public var givenUp: [Int64]
  /// Cash below nil each 31 March: what is lent by the council's other balances, the account's own being used up.
  public var overdrawn: [Int64]
  /// What is charged to the account for cash below nil.
  public var charged: [Int64]
}

extension Forecast {
  /// What an account borrows from the council itself, with the plan.
  public func internalBorrowing(_ account: Account) -> InternalBorrowing {
    let x = account == .hra ? "hra" : "gf"
    let nothing = years.map { _ in Int64(0) }
    var result = InternalBorrowing(owed: nothing, givenUp: nothing, overdrawn: nothing, charged: nothing)
    guard let requirement = plan.lines.line(named: "cfr.\(x)"),
      let loans = plan.lines.line(named: "loan.\(x).balance"), let cash = plan.lines.line(named: "cash.\(x)"),
      let interest = plan.lines.line(named: "\(x).interest.cash")
    else { return result }
    let ledger = with.ledger
    func unmet(_ requirement: Int64, _ loans: Int64) -> Int64 { max(0, requirement - loans) }
    var opening = unmet(with.openings[requirement], with.openings[loans])
    var openingCash = with.openings[cash]
    for month in 0..<ledger.months {
      let k = month / 12
      result.givenUp[k] += roundedProduct(
        opening, model.treasuryRate[years[k]].millionths, over: 12 * Rate.whole.millionths)
      if openingCash < 0 { result.charged[k] -= ledger[interest, month] }
      opening = unmet(ledger[requirement, month], ledger[loans, month])
      openingCash = ledger[cash, month]
      result.owed[k] = opening
      result.overdrawn[k] = max(0, -openingCash)
    }
    return result
  }
}
