import CashFlow
import Finance
import Housing

/// Who advances the money of a contract, and what comes back to each, to the penny so that every table adds up.
func investors(_ contract: OutcomesContract, _ view: ContractView, _ findings: Findings) -> [Block] {
  guard !view.investors.isEmpty else {
    return [
      .paragraph(
        "The model does not say who advances the money. Taken together, and before any fees, their yearly flows return \(view.internalRate.words)."
      )
    ]
  }
  return [
    .paragraph(order(contract)), .table(shares(contract, view)),
    .paragraph(
      "A rate is that of the yearly flows below: what an investor receives in a year less what it advances. Within a year the two offset, so that of money which is soon back the rate is rough, or there is none."
    ),
  ] + flows(contract, view, findings)
}

extension InternalRate {
  /// "4.85%", "no rate", "more than one: 2% and 9%".
  var words: String {
    switch self {
    case .none: "no rate"
    case .one(let rate): Wording.rate(rate)
    case .several(let rates): "more than one: " + Wording.list(rates.map { Wording.rate($0) })
    }
  }
}

/// "Payments meet, in turn, fees; the coupon of senior; the principal of senior".
private func order(_ contract: OutcomesContract) -> Text {
  var steps: [(rank: Int64, words: String)] = [(rank: contract.feeRank, words: "fees")]
  for investor in contract.investors {
    steps.append((rank: investor.couponRank, words: "the coupon of \(investor.name.spaced.lowered)"))
    steps.append((rank: investor.principalRank, words: "the principal of \(investor.name.spaced.lowered)"))
  }
  var turns: [(rank: Int64, words: [String])] = []
  for step in steps.inOrder(of: { $0.rank }) {
    if turns.last?.rank == step.rank {
      turns[turns.count - 1].words.append(step.words)
    } else {
      turns.append((rank: step.rank, words: [step.words]))
    }
  }
  let words = turns.map { Wording.list($0.words) }.joined(separator: "; then ")
  return
    "Payments meet in turn: \(words); and what is left once no more is advanced or charged goes by residual shares. Those who come last bear the first loss."
}

private func shares(_ contract: OutcomesContract, _ view: ContractView) -> Table {
  var rows: [Table.Row] = []
  var sums = [Int64](repeating: 0, count: 5)
  for (investor, share) in zip(contract.investors, view.investors) {
    let values = [
      share.advanced.reduce(0, +), share.coupon.reduce(0, +), share.principal.reduce(0, +),
      share.residual.reduce(0, +), share.owedAtEnd + share.couponDueAtEnd,
    ]
    for k in sums.indices { sums[k] += values[k] }
    rows.append(
      Table.Row(
        [.text(investor.name.spaced), .plainRate(investor.share), .plainRate(investor.coupon)]
          + values.map { .pence(Money(pence: $0)) } + [.text(share.internalRate.words)]))
  }
  rows.append(
    Table.Row(
      [.text("All"), .plainRate(.whole), .text("by investor")] + sums.map { .pence(Money(pence: $0)) }
        + [.text(view.internalRate.words)], role: .total))
  return Table(
    "investors-\(contract.name)",
    "\(contract.name.spaced): what each investor advances and gets back, £. The rate of all is before fees",
    columns: [
      .words("Investor"), .figures("Share"), .figures("Coupon"), .figures("Advanced"),
      .figures("Coupon paid"),
      .figures("Principal back"), .figures("Residual"), .figures("Not paid at the end"),
      .figures("Rate of return"),
    ], rows: rows)
}

/// Each investor's flow by year, with fees and what is held back, coming to what is paid less what is advanced.
private func flows(_ contract: OutcomesContract, _ view: ContractView, _ findings: Findings) -> [Block] {
  func row(_ name: Text, _ pence: [Int64], _ role: Table.Row.Role = .plain) -> Table.YearRow {
    Table.YearRow(name, pence.map { .pence(Money(pence: $0)) }, role: role)
  }
  var rows = view.investors.map { row(Text($0.name.spaced), $0.flows) }
  if view.fees.contains(where: { $0 != 0 }) { rows.append(row("Fees", view.fees)) }
  if view.held.contains(where: { $0 != 0 }) {
    let before = [0] + view.held.dropLast()
    rows.append(
      row("Held back, more or less than at the start of the year", zip(view.held, before).map { $0.0 - $0.1 })
    )
  }
  rows.append(
    row(
      "Paid for outcomes, less advanced", view.paid.indices.map { view.paid[$0] - view.advanced[$0] }, .total)
  )
  return Table.acrossYears(
    "investor-flows-\(contract.name)",
    "\(contract.name.spaced): what each receives less what it advances, £, cash (a minus is paid in)",
    stub: "Investor", years: findings.years, rows: rows, perTable: 4)
}
