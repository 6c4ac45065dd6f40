import Finance
import Housing

extension Forecast {
  /// What holds of outcomes contracts, in a model that has one.
  func contractLaws() -> [LawCheck] {
    guard !model.contracts.isEmpty else { return [] }
    let runs = [with, without]
    return [
      LawCheck(
        law: "Outcome payments stay within their caps, and the council pays its share of them",
        holds: runs.allSatisfy { run in plan.contracts.indices.allSatisfy { isWithinCaps($0, run) } }),
      LawCheck(
        law: "Households that leave TA are those of each route, a contract’s among them",
        holds: runs.allSatisfy(isEveryRouteCounted)),
      LawCheck(
        law: "What investors advance and are paid adds up to what the contract does, every month",
        holds: model.contracts.indices.allSatisfy { contractView($0).isWhole }),
    ]
  }

  private func isWithinCaps(_ place: Int, _ run: Projection) -> Bool {
    let (contract, lines) = (model.contracts[place], plan.contracts[place])
    var (paid, council, started) = (Int64(0), Int64(0), Int64(0))
    for month in 0..<run.ledger.months {
      let (payment, share) = (run.ledger[lines.payment, month], run.ledger[lines.council, month])
      started += run.ledger[lines.starts, month]
      paid += payment
      council += share
      if payment < 0 || share < 0 || council != Money(pence: paid).share(contract.councilShare).pence {
        return false
      }
      if let cap = contract.cap, paid > cap.pence { return false }
      // starts are posted to a millionth of a household: half of one brings a penny at most, whatever its tariff
      if let cap = contract.capPerStart, paid > roundedProduct(started + 1, cap.pence, over: 1_000_000) + 1 {
        return false
      }
    }
    return true
  }

  /// Each line is rounded to a millionth apart: ten millionths a month is rounding.
  private func isEveryRouteCounted(_ run: Projection) -> Bool {
    let routes = ["other", "offers", "contract", "residual"].compactMap {
      plan.lines.line(named: "ta.out.\($0)")
    }
    return (0..<run.ledger.months).allSatisfy { month in
      let byNeed = plan.placements.needs.reduce(Int64(0)) { $0 + run.ledger[$1.left, month] }
      return abs(routes.reduce(byNeed) { $0 - run.ledger[$1, month] }) <= 10
    }
  }
}
