import Finance
import Housing
import ModelFile

/// What the register says of assumptions beside their values: what needs attention first, then who answers for each, how sure they
/// are, and when it is looked at again. Nothing where the model keeps none.
func reviewBlocks(_ findings: Findings) -> [Block] {
  let entries = findings.model.register
  guard !entries.isEmpty, !findings.withholds else { return [] }
  let judged = entries.map { Judged($0, findings) }
  let order = judged.indices.sorted { a, b in
    judged[a].rank == judged[b].rank ? a < b : judged[a].rank < judged[b].rank
  }
  var blocks: [Block] = []
  let overdue = Int64(judged.count { $0.isOverdue })
  let outside = Int64(judged.count { $0.entry.isOutOfRange })
  if overdue + outside > 0 {
    var parts: [String] = []
    if overdue > 0 {
      parts.append("\(Wording.number(overdue)) \(overdue == 1 ? "is" : "are") overdue for review")
    }
    if outside > 0 {
      parts.append("\(Wording.number(outside)) \(outside == 1 ? "lies" : "lie") outside its own range")
    }
    blocks.append(
      .note(Note(.warning, Text("Of the assumptions in the register, \(Wording.list(parts))"), id: "review")))
  }
  let asOf = findings.model.asOf
  blocks.append(
    .table(
      Table(
        "register-review",
        Text(
          "The register: range, owner, confidence and review of the assumptions that matter most, what needs attention first"
            + (asOf.map { "; reviews judged as at \($0)" }
              ?? "; the model says no date as at which reviews are judged")),
        columns: [
          .words("Assumption"), .words("Value"), .words("Range"), .words("Owner"), .words("Confidence"),
          .words("Review by"), .words("Standing"),
        ],
        rows: order.map { judged[$0].row })))
  return blocks
}

private struct Judged {
  var entry: RegisterEntry
  var assumption: Assumption?
  var isOverdue: Bool
  var hasNoSource: Bool

  init(_ entry: RegisterEntry, _ findings: Findings) {
    self.entry = entry
    let rows = findings.loaded.assumptions.at(entry.path)
    assumption = rows.first
    hasNoSource = rows.contains { $0.isUnsourced }
    isOverdue = findings.model.asOf.flatMap { asOf in entry.reviewBy.map { $0 < asOf } } ?? false
  }

  /// What needs attention comes first.
  var rank: Int { hasNoSource ? 0 : isOverdue ? 1 : entry.isOutOfRange ? 2 : 3 }

  var row: Table.Row {
    var standing: [String] = []
    if hasNoSource { standing.append("no source") }
    if isOverdue { standing.append("overdue") }
    if entry.isOutOfRange { standing.append("outside its range") }
    return Table.Row([
      .text(Text([.plain("\(entry.name.spaced): "), .code(entry.path)])),
      assumption.map { .text(value(of: $0)) } ?? .nothing,
      .text(entry.rangeWords), entry.owner.map { .text($0) } ?? .notRecorded,
      entry.confidence.map { .text($0.rawValue) } ?? .notRecorded,
      entry.reviewBy.map { .text($0.description) } ?? .notRecorded,
      standing.isEmpty ? "in order" : .bad(Text(Wording.list(standing).capitalised)),
    ])
  }
}

extension RegisterEntry {
  /// "3.75% to 5.75%", "−1 point to +1 point".
  var rangeWords: String {
    func words(_ end: End) -> String { ((end.isShift && end.amount > 0 ? "+" : "") + end.text).withMinuses }
    return switch (low, high) {
    case (let low?, let high?): "\(words(low)) to \(words(high))"
    case (let low?, nil): "from \(words(low))"
    case (nil, let high?): "up to \(words(high))"
    case (nil, nil): "not recorded"
    }
  }
}

extension Findings {
  /// Whether this is a public report that withholds something: where a boundary lies, or how far a figure swings, could be tried until
  /// what is withheld comes out, so neither is said of any.
  var withholds: Bool { isPublic && !model.publication.withheld.isEmpty }
}
