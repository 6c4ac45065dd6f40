extension Command {
  static let check = Command(
    name: "check",
    summary: "Tell whether the reports are what the models say",
    usage: "check [MODEL...] [OPTION...]",
    options: [.output("Where the reports are"), .isPublic],
    details: """
      Makes every report again, writes nothing, and shows where a file differs. Without a MODEL: those in models/, and then a
      report that no model makes is a finding too, and so is a portfolio there that is not theirs. Exit status 1 if anything is stale, missing or no longer made.
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
      let batch = try Batch(models, WhatIf(), into: output, isPublic: arguments.isPublic)
      var findings: [String] = []
      var stale: [String] = []
      for report in batch.reports { findings += differences(report.folder, report.files, of: report.model) }
      if arguments.operands.isEmpty {
        var folders = batch.reports.map { $0.folder }
        let portfolio = path(output, "portfolio")
        if !folders.contains(portfolio), case .folder = Standing(portfolio) {
          folders.append(portfolio)
          stale = differences(
            portfolio, try Product.portfolio(batch, isPublic: arguments.isPublic), of: "models/")
        }
        for folder in names(in: output).map({ path(output, $0) }) where !folders.contains(folder) {
          if case .folder = Standing(folder) {
            findings.append("\(shown(folder)): no model makes this report; remove it")
          }
        }
      }
      let fine =
        batch.reports.count == 1
        ? "1 report is what its model says" : "\(batch.reports.count) reports are what their models say"
      var lines = findings
      let flag = arguments.isPublic ? " --public" : ""
      if !findings.isEmpty { lines.append("Run `homeward report\(flag)` to write what the models say.") }
      if !stale.isEmpty {
        lines +=
          stale + ["Run `homeward portfolio\(flag)` with all the models to write what they say together."]
      }
      if lines.isEmpty { lines = [fine] }
      let text = lines.map { $0 + "\n" }.joined()
      return Outcome(output: Array(text.utf8), errors: batch.notes, status: lines == [fine] ? 0 : 1)
    })

  /// What parts a report in its folder from the report of its model.
  static func differences(_ folder: String, _ files: [Product.File], of model: String) -> [String] {
    var findings: [String] = []
    for file in files {
      let path = "\(folder)/\(file.name)"
      guard let committed = contents(path) else {
        findings.append("\(shown(path)): missing")
        continue
      }
      if let hunk = firstHunk(from: committed, to: file.bytes) {
        findings.append("\(shown(path)): not what \(shown(model)) says")
        findings += hunk
      }
    }
    let made = files.map { $0.name }
    for name in names(in: folder) where !made.contains(name) {
      findings.append(
        "\(shown("\(folder)/\(name)")): no longer made of \(shown(model)); remove it")
    }
    return findings
  }
}
