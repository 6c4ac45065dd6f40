import Analysis
import CashFlow
import Finance
import Housing

/// What the plans take and what they do, council by council under their regions.
func portfolioSums(_ portfolio: Portfolio) -> Section {
  let all = portfolio.all
  return Section(
    "councils", "Council by council",
    message:
      "\(Wording.homes(all.homes)) and \(Wording.money(all.spent)) would rehouse \(Wording.households(all.rehoused))",
    [
      .table(
        table(
          portfolio, "takes", "What the plans take within their projections, £ cash, and homes complete",
          ["Homes", "Spent", "Paid by grant", "Borrowed"]
        ) { sums, _ in
          [.count(sums.homes), .pounds(sums.spent), .pounds(sums.granted), .pounds(sums.borrowed)]
        }),
      .table(
        table(
          portfolio, "does",
          "Households that the plans rehouse (gross), fewer in TA at each one’s headline year (net; a minus is more), and households then in the plans’ temporary homes, who have not left TA",
          ["By its headline year", "In all its years", "Fewer in TA", "In temporary homes"]
        ) { sums, _ in
          [.count(sums.rehoused), .count(sums.rehousedInAll), .count(sums.fewer), .count(sums.housedInOwn)]
        }),
      .table(
        table(
          portfolio, "worth",
          "What the plans do to budgets, £ cash over each one’s years, and NPV, £ real in each one’s own prices. A minus is a cost.",
          ["Budget effect, General Fund", "Budget effect, HRA", "Budget effect", "NPV", "Tests passed"]
        ) { sums, council in
          [
            .pounds(sums.budgetGeneralFund),
            council.map { $0.findings.hasHRA } ?? true ? .pounds(sums.budgetHRA) : .text("no HRA"),
            .pounds(sums.budget), .pounds(sums.netPresentValue),
            sums.tests == 0 ? .text("none set") : .text("\(count: sums.passed) of \(count: sums.tests)"),
          ]
        }),
      .chart(rehousedChart(portfolio)),
    ] + failures(portfolio))
}

/// Councils region by region, with what each region comes to where it has more than one, and the whole.
private func table(
  _ portfolio: Portfolio, _ id: String, _ caption: Text, _ columns: [String],
  _ cells: (Portfolio.Sums, Portfolio.Council?) -> [Cell]
) -> Table {
  var rows: [Table.Row] = []
  for group in portfolio.groups {
    let region = Cell.text(group.region.heading)
    for council in group.councils {
      rows.append(Table.Row([.text(council.name), region] + cells(council.sums, council)))
    }
    if group.councils.count > 1 {
      rows.append(
        Table.Row(
          [.text("All of \(group.region.heading)"), region] + cells(group.sums, nil), role: .subtotal))
    }
  }
  rows.append(Table.Row(["All councils", "all"] + cells(portfolio.all, nil), role: .total))
  return Table(
    "portfolio-\(id)", caption,
    columns: [.words("Council"), .words("Region")] + columns.map { .figures(Text($0)) }, rows: rows)
}

/// By council, or by region where they are many.
private func rehousedChart(_ portfolio: Portfolio) -> Chart {
  let isByRegion = portfolio.councils.count > 8
  let columns: [(place: String, sums: Portfolio.Sums)] =
    isByRegion
    ? portfolio.groups.map { (place: $0.region.short, sums: $0.sums) }
    : portfolio.councils.map { (place: $0.name, sums: $0.sums) }
  let largest = columns.max { $0.sums.rehoused < $1.sums.rehoused }
  var sentences: [Text] = []
  if let largest, largest.sums.rehoused > 0 {
    sentences.append(
      "\(largest.place) has the most, \(Wording.households(largest.sums.rehoused)) of \(count: portfolio.all.rehoused)."
    )
  } else {
    sentences.append("No household would be rehoused.")
  }
  return Chart(
    "rehoused",
    "Households rehoused by each \(isByRegion ? "region" : "council") by the councils’ own headline years",
    .columns(
      Chart.Columns(
        places: columns.map { $0.place },
        parts: [Chart.Part("Rehoused (gross)", columns.map { max(0, $0.sums.rehoused) * 1_000_000 })])),
    sentences: sentences,
    table: Table(
      "rehoused", "Households rehoused by the headline year",
      columns: [.words(isByRegion ? "Region" : "Council"), .figures("Rehoused")],
      rows: columns.map { Table.Row([.text($0.place), .count($0.sums.rehoused)]) }
        + [Table.Row(["All councils", .count(portfolio.all.rehoused)], role: .total)]))
}

/// The tests that fail, by council.
private func failures(_ portfolio: Portfolio) -> [Block] {
  let failing = portfolio.councils.filter { !$0.findings.failedTests.isEmpty }
  guard !failing.isEmpty else { return [] }
  return [
    .table(
      Table(
        "portfolio-tests", "Tests that the plans fail",
        columns: [.words("Council"), .words("Test"), .words("When")],
        rows: failing.flatMap { council in
          council.findings.failedTests.map { test in
            Table.Row([.text(council.name), .text(test.name), .text(Sentences.when(test.years))])
          }
        }))
  ]
}

