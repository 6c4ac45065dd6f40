import CashFlow
import Finance
import Housing

func householdsPage(_ findings: Findings) -> Section {
  let measures = findings.measures
  let headline = findings.headline
  var blocks: [Block] = []
  if findings.model.code != nil, findings.backcast == nil { blocks.append(.paragraph(noBackcast)) }
  blocks.append(.chart(householdsChart(findings)))
  blocks.append(.paragraph(explanation(findings)))
  blocks.append(.chart(leavingChart(findings)))
  blocks += flowTables(findings)
  blocks += placeTables(findings)
  let avoided = measures.householdYearsAvoided
  blocks.append(
    .paragraph(
      avoided < 0
        ? "Over \(findings.span) households would spend \(Wording.years(avoided)) more in TA than without the plan."
        : "Over \(findings.span) the plan avoids \(Wording.years(avoided)) in TA: a household out of it for a year is one."
    ))
  blocks += lengthOfStay(findings) + bedAndBreakfast(findings) + outOfArea(findings)
  blocks += monthlyList(findings)
  return Section(
    "households", "Households in temporary accommodation",
    message: Sentences.fewer(measures.fewer[headline], findings.headlineMonth), blocks)
}

extension Wording {
  /// "1,234 household-years", without its sign.
  static func years(_ millionths: Int64) -> String {
    let whole = roundedQuotient(millionths < 0 ? -millionths : millionths, 1_000_000)
    return things(whole, one: "household-year", many: "household-years")
  }
}

private func householdsChart(_ findings: Findings) -> Chart {
  let measures = findings.measures
  let (with, without) = (measures.with, measures.without)
  let last = findings.headline
  let shown = 0...max(last, 0)
  let first = findings.model.firstYear.start
  func values(_ run: WholeHouseholds) -> [Int64] {
    ([run.opening] + shown.map { run.households[$0] }).map { $0 * 1_000_000 }
  }
  var sentences = [
    Sentences.trend(from: with.opening, with: with.households[last], without: without.households[last])
  ]
  let widest = shown.max { measures.fewer[$0] < measures.fewer[$1] } ?? last
  let gap = measures.fewer[widest]
  if gap > 0, widest != last {
    sentences.append("The gap is widest in \(Wording.march(of: findings.years[widest])), at \(count: gap).")
  }
  let start = Table.Row([.text("\(digits: first)"), .count(with.opening), .count(with.opening), .count(0)])
  let rows = findings.years.indices.map { k in
    Table.Row([
      .text("\(digits: findings.years[k].start + 1)"), .count(without.households[k]),
      .count(with.households[k]), .count(measures.fewer[k]),
    ])
  }
  return Chart(
    "households",
    "Households in TA at 31 March, \(digits: first) to \(digits: findings.years[last].start + 1), with and without the plan",
    .lines(
      Chart.Lines(
        places: [Wording.digits(first)] + shown.map { Wording.digits(findings.years[$0].start + 1) },
        unit: .households,
        series: [
          Chart.Line("Without the plan", .without, values(without)),
          Chart.Line("With the plan", .with, values(with)),
        ], gap: gap > 0 ? "\(Wording.grouped(gap)) fewer" : nil)), sentences: sentences,
    table: Table(
      "households", "Households in TA at 31 March. A minus is more with the plan.",
      columns: [
        .figures("31 March"), .figures("Without the plan"), .figures("With the plan"),
        .figures("Fewer with the plan"),
      ], rows: [start] + rows, open: last + 2 < rows.count ? last + 2 : nil))
}

/// Why gross and net differ, and what temporary homes do.
private func explanation(_ findings: Findings) -> Text {
  let (rehoused, fewer) = (findings.rehoused, findings.fewer)
  var text: Text
  if rehoused == 0 {
    text =
      "The plan rehouses no household by \(findings.headlineMonth): none of its homes is let to one as a lasting home."
  } else if fewer == rehoused {
    text =
      "By \(findings.headlineMonth) the plan rehouses \(Wording.households(rehoused)) (gross), and TA holds as many fewer (net)."
  } else {
    text =
      "By \(findings.headlineMonth) the plan rehouses \(Wording.households(rehoused)) (gross) into its own homes."
    if rehoused > fewer {
      let net = fewer < 0 ? "no fewer" : fewer == 0 ? "none fewer" : "\(Wording.grouped(fewer)) fewer"
      text =
        text
        + " TA then holds \(net) (net), because some of those rehoused would have left by another way by then."
    }
  }
  if findings.housedInOwn > 0 {
    text =
      text
      + " \(Wording.households(findings.housedInOwn).capitalised) would be in the plan’s temporary homes: they have not left TA, and are never added to those rehoused."
  }
  return text
}

/// How households leave, by year or month; a home left behind by a transfer, or a contract, only where there is one.
/// - Parameter otherwise: how those are named who leave for other reasons.
func routes(
  _ run: WholeHouseholds, _ findings: Findings, otherwise: String = "Left for other reasons"
) -> [(name: String, values: [Int64])] {
  var all = [
    (name: otherwise, values: run.leftOtherwise),
    (name: "Home the council had", values: run.existing),
    (name: "First letting of the plan", values: run.firstLettings),
    (name: "Re-letting of the plan", values: run.relettings),
  ]
  if findings.hasChains { all.append((name: "Home a transfer left behind", values: run.chained)) }
  if findings.hasContracts { all.append((name: "Outcomes contract", values: run.byContract)) }
  return all
}

