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

/// The payments of a draw, of which the rate is reset each period where it is variable.
struct VintagePayments: Sequence, IteratorProtocol {
  private var schedule: LoanSchedule
  /// By year, of a rate that is reset; none of one that is fixed.
  private var rates: [Rate] = []
  /// The month in which the period opens.
  private var opening: Int
  private let period: Int

  init(_ vintage: Vintage, _ model: Model) {
    schedule = LoanSchedule(vintage.loan)
    period = Int(12 / vintage.loan.paymentsPerYear)
    opening = vintage.month
    guard case .loan(let place) = vintage.lender, model.loans[place].kind == .variable else { return }
    rates = (0..<Int(model.years)).map { model.loans[place].annualRate[model.firstYear + $0] }
  }

  mutating func next() -> Instalment? {
    if !rates.isEmpty {
      schedule.annualRate = rates[Swift.min(opening / 12, rates.count - 1)]
      opening += period
    }
    return schedule.next()
  }
}

extension Model {
  /// The payments of a draw, of which the rate is reset each period where it is variable.
  public func instalments(of vintage: Vintage) -> [Instalment] { Array(VintagePayments(vintage, self)) }
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
