import CashFlow
import Housing

func methodPage(_ findings: Findings) -> Section {
  Section(
    "method", "Method", message: "How every line is worked out",
    methodTopics.map { .section(Section($0.id, $0.title, [.list($0.points)])) } + [
      .section(
        Section("rules", "Rules and where they stand", [.facts(findings.model.rules.map { Fact($0) })])),
      .section(Section("lines", "Lines", [.fold("Every line and its formula", [.table(lines(findings))])])),
    ])
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
    "Lines that are not nil throughout, how each is worked out, its unit and sign, and what its year is. A star stands for one of many: a group of homes, a loan, a kind of place"
  )
}

extension Findings {
  /// Whether a line is other than nil in some year, or its page shows it even when nil.
  fileprivate func uses(_ meaning: Meaning) -> Bool {
    if meaning.id.utf8.contains(UInt8(ascii: "*")) || meaning.quantity != .pence { return true }
    return !pounds.isNil(meaning.id) || Findings.isAlwaysShown(meaning.id)
  }
}
