import Finance
import ModelFile

/// How an account makes up cash that it has not got, in March and when principal falls due all at once.
public struct Refinancing: Hashable, Sendable {
  /// The loan that is drawn, by its place in the model; if there is none the account lends to itself.
  public var loan: Int?
  /// What cash is made up to; if not given, what it stands at as the projection opens, or nil if that is more.
  public var cashFloor: Money?
}

extension Refinancing {
  init(_ form: inout Form) {
    loan = form.optionalReference(
      "refinancing", to: "loan",
      "The loan drawn in March, and when principal falls due, for cash below its floor; if none, cash may fall"
    )
    cashFloor = form.optionalMoney(
      "cash_floor", in: .pounds(-2_000_000_000...2_000_000_000),
      "What refinancing makes cash up to; opening cash if that is below nil, or nil, if not given")
    if cashFloor != nil && !form.isGiven("refinancing") {
      form.problem(
        at: "cash_floor", fault: "cash_floor goes with refinancing",
        remedy: "write refinancing = \"…\", the loan that is to be drawn, or take it out")
    }
  }
}

extension Model {
  /// An account is refinanced by a loan of its own.
  func checkRefinancing(_ form: inout Form) {
    var named: [(key: String, account: Account, words: String, refinancing: Refinancing)] = [
      (
        key: "general_fund.refinancing", account: .generalFund, words: "General Fund",
        refinancing: generalFund.refinancing
      )
    ]
    if let hra {
      named.append((key: "hra.refinancing", account: .hra, words: "HRA", refinancing: hra.refinancing))
    }
    for (key, account, words, refinancing) in named {
      guard let loan = refinancing.loan, loans.indices.contains(loan), loans[loan].account != account else {
        continue
      }
      form.problem(
        at: key, fault: "\(loans[loan].name) is not a loan of the \(words)",
        remedy: "name one whose account is \"\(account.rawValue)\"")
    }
  }
}
