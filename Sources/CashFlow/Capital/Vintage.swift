import Finance
import Housing

/// One draw: a loan of its own, at the rate of the year in which it was drawn.
public struct Vintage: Hashable, Sendable {
  /// Whose terms a draw has.
  public enum Lender: Hashable, Sendable {
    /// By its place among the model's loans.
    case loan(Int)
    /// By its place among the tranches of a fund.
    case tranche(Int, fund: Int)
  }
  public var lender: Lender
  /// The month on whose last day it is drawn.
  public var month: Int
  /// What is owed, par where it is a bond.
  public var loan: Loan
  /// Whether it was drawn to make up cash, not to pay for homes or repairs.
  public var isRefinancing: Bool
}

extension Vintage {
  /// The month on whose last day the last payment falls.
  public var lastMonth: Int { month + Int(loan.payments * 12 / loan.paymentsPerYear) }
}

extension Model {
  /// The payments of a draw, of which the rate is reset each period where it is variable.
  public func instalments(of vintage: Vintage) -> [Instalment] {
    var schedule = LoanSchedule(vintage.loan)
    guard case .loan(let place) = vintage.lender, loans[place].kind == .variable else {
      return Array(schedule)
    }
    let period = Int(12 / vintage.loan.paymentsPerYear)
    var opening = vintage.month
    var all: [Instalment] = []
    while true {
      schedule.annualRate = loans[place].annualRate[firstYear + min(opening / 12, Int(years) - 1)]
      guard let instalment = schedule.next() else { return all }
      all.append(instalment)
      opening += period
    }
  }
}

extension Model {
  /// The account that a draw is for.
  public func account(of vintage: Vintage) -> Account {
    switch vintage.lender {
    case .loan(let place): loans[place].account
    case .tranche(_, let fund): funds[fund].account
    }
  }
}

extension Projection {
  /// Whether an account draws anything.
  func draws(for account: Account, _ model: Model) -> Bool {
    vintages.contains { model.account(of: $0) == account }
  }

  /// Whether anything is drawn.
  var draws: Bool { !vintages.isEmpty }
}
