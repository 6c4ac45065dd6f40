import Finance
import Housing

/// One of the laws that the arithmetic of every projection keeps, and whether this one does.
public struct LawCheck: Hashable, Sendable {
  public var law: String
  public var holds: Bool
}

extension Forecast {
  /// The laws of the method, each reckoned again from the ledger of both runs.
  public func laws() -> [LawCheck] {
    [
      both("Capital spend is the sum of its sources, in every batch and month", isPaidFor),
      both(
        "Closing debt is opening debt, plus draws, less repayments, for every loan and in all", isDebtCarried),
      both("Interest charged is interest paid and the change in what is accrued", isInterestCarried),
      both("Payments are principal and interest, and principal comes back to the penny", areVintagesRepaid),
      both("Change in cash is money in less money out, reckoned apart", isCashCarried),
      both("Provision for a batch over its whole life is its borrowing") { $0.batchLaws.unprovided == 0 },
    ] + householdLaws() + [
      both(
        "Homes at the end are those at the start, plus completed and converted in, less those that leave",
        areHomesCarried),
      both(
        "Reserves at the end are those at the start, plus in, less used, and none is overdrawn",
        areReservesCarried),
      both(
        "Requirement and cash are balances, reserves and loans, in every account and month", areBalancesTied),
      both(
        "Lettings to others are those that households in TA leave, never less than none", areLettingsShared),
      both("Every total is the sum of its lines, in every month", doTotalsFoot),
      both("Every line is of its sign, income plus and cost minus, in every month", areSignsKept),
      LawCheck(law: "Without the plan is as if there were no programmes", holds: isNoPlanNoChange),
    ] + contractLaws()
  }

  /// A law that both runs keep.
  func both(_ law: String, _ check: (Projection) -> Bool) -> LawCheck {
    LawCheck(law: law, holds: check(with) && check(without))
  }

  func months(_ path: String, _ run: Projection) -> [Int64] {
    plan.lines.line(named: path).map { run.ledger.monthly($0) }
      ?? Array(repeating: 0, count: run.ledger.months)
  }

  /// What lines come to month by month, each with its sign; one that the model has not is nil.
  private func sum(of paths: [(sign: Int64, path: String)], _ run: Projection) -> [Int64] {
    var sums = Array(repeating: Int64(0), count: run.ledger.months)
    let terms = paths.compactMap { term in
      plan.lines.line(named: term.path).map { (sign: term.sign, line: $0) }
    }
    run.ledger.sum(terms, into: &sums)
    return sums
  }

  /// Whether a stock moves by so many times each of its flows, in every month, within a tolerance.
  func isCarried(
    _ stock: String, _ flows: [(sign: Int64, path: String)], _ run: Projection, within tolerance: Int64 = 0
  ) -> Bool {
    guard let line = plan.lines.line(named: stock) else { return true }
    var last = run.openings[line]
    let moves = sum(of: flows, run)
    for month in moves.indices {
      let closing = run.ledger[line, month]
      if abs(last + moves[month] - closing) > tolerance { return false }
      last = closing
    }
    return true
  }

  var accountPrefixes: [String] { model.hra == nil ? ["gf"] : ["hra", "gf"] }

  private func isPaidFor(_ run: Projection) -> Bool {
    guard run.batchLaws.unpaid == 0 else { return false }
    return accountPrefixes.allSatisfy { x in
      let sources = ["grant", "contributions", "rtb", "receipts", "mrr", "rcco", "borrowing"]
      let left = sum(
        of: [(sign: 1, path: "capital.\(x).spend")]
          + sources.map { (sign: -1, path: "capital.\(x).\($0)") }, run)
      return left.allSatisfy { $0 == 0 }
    }
  }

  private func isCashCarried(_ run: Projection) -> Bool {
    accountPrefixes.allSatisfy { x in
      var flows: [(sign: Int64, path: String)] = [
        (sign: 1, path: "\(x).operating"), (sign: 1, path: "\(x).interest.cash"),
        (sign: 1, path: "\(x).interest.capitalised"), (sign: 1, path: "\(x).receipts.interest"),
        (sign: 1, path: "\(x).loan.costs"), (sign: -1, path: "loan.\(x).interest.paid"),
        (sign: 1, path: "loan.\(x).drawn"), (sign: -1, path: "loan.\(x).repaid"),
        (sign: -1, path: "capital.\(x).spend"),
        (sign: 1, path: "capital.\(x).grant.received"),
        (sign: 1, path: "capital.\(x).contributions.received"), (sign: 1, path: "receipts.other.\(x).in"),
      ]
      // the council's budget meets the General Fund's net cost month by month; the HRA keeps a balance
      if x == "gf" {
        flows += [(sign: -1, path: "gf.net"), (sign: 1, path: "gf.outcomes")]
      } else {
        flows += [(sign: 1, path: "receipts.rtb.in"), (sign: 1, path: "receipts.rtb.returned")]
      }
      return isCarried("cash.\(x)", flows, run)
    }
  }

  private func areHomesCarried(_ run: Projection) -> Bool {
    plan.groupNames.allSatisfy { name in
      let homes = "stock.\(name).homes"
      return isCarried(
        homes,
        [
          (sign: 1, path: "\(homes).completed"), (sign: -1, path: "\(homes).sold"),
          (sign: -1, path: "\(homes).lost"), (sign: -1, path: "\(homes).handedback"),
          (sign: -1, path: "\(homes).disposed"), (sign: -1, path: "\(homes).convertedout"),
          (sign: 1, path: "\(homes).convertedin"),
        ], run)
        && months(homes, run).allSatisfy { $0 >= 0 }
    }
  }

  private func areReservesCarried(_ run: Projection) -> Bool {
    let reserves: [(stock: String, flows: [String])] = [
      (stock: "hra.balance", flows: ["hra.surplus"]), (stock: "mrr.balance", flows: ["mrr.in", "mrr.used"]),
      (
        stock: "receipts.rtb.balance",
        flows: ["receipts.rtb.in", "receipts.rtb.setaside", "receipts.rtb.used", "receipts.rtb.returned"]
      ),
      (stock: "receipts.other.hra.balance", flows: ["receipts.other.hra.in", "receipts.other.hra.used"]),
      (
        stock: "receipts.other.gf.balance",
        flows: ["receipts.other.gf.in", "receipts.other.gf.used", "receipts.other.gf.setaside"]
      ),
    ]
    return reserves.allSatisfy { reserve in
      isCarried(reserve.stock, reserve.flows.map { (sign: 1, path: $0) }, run)
        && (reserve.stock == "hra.balance" || months(reserve.stock, run).allSatisfy { $0 >= 0 })
    }
  }

  private func areSignsKept(_ run: Projection) -> Bool {
    plan.lines.all.allSatisfy { line in
      let sign = plan.lines.meaning(of: line).sign
      return sign == .either || (0..<run.ledger.months).allSatisfy { sign.allows(run.ledger[line, $0]) }
    }
  }

  private func doTotalsFoot(_ run: Projection) -> Bool {
    var sums = Array(repeating: Int64(0), count: run.ledger.months)
    return plan.lines.totals.allSatisfy { total in
      run.ledger.sum(total.terms, into: &sums)
      return sums.indices.allSatisfy { sums[$0] == run.ledger[total.line, $0] }
    }
  }

  /// The run without the plan is that of a model which has no programmes: what names one is then drawn for nothing.
  private var isNoPlanNoChange: Bool {
    var bare = model
    bare.programmes = []
    bare.contracts = []
    return project(bare, plan).ledger == without.ledger
  }
}