/// How households come in, by year or month; with the plan's homes only where they bring any.
func entries(_ run: WholeHouseholds, _ findings: Findings) -> [(name: String, values: [Int64])] {
  var all = [(name: "Came in", values: run.entered)]
  if findings.bringsHouseholds {
    all.append((name: "Brought in by the plan", values: run.enteredByPlan))
  }
  return all
}

extension Findings {
  /// Whether a council tenant’s transfer lets a home to a household in TA.
  var hasChains: Bool { measures.with.chained.contains { $0 != 0 } }

  /// Whether the plan’s homes bring households into TA: private tenants, tenants of leases that end, those who come back.
  var bringsHouseholds: Bool {
    measures.with.enteredByPlan.contains { $0 != 0 }
  }
}

private func leavingChart(_ findings: Findings) -> Chart {
  let run = findings.measures.with
  let shown = Array(0...max(findings.headline, 0))
  let routes = routes(run, findings, otherwise: "For other reasons")
  let other = run.leftOtherwise.prefix(shown.count).reduce(0, +)
  let existing = run.existing.prefix(shown.count).reduce(0, +)
  return Chart(
    "leaving",
    "Households leaving TA in the year, by how, with the plan, \(findings.years[0]) to \(findings.years[findings.headline])",
    .columns(
      Chart.Columns(
        places: shown.map { findings.years[$0].description },
        parts: routes.map { route in
          Chart.Part(route.name, shown.map { max(0, route.values[$0]) * 1_000_000 })
        })),
    sentences: [
      "By \(findings.headlineMonth), \(Wording.households(other)) leave for other reasons, \(Wording.households(existing)) to a home that the council already had, and \(Wording.households(findings.rehoused)) to a home of the plan\(findings.hasChains ? " or one left behind for it" : "")."
    ],
    table: Table(
      "leaving", "Households leaving TA in the year, with the plan",
      columns: [.words("Year")] + routes.map { .figures(Text($0.name)) } + [.figures("All")],
      rows: findings.years.indices.map { k in
        Table.Row(
          [.year(findings.years[k])] + routes.map { .count($0.values[k]) }
            + [.count(routes.reduce(0) { $0 + $1.values[k] })])
      }, open: openRows(findings, findings.headline + 1)))
}

/// How many rows stand open, if there are enough more to fold.
func openRows(_ findings: Findings, _ open: Int) -> Int? { open + 2 < findings.years.count ? open : nil }

/// Opening, in, out and closing by year, adding up as shown.
private func flowTables(_ findings: Findings) -> [Block] {
  func table(_ id: String, _ caption: Text, _ run: WholeHouseholds) -> Block {
    .table(
      Table(
        id, caption,
        columns: [.words("Year"), .figures("Opening")]
          + entries(run, findings).map { .figures(Text($0.name)) }
          + routes(run, findings).map { .figures(Text($0.name)) } + [.figures("Closing")],
        rows: findings.years.indices.map { k in
          Table.Row(
            [.year(findings.years[k]), .count(k == 0 ? run.opening : run.households[k - 1])]
              + entries(run, findings).map { .count($0.values[k]) }
              + routes(run, findings).map { .count(-$0.values[k]) } + [.count(run.households[k])])
        }, open: openRows(findings, findings.headline + 1)))
  }
  return [
    table(
      "flows", "Households into and out of TA, with the plan. A minus leaves.", findings.measures.with),
    .fold(
      "The same without the plan",
      [
        table(
          "flows-without", "Households into and out of TA, without the plan. A minus leaves.",
          findings.measures.without)
      ]),
  ]
}

private func placeTables(_ findings: Findings) -> [Block] {
  let names = findings.placeLabels
  func table(_ id: String, _ caption: Text, _ run: WholeHouseholds) -> Block {
    let start = Table.Row(
      [.text("\(digits: findings.model.firstYear.start)")] + run.openingByType.map { .count($0) }
        + [.count(run.opening)])
    return .table(
      Table(
        id, caption,
        columns: [.figures("31 March")] + names.map { .figures(Text($0)) } + [.figures("All")],
        rows: [start]
          + findings.years.indices.map { k in
            Table.Row(
              [.text("\(digits: findings.years[k].start + 1)")] + run.byType[k].map { .count($0) }
                + [.count(run.households[k])])
          }, open: openRows(findings, findings.headline + 2)))
  }
  return [
    table("places", "Households in TA at 31 March by kind of place, with the plan", findings.measures.with),
    .fold(
      "The same without the plan",
      [
        table(
          "places-without", "Households in TA at 31 March by kind of place, without the plan",
          findings.measures.without)
      ]),
  ]
}

extension Findings {
  /// The kinds of place, as words: "Nightly let"; a temporary programme's own homes last.
  var placeLabels: [String] {
    model.temporaryAccommodation.types.map { $0.name.spaced }
      + model.programmes.filter { $0.use == .temporary }.map { "Plan: " + $0.name.spaced.lowered }
  }
}

extension String {
  /// The name of a table of the model as words: "bed-and-breakfast" is "Bed and breakfast", "pwlb-hra" is "PWLB HRA".
  public var spaced: String {
    let abbreviations = ["pwlb", "hra", "ta", "gf", "lahf", "cpi", "lha", "mrp"]
    var words = ""
    for word in utf8.split(whereSeparator: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }) {
      if !words.utf8.isEmpty { words += " " }
      let isAbbreviation = abbreviations.contains { $0.utf8.elementsEqual(word) }
      let capitals = word.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 32 : $0 }
      words += String(decoding: isAbbreviation ? capitals : Array(word), as: UTF8.self)
    }
    return words.capitalised
  }
}
