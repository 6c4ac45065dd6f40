import CashFlow
import Finance
import Housing

/// Rents beside the Local Housing Allowance and what the benefit cap leaves.
func affordabilityPage(_ findings: Findings) -> Section {
  let burdens = findings.forecast.rentBurdens()
  var blocks: [Block] = []
  let above = burdens.filter { burden in
    findings.years.indices.contains { burden.above($0).map { $0 > .zero } ?? false }
  }
  if !findings.model.allowanceRates.isEmpty, !burdens.isEmpty {
    blocks.append(
      .paragraph(
        "Local Housing Allowance limits benefit for private tenants. It is set beside council rents as a mark of what low incomes can pay, not as a limit on them."
      ))
    blocks.append(.table(firstYears(burdens, findings)))
    blocks += byYear(burdens, findings)
  }
  for cap in findings.model.scrutiny.benefitCaps { blocks += capTable(cap, burdens, findings) }
  return Section(
    "affordability", "Rents beside allowances", message: message(above, burdens, findings), blocks)
}

private func message(_ above: [RentBurden], _ burdens: [RentBurden], _ findings: Findings) -> Text {
  guard !findings.model.allowanceRates.isEmpty else { return "Rents beside what the benefit cap leaves" }
  guard !above.isEmpty else { return "No rent is above the Local Housing Allowance in any year" }
  let names = above.map { findings.label(ofGroup: $0.group).lowered }
  return
    "\(Wording.list(names).capitalised) \(above.count == 1 ? "is" : "are") above the Local Housing Allowance in some year"
}

extension Findings {
  /// A group of homes as the tables name it, by its name in the ledger.
  func label(ofGroup name: String) -> String {
    groups.first { $0.name.isSame(as: name) }?.label ?? name
  }
}

/// In the first year that a group has homes.
private func firstYears(_ burdens: [RentBurden], _ findings: Findings) -> Table {
  Table(
    "lha",
    "Rent and service charge beside the Local Housing Allowance (LHA), £ a week, in the first year with homes",
    columns: [
      .words("Homes"), .figures("Bedrooms"), .figures("Year"), .figures("Rent and charge"), .figures("LHA"),
      .figures("Above (+) or below"), .words("Result"),
    ],
    rows: burdens.map { burden in
      let k = burden.weekly.firstIndex { $0 != nil } ?? 0
      let weekly = burden.weekly[k].map { Cell.pence($0) } ?? .nothing
      let start: [Cell] = [
        .text(findings.label(ofGroup: burden.group)), .count(burden.bedrooms), .year(findings.years[k]),
        weekly,
      ]
      guard let allowance = burden.allowance, let above = burden.above(k) else {
        return Table.Row(start + ["not given", "not given", "not given"])
      }
      return Table.Row(
        start + [.pence(allowance[k]), .change(.pence(above)), above > .zero ? .bad("Above") : "Within"])
    })
}

private func byYear(_ burdens: [RentBurden], _ findings: Findings) -> [Block] {
  Table.acrossYears(
    "lha-years",
    "Rent and service charge less Local Housing Allowance, £ a week, with the plan. A plus is above it",
    stub: "Homes", years: findings.years,
    rows: burdens.map { burden in
      Table.YearRow(
        Text(findings.label(ofGroup: burden.group)),
        findings.years.indices.map { k in
          guard burden.weekly[k] != nil else { return "no homes" }
          return burden.above(k).map { .change(.pence($0)) } ?? "not given"
        })
    })
}

/// The groups of the size that a kind of household lives in, less what its cap leaves for rent.
private func capTable(_ cap: BenefitCap, _ burdens: [RentBurden], _ findings: Findings) -> [Block] {
  let name = cap.name.spaced
  let homes = burdens.filter { $0.bedrooms == cap.bedrooms }
  guard !homes.isEmpty else {
    return [.paragraph("\(name): the model has no homes with \(count: cap.bedrooms) bedrooms.")]
  }
  let room = findings.years.map { cap.room(in: $0) }
  return Table.acrossYears(
    "benefit-cap-\(cap.name)",
    "\(name): rent and service charge less what the benefit cap leaves for them, £ a week, with the plan. A plus is above it",
    stub: "Homes", years: findings.years,
    rows: [Table.YearRow("What the cap leaves", room.map { .pence($0) })]
      + homes.map { burden in
        Table.YearRow(
          Text(findings.label(ofGroup: burden.group)),
          findings.years.indices.map { k in
            burden.weekly[k].map { .change(.pence($0 - room[k])) } ?? "no homes"
          })
      })
}
