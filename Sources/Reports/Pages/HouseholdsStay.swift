import CashFlow
import Finance
import Housing

/// How long households stay, by year, with the plan and without it.
func lengthOfStay(_ findings: Findings) -> [Block] {
  let (with, without) = (findings.forecast.lengthOfStay(.with), findings.forecast.lengthOfStay(.without))
  func months(_ value: Int64?) -> Cell {
    value.map { .figure(.ratio(millionths: $0, decimals: 1)) } ?? .nothing
  }
  return [
    .fold(
      "How long households stay",
      [
        .paragraph(
          "A mean stay is the household-nights of the year divided by the households that left in it (Little’s law), in months of 30.4 nights. Where numbers in TA rise it is longer than the stays of those who left, and where they fall it is shorter. “So far” is how long those who are there on 31 March have been there, five years or more counted as five: stays that have not ended, so not to be read as how long a stay lasts."
        ),
        .table(
          Table(
            "stays", "Months in TA: the mean stay by year, and so far at 31 March",
            columns: [
              .words("Year"), .figures("Mean stay with the plan"), .figures("Mean stay without it"),
              .figures("So far with the plan"), .figures("So far without it"),
            ],
            rows: findings.years.indices.map { k in
              Table.Row([
                .year(findings.years[k]), months(with.mean[k]), months(without.mean[k]),
                months(with.soFar[k]), months(without.soFar[k]),
              ])
            }, open: openRows(findings, findings.headline + 1))),
      ])
  ]
}

/// Families expected in bed and breakfast for longer than they may be: an expectation, never a count.
func bedAndBreakfast(_ findings: Findings) -> [Block] {
  let path = "ta.bandb.families"
  guard findings.forecast.plan.lines.line(named: path) != nil else { return [] }
  let (with, without) = (findings.forecast.yearly(path, .with), findings.forecast.yearly(path, .without))
  let headline = findings.headline
  func families(_ millionths: Int64) -> String {
    let tenths = roundedQuotient(millionths, 100_000)
    if tenths == 0 { return "no family" }
    return Wording.written { $0.write(tenths, places: 1, decimals: 1) }
      + (tenths == 10 ? " family" : " families")
  }
  let over = findings.years.indices.filter { with[$0] >= 50_000 }.map { findings.years[$0] }
  let finding: Text =
    over.isEmpty
    ? "None is expected with the plan on any 31 March."
    : "With the plan some are expected \(Sentences.when(over)): a finding to look into, not a certainty."
  func cell(_ millionths: Int64) -> Cell { .figure(.households(millionths: millionths, decimals: 1)) }
  return [
    .paragraph(
      "Families may be in bed and breakfast for six weeks at most. In \(findings.headlineMonth) \(families(with[headline])) would be expected there for longer with the plan, and \(families(without[headline])) without it. "
        + finding),
    .fold(
      "Families in bed and breakfast for over six weeks",
      [
        .paragraph(
          "Expected, from months in TA as if all of them were in bed and breakfast: everyone from the third month, and half of those in their second, since six weeks are about 1.4 months. A family is \(findings.meaningOfFamily)."
        ),
        .table(
          Table(
            "bed-and-breakfast",
            "Families expected in bed and breakfast for over six weeks, at 31 March",
            columns: [.figures("31 March"), .figures("With the plan"), .figures("Without the plan")],
            rows: findings.years.indices.map { k in
              Table.Row([
                .text("\(digits: findings.years[k].start + 1)"), cell(with[k]), cell(without[k]),
              ])
            }, open: openRows(findings, headline + 1))),
      ]),
  ]
}

extension Findings {
  fileprivate var meaningOfFamily: Text {
    let shares = model.temporaryAccommodation.families.byNeed
    if shares == [.zero, .whole, .whole, .whole] {
      return "taken to be any household that needs two bedrooms or more"
    }
    return "a share of the households of each size, \(code: "ta.families")"
  }
}

/// Households expected in another council's area.
func outOfArea(_ findings: Findings) -> [Block] {
  guard findings.model.temporaryAccommodation.types.contains(where: { $0.outOfArea > .zero }) else {
    return []
  }
  let (with, without) = (findings.forecast.outOfArea(.with), findings.forecast.outOfArea(.without))
  return [
    .fold(
      "Households in another council’s area",
      [
        .table(
          Table(
            "out-of-area",
            "Households expected in places outside the council’s area at 31 March: a share of each kind of place",
            columns: [.figures("31 March"), .figures("With the plan"), .figures("Without the plan")],
            rows: findings.years.indices.map { k in
              Table.Row([
                .text("\(digits: findings.years[k].start + 1)"),
                .figure(.households(millionths: with[k], decimals: 0)),
                .figure(.households(millionths: without[k], decimals: 0)),
              ])
            }, open: openRows(findings, findings.headline + 1)))
      ])
  ]
}
