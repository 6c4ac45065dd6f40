import CashFlow
import Finance
import Housing

/// An account in the prices of the price base: with the plan, without it, and the difference of the two as shown.
func realAccount(_ account: Account, _ lines: [AccountLine], _ findings: Findings) -> Block {
  guard findings.model.appraisal.deflator.index != nil else { return .paragraph(deflation(findings)) }
  let asked = lines.map { (path: $0.path, isSum: $0.role != .plain) }
  let with = findings.forecast.realPounds(asked, .with)
  let without = findings.forecast.realPounds(asked, .without)
  let difference = zip(with, without).map { zip($0.0, $0.1).map { $0.0 - $0.1 } }
  let base = findings.model.priceBase
  func table(_ run: Forecast.Run, _ values: [[Money]]) -> [Block] {
    let from = findings.firstShown(run)
    return Table.acrossYears(
      "real-\(account.key)-\(run.id)", "\(account.words), \(run.words), £, in \(base) prices", stub: "Line",
      years: Array(findings.years[from...]),
      rows: zip(lines, values).map { line, values in
        Table.YearRow(Text(line.name), values[from...].map { .pounds($0) }, role: line.role)
      })
  }
  return .fold(
    "\(account.words) in \(base) prices",
    [.paragraph(deflation(findings))] + table(.difference, difference) + table(.with, with)
      + table(.without, without))
}

private func deflation(_ findings: Findings) -> Text {
  let deflator = findings.model.appraisal.deflator.index.map { findings.model.indices[$0].name }
  guard let deflator else {
    return
      "The model names no deflator, so real figures are the cash figures. Give one as \(code: "appraisal.deflator")."
  }
  return
    "Cash of each year over the index \(code: deflator), each line rounded once and totals added as shown. Interest and loans are fixed in cash, and so weigh less each year."
}
