import CashFlow
import Finance
import Housing
import ModelFile

/// The files of one report over many councils: `portfolio.md`, `portfolio.html`, its charts, `portfolio.csv`.
public func portfolioFiles(of findings: [Findings]) -> [(name: String, bytes: [UInt8])] {
  let portfolio = Portfolio(findings)
  return portfolioFiles(report(on: portfolio), portfolio.csv)
}

func portfolioFiles(_ tree: Report, _ sheet: [UInt8]) -> [(name: String, bytes: [UInt8])] {
  [(name: "portfolio.md", bytes: markdown(tree)), (name: "portfolio.html", bytes: html(tree))] + charts(tree)
    + [(name: "portfolio.csv", bytes: sheet)]
}

/// One report over many councils as a tree, for any renderer.
public func portfolioReport(on findings: [Findings]) -> Report { report(on: Portfolio(findings)) }

func report(on portfolio: Portfolio) -> Report {
  let councils = portfolio.councils
  let names = councils.map { $0.name }
  let count = Wording.number(Int64(councils.count), of: "council", "councils")
  let owner = councils.count <= 4 ? Wording.list(names) : count.capitalised
  let title = "What \(count) would do for households in temporary accommodation"
  var statuses: [String] = []
  for status in Model.Status.allCases {
    guard let notice = status.notice, councils.contains(where: { $0.findings.model.status == status }) else {
      continue
    }
    let some = councils.count { $0.findings.model.status == status }
    let words = statuses.isEmpty ? notice : notice.lowered
    statuses.append(
      some == councils.count ? words : "\(words) of \(Wording.number(Int64(some), of: "council", "councils"))"
    )
  }
  return Report(
    name: "portfolio", owner: owner, title: title,
    subtitle: "Each council’s plan at that council’s own assumptions, and what they come to",
    notices: (statuses.isEmpty ? [] : [Wording.list(statuses)])
      + (councils.lazy.compactMap { $0.findings.publicationNotice }.first.map { [$0] } ?? []),
    running: Report.Running(head: "Portfolio: \(title)", foot: "Inputs \(portfolio.fingerprint)"),
    opening: opening(portfolio),
    parts: [
      Report.Part(
        "All the councils",
        [
          portfolioSums(portfolio), portfolioHouseholds(portfolio), portfolioYears(portfolio),
          portfolioAssumptions(portfolio),
        ])
    ])
}

extension Portfolio {
  /// Of the fingerprints of all the models, in the order of the report.
  var fingerprint: String {
    if councils.contains(where: { $0.findings.isPublic && !$0.findings.model.publication.withheld.isEmpty }) {
      return .withheld
    }
    var sources = Sources()
    for council in councils {
      sources.all.append(Sources.Source(name: council.name, text: Array(council.findings.fingerprint.utf8)))
    }
    return SHA256.fingerprint(of: sources)
  }

  /// Councils whose HRA would be in deficit with the plan, which the law does not allow.
  var inDeficit: [Council] { councils.filter { !$0.findings.deficitYears.isEmpty } }

  /// "2019-20 to 2026-27", or one year if all have it.
  func range(_ year: (Model) -> Year) -> String {
    let years = councils.map { year($0.findings.model) }
    guard let first = years.min(), let last = years.max() else { return "" }
    return first == last ? first.description : "\(first) to \(last)"
  }
}

