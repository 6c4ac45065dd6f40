import Finance
import Housing

/// What an account owes: its debts at the start, the loans of the plan and the tranches of its funds, each draw a loan of
/// its own.
struct Borrowing {
  /// What each instrument owes, and has charged and not paid, as month 0 opens; debts at the start first.
  private(set) var balance: [Int64], accrued: [Int64]
  private(set) var vintages: [Vintage] = []
  /// This month's discounts and costs of issue.
  private(set) var costOfHRA: Int64 = 0, costOfGeneralFund: Int64 = 0
  let terms: Instruments
  let firstLoan: Int
  let months: Int
  /// Principal that falls due all at once.
  private var falling: FallingDue
  /// Owed in all on each facility's draws.
  private var drawn: [Int64]
  private var deferring: [DeferringLoan] = []
  private var interestDue: InterestDue
  /// This month's borrowing of each programme, as it is drawn.
  private var left: [Int64]

  init(_ model: Model) {
    terms = Instruments(model)
    firstLoan = model.debts.count
    months = Int(model.years) * 12
    balance = Array(repeating: 0, count: firstLoan + terms.all.count)
    accrued = balance
    drawn = Array(repeating: 0, count: terms.facilities.count)
    left = Array(repeating: 0, count: terms.programmes)
    falling = FallingDue(months: months)
    interestDue = InterestDue(
      periods: model.debts.map { Int(12 / $0.paymentsPerYear) } + terms.all.map { $0.period }, months: months)
  }

  /// Opens a debt at the start, and posts its payments. Returns interest accrued on it.
  mutating func open(
    _ debt: ExistingLoan, _ place: Int, _ lines: DebtLines, _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let loan = Loan(
      principal: debt.balance, annualRate: debt.annualRate, paymentsPerYear: debt.paymentsPerYear,
      payments: debt.paymentsLeft, repayment: debt.repayment)
    balance[place] = debt.balance.pence
    lines.post(
      loan, of: place, firstDue: Int(debt.nextPayment) - 1, months: months, &interestDue, &falling, &cells)
    for month in InterestDue.monthsBefore { accrued[place] += interestDue.charge(place, month) }
    return accrued[place]
  }

  /// What interest falls on a month, of all that an instrument owes. Each month is asked for once, in its turn.
  mutating func charge(_ instrument: Int, _ month: Int) -> Int64 { interestDue.charge(instrument, month) }

  /// The rate in millionths at which a programme would draw first this month: that of the first loan that may pay for it and
  /// has room, or of the tranches of a fund by their shares.
  func rate(for programme: Int, _ account: Account, _ month: Int) -> Int64? {
    for f in account == .hra ? terms.ofHRA : terms.ofGeneralFund
    where terms.pays[f * terms.programmes + programme] {
      if let limit = terms.facilities[f].limit, drawn[f] >= limit { continue }
      var sum: Int64 = 0
      for i in terms.facilities[f].instruments {
        let shares = terms.all[i].shares
        sum += terms.rate(i, month).millionths * (shares.through - shares.before)
      }
      return roundedQuotient(sum, Rate.whole.millionths)
    }
    return nil
  }

  mutating func openMonth() { (costOfHRA, costOfGeneralFund) = (0, 0) }

