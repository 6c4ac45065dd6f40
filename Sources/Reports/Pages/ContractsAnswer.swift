import CashFlow
import Finance
import Housing

extension Findings {
  /// Whether anybody starts with an outcomes contract.
  var hasContracts: Bool {
    model.contracts.contains { contract in
      forecast.yearly("contract.\(contract.name).started").contains { $0 > 0 }
    }
  }

  /// Households that leave temporary accommodation by a contract up to the headline year.
  private var leftByContract: Int64 { measures.with.byContract.prefix(headline + 1).reduce(0, +) }

  private var contractWords: String {
    model.contracts.count == 1 ? "an outcomes contract" : "outcomes contracts"
  }

  /// The answer where contracts are all there is to the plan.
  var contractsAnswer: Text {
    let households = leftByContract == 0 ? "no household" : Wording.households(leftByContract)
    let words: Text =
      "\(contractWords.capitalised) would let \(strong: households) leave temporary accommodation by \(headlineMonth) and \(Sentences.budget(budget, span: span)). "
    return words + Sentences.tests(failedTests, of: tests.count)
  }

  /// What contracts do beside the plan's homes.
  var contractsBeside: Text {
    guard hasContracts else { return "" }
    let exits: Text =
      leftByContract == 0
      ? " \(contractWords.capitalised) would add no exit from TA; "
      : " \(Wording.households(leftByContract).capitalised) more would leave TA by \(contractWords); "
    return exits + "what the council pays for outcomes is in that sum."
  }
}