private func opening(_ portfolio: Portfolio) -> [Block] {
  let all = portfolio.all
  var blocks: [Block] = []
  let deficit = portfolio.inDeficit
  if !deficit.isEmpty {
    blocks.append(
      .note(
        Note(
          .warning,
          "The Housing Revenue Account (HRA) would be in deficit in \(Wording.number(Int64(deficit.count), of: "council", "councils"))",
          id: "deficit",
          [
            .list(
              deficit.map { council in
                "\(council.name): at the end of \(String(Substring(Sentences.when(council.findings.deficitYears).utf8.dropFirst(3))))"
              }),
            .paragraph(
              "A council must set a budget that does not leave the HRA in debit at the end of a year (Local Government and Housing Act 1989, section 76)."
            ),
          ])))
  }
  let count = Wording.number(Int64(portfolio.councils.count), of: "council", "councils")
  blocks.append(
    .answer(
      "Across \(count), \(strong: Wording.homes(all.homes)) for \(Wording.money(all.spent)), \(strong: Wording.money(all.borrowed)) of it borrowed, would let \(strong: Wording.households(all.rehoused)) leave temporary accommodation by each council’s own headline year\(all.housedInOwn == 0 ? "" : ", house \(Wording.households(all.housedInOwn)) in council-owned temporary homes"), and \(budgets(all.budget))."
    ))
  blocks.append(
    .note(
      Note(
        .warning, "Sums over different years are only sums", id: "sums",
        [
          .list([
            "First years run from \(portfolio.range { $0.firstYear }), headline years from \(portfolio.range { $0.appraisal.headlineYear }), last years from \(portfolio.range { $0.lastYear }).",
            "Each council’s rates, rents and costs are its own. NPVs are in prices of \(portfolio.range { $0.priceBase }), discounted to each one’s first year: their sum is a sum, not a value at one time.",
            "It does not rank councils: homes, prices and what was published differ. HRA money stays each council’s own, and cannot pay for a General Fund.",
          ])
        ])))
  blocks.append(
    .keyFigures([
      KeyFigure(
        "Rehoused from TA", Wording.grouped(all.rehoused), "households by each one’s headline year, gross"),
      KeyFigure(
        all.fewer < 0 ? "More in TA" : "Fewer in TA", Wording.grouped(abs(all.fewer)),
        "households at each one’s headline year, net"),
      KeyFigure(
        "Borrowed", Wording.money(all.borrowed),
        "drawn on the plans’ loans; the homes cost \(Wording.money(all.spent))"),
      KeyFigure(
        "Budget effect", Wording.money(all.budget),
        "over all their years, cash, whole councils; a minus is a cost"),
      KeyFigure("Homes", Wording.grouped(all.homes), "complete within the projections"),
      KeyFigure(
        "Tests passed", all.tests == 0 ? "None set" : "\(all.passed) of \(all.tests)",
        "of those that the councils set"),
    ]))
  return blocks
}

/// "improve their budgets by £12,000 over all their years", to follow "would".
private func budgets(_ effect: Money) -> String {
  effect == .zero
    ? "leave their budgets as they are over all their years"
    : "\(effect > .zero ? "improve" : "worsen") their budgets by \(Wording.size(effect)) over all their years"
}

extension Portfolio {
  /// A row a council, in whole pounds as the tables have them.
  var csv: [UInt8] {
    var writer = CSVWriter(header: [
      "region", "council", "code", "status", "first_year", "last_year", "price_base", "headline_year",
      "homes",
      "spent", "granted", "borrowed", "rehoused_by_headline", "rehoused", "fewer_at_headline",
      "in_temporary_homes_at_headline",
      "budget_hra",
      "budget_general_fund", "budget_effect", "npv", "tests_passed", "tests", "fingerprint",
    ])
    func pounds(_ money: Money) -> CSVWriter.Field { .count(money.pence / 100) }
    for group in groups {
      for council in group.councils {
        let (model, sums) = (council.findings.model, council.sums)
        writer.row([
          .text(group.region.rawValue), .text(model.council), .text(model.code ?? ""),
          .text(model.status.rawValue), .text(model.firstYear.description), .text(model.lastYear.description),
          .text(model.priceBase.description), .text(model.appraisal.headlineYear.description),
          .count(sums.homes), pounds(sums.spent), pounds(sums.granted), pounds(sums.borrowed),
          .count(sums.rehoused), .count(sums.rehousedInAll), .count(sums.fewer), .count(sums.housedInOwn),
          pounds(sums.budgetHRA),
          pounds(sums.budgetGeneralFund), pounds(sums.budget), pounds(sums.netPresentValue),
          .count(sums.passed), .count(sums.tests), .text(council.findings.fingerprint),
        ])
      }
    }
    return writer.bytes
  }
}
