import Finance
import Housing

/// What a contract does beside the rest of the plan: the plan less a run of the plan without that contract.
public struct ContractEffect: Hashable, Sendable {
  /// By year, a plus is better for the council: what temporary accommodation costs less, net of what is recovered, and what is
  /// paid for outcomes.
  public var accommodation: [Int64], outcomes: [Int64]
  /// Fewer households in temporary accommodation at each 31 March, in millionths.
  public var fewer: [Int64]
  /// Whether the contract is all there is to the plan, so that the run without it is the run without the plan.
  public var isAllOfThePlan: Bool
}

extension Forecast {
  /// What a contract saves the council and costs it.
  public func contractEffect(_ place: Int) -> ContractEffect {
    let isAll = model.contracts.count == 1 && model.programmes.isEmpty
    let other = isAll ? without : project(model.withoutContract(place), plan)
    func difference(_ lines: [Line]) -> [Int64] {
      var sums = years.map { _ in Int64(0) }
      for line in lines {
        let (here, there) = (yearly(line, with.ledger), yearly(line, other.ledger))
        for k in sums.indices { sums[k] += here[k] - there[k] }
      }
      return sums
    }
    let placements = plan.placements
    return ContractEffect(
      accommodation: difference([placements.gross, placements.recovered, placements.moveOn]),
      outcomes: plan.generalFund.outcomes.map { difference([$0]) } ?? years.map { _ in 0 },
      fewer: difference([placements.households]).map { -$0 }, isAllOfThePlan: isAll)
  }
}
