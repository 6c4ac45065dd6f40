import Finance
import Housing

/// Right to Buy receipts by the financial year to whose end they may be used: the earliest go first, and what is left of a
/// year's at its end is returned, with simple interest.
struct ReceiptsDue {
  /// Pence by year from the first; the years after the last hold what no March of the projection returns.
  private var due: [Int64] = []
  /// The first year whose end is still to come.
  private var earliest = 0
  private let years: Int
  private let interest: Rate

  /// Of an account that has none.
  init() { (years, interest) = (0, .zero) }

  init(_ hra: HousingRevenueAccount, _ model: Model) {
    let rules = model.receiptRules
    // what is not returned is due in a year that never comes
    years = Int(rules.returnsUnused ? rules.returnAfter : ReceiptRules.returnAfter.upperBound + model.years)
    interest = rules.returnRate
    due = Array(repeating: 0, count: Int(model.years) + years + 1)
    var left = hra.rightToBuyReceipts.pence
    if let given = hra.rightToBuyDue {
      for k in 0..<Int(model.years) {
        due[k] = min(left, given[model.firstYear + k].pence)
        left -= due[k]
      }
    }
    // the rest is taken to have come in the year before the first
    due[max(0, years - 1)] += left
  }

  mutating func add(_ pence: Int64, in year: Int) {
    guard pence != 0 else { return }
    due[year + years] += pence
  }

  mutating func use(_ pence: Int64) {
    var left = pence
    var year = earliest
    while left > 0 && year < due.count {
      let used = min(left, due[year])
      due[year] -= used
      left -= used
      year += 1
    }
  }

  /// What is left of the receipts that had to be used by the end of a year, and the interest that goes back with it.
  mutating func expire(_ year: Int) -> (returned: Int64, interest: Int64) {
    guard year < due.count else { return (returned: 0, interest: 0) }
    let left = due[year]
    due[year] = 0
    earliest = year + 1
    return (
      returned: left, interest: roundedProduct(left, interest.millionths * Int64(years), over: 1_000_000)
    )
  }
}
