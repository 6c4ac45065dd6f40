import Finance
import Housing

/// The lines of one account, the Housing Revenue Account or the General Fund.
///
/// A class, since there are sixty of them: the month loop takes hold of them without a copy.
final class AccountLines: Sendable {
  let interestCash: Line, interestCapitalised: Line, receiptsInterest: Line?
  /// Of bonds.
  let loanCosts: Line
  let provision: Line
  let contribution: Line
  /// What the account feels in the month: its surplus, or its net cost.
  let net: Line
  let operating: Line, depreciation: Line?, interestLoans: Line
  /// What the General Fund pays for outcomes, in a model with a contract.
  let outcomes: Line?
  /// The HRA's own: balance and Major Repairs Reserve.
  let balance: Line?, reserveIn: Line?, reserveUsed: Line?, reserve: Line?
  let rightToBuyIn: Line?, setAside: Line, rightToBuyUsed: Line?, rightToBuyReturned: Line?,
    rightToBuy: Line?
  let receiptsIn: Line, receiptsUsed: Line, receipts: Line
  let capitalRepairs: Line?, capitalProgramme: Line, capitalInterest: Line, spend: Line
  let received: Line, unapplied: Line
  let contributed: Line, unappliedContributions: Line
  let grant: Line, contributions: Line, fromRightToBuy: Line?, fromReceipts: Line, fromReserve: Line?,
    fromRevenue: Line,
    borrowing: Line
  let loanDrawn: Line, loanRepaid: Line, loanPaid: Line, loanBalance: Line, loanAccrued: Line
  let capitalFinancingRequirement: Line, cash: Line

