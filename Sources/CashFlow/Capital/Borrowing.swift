import Finance
import Housing

/// What an account owes: its debts at the start and the loans of the plan, each draw a loan of its own.
struct Borrowing {
  /// What each instrument owes, and has charged and not paid; debts at the start first.
  private(set) var balance: [Int64], accrued: [Int64]
  private(set) var vintages: [Vintage] = []
  private let firstLoan: Int
  private var drawn: [Int64]
  private var repaidThisYear: [Int64]
  private let firstYear: Year
  /// The account of each programme.
  private let accounts: [Account]

  init(_ model: Model) {
    firstLoan = model.debts.count
    balance = Array(repeating: 0, count: model.debts.count + model.loans.count)
    (accrued, drawn, repaidThisYear) = (balance, balance, balance)
    firstYear = model.firstYear
    accounts = model.programmes.map { $0.account }
  }

  mutating func open(_ instrument: Int, balance: Int64, accrued: Int64) {
    self.balance[instrument] = balance
    self.accrued[instrument] = accrued
  }

  /// The rate in millionths at which a programme would draw first this month: that of the first loan that may pay for it and
  /// has room.
  func rate(for programme: Int, _ month: Int, _ model: Model) -> Int64? {
    for (i, terms) in model.loans.enumerated() where terms.account == accounts[programme] {
      guard terms.programmes.isEmpty || terms.programmes.contains(programme) else { continue }
      if let limit = terms.limit, drawn[firstLoan + i] >= limit.pence { continue }
      return terms.annualRate[firstYear + month / 12].millionths
    }
    return nil
  }

  /// Draws what an account borrows this month. Returns what no loan has room for.
  mutating func draw(
    _ borrowed: Int64, _ account: Account, needs: [Int64], _ plan: Plan, _ model: Model, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) -> Shortfall? {
    guard borrowed > 0 else { return nil }
    var left = borrowed
    var needs = needs
    // major repairs come before the programmes, and any loan of the account may pay for them
    let ofProgrammes = model.programmes.indices.filter { accounts[$0] == account }
    var repairs = max(0, left - ofProgrammes.reduce(0) { $0 + max(0, needs[$1]) })
    for (i, terms) in model.loans.enumerated() where terms.account == account && left > 0 {
      var room = min(left, terms.limit.map { $0.pence - drawn[firstLoan + i] } ?? left)
      var sum: Int64 = 0
      if terms.programmes.isEmpty { sum += Pool.take(&repairs, from: &room) }
      for programme in ofProgrammes where terms.programmes.isEmpty || terms.programmes.contains(programme) {
        sum += Pool.take(&needs[programme], from: &room)
      }
      left -= sum
      if sum > 0 { draw(sum, i, plan, terms, month, &cells) }
    }
    guard left > 0 else { return nil }
    return Shortfall(
      account: account, programme: ofProgrammes.first { needs[$0] > 0 }, month: month, sum: Money(pence: left)
    )
  }

  private mutating func draw(
    _ pence: Int64, _ place: Int, _ plan: Plan, _ terms: LoanTerms, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) {
    let loan = Loan(
      principal: Money(pence: pence), annualRate: terms.annualRate[firstYear + month / 12],
      paymentsPerYear: terms.paymentsPerYear,
      payments: terms.months * terms.paymentsPerYear / 12, repayment: terms.repayment,
      roundsUp: terms.roundsUp)
    let lines = plan.debts[firstLoan + place]
    cells[lines.drawn, month] += pence
    drawn[firstLoan + place] += pence
    _ = lines.post(loan, firstDue: month + Int(12 / terms.paymentsPerYear), months: plan.lines.months, &cells)
    vintages.append(Vintage(terms: place, month: month, loan: loan))
  }

  /// Closes an instrument's month. Returns by how much what is owed, and what is accrued, moved.
  mutating func close(_ i: Int, _ lines: DebtLines, _ month: Int, _ cells: inout MutableSpan<Int64>) -> (
    owed: Int64, accrued: Int64
  ) {
    let owed = cells[lines.drawn, month] - cells[lines.repaid, month]
    let charged = cells[lines.charged, month] - cells[lines.paid, month]
    balance[i] += owed
    accrued[i] += charged
    if month % 12 == 0 { repaidThisYear[i] = 0 }
    repaidThisYear[i] += cells[lines.repaid, month]
    cells[lines.balance, month] = balance[i]
    cells[lines.accrued, month] = accrued[i]
    return (owed: owed, accrued: charged)
  }

  /// Principal of the plan's loans that an account repaid this year.
  func repaidThisYear(_ account: Account, _ plan: Plan, _ model: Model) -> Int64 {
    model.loans.indices.filter { model.loans[$0].account == account }.reduce(0) {
      $0 + repaidThisYear[firstLoan + $1]
    }
  }
}
