import Finance
import Housing

/// What cash of each account is made up to.
struct CashFloors {
  var hra: Int64 = 0, generalFund: Int64 = 0

  init() {}

  /// - Parameters:
  ///   - hra: as month 0 opens.
  ///   - generalFund: as month 0 opens.
  init(_ model: Model, hra: Pool, generalFund: Pool) {
    self.hra = model.hra?.refinancing.cashFloor?.pence ?? min(0, hra.cash)
    self.generalFund = model.generalFund.refinancing.cashFloor?.pence ?? min(0, generalFund.cash)
  }
}

extension Run {
  /// Makes up cash below its floor as the month closes, where an account names the loan to be drawn for it. What the draw
  /// costs to issue is the month's too, and is made up in the next March.
  mutating func refinance(_ month: Int, _ cells: inout MutableSpan<Int64>) {
    if let loan = model.hra?.refinancing.loan, hra.cash < floors.hra {
      let draw = borrowing.refinance(floors.hra - hra.cash, loan, .hra, plan, month, &cells)
      hra.loans += draw.owed
      hra.loanCosts += draw.cost
      hra.balance -= draw.cost
    }
    if let loan = model.generalFund.refinancing.loan, generalFund.cash < floors.generalFund {
      let draw = borrowing.refinance(
        floors.generalFund - generalFund.cash, loan, .generalFund, plan, month, &cells)
      generalFund.loans += draw.owed
      generalFund.loanCosts += draw.cost
    }
  }
}