/// Households in TA on the days that every projection has, which may be added.
func portfolioHouseholds(_ portfolio: Portfolio) -> Section {
  let marches = portfolio.byMarch
  guard let first = marches.first, let last = marches.last, marches.count > 1 else {
    return Section(
      "households", "Households in temporary accommodation",
      [.paragraph("The projections have no year in common, so their households are not added up by date.")])
  }
  let widest = marches.map { $0.without - $0.with }.max() ?? 0
  let rows = marches.map { march in
    Table.Row([
      .text("\(digits: march.year)"), .count(march.without), .count(march.with),
      .count(march.without - march.with),
    ])
  }
  let fewer = last.without - last.with
  return Section(
    "households", "Households in temporary accommodation",
    message:
      "In March \(Wording.digits(last.year)) TA would hold \(Wording.difference(households: -fewer)) than without the plans",
    [
      .chart(
        Chart(
          "households",
          "Households in TA at 31 March, all councils, in the years that every projection has, \(digits: first.year) to \(digits: last.year)",
          .lines(
            Chart.Lines(
              places: marches.map { Wording.digits($0.year) }, unit: .households,
              series: [
                Chart.Line("Without the plans", .without, marches.map { $0.without * 1_000_000 }),
                Chart.Line("With the plans", .with, marches.map { $0.with * 1_000_000 }),
              ], gap: widest > 0 ? "\(Wording.grouped(widest)) fewer" : nil)),
          sentences: [
            "From \(count: first.with) with the plans and \(count: first.without) without, numbers come to \(count: last.with) with them and \(count: last.without) without."
          ],
          table: Table(
            "households", "Households in TA at 31 March, all councils. A minus is more with the plans.",
            columns: [
              .figures("31 March"), .figures("Without the plans"), .figures("With the plans"),
              .figures("Fewer with the plans"),
            ], rows: rows, open: rows.count > 12 ? 10 : nil)))
    ])
}

/// Each financial year over the councils whose projections have it: its columns come to the sums of the first page.
func portfolioYears(_ portfolio: Portfolio) -> Section {
  let years = portfolio.byYear
  let total = years.reduce(Money.zero) { $0 + $1.budget }
  return Section(
    "years", "Year by year", message: "Every column comes to the sum of the councils",
    [
      .table(
        Table(
          "portfolio-years",
          "Homes complete, households rehoused, and £ cash, with the plans less without, over the councils whose projection has the year. A minus is a cost.",
          columns: [
            .words("Year"), .figures("Councils"), .figures("Homes"), .figures("Rehoused"), .figures("Spent"),
            .figures("Borrowed"), .figures("Budget effect"),
          ],
          rows: years.map { year in
            Table.Row([
              .year(year.year), .count(year.councils), .count(year.homes), .count(year.rehoused),
              .pounds(year.spent), .pounds(year.borrowed), .pounds(year.budget),
            ])
          } + [
            Table.Row(
              [
                "All years", .count(portfolio.councils.count), .count(years.reduce(0) { $0 + $1.homes }),
                .count(years.reduce(0) { $0 + $1.rehoused }),
                .pounds(years.reduce(.zero) { $0 + $1.spent }),
                .pounds(years.reduce(.zero) { $0 + $1.borrowed }), .pounds(total),
              ], role: .total)
          ]))
    ])
}

/// What each council assumes, side by side.
func portfolioAssumptions(_ portfolio: Portfolio) -> Section {
  Section(
    "assumptions", "Side by side, at each one’s own assumptions",
    [
      .table(
        Table(
          "portfolio-assumptions", "Time, prices and rates of each model",
          columns: [
            .words("Council"), .words("Years"), .words("Price base"), .words("Headline year"),
            .words("Borrowing rate"), .words("Highest rate it can bear"), .words("Figures"),
          ],
          rows: portfolio.councils.map { council in
            let (findings, model) = (council.findings, council.findings.model)
            return Table.Row([
              .text(council.name), "\(model.firstYear) to \(model.lastYear)", .year(model.priceBase),
              .year(model.appraisal.headlineYear),
              .text(findings.assumedRate.map { Wording.rate($0) } ?? findings.assumedRates),
              .text(findings.rates.every.words), .text(model.status.rawValue),
            ])
          })),
      .table(
        Table(
          "portfolio-trust", "How far each model can be trusted: its sources, its arithmetic, its backcast",
          columns: [
            .words("Council"), .figures("Assumptions"), .figures("Without a source"), .words("Checks"),
            .words("Backcast"), .words("Fingerprint"),
          ],
          rows: portfolio.councils.map { council in
            let findings = council.findings
            let failing = findings.laws.count { !$0.holds }
            return Table.Row([
              .text(council.name), .count(findings.register.count),
              .count(findings.register.unsourced.count),
              failing == 0 ? "all hold" : .bad("\(count: failing) fail"), .text(findings.backcastInShort),
              .code(findings.fingerprint),
            ])
          })),
    ])
}

extension Findings {
  /// "not made", "nearer than no change".
  fileprivate var backcastInShort: String {
    guard let backcast else { return "not made" }
    switch backcast.beats(.model, .noChange) {
    case true: return "nearer than no change"
    case false: return "no nearer than no change"
    default: return "not compared"
    }
  }
}
