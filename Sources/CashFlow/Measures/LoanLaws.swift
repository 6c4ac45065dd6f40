import Finance
import Housing

// The laws of what is owed: every debt at the start, loan and tranche, and each account's sum of them.
extension Forecast {
  private var instruments: [String] {
    let tranches = model.funds.flatMap { fund in
      fund.tranches.map { "fund.\(fund.name).tranche.\($0.name)" }
    }
    return model.debts.map { "debt.\($0.name)" } + model.loans.map { "loan.\($0.name)" } + tranches
  }

  func isDebtCarried(_ run: Projection) -> Bool {
    (instruments + accountPrefixes.map { "loan.\($0)" }).allSatisfy {
      isCarried(
        "\($0).balance",
        [
          (sign: 1, path: "\($0).drawn"), (sign: -1, path: "\($0).repaid"), (sign: 1, path: "\($0).deferred"),
        ], run)
    }
  }

  func isInterestCarried(_ run: Projection) -> Bool {
    instruments.allSatisfy {
      isCarried(
        "\($0).accrued",
        [
          (sign: 1, path: "\($0).interest.charged"), (sign: -1, path: "\($0).interest.paid"),
          (sign: -1, path: "\($0).deferred"),
        ], run)
    }
  }

  /// Each draw's schedule comes back to the penny, and each instrument's months are the payments of its draws.
  func areVintagesRepaid(_ run: Projection) -> Bool {
    run.vintages.allSatisfy { vintage in
      var owed = vintage.loan.principal
      var payments = VintagePayments(vintage, model)
      while let instalment = payments.next() {
        owed = owed + instalment.interest - instalment.payment
        if owed != instalment.closingBalance { return false }
      }
      return owed == .zero
    }
      && model.loans.indices.allSatisfy { place in
        isPaidAsScheduled(.loan(place), "loan.\(model.loans[place].name)", interest: true, run)
      }
      && model.funds.indices.allSatisfy { fund in
        model.funds[fund].tranches.indices.allSatisfy { t in
          let tranche = model.funds[fund].tranches[t]
          let path = "fund.\(model.funds[fund].name).tranche.\(tranche.name)"
          return isPaidAsScheduled(.tranche(t, fund: fund), path, interest: !tranche.isDeferrable, run)
            && (!tranche.isDeferrable || isCaughtUp(.tranche(t, fund: fund), path, run))
        }
      }
  }

  private func isPaidAsScheduled(
    _ lender: Vintage.Lender, _ path: String, interest isHeld: Bool, _ run: Projection
  ) -> Bool {
    var repaid = Array(repeating: Int64(0), count: run.ledger.months)
    var paid = repaid
    for vintage in run.vintages where vintage.lender == lender {
      var month = vintage.month
      let period = Int(12 / vintage.loan.paymentsPerYear)
      var payments = VintagePayments(vintage, model)
      while month + period < repaid.count, let instalment = payments.next() {
        month += period
        repaid[month] += instalment.principal.pence
        paid[month] += instalment.interest.pence
      }
    }
    return months("\(path).repaid", run) == repaid
      && (!isHeld || months("\(path).interest.paid", run) == paid)
  }

  /// Interest that waited is paid no sooner than the HRA balance above its minimum allows, and by the last payment.
  private func isCaughtUp(_ lender: Vintage.Lender, _ path: String, _ run: Projection) -> Bool {
    let lasts = run.vintages.filter { $0.lender == lender }.map { $0.lastMonth }
    let balances = months("hra.balance", run)
    let opening = plan.lines.line(named: "hra.balance").map { run.openings[$0] } ?? 0
    for (month, paid) in months("\(path).interest.paid", run).enumerated() where !lasts.contains(month) {
      let minimum = model.hra?.minimum[model.firstYear + month / 12].pence ?? 0
      if paid > max(0, (month == 0 ? opening : balances[month - 1]) - minimum) { return false }
    }
    guard lasts.allSatisfy({ $0 < run.ledger.months }) else { return true }
    return months("\(path).balance", run).last == 0 && months("\(path).accrued", run).last == 0
  }
}
