import CashFlow
import Finance
import Housing

/// Who takes the council's lettings: households in temporary accommodation, and everyone else on the register.
func otherApplicantsPage(_ findings: Findings) -> Section {
  let with = Shared(findings, .with, findings.measures.with)
  let without = Shared(findings, .without, findings.measures.without)
  let change = with.others.reduce(0, +) - without.others.reduce(0, +)
  let message: Text =
    change == 0
    ? "Other applicants get as many lettings with the plan as without it"
    : "Over \(findings.span) other applicants get \(Wording.grouped(change < 0 ? -change : change)) \(change < 0 ? "fewer" : "more") lettings than without the plan"
  return Section(
    "other-applicants", "Lettings to other applicants", message: message,
    [
      .paragraph(share(with, without)), .table(table(with, without, findings)),
      .paragraph(largerShare(findings)),
    ])
}

/// Lettings of a run by year, in whole ones that add up.
private struct Shared {
  var households: [Int64], others: [Int64]
  var all: [Int64] { zip(households, others).map { $0.0 + $0.1 } }

  init(_ findings: Findings, _ run: Forecast.Run, _ shown: WholeHouseholds) {
    households = findings.years.indices.map {
      shown.existing[$0] + shown.firstLettings[$0] + shown.relettings[$0]
    }
    var (sum, last) = (Int64(0), Int64(0))
    others = findings.forecast.yearly("lettings.others", run).map { millionths in
      sum += millionths
      let whole = roundedQuotient(sum, 1_000_000)
      defer { last = whole }
      return whole - last
    }
  }
}

private func share(_ with: Shared, _ without: Shared) -> Text {
  func words(_ shared: Shared) -> String {
    let all = shared.all.reduce(0, +)
    guard all > 0 else { return "no lettings" }
    let share = roundedProduct(shared.households.reduce(0, +), 100, over: all)
    return "\(share)% of \(Wording.things(all, one: "letting", many: "lettings"))"
  }
  return
    "With the plan households in TA take \(words(with)), and without it \(words(without)). The rest go to other applicants and change nothing in TA."
}

private func table(_ with: Shared, _ without: Shared, _ findings: Findings) -> Table {
  func cells(_ k: Int?) -> [Cell] {
    func value(_ values: [Int64]) -> Int64 { k.map { values[$0] } ?? values.reduce(0, +) }
    return [
      .count(value(with.all)), .count(value(with.households)), .count(value(with.others)),
      .count(value(without.all)), .count(value(without.households)), .count(value(without.others)),
      .change(.count(value(with.others) - value(without.others))),
    ]
  }
  return Table(
    "other-applicants", "Lettings of settled homes in the year, by who takes them",
    columns: [
      .words("Year"), .figures("All, with the plan"), .figures("To TA"), .figures("To others"),
      .figures("All, without"), .figures("To TA"), .figures("To others"), .figures("Change for others"),
    ],
    rows: findings.years.indices.map { Table.Row([.year(findings.years[$0])] + cells($0)) }
      + [Table.Row([.text(Text(findings.span.capitalised))] + cells(nil), role: .total)],
    open: openRows(findings, 10))
}

/// What a larger share for temporary accommodation would take from others.
private func largerShare(_ findings: Findings) -> Text {
  let existing = findings.forecast.yearly("lettings.existing").reduce(0, +)
  guard existing > 0 else {
    return "The model has no lettings of homes that the council already has, so TA takes none from others."
  }
  let point = roundedQuotient(existing, 100_000_000)
  return
    "Each percentage point more of the lettings of existing homes for TA (\(code: "stock.*.ta_share")) would be up to \(Wording.grouped(point)) \(point == 1 ? "letting" : "lettings") fewer for other applicants over \(findings.span): overcrowded families, people with medical needs, and transfers, whose own homes would come free."
}
