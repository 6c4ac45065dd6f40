extension Command {
  static let check = Command(
    name: "check",
    summary: "Tell whether the reports are what the models say",
    usage: "check [MODEL...] [OPTION...]",
    options: [.output("Where the reports are")],
    details: """
      Makes every report again, writes nothing, and shows where a file differs. Without a MODEL: those in models/, and then a
      report that no model makes is a finding too. Exit status 1 if anything is stale, missing or no longer made.
      """,
    examples: ["check", "check models/thanet.toml"],
    action: { arguments throws(Failure) in
      let output = try arguments.output()
      guard output != "-" else { throw arguments.command.badUse("--output is a folder here") }
      guard !arguments.operands.contains("-") else {
        throw arguments.command.badUse("a model from standard input has no report to check; give a file")
      }
      var models = arguments.operands
      if models.isEmpty {
        models = names(in: "models").filter { $0.hasSuffix(".toml") }.map { "models/\($0)" }
        guard !models.isEmpty else {
          throw arguments.command.badUse("there is no model in models/; give one")
        }
      }
      let batch = try Batch(models, overrides: [], into: output)
      var findings: [String] = []
      for report in batch.reports { findings += differences(report) }
      if arguments.operands.isEmpty {
        let folders = batch.reports.map { $0.folder }
        for folder in names(in: output).map({ path(output, $0) }) where !folders.contains(folder) {
          if case .folder = Standing(folder) {
            findings.append("\(shown(folder)): no model makes this report; remove it")
          }
        }
      }
      let fine =
        batch.reports.count == 1
        ? "1 report is what its model says" : "\(batch.reports.count) reports are what their models say"
      let lines =
        findings.isEmpty ? [fine] : findings + ["Run `homeward report` to write what the models say."]
      let text = lines.map { $0 + "\n" }.joined()
      return Outcome(output: Array(text.utf8), errors: batch.notes, status: findings.isEmpty ? 0 : 1)
    })

  /// What parts a report in its folder from the report of its model.
  private static func differences(_ report: Batch.Report) -> [String] {
    var findings: [String] = []
    for file in report.files {
      let path = "\(report.folder)/\(file.name)"
      guard let committed = contents(path) else {
        findings.append("\(shown(path)): missing")
        continue
      }
      if let hunk = firstHunk(from: committed, to: file.bytes) {
        findings.append("\(shown(path)): not what \(shown(report.model)) says")
        findings += hunk
      }
    }
    let made = report.files.map { $0.name }
    for name in names(in: report.folder) where !made.contains(name) {
      findings.append(
        "\(shown("\(report.folder)/\(name)")): no longer made of \(shown(report.model)); remove it")
    }
    return findings
  }
}
