import CashFlow
import Finance
import Housing

/// A fund: its tranches, what each gets by year, and what it comes to.
func fund(_ place: Int, _ findings: Findings) -> Section {
  let fund = findings.model.funds[place]
  let returns = fund.tranches.indices.map { findings.forecast.trancheReturn($0, fund: place) }
  let drawn = returns.reduce(Money.zero) { $0 + $1.advanced }
  var blocks: [Block] = [
    .facts([
      Fact("Account", Text(fund.account.words)),
      Fact("Drawn", fund.isDrawnFirst ? "before the loans of its account" : "after the loans of its account"),
      Fact("Most in all", Text(fund.limit.map { Wording.price($0) } ?? "no limit of its own")),
    ]), .table(tranches(fund)),
  ]
  if drawn > .zero {
    blocks += [.table(investors(fund, returns))]
    blocks += Table.acrossYears(
      "fund-flows-\(fund.name)",
      "What each tranche of \(code: fund.name) gets in interest and principal, less what it advances, £. A minus is advanced",
      stub: "Tranche", years: findings.years,
      rows: fund.tranches.indices.map { t in
        Table.YearRow(
          Text(fund.tranches[t].name.spaced),
          returns[t].flows.map { .pounds(Money.pounds(roundedQuotient($0, 100))) })
      })
    for tranche in fund.tranches {
      blocks.append(
        .fold(
          "The tranche \(tranche.name.spaced) by year",
          [.table(years("fund.\(fund.name).tranche.\(tranche.name)", findings))]))
    }
  }
  return Section(
    "fund-\(fund.name)", fund.name.spaced,
    message: drawn > .zero
      ? "\(Wording.money(drawn)) is drawn from \(Wording.number(Int64(fund.tranches.count), of: "tranche", "tranches"))"
      : "The plan does not draw on it", blocks)
}

private func tranches(_ fund: BlendedFund) -> Table {
  Table(
    "tranches-\(fund.name)", "Tranches of \(code: fund.name)",
    columns: [
      .words("Tranche"), .figures("Share of each draw"), .words("Rate"), .words("Repayment"),
      .figures("Term"),
      .words("Interest may wait"), .figures("Rank"),
    ],
    rows: fund.tranches.map { tranche in
      Table.Row([
        .text(tranche.name.spaced), .plainRate(tranche.share), .text(tranche.rateWords),
        .text(tranche.repayment.words), .text(tranche.months.term), tranche.isDeferrable ? "yes" : "no",
        .count(tranche.rank),
      ])
    })
}

private func investors(_ fund: BlendedFund, _ returns: [TrancheReturn]) -> Table {
  Table(
    "investors-\(fund.name)",
    "What the investors of \(code: fund.name) advance and get, £. The return is a year’s, effective, by months, as if what is owed at the end were repaid then",
    columns: [
      .words("Tranche"), .figures("Advanced"), .figures("Interest"), .figures("Principal repaid"),
      .figures("Owed at the end"), .figures("Return"),
    ],
    rows: zip(fund.tranches, returns).map { tranche, view in
      Table.Row([
        .text(tranche.name.spaced), .pence(view.advanced), .pence(view.interest), .pence(view.repaid),
        .pence(view.owedAtEnd), view.rate.map { .rate($0) } ?? .nothing,
      ])
    })
}

extension BlendedFund.Tranche {
  /// The rate, or the rates by year, or where they are read.
  fileprivate var rateWords: Text {
    if case .curve = rateSource { return rateSource.words }
    guard let least = annualRate.values.min(), let most = annualRate.values.max(), least < most else {
      return Text(Wording.rate(annualRate.values.first ?? .zero))
    }
    return "\(Wording.rate(least)) to \(Wording.rate(most)), by year"
  }
}
