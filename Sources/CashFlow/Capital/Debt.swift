import Finance
import Housing

/// The lines of one instrument. Each draw posts its payments forward when it is made.
struct DebtLines {
  let drawn, repaid, paid, charged, balance, accrued: Line
  /// Interest due and not paid, which is added to what is owed; below nil where it is caught up with.
  let deferred: Line?
  let account: Account

  /// - Parameters:
  ///   - root: what its lines begin with, "loan" or "fund".
  ///   - terms: the path of its assumptions, "loan.*" or "fund.*.tranche.*".
  init(
    _ root: String, _ name: String, _ account: Account, terms: String? = nil, mayDefer: Bool = false,
    _ lines: inout Lines
  ) {
    let terms = terms ?? "\(root).*"
    self.account = account
    let isNew = !root.isSame(as: "debt")
    drawn = lines.flow(
      "\(root).*.drawn", of: name, "Drawn",
      from: isNew
        ? "its part of {capital.\(account == .hra ? "hra" : "gf").borrowing} and of refinancing, up to {\(root).*.limit}"
        : "nothing: it was drawn before the first month")
    repaid = lines.flow(
      "\(root).*.repaid", of: name, "Principal repaid", from: "each draw by {\(terms).repayment}")
    paid = lines.flow(
      "\(root).*.interest.paid", of: name, "Interest paid",
      from: "each draw's balance × {\(terms).rate} / {\(terms).payments_per_year}"
        + (mayDefer
          ? ", if {fund.*.tranche.*.deferrable} at most what the HRA balance has above {hra.minimum}" : ""))
    charged = lines.flow(
      "\(root).*.interest.charged", of: name, "Interest charged",
      from:
        "the interest of each payment ({\(root).*.interest.paid} when it is paid), spread over the months it is for"
    )
    deferred =
      mayDefer
      ? lines.flow(
        "\(root).*.deferred", of: name, "Interest due and not paid, less what of it is caught up with",
        from: "± if {\(terms).deferrable}: interest due less {\(root).*.interest.paid}") : nil
    balance = lines.stock(
      "\(root).*.balance", of: name, "Owed",
      from: "opening + {\(root).*.drawn} − {\(root).*.repaid}"
        + (mayDefer ? " + {\(root).*.deferred}" : ""))
    accrued = lines.stock(
      "\(root).*.accrued", of: name, "Interest charged and not yet paid",
      from: "opening + {\(root).*.interest.charged} − {\(root).*.interest.paid}"
        + (mayDefer ? " − {\(root).*.deferred}" : ""))
  }
}

/// Principal that falls due all at once by month, which refinancing may make up: each account's.
struct FallingDue {
  var hra: [Int64], generalFund: [Int64]

  init(months: Int) {
    hra = Array(repeating: 0, count: months)
    generalFund = hra
  }

  mutating func add(_ pence: Int64, _ account: Account, _ month: Int) {
    if account == .hra { hra[month] += pence } else { generalFund[month] += pence }
  }

  func pence(_ account: Account, _ month: Int) -> Int64 { account == .hra ? hra[month] : generalFund[month] }
}

extension DebtLines {
  /// Posts every payment of a loan within the grid, and tells what interest falls due when.
  /// - Parameters:
  ///   - instrument: its place among all that is owed.
  ///   - firstDue: the month on whose last day the first payment falls.
  ///   - rates: by year, of a loan whose rate is reset each period; none of one whose rate is fixed.
  ///   - falling: what is told of principal that falls due all at once, or with any payment where `isOfFund`.
  func post(
    _ loan: Loan, of instrument: Int, firstDue: Int, months: Int, resetTo rates: ArraySlice<Rate> = [],
    isOfFund: Bool = false, _ interestDue: inout InterestDue, _ falling: inout FallingDue,
    _ cells: inout MutableSpan<Int64>
  ) {
    let period = Int(12 / loan.paymentsPerYear)
    let isDue = isOfFund || loan.repayment == .maturity
    var due = firstDue
    var schedule = LoanSchedule(loan)
    let place = InterestDue.Place(of: instrument, interestDue)
    let patterns = interestDue.patterns
    var added = interestDue.added.mutableSpan
    while due - period + 1 < months {
      if !rates.isEmpty {
        schedule.annualRate = rates[min(rates.startIndex + (due - period) / 12, rates.endIndex - 1)]
      }
      guard let instalment = schedule.next() else { break }
      let interest = instalment.interest.pence
      let principal = instalment.principal.pence
      if due < months {
        cells[paid, due] += interest
        cells[repaid, due] += principal
        if isDue && principal > 0 { falling.add(principal, account, due) }
      }
      place.add(interest, from: due - period + 1, patterns.span, &added)
      due += period
    }
  }
}
