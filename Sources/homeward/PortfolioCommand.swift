extension Command {
  static let portfolio = Command(
    name: "portfolio",
    summary: "Write one report over many councils, by region",
    usage: "portfolio MODEL... [OPTION...]",
    options: [
      Option(
        name: "--output", short: "-o", value: "FOLDER",
        meaning: "Where it is written; - is one document to standard output; default \(portfolioFolder)"),
      .set, .scenario, .isPublic,
      .format(["md", "html", "csv"], "Which document, with --output -; default md"),
    ],
    details: """
      Makes portfolio.md, portfolio.html, portfolio.csv and its charts in FOLDER: each council's plan at its own assumptions, under
      its region, and what they come to. A council is counted once. A file of assumptions that others extend is passed over.
      `homeward check` without a model checks the report in \(portfolioFolder), if there is one, against all the models in models/.
      """,
    examples: ["portfolio models/*.toml", "portfolio models/*.toml -o - --format csv"],
    action: { arguments throws(Failure) in
      guard !arguments.operands.isEmpty else {
        throw arguments.command.badUse("no model is given; try `homeward portfolio models/*.toml`")
      }
      let output = arguments["--output"] ?? (arguments.isPublic ? publicPortfolioFolder : portfolioFolder)
      guard !output.isEmpty else {
        throw arguments.command.badUse("--output is empty; give the name of a folder")
      }
      guard output == "-" || arguments["--format"] == nil else {
        throw arguments.command.badUse("--format is for --output -; a folder holds every format")
      }
      let batch = try Batch(arguments.operands, arguments.whatIf, into: nil, isPublic: arguments.isPublic)
      let files = try Product.portfolio(batch, isPublic: arguments.isPublic)
      if output == "-" {
        let name = "portfolio.\(arguments["--format"] ?? "md")"
        let made = files.first { $0.name == name }
        return Outcome(output: made?.bytes ?? [], errors: batch.notes, status: 0)
      }
      try write([(folder: output, files: files)])
      var notes = batch.notes
      if let given = arguments.said(of: ["--scenario", "--set"]), arguments["--output"] == nil {
        notes.append(notWhatModelsSay("portfolio", given))
      }
      return Outcome(
        output: Array("\(shown(path(output, "portfolio.html")))\n".utf8), errors: notes, status: 0)
    })

  static let portfolioFolder = "reports/portfolio"
  static let publicPortfolioFolder = "public/portfolio"
}

extension Product {
  /// The files of one report over the models of a batch.
  /// - Throws: which two are of one council, that a sum would count twice.
  static func portfolio(_ batch: Batch, isPublic: Bool = false) throws(Failure) -> [File] {
    var problems: [String] = []
    for (place, report) in batch.reports.enumerated() {
      let model = report.findings.model
      let other = batch.reports[..<place].first { other in
        other.findings.model.council == model.council
          || model.code != nil && other.findings.model.code == model.code
      }
      if let other {
        problems.append(
          "\(shown(report.model)): \(shown(model.council)) is counted in \(shown(other.model)) already; give one model of a council"
        )
      }
    }
    if !problems.isEmpty { throw Failure(problems) }
    let findings = batch.reports.map { $0.findings }
    return isPublic ? try publicPortfolioFiles(findings) : portfolioFiles(findings)
  }
}