  init(
    _ account: Account, groups: [GroupLines], debts: [DebtLines], sums: [(kind: AccountSum.Kind, line: Line)],
    placements: PlacementLines?, outcomes: Line?, _ lines: inout Lines
  ) {
    self.outcomes = outcomes
    let x = account == .hra ? "hra" : "gf"
    let homes = account == .hra ? "hra" : "gf.homes"
    let isHRA = account == .hra
    func given(_ kind: AccountSum.Kind) -> [Line] { sums.filter { $0.kind == kind }.map { $0.line } }

    var operatingTerms = [
      lines.total("\(homes).rent.due", "Rent due", in: groups.map { $0.rentDue }),
      lines.total("\(homes).rent.void", "Rent lost while homes are empty", in: groups.map { $0.rentVoid }),
      lines.total("\(homes).baddebt", "Bad debt", in: groups.map { $0.badDebt }),
      lines.total("\(homes).service.income", "Service charges", in: groups.map { $0.serviceIncome }),
      lines.total("\(x).other.income", "Other income", in: given(.income)),
      lines.total("\(homes).service.cost", "Service costs", in: groups.map { $0.costs[0] }),
      lines.total("\(homes).management", "Management", in: groups.map { $0.costs[1] } + given(.management)),
      lines.total("\(homes).repairs", "Responsive repairs", in: groups.map { $0.costs[2] } + given(.repairs)),
      lines.total("\(homes).insurance", "Insurance", in: groups.map { $0.costs[3] }),
      lines.total("\(homes).lease", "Lease rent", in: groups.map { $0.costs[4] }),
      lines.total(
        "\(homes).partner", "Rent passed to partners, less the loss they bear", in: groups.map { $0.partner }),
      lines.total("\(x).other.cost", "Other cost", in: given(.cost)),
    ]
    let repairs = groups.map { $0.majorRepairs } + given(.majorRepairs)
    if isHRA {
      operating = lines.total("hra.operating", "Operating surplus", in: operatingTerms)
      depreciation = lines.total(
        "hra.depreciation", "Depreciation", in: groups.map { $0.depreciation } + given(.depreciation))
    } else {
      operatingTerms.append(lines.total("gf.homes.majorrepairs", "Major repairs", in: repairs))
      if let placements {
        operatingTerms += [
          placements.gross, placements.recovered, placements.moveOn, placements.subsidyLost,
        ]
      }
      operating = lines.total("gf.operating", "Operating net", in: operatingTerms)
      depreciation = nil
    }
    interestLoans = lines.total(
      "\(x).interest.loans", "Interest on loans", in: [], out: debts.map { $0.charged })
    interestCash = lines.flow(
      "\(x).interest.cash", "Interest on cash", from: "± opening {cash.\(x)} × {treasury.rate} / 12")
    interestCapitalised = lines.flow(
      "\(x).interest.capitalised", "Interest added to the cost of building",
      from: "{capital.\(x).interest}")
    receiptsInterest =
      isHRA
      ? lines.flow(
        "hra.receipts.interest", "Interest on returned Right to Buy receipts",
        from: "−what goes back in {receipts.rtb.returned} × {receipts.return_rate} × {receipts.return_after}")
      : nil
    loanCosts = lines.flow(
      "\(x).loan.costs", "Discounts and costs of issue of bonds",
      from: "± −each draw: what is owed × (1 − {loan.*.price} + {loan.*.issue_cost})")
    provision = lines.flow(
      isHRA ? "hra.vrp" : "gf.mrp", isHRA ? "Voluntary provision" : "Minimum revenue provision",
      from: isHRA
        ? "−what {hra.voluntary_provision} sets aside, each March"
        : "−borrowing of each batch over {general_fund.provision_life} by {general_fund.provision_method}, each March from the year after completion"
    )
    contribution = lines.flow("\(x).rcco", "Revenue contribution to capital", from: "−{capital.\(x).rcco}")
    net = lines.total(
      isHRA ? "hra.surplus" : "gf.net", isHRA ? "Surplus" : "Net of the General Fund",
      in: [operating] + (depreciation.map { [$0] } ?? []) + [
        interestLoans, interestCapitalised, interestCash, loanCosts,
      ] + (receiptsInterest.map { [$0] } ?? []) + [
        provision, contribution,
      ]
        + (outcomes.map { [$0] } ?? []))
    balance = isHRA ? lines.stock("hra.balance", "HRA balance", from: "± opening + {hra.surplus}") : nil

    reserveIn =
      isHRA
      ? lines.total("mrr.in", "Into the Major Repairs Reserve", in: [], out: [depreciation ?? net]) : nil
    reserveUsed =
      isHRA ? lines.flow("mrr.used", "Major Repairs Reserve used", from: "−{capital.hra.mrr}") : nil
    reserve =
      isHRA
      ? lines.stock("mrr.balance", "Major Repairs Reserve", from: "opening + {mrr.in} + {mrr.used}") : nil
    rightToBuyIn =
      isHRA
      ? lines.flow(
        "receipts.rtb.in", "Right to Buy receipts",
        from:
          "{stock.*.homes.sold} × {stock.*.sale_receipt} × index, or × (price − discount − costs) of {stock.*.sale.price}, {stock.*.sale.discount} and {stock.*.sale.costs}"
      ) : nil
    let receiptsName = isHRA ? "receipts.rtb" : "receipts.other.gf"
    setAside = lines.flow(
      "\(receiptsName).setaside", "Receipts set aside against debt",
      from: "−{\(receiptsName).in} × {stock.*.sale_debt_share}")
    rightToBuyUsed =
      isHRA ? lines.flow("receipts.rtb.used", "Right to Buy receipts used", from: "−{capital.hra.rtb}") : nil
    rightToBuyReturned =
      isHRA
      ? lines.flow(
        "receipts.rtb.returned", "Right to Buy receipts returned",
        from:
          "−what {receipts.rtb.balance} still holds, each March, of the receipts that had to be used by then")
      : nil
    rightToBuy =
      isHRA
      ? lines.stock(
        "receipts.rtb.balance", "Right to Buy receipts held",
        from:
          "opening + {receipts.rtb.in} + {receipts.rtb.setaside} + {receipts.rtb.used} + {receipts.rtb.returned}"
      ) : nil
    receiptsIn = lines.flow(
      "receipts.other.\(x).in", "Other receipts",
      from: groups.contains { $0.disposed != nil }
        ? "{stock.*.homes.disposed} × {stock.*.disposal_receipt} × index"
          + (isHRA ? "" : " + what homes sold bring, as {stock.*.sale_receipt}")
        : "none in this model")
    receiptsUsed = lines.flow(
      "receipts.other.\(x).used", "Other receipts used", from: "−{capital.\(x).receipts}")
    receipts = lines.stock(
      "receipts.other.\(x).balance", "Other receipts held",
      from: "opening + {receipts.other.\(x).in} + {receipts.other.\(x).used}"
        + (isHRA ? "" : " + {receipts.other.gf.setaside}"))

    capitalRepairs = isHRA ? lines.total("capital.hra.repairs", "Major repairs", in: [], out: repairs) : nil
    capitalProgramme = lines.flow(
      "capital.\(x).programme", "Buying and building",
      from:
        "each batch: homes × {programme.*.homes.*.cost} × index by month, with {programme.*.homes.*.works}, {programme.*.homes.*.fees} and SDLT by {programme.*.homes.*.sdlt} at completion"
    )
    capitalInterest = lines.flow(
      "capital.\(x).interest", "Interest during building",
      from:
        "each batch that is built, each month before it is complete: what it has borrowed × the rate of its first draw / 12, if {treasury.capitalise_interest}"
    )
    spend = lines.total(
      "capital.\(x).spend", "Capital spend",
      in: (capitalRepairs.map { [$0] } ?? []) + [capitalProgramme, capitalInterest])
    received = lines.flow(
      "capital.\(x).grant.received", "Grant received",
      from: "each batch by {programme.*.grant}: {programme.*.grant_per_home} or {programme.*.grant_share}")
    unapplied = lines.stock(
      "capital.\(x).grant.unapplied", "Grant received and not yet applied",
      from: "opening + {capital.\(x).grant.received} − {capital.\(x).grant}")
    contributed = lines.flow(
      "capital.\(x).contributions.received", "Contributions received",
      from:
        "each batch: {programme.*.contribution_per_home} at completion, {programme.*.partner.cost} with spend"
    )
    unappliedContributions = lines.stock(
      "capital.\(x).contributions.unapplied", "Contributions received and not yet applied",
      from: "opening + {capital.\(x).contributions.received} − {capital.\(x).contributions}")
    contributions = lines.flow(
      "capital.\(x).contributions", "Paid by contributions",
      from: "of {capital.\(x).contributions.received}, what each batch has received and not yet applied")
    grant = lines.flow(
      "capital.\(x).grant", "Paid by grant",
      from: "of {capital.\(x).grant.received}, what each batch has received and not yet applied")
    fromRightToBuy =
      isHRA
      ? lines.flow(
        "capital.hra.rtb", "Paid by Right to Buy receipts",
        from:
          "at most opening {receipts.rtb.balance}, and {receipts.right_to_buy_share} of the batch's spend so far"
      ) : nil
    fromReceipts = lines.flow(
      "capital.\(x).receipts", "Paid by other receipts", from: "at most opening {receipts.other.\(x).balance}"
    )
    fromReserve =
      isHRA
      ? lines.flow(
        "capital.hra.mrr", "Paid by the Major Repairs Reserve",
        from: "at most opening {mrr.balance} + {mrr.in} − {hra.major_repairs_minimum}") : nil
    fromRevenue = lines.flow(
      "capital.\(x).rcco", "Paid by revenue",
      from: isHRA
        ? "if {hra.revenue_contributions}: at most opening {hra.balance} − {hra.minimum}"
        : "at most {general_fund.capital_budget} of the year not yet used")
    borrowing = lines.flow(
      "capital.\(x).borrowing", "Borrowed",
      from: "± {capital.\(x).spend} − {capital.\(x).contributions} − {capital.\(x).grant} − "
        + (isHRA ? "{capital.hra.rtb} − {capital.hra.mrr} − " : "")
        + "{capital.\(x).receipts} − {capital.\(x).rcco}")

    _ = lines.total(
      "lease.\(x).outstanding", "Lease rents still to pay", in: groups.map { $0.leaseOutstanding })

    func sum(_ id: String, _ label: String, of part: (DebtLines) -> Line) -> Line {
      lines.total("loan.\(x).\(id)", label, in: debts.map(part))
    }
    loanDrawn = sum("drawn", "Loans drawn", of: { $0.drawn })
    loanRepaid = sum("repaid", "Principal repaid", of: { $0.repaid })
    loanPaid = sum("interest.paid", "Interest paid", of: { $0.paid })
    let deferred = debts.compactMap { $0.deferred }
    if !deferred.isEmpty {
      _ = lines.total(
        "loan.\(x).deferred", "Interest due and not paid, net of what is caught up with", in: deferred)
    }
    loanBalance = sum("balance", "Loans owed", of: { $0.balance })
    loanAccrued = sum("accrued", "Interest charged and not yet paid", of: { $0.accrued })
    capitalFinancingRequirement = lines.stock(
      "cfr.\(x)", "Capital financing requirement",
      from:
        "± opening + {capital.\(x).borrowing} + {\(isHRA ? "hra.vrp" : "gf.mrp")} + {\(receiptsName).setaside}"
    )
    cash = lines.stock(
      "cash.\(x)", "Cash; below nil it is internal borrowing",
      from: "± " + (isHRA ? "{hra.balance} + {mrr.balance} + {receipts.rtb.balance} + " : "")
        + "{receipts.other.\(x).balance} + {capital.\(x).grant.unapplied} + {capital.\(x).contributions.unapplied} + {loan.\(x).balance} + {loan.\(x).accrued} − {cfr.\(x)}"
    )
  }
}

extension AccountLines {
  /// What brings cash before any borrowing, and what takes it: interest on loans and what they lend are left out, so that no
  /// cost counts both when it is paid and when it is financed. What goes back of receipts is a minus of its own.
  var moneyIn: [Line] {
    [operating, received, contributed, receiptsIn]
      + [rightToBuyIn, rightToBuyReturned, receiptsInterest, outcomes].compactMap { $0 }
  }
  var moneyOut: [Line] { [capitalRepairs, capitalProgramme].compactMap { $0 } }
}
