import Finance
import Housing

/// A draw on a tranche whose interest may wait.
///
/// Principal comes back as its schedule says. Interest is due on what of it is owed and, at the same rate, on what waited;
/// it is paid as far as the HRA balance has room, and the rest waits on. The last payment pays all.
struct DeferringLoan {
  let instrument: Int
  let annualRate: Rate
  let paymentsPerYear: Int64
  /// The month on whose last day the next payment falls.
  var due: Int
  /// Interest that waited.
  var arrears: Int64 = 0
  private var schedule: LoanSchedule
  private let payments: Int64
  private var instalment: Instalment?

  init(_ loan: Loan, instrument: Int, firstDue: Int) {
    self.instrument = instrument
    (annualRate, paymentsPerYear, payments) = (loan.annualRate, loan.paymentsPerYear, loan.payments)
    due = firstDue
    schedule = LoanSchedule(loan)
    instalment = schedule.next()
  }

  /// Interest of the period up to the next payment.
  var interest: Int64 {
    guard let instalment else { return 0 }
    return instalment.interest.pence
      + roundedProduct(arrears, annualRate.millionths, over: 1_000_000 * paymentsPerYear)
  }
  var isDone: Bool { instalment == nil }

  /// Makes the payment that is due, and turns to the next.
  /// - Returns: interest paid and deferred, less what is caught up with, and principal repaid.
  mutating func pay(room: Int64) -> (paid: Int64, deferred: Int64, principal: Int64) {
    guard let payment = instalment else { return (paid: 0, deferred: 0, principal: 0) }
    let owed = interest + arrears
    let isLast = payment.number == payments
    let paid = isLast ? owed : min(owed, max(0, room))
    let deferred = owed - arrears - paid
    arrears = owed - paid
    instalment = schedule.next()
    due += Int(12 / paymentsPerYear)
    return (paid: paid, deferred: deferred, principal: payment.principal.pence)
  }
}
