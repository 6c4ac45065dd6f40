import Analysis
import ModelFile
import Reports

/// A comparison as a terminal shows it.
enum CompareText {
  /// The most lines of the accounts that are listed; the documents have all.
  private static let mostLines = 20

  static func text(_ answer: ComparisonAnswer) -> String {
    let comparison = answer.comparison
    var text = "From  \(shown(answer.firstName))\nTo    \(shown(answer.secondName))\n\n"
    if comparison.isSame {
      text += "No difference: every assumption has the same value, and every figure is the same.\n"
      return text + sources(comparison)
    }
    text += changes(comparison)
    text += sources(comparison)
    guard comparison.isMoved else { return text + "\nNo figure moved.\n" }
    text += "\n" + headline(comparison)
    // the main lines are split as well, in the documents, or here where no headline figure moved
    let moved = comparison.headline.count { $0.isMoved }
    for figure in comparison.split.indices where moved == 0 || figure < moved { text += why(answer, figure) }
    return text + notes(answer) + "\n" + lines(comparison)
  }

  private static func changes(_ comparison: Comparison) -> String {
    guard !comparison.changes.isEmpty else { return "No assumption has another value.\n" }
    let count = comparison.changes.count
    var text = count == 1 ? "1 assumption changed\n" : "\(count) assumptions changed\n"
    var tables: [String] = []
    for one in comparison.mixture.switches where one.kind == .table {
      let word = one.isAdded ? "is new" : "is gone"
      let values = one.changes.count == 1 ? "1 value" : "\(one.changes.count) values"
      text += "  \(shown(one.path)): \(word), with \(values)\n"
      tables.append(one.path + ".")
    }
    for change in comparison.changes {
      let isInTable = change.from == nil || change.to == nil
      if isInTable, tables.contains(where: { change.path.hasPrefix($0) }) { continue }
      text += "  \(shown(change.path)): \(value(change.from)) → \(value(change.to))\n"
      let cited = (citation(change.from), citation(change.to))
      if cited.0 == cited.1 {
        text += "    source: \(cited.1)\n"
      } else {
        text += "    source: \(cited.0)\n    source now: \(cited.1)\n"
      }
    }
    return text
  }

  private static func value(_ assumption: Assumption?) -> String {
    guard let assumption else { return "not in it" }
    return assumption.valueText.isEmpty ? "none" : shown(assumption.valueText)
  }

  private static func citation(_ assumption: Assumption?) -> String {
    guard let assumption else { return "none" }
    guard assumption.place != nil else { return "default, \(assumption.assumed?.source ?? "not given")" }
    guard !assumption.citation.isEmpty else { return "none" }
    return shown(String(decoding: assumption.citation, as: UTF8.self))
  }

  private static func sources(_ comparison: Comparison) -> String {
    let paths = comparison.sources.map { shown($0.path) }
    if paths.isEmpty { return "" }
    let more = paths.count > 6 ? " and \(paths.count - 6) more" : ""
    return "Sources changed, and no figure for that: \(paths.prefix(6).joined(separator: ", "))\(more)\n"
  }

  private static func headline(_ comparison: Comparison) -> String {
    var rows = [["Headline figures", "From", "To", "Change"]]
    for figure in comparison.headline {
      rows.append([
        figure.label + figure.unitWords, figure.words(figure.from), figure.words(figure.to),
        figure.isMoved ? figure.words(change: figure.shownChange) : "no effect",
      ])
    }
    return columns(rows)
  }

  /// The parts of one figure; a table for each way of splitting that names other causes.
  private static func why(_ answer: ComparisonAnswer, _ figure: Int) -> String {
    let movement = answer.comparison.split[figure]
    var text = ""
    for splits in answer.tables where splits.contains(where: { $0.parts[figure] != nil }) {
      var rows = [["Why: \(movement.heading)"] + splits.map { $0.method.title }]
      for part in answer.parts(of: figure, splits) {
        let name = part.cause.map { shown($0.shortName) } ?? "\(part.count) others"
        rows.append(["  " + name] + part.shown.map { movement.words(change: $0) })
      }
      rows.append(["  Altogether"] + splits.map { _ in movement.words(change: movement.shownChange) })
      text += "\n" + columns(rows)
    }
    return text
  }

  /// What must be known of how the split was made.
  private static func notes(_ answer: ComparisonAnswer) -> String {
    var notes: [String] = []
    for split in [answer.inOrder, answer.shapley].compactMap({ $0 }) {
      if case .sampled(let orders) = split.method {
        notes.append(
          "\(split.causes.count) causes are too many for every order: \(orders) orders were drawn, half of them the other half backwards."
        )
      }
      for cause in split.causes where cause.names.count > 1 {
        notes.append(
          "\(split.method.title): \(shown(cause.name)) is one cause, since the model cannot be read with one and not the other."
        )
      }
    }
    if answer.shapley == nil, answer.inOrder != nil, answer.comparison.causes.count > 1 {
      notes.append(
        "\(answer.comparison.causes.count) causes: --attribution both shares out what they do only together (Shapley values)."
      )
    }
    return notes.isEmpty ? "" : "\n" + notes.map { $0 + "\n" }.joined()
  }

  private static func lines(_ comparison: Comparison) -> String {
    guard !comparison.lines.isEmpty else { return "" }
    var rows = [["Lines that moved", "From", "To", "Change", "First in"]]
    for line in comparison.lines.prefix(mostLines) {
      rows.append([
        line.name + line.unitWords + (line.isWithoutPlan ? ", without the plan" : ""), line.words(line.from),
        line.words(line.to), line.lineWords, line.firstYear?.description ?? "",
      ])
    }
    let more = comparison.lines.count - mostLines
    return columns(rows) + (more > 0 ? "and \(more) more; --format md lists them all\n" : "")
  }
}
