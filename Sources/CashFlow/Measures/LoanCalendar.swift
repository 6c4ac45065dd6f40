import Finance
import Housing

/// What becomes of principal in a year, so that a council must borrow again or pay another rate on it.
public struct LoanEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Falls due all at once.
    case due
    /// Bears the year's rate from then on.
    case reset
    /// Is drawn to make up cash.
    case refinanced
  }
  public var year: Year
  /// The instrument's path: "loan.pwlb", "debt.old", "fund.blend.tranche.senior".
  public var path: String
  public var kind: Kind
  public var principal: Money
}

extension Forecast {
  /// The reset and refinancing calendar with the plan: what falls due all at once (loans at maturity, bonds and such tranches,
  /// as in the ledger's repayments), what of variable loans is reset as each year opens, and what is drawn to refinance.
  public func loanCalendar() -> [LoanEvent] {
    var events: [LoanEvent] = []
    func add(_ path: String, _ kind: LoanEvent.Kind, _ pence: [Int64]) {
      for (k, sum) in pence.enumerated() where sum > 0 {
        events.append(LoanEvent(year: years[k], path: path, kind: kind, principal: Money(pence: sum)))
      }
    }
    for debt in model.debts where debt.repayment == .maturity {
      add("debt.\(debt.name)", .due, yearly("debt.\(debt.name).repaid"))
    }
    for (place, loan) in model.loans.enumerated() {
      let path = "loan.\(loan.name)"
      if loan.repayment == .maturity { add(path, .due, yearly("\(path).repaid")) }
      if loan.kind == .variable { add(path, .reset, [0] + yearly("\(path).balance").dropLast()) }
      var drawn = years.map { _ in Int64(0) }
      for vintage in with.vintages where vintage.isRefinancing && vintage.lender == .loan(place) {
        drawn[vintage.month / 12] += vintage.loan.principal.pence
      }
      add(path, .refinanced, drawn)
    }
    for fund in model.funds {
      for tranche in fund.tranches where tranche.repayment == .maturity {
        let path = "fund.\(fund.name).tranche.\(tranche.name)"
        add(path, .due, yearly("\(path).repaid"))
      }
    }
    return events.inOrder { Int64($0.year.start) }
  }

  /// What one point more would cost a year on what a calendar's year borrows again or resets: what falls due, but for variable
  /// loans, which are reset already, and what is reset.
  public func costOfAPoint(_ events: [LoanEvent]) -> Money {
    var sum: Int64 = 0
    for event in events {
      switch event.kind {
      case .reset: sum += event.principal.pence
      case .due: if !isVariable(event.path) { sum += event.principal.pence }
      case .refinanced: break
      }
    }
    return Money(pence: sum).share(Rate.percent(1))
  }

  private func isVariable(_ path: String) -> Bool {
    model.loans.contains { $0.kind == .variable && "loan.\($0.name)".isSame(as: path) }
  }
}
