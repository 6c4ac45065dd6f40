import Finance
import Housing

/// What cash of each account is made up to.
struct CashFloors {
  private(set) var hra: Int64 = 0, generalFund: Int64 = 0
  private let givenHRA: Int64?, givenGeneralFund: Int64?

  init(_ model: Model) {
    givenHRA = model.hra?.refinancing.cashFloor?.pence
    givenGeneralFund = model.generalFund.refinancing.cashFloor?.pence
  }

  /// Where none is given, what cash is short of nothing as month 0 opens.
  mutating func open(hra: Pool, generalFund: Pool) {
    self.hra = givenHRA ?? min(0, hra.cash)
    self.generalFund = givenGeneralFund ?? min(0, generalFund.cash)
  }
}

extension Run {
  /// Makes up cash below its floor as the month closes, where an account names the loan to be drawn for it. What the draw
  /// costs to issue is the month's too, and is made up in the next March.
  mutating func refinance(_ plan: Plan, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    if let loan = refinancingHRA, hra.cash < floors.hra {
      let draw = borrowing.refinance(floors.hra - hra.cash, loan, .hra, plan, month, &cells)
      hra.loans += draw.owed
      hra.loanCosts += draw.cost
      hra.balance -= draw.cost
    }
    if let loan = refinancingGeneralFund, generalFund.cash < floors.generalFund {
      let draw = borrowing.refinance(
        floors.generalFund - generalFund.cash, loan, .generalFund, plan, month, &cells)
      generalFund.loans += draw.owed
      generalFund.loanCosts += draw.cost
    }
  }
}
