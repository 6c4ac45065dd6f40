import CashFlow
import Finance
import Housing

/// What one draw of a loan adds to a figure of that loan.
public struct ExplainedDraw: Sendable {
  /// The month on whose last day it was drawn.
  public var month: Int
  public var principal: Money
  public var annualRate: Rate
  public var amount: Explanation.Amount
}

extension Explainer {
  /// The draws that a figure of a loan of the plan comes from, oldest first; none where they do not come to it to the penny,
  /// or in a difference.
  func draws(of made: Explanation, _ meaning: Meaning) -> [ExplainedDraw] {
    func isOne(_ id: String) -> Bool { meaning.id.isSame(as: id) }
    guard made.run != .difference,
      let place = loaded.model.loans.firstIndex(where: { $0.name.isSame(as: meaning.owner) }),
      ["loan.*.drawn", "loan.*.repaid", "loan.*.interest.paid", "loan.*.balance"].contains(where: isOne)
    else { return [] }
    let projection = made.run == .with ? forecast.with : forecast.without
    let months = made.time.months
    var all: [ExplainedDraw] = []
    var sum: Int64 = 0
    for vintage in projection.vintages
    where vintage.lender == .loan(place) && vintage.month < months.upperBound {
      let isDrawn = months.contains(vintage.month)
      let period = Int(12 / vintage.loan.paymentsPerYear)
      var pence: Int64 =
        isOne("loan.*.drawn") && isDrawn || isOne("loan.*.balance") ? vintage.loan.principal.pence : 0
      for (k, instalment) in loaded.model.instalments(of: vintage).enumerated() {
        let due = vintage.month + period * (k + 1)
        guard due < months.upperBound else { break }
        if isOne("loan.*.balance") { pence = instalment.closingBalance.pence }
        guard months.contains(due) else { continue }
        if isOne("loan.*.repaid") { pence += instalment.principal.pence }
        if isOne("loan.*.interest.paid") { pence += instalment.interest.pence }
      }
      guard pence != 0 else { continue }
      sum += pence
      all.append(
        ExplainedDraw(
          month: vintage.month, principal: vintage.loan.principal, annualRate: vintage.loan.annualRate,
          amount: Explanation.Amount(value: pence, quantity: .pence)))
    }
    return sum == made.amount.value ? all : []
  }
}
