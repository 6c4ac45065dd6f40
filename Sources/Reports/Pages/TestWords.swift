import Finance
import Housing

extension CouncilTest.Kind {
  /// What the test is called in a sentence: "HRA interest cover".
  var name: String {
    switch self {
    case .balanceAboveMinimum: "HRA balance"
    case .interestCover: "HRA interest cover"
    case .debtLimit(let account, let measure, _): "limit on \(measure.words(account))"
    case .debtNotRising(let account, _): "no rise in \(CouncilTest.DebtMeasure.loans.words(account))"
    case .generalFundNoWorse: "General Fund no worse off"
    }
  }

  /// What must hold: "HRA interest cover is at least 1.25".
  func statement(_ model: Model) -> String {
    switch self {
    case .balanceAboveMinimum:
      let minimum = model.hra?.minimum.values ?? []
      guard let first = minimum.first, minimum.allSatisfy({ $0 == first }) else {
        return "HRA balance is at least the minimum of the year"
      }
      return first == .zero
        ? "HRA balance is not below nil" : "HRA balance is at least \(Wording.price(first))"
    case .interestCover(let cover):
      return "HRA interest cover is at least \(Wording.ratio(millionths: cover.millionths))"
    case .debtLimit(let account, let measure, let limit):
      return "\(measure.words(account).capitalised) is at most \(Wording.price(limit))"
    case .debtNotRising(let account, let after):
      return "\(CouncilTest.DebtMeasure.loans.words(account).capitalised) does not rise after \(after)"
    case .generalFundNoWorse(let from): return "General Fund is no worse off from \(from)"
    }
  }
}

extension CouncilTest.DebtMeasure {
  func words(_ account: Account) -> String {
    switch self {
    case .loans: "\(account.words) debt"
    case .capitalFinancingRequirement: "\(account.words) capital financing requirement"
    }
  }
}

extension Account {
  var words: String { self == .hra ? "HRA" : "General Fund" }
  /// As lines of the ledger have it.
  var key: String { self == .hra ? "hra" : "gf" }
}
