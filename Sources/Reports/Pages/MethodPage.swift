import CashFlow
import Finance
import Housing

func methodPage(_ findings: Findings) -> Section {
  Section(
    "method", "Method", message: "How every line is worked out",
    methodTopics.map { .section(Section($0.id, $0.title, [.list($0.points)])) } + [
      .section(Section("rules", "Rules and where they stand", [.facts(rules(findings))])),
      .section(Section("lines", "Lines", [.fold("Every line and its formula", [.table(lines(findings))])])),
    ])
}

private func rules(_ findings: Findings) -> [Fact] {
  let model = findings.model
  var all = [
    Fact(
      "Two accounts, and no HRA deficit",
      "Local Government and Housing Act 1989, part VI; section 76 for the deficit"),
    Fact(
      "Provision for General Fund borrowing",
      "Capital finance: guidance on minimum revenue provision, 5th edition, 10 April 2024, asset life method"),
    Fact(
      "Right to Buy receipts",
      "MHCLG, Retained Right to Buy receipts and their use for replacement supply, 10 July 2025"),
    Fact("Discounting", "HM Treasury, Green Book: 3.5% to year 30, 3.0% to year 75"),
    Fact(
      "Loans",
      "A draw is a loan of its own at the rate of its year; a full period bears the annual rate divided by the payments a year"
    ),
  ]
  var used: [Rule] = model.contracts.isEmpty ? [] : [.outcomesContract, .stillInPlace, .waterfall]
  if model.socialValues.contains(where: { $0.proxy != nil }) { used.append(.socialValueApart) }
  all += used.map { Fact(Text($0.title), "\($0.source) (\($0.certainty.description))") }
  all += (model.stampDutyRules + model.rentRules).map { Fact($0) }
  return all + scrutinyRules(model) + placementRules(findings)
}

extension Fact {
  /// A rule, where it stands, and how sure it is if nobody read it there.
  init(_ rule: Rule) {
    self.init(
      Text(rule.title),
      Text(rule.certainty == .read ? rule.source : "\(rule.source) (\(rule.certainty.description))"))
  }
}

/// The lines that this model uses.
private func lines(_ findings: Findings) -> Table {
  lineTable(
    findings.forecast.plan.lines.meanings.filter { findings.uses($0) },
    "Lines that are not nil throughout, how each is worked out, and what its year is. A star stands for one of many: a group of homes, a loan, a kind of place"
  )
}

extension Findings {
  /// Whether a line is other than nil in some year, or its page shows it even when nil.
  fileprivate func uses(_ meaning: Meaning) -> Bool {
    if meaning.id.utf8.contains(UInt8(ascii: "*")) || meaning.quantity != .pence { return true }
    return !pounds.isNil(meaning.id) || Findings.isAlwaysShown(meaning.id)
  }
}