  /// Draws what an account borrows this month. Returns what nothing has room for.
  mutating func draw(
    _ borrowed: Int64, _ account: Account, needs: [Int64], _ plan: Plan, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) -> Shortfall? {
    guard borrowed > 0 else { return nil }
    let isHRA = account == .hra
    var all = borrowed
    for i in needs.indices { left[i] = needs[i] }
    // major repairs come before the programmes, and what names no programme may pay for them
    var repairs = borrowed
    for p in isHRA ? terms.programmesOfHRA : terms.programmesOfGeneralFund { repairs -= max(0, needs[p]) }
    repairs = max(0, repairs)
    for f in isHRA ? terms.ofHRA : terms.ofGeneralFund where all > 0 {
      var room = min(all, room(f))
      var sum: Int64 = 0
      if terms.facilities[f].isForAll { sum += Pool.take(&repairs, from: &room) }
      for p in isHRA ? terms.programmesOfHRA : terms.programmesOfGeneralFund
      where terms.pays[f * terms.programmes + p] {
        sum += Pool.take(&left[p], from: &room)
      }
      all -= sum
      if sum > 0 { draw(sum, f, plan, month, &cells) }
    }
    guard all > 0 else { return nil }
    let programmes = isHRA ? terms.programmesOfHRA : terms.programmesOfGeneralFund
    return Shortfall(
      account: account, programme: programmes.first { left[$0] > 0 }, month: month, sum: Money(pence: all))
  }

  /// What a facility can still bring: within its limit, which is on what is owed.
  private func room(_ f: Int) -> Int64 {
    guard let limit = terms.facilities[f].limit else { return .max }
    let price = terms.all[terms.facilities[f].instruments.lowerBound].price
    let owed = max(0, limit - drawn[f])
    return price == .whole ? owed : owed * price.millionths / Rate.whole.millionths
  }

  /// Draws so much on a facility: a fund's tranches by their shares. Returns what is owed for it.
  @discardableResult
  private mutating func draw(
    _ pence: Int64, _ f: Int, _ plan: Plan, _ month: Int, isRefinancing: Bool = false,
    _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    var owed: Int64 = 0
    for i in terms.facilities[f].instruments {
      let shares = terms.all[i].shares
      let part =
        roundedProduct(pence, shares.through, over: Rate.whole.millionths)
        - roundedProduct(pence, shares.before, over: Rate.whole.millionths)
      if part > 0 { owed += issue(part, i, plan.debts[firstLoan + i], month, isRefinancing, &cells) }
    }
    drawn[f] += owed
    return owed
  }

  /// Issues a loan that brings so much. Returns what is owed for it.
  private mutating func issue(
    _ pence: Int64, _ i: Int, _ lines: DebtLines, _ month: Int, _ isRefinancing: Bool,
    _ cells: inout MutableSpan<Int64>
  ) -> Int64 {
    let instrument = terms.all[i]
    var par = pence
    if instrument.price != .whole || instrument.cost != .zero {
      par = quotientUp(pence * Rate.whole.millionths, instrument.price.millionths)
      let cost = par - pence + roundedProduct(par, instrument.cost.millionths, over: Rate.whole.millionths)
      if instrument.account == .hra { costOfHRA += cost } else { costOfGeneralFund += cost }
    }
    let loan = Loan(
      principal: Money(pence: par), annualRate: terms.rate(i, month),
      paymentsPerYear: instrument.paymentsPerYear,
      payments: instrument.payments, repayment: instrument.repayment, roundsUp: instrument.roundsUp)
    cells[lines.drawn, month] += par
    let firstDue = month + instrument.period
    if instrument.isDeferrable {
      let deferring = DeferringLoan(loan, instrument: i, firstDue: firstDue)
      interestDue.add(deferring.interest, to: firstLoan + i, from: month + 1)
      let place = self.deferring.firstIndex { terms.all[$0.instrument].rank > instrument.rank }
      self.deferring.insert(deferring, at: place ?? self.deferring.count)
    } else {
      let rates = instrument.isVariable ? terms.rates[i * terms.years..<(i + 1) * terms.years] : []
      lines.post(
        loan, of: firstLoan + i, firstDue: firstDue, months: months, resetTo: rates,
        isOfFund: instrument.isOfFund, &interestDue, &falling, &cells)
    }
    vintages.append(
      Vintage(lender: instrument.lender, month: month, loan: loan, isRefinancing: isRefinancing))
    return par
  }

