import CashFlow
import Finance
import Housing

/// The plan's value to the public purse beside the council's: grant and benefit are transfers.
func publicPursePage(_ findings: Findings) -> Section {
  let purse = PublicPurse(findings.forecast, findings.pounds, findings.measures)
  let worth = purse.present.purse
  let message: Text =
    worth == .zero
    ? "To the public purse the plan is worth as much as it costs (NPV, transfers left out)"
    : "To the public purse the plan is worth \(Wording.size(worth)) \(worth > .zero ? "more than it costs" : "less than it costs") (NPV, transfers left out)"
  return Section(
    "public-purse", "The public purse beside the council", message: message,
    [
      .paragraph(
        "Grant and Housing Benefit are income to the council and a cost to another public body, so to the public purse they are neither. Here benefit is taken to pay \(Wording.plainRate(findings.model.scrutiny.publicPurse.benefitShareOfRent)) of rents and \(Wording.plainRate(findings.model.scrutiny.publicPurse.benefitShareOfRecovery)) of what is recovered for TA. Stamp Duty Land Tax is left as a cost, and no benefit to households is valued."
      ), .table(table(purse, findings)), .table(perHome(purse, findings)),
    ])
}

private func table(_ purse: PublicPurse, _ findings: Findings) -> Table {
  let columns = [
    purse.council, purse.grant.map { -$0 }, purse.benefitForPlaces.map { -$0 },
    purse.benefitForRents.map { -$0 }, purse.purse,
  ]
  let present = purse.present
  let worth = [
    present.council, -present.grant, -present.benefitForPlaces, -present.benefitForRents, present.purse,
  ]
  return Table(
    "public-purse",
    "Cash before borrowing, with the plan less without, £: the council’s, less what other public bodies pay it. A minus is a cost",
    columns: [
      .words("Year"), .figures("The council"), .figures("Grant"), .figures("Benefit for TA"),
      .figures("Benefit for rents"), .figures("The public purse"),
    ],
    rows: findings.years.indices.map { k in
      Table.Row([.year(findings.years[k])] + columns.map { .pounds($0[k]) })
    } + [
      Table.Row(
        [.text(Text(findings.span.capitalised))] + columns.map { .pounds($0.reduce(.zero, +)) }, role: .total),
      Table.Row(["NPV, real"] + worth.map { .pounds($0) }),
    ], open: openRows(findings, 10))
}

/// What each home costs the council, the public purse and those who live in it.
private func perHome(_ purse: PublicPurse, _ findings: Findings) -> Table {
  func each(_ money: Money) -> Cell {
    purse.homes > 0 ? .pounds(.pounds(roundedQuotient(money.pence, purse.homes * 100))) : "no homes"
  }
  let present = purse.present
  return Table(
    "cost-per-home",
    "Net cost, NPV, real, £, in all and over the homes that the plan completes (\(Wording.homes(purse.homes))). A minus is a gain",
    columns: [.words("Who bears it"), .figures("In all"), .figures("A home")],
    rows: [
      (name: "The council, grant and benefit counted as income", money: -present.council),
      (name: "The public purse, grant and benefit left out", money: -present.purse),
      (
        name: "Tenants and households themselves, rents and charges that benefit does not pay",
        money: present.households
      ),
    ].map { line in Table.Row([.text(line.name), .pounds(line.money), each(line.money)]) })
}
