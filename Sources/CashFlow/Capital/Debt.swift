import Finance
import Housing

/// One draw: a loan of its own, at the rate of the year in which it was drawn.
public struct Vintage: Hashable, Sendable {
  /// The place of its terms among the model's loans.
  public var terms: Int
  /// The month on whose last day it is drawn.
  public var month: Int
  public var loan: Loan
}

/// The lines of one instrument. Each draw posts its payments forward when it is made.
struct DebtLines {
  let drawn, repaid, paid, charged, balance, accrued: Line
  let account: Account

  init(_ root: String, _ name: String, _ account: Account, _ lines: inout Lines) {
    self.account = account
    drawn = lines.flow(
      "\(root).*.drawn", of: name, "Drawn", from: "borrowing of its account, up to its limit")
    repaid = lines.flow(
      "\(root).*.repaid", of: name, "Principal repaid", from: "each draw by {\(root).*.repayment}")
    paid = lines.flow(
      "\(root).*.interest.paid", of: name, "Interest paid",
      from: "each draw's balance × {\(root).*.rate} / {\(root).*.payments_per_year}")
    charged = lines.flow(
      "\(root).*.interest.charged", of: name, "Interest charged",
      from: "{\(root).*.interest.paid}, spread over the months it is for")
    balance = lines.stock(
      "\(root).*.balance", of: name, "Owed", from: "opening + {\(root).*.drawn} − {\(root).*.repaid}")
    accrued = lines.stock(
      "\(root).*.accrued", of: name, "Interest charged and not yet paid",
      from: "opening + {\(root).*.interest.charged} − {\(root).*.interest.paid}")
  }

  /// Posts every payment of a loan within the grid.
  /// - Parameter firstDue: the month on whose last day the first payment falls.
  /// - Returns: interest charged before month 0, which opens as accrued.
  func post(_ loan: Loan, firstDue: Int, months: Int, _ cells: inout MutableSpan<Int64>) -> Int64 {
    let period = Int(12 / loan.paymentsPerYear)
    var due = firstDue
    var before: Int64 = 0
    for instalment in LoanSchedule(loan) {
      let first = due - period + 1
      if first >= months { break }
      let interest = instalment.interest.pence
      if due < months {
        cells[paid, due] += interest
        cells[repaid, due] += instalment.principal.pence
      }
      var posted: Int64 = 0
      for part in 1...period {
        let soFar = roundedQuotient(interest * Int64(part), Int64(period))
        let month = first + part - 1
        if month < 0 {
          before += soFar - posted
        } else if month < months {
          cells[charged, month] += soFar - posted
        }
        posted = soFar
      }
      due += period
    }
    return before
  }
}