  /// Pays what is due on draws whose interest may wait, those of the first rank first and in each the oldest.
  /// - Parameter room: what the HRA balance had above its minimum as the month opened.
  mutating func payDeferrable(room: Int64, _ plan: Plan, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    guard !deferring.isEmpty else { return }
    var room = room
    for k in deferring.indices where deferring[k].due == month && !deferring[k].isDone {
      let lines = plan.debts[firstLoan + deferring[k].instrument]
      let payment = deferring[k].pay(room: room)
      room = max(0, room - payment.paid)
      cells[lines.paid, month] += payment.paid
      cells[lines.repaid, month] += payment.principal
      if let line = lines.deferred { cells[line, month] += payment.deferred }
      falling.add(payment.principal, lines.account, month)
      interestDue.add(deferring[k].interest, to: firstLoan + deferring[k].instrument, from: month + 1)
    }
  }

  /// By how much what an account owes, and what it has accrued, move in a month.
  func moves(_ account: Account, _ debts: [DebtLines], _ month: Int, _ cells: borrowing MutableSpan<Int64>)
    -> (owed: Int64, accrued: Int64)
  {
    var (owed, accrued) = (Int64(0), Int64(0))
    for i in debts.indices where debts[i].account == account {
      let lines = debts[i]
      let deferred = lines.deferred.map { cells[$0, month] } ?? 0
      owed += cells[lines.drawn, month] - cells[lines.repaid, month] + deferred
      accrued += cells[lines.charged, month] - cells[lines.paid, month] - deferred
    }
    return (owed: owed, accrued: accrued)
  }

  /// Principal of the plan's loans that an account repaid in the year that a March ends.
  func repaid(
    _ account: Account, _ debts: [DebtLines], inYearTo march: Int, _ cells: borrowing MutableSpan<Int64>
  )
    -> Int64
  {
    var sum: Int64 = 0
    for i in firstLoan..<debts.count where debts[i].account == account {
      for month in march - 11...march { sum += cells[debts[i].repaid, month] }
    }
    return sum
  }

  /// Posts what each instrument owes, and has charged and not paid, at the end of every month.
  func postBalances(_ debts: [DebtLines], _ cells: inout MutableSpan<Int64>) {
    for i in debts.indices {
      let lines = debts[i]
      var (owed, charged) = (balance[i], accrued[i])
      for month in 0..<months {
        let deferred = lines.deferred.map { cells[$0, month] } ?? 0
        owed += cells[lines.drawn, month] - cells[lines.repaid, month] + deferred
        charged += cells[lines.charged, month] - cells[lines.paid, month] - deferred
        cells[lines.balance, month] = owed
        cells[lines.accrued, month] = charged
      }
    }
  }

  /// Makes up cash that is short by a draw, in March or as far as principal falls due in this month.
  /// - Returns: what is owed for the draw, which bears no interest this month, and its discount and cost of issue.
  mutating func refinance(
    _ short: Int64, _ loan: Int, _ account: Account, _ plan: Plan, _ month: Int,
    _ cells: inout MutableSpan<Int64>
  ) -> (owed: Int64, cost: Int64) {
    var most = min(short, room(loan), Self.mostAtOnce)
    if month % 12 != 11 { most = min(most, falling.pence(account, month)) }
    guard most > 0 else { return (owed: 0, cost: 0) }
    let before = costOfHRA + costOfGeneralFund
    let owed = draw(most, loan, plan, month, isRefinancing: true, &cells)
    return (owed: owed, cost: costOfHRA + costOfGeneralFund - before)
  }

  /// Half of what a loan can be, so that a bond sold at half of par is one: £46 billion. What is left waits for the next March.
  private static let mostAtOnce = Loan.principals.upperBound.pence / 2
}

/// A quotient of what is not below nil, up to the whole.
private func quotientUp(_ numerator: Int64, _ denominator: Int64) -> Int64 {
  let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
  return rest > 0 ? quotient + 1 : quotient
}
