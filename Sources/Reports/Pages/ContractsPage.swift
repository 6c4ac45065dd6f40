import CashFlow
import Finance
import Housing

/// Outcomes contracts: only in a report of a model that has one.
func contractsPages(_ findings: Findings) -> [Section] {
  let model = findings.model
  guard !model.contracts.isEmpty else { return [] }
  let views = model.contracts.indices.map { findings.forecast.contractView($0) }
  let (advanced, paid) = views.reduce((Int64(0), Int64(0))) {
    ($0.0 + $1.advanced.reduce(0, +), $0.1 + $1.paid.reduce(0, +))
  }
  return [
    Section(
      "contracts", "Outcomes contracts",
      message:
        "Over \(findings.span) investors would advance \(Wording.money(Money(pence: advanced))), and \(Wording.money(Money(pence: paid))) would be paid for outcomes",
      model.contracts.indices.map { .section(contract($0, views[$0], findings)) })
  ]
}

private func contract(_ place: Int, _ view: ContractView, _ findings: Findings) -> Section {
  let contract = findings.model.contracts[place]
  let council = Money(pence: view.paidByCouncil.reduce(0, +))
  var blocks: [Block] = [.facts(terms(contract, findings)), .table(outcomes(contract, view))]
  blocks += years(contract, findings)
  if let late = afterTheEnd(contract, view, findings) { blocks.append(.paragraph(late)) }
  blocks += effect(place, findings)
  blocks += investors(contract, view, findings)
  return Section(
    "contract-\(contract.name)", contract.name.spaced,
    message: "The council would pay \(Wording.money(council)) for outcomes over \(findings.span)", blocks)
}

private func terms(_ contract: OutcomesContract, _ findings: Findings) -> [Fact] {
  var facts: [Fact] = []
  switch contract.intake {
  case .starts(_, let additional):
    facts.append(Fact("Homes", "it finds its own"))
    facts.append(
      Fact(
        "Leave TA by it, and would not have without it", "\(Wording.plainRate(additional)) of those who start"
      ))
  case .lettings(let programme, let until):
    let name = findings.model.programmes[programme].name.spaced
    facts.append(
      Fact(
        "Counts lettings to households in TA of", Text(until.map { "\(name), up to \($0)" } ?? name)))
    facts.append(Fact("Exits from TA that it adds", "none: the programme’s homes house these households"))
  }
  facts.append(Fact("Cost of a start, advanced by investors", Text(Wording.price(contract.cost))))
  facts.append(
    Fact(
      "Paid for a start on average, if no cap in all is reached",
      Text(Wording.price(contract.expectedPayment))))
  facts.append(
    Fact("Most for one household", Text(contract.capPerStart.map { Wording.price($0) } ?? "no cap")))
  facts.append(Fact("Most in all", Text(contract.cap.map { Wording.price($0) } ?? "no cap")))
  facts.append(Fact("The council pays", "\(Wording.plainRate(contract.councilShare)) of each payment"))
  if let other = contract.otherPayer, contract.councilShare < .whole {
    facts.append(Fact("The rest is paid by", Text(other)))
  }
  return facts
}

private func outcomes(_ contract: OutcomesContract, _ view: ContractView) -> Table {
  Table(
    "outcomes-\(contract.name)",
    "\(contract.name.spaced): what is paid for, and how many households reach it within the projection",
    columns: [
      .words("Outcome"), .figures("Months after the start"), .figures("In place"), .figures("Tariff"),
      .figures("Paid for each"), .figures("Households"),
    ],
    rows: contract.outcomes.indices.map { k in
      let outcome = contract.outcomes[k]
      return Table.Row([
        .text(outcome.name.spaced), .count(outcome.months), .plainRate(outcome.share), .price(outcome.tariff),
        .price(contract.payableTariffs[k]),
        .households(millionths: view.reached[k].reduce(0, +), decimals: 1),
      ])
    })
}

/// What is advanced and paid by year, the council's part and the others' adding up as shown.
private func years(_ contract: OutcomesContract, _ findings: Findings) -> [Block] {
  let pounds = findings.pounds
  let name = "contract.\(contract.name)"
  let (advanced, council) = (pounds.yearly("\(name).advanced"), pounds.yearly("\(name).council"))
  let paid = pounds.yearly("\(name).paid")
  func row(_ label: Text, _ values: [Money], _ role: Table.Row.Role = .plain) -> Table.YearRow {
    Table.YearRow(label, values.map { .pounds($0) }, role: role)
  }
  var rows = [row("Paid by the council", council)]
  if contract.councilShare < .whole {
    rows.append(row("Paid by others", zip(paid, council).map { $0.0 - $0.1 }))
  }
  return Table.acrossYears(
    "contract-years-\(contract.name)", "\(contract.name.spaced): paid and advanced, £, cash", stub: "Line",
    years: findings.years,
    rows: rows + [row("Paid for outcomes", paid, .total), row("Advanced by investors", advanced)])
}

/// That some of what is earned falls after the projection.
private func afterTheEnd(_ contract: OutcomesContract, _ view: ContractView, _ findings: Findings) -> Text? {
  let longest = contract.outcomes.last?.months ?? 0
  let years = Int((longest + 11) / 12)
  guard years > 0, view.started.suffix(years).contains(where: { $0 > 0 }) else { return nil }
  return
    "Some who start have outcomes after \(Wording.march(of: findings.model.lastYear)), which are not counted here, nor is what would be paid for them."
}

/// What the contract saves the council against what it costs it.
private func effect(_ place: Int, _ findings: Findings) -> [Block] {
  let contract = findings.model.contracts[place]
  let effect = findings.forecast.contractEffect(place)
  func shown(_ pence: [Int64]) -> [Money] { pence.map { Money.pounds(roundedQuotient($0, 100)) } }
  let (saved, paid) = (shown(effect.accommodation), shown(effect.outcomes))
  let net = zip(saved, paid).map { $0.0 + $0.1 }
  let (all, cost) = (saved.reduce(.zero, +), paid.reduce(.zero, +))
  let how: Text =
    effect.isAllOfThePlan
    ? "The contract is all there is to the plan, so this is the run with the plan less the run without it."
    : "This is the plan less a third run, of the same plan without this contract. Contracts and homes that house the same households share what they save, so such differences need not add up to the plan’s."
  var words: Text =
    all == .zero
    ? "Over \(findings.span) the contract changes nothing in what TA costs, "
    : "Over \(findings.span) the contract lowers what TA costs, net of what is recovered, by \(strong: Wording.money(all)), "
  words = words + "and the council pays \(strong: Wording.size(cost)) for outcomes. " + how
  if case .lettings = contract.intake {
    words =
      words
      + " It adds no exit: its worth to the council is what it pays for beside a home, which is not counted here."
  }
  return [.paragraph(words)]
    + Table.acrossYears(
      "contract-effect-\(contract.name)",
      "\(contract.name.spaced): what it saves the council and costs it, £, cash (a minus is a cost)",
      stub: "Line",
      years: findings.years,
      rows: [
        Table.YearRow("TA, net of what is recovered", saved.map { .pounds($0) }),
        Table.YearRow("Outcome payments", paid.map { .pounds($0) }),
        Table.YearRow("General Fund", net.map { .pounds($0) }, role: .total),
      ])
}
