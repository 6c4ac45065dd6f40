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

  /// Whether a stock moves by so many times each of its flows, in every month, within a tolerance.
  func isCarried(
    _ stock: String, _ flows: [(sign: Int64, path: String)], _ run: Projection, within tolerance: Int64 = 0
  ) -> Bool {
    guard let line = plan.lines.line(named: stock) else { return true }
    var last = run.openings[line] ?? 0
    let closing = run.ledger.monthly(line)
    let moves = flows.map { (sign: $0.sign, months: months($0.path, run)) }
    for month in closing.indices {
      var expected = last
      for move in moves { expected += move.sign * move.months[month] }
      if abs(expected - closing[month]) > tolerance { return false }
      last = closing[month]
    }
    return true
  }

  var accountPrefixes: [String] { model.hra == nil ? ["gf"] : ["hra", "gf"] }

  private func isPaidFor(_ run: Projection) -> Bool {
    guard run.batchLaws.unpaid == 0 else { return false }
    return accountPrefixes.allSatisfy { x in
      var left = months("capital.\(x).spend", run)
      for source in ["grant", "contributions", "rtb", "receipts", "mrr", "rcco", "borrowing"] {
        for (month, pence) in months("capital.\(x).\(source)", run).enumerated() { left[month] -= pence }
      }
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

  private func doTotalsFoot(_ run: Projection) -> Bool {
    plan.lines.totals.allSatisfy { total in
      (0..<run.ledger.months).allSatisfy { month in
        total.terms.reduce(0) { $0 + $1.sign * run.ledger[$1.line, month] } == run.ledger[total.line, month]
      }
    }
  }

  /// The run without the plan is that of a model which has no programmes: what names one is then drawn for nothing.
  private var isNoPlanNoChange: Bool {
    var bare = model
    bare.programmes = []
    bare.contracts = []
    let plan = Plan(bare)
    let run = project(bare, plan)
    return plan.lines.all.allSatisfy { line in
      let path = plan.lines.meaning(of: line).path
      guard let same = self.plan.lines.line(named: path) else { return true }
      return run.ledger.monthly(line) == without.ledger.monthly(same)
    }
  }
}
