import CashFlow

func checksPage(_ findings: Findings) -> Section {
  let failing = findings.laws.filter { !$0.holds }.map { $0.law }
  return Section(
    "checks", "Checks", message: Sentences.checks(failing: failing, of: findings.laws.count),
    [
      .paragraph(
        "Each is reckoned again from the lines of both runs, with the plan and without it, in every month. They show that the arithmetic is whole, not that the assumptions are right."
      ),
      .table(
        Table(
          "checks", "What must always hold", columns: [.words("Check"), .words("Result")],
          rows: findings.laws.map { law in
            Table.Row([.text(law.law), law.holds ? "Holds" : .bad("Fails")])
          })),
    ])
}
