extension Command {
  static let report = Command(
    name: "report",
    summary: "Write the reports of model files",
    usage: "report MODEL... [OPTION...]",
    options: [
      .output("Where a folder a model is written; - is one document to standard output"),
      .set, .scenario, .tables, .isPublic,
      .format(["md", "html", "csv"], "Which document, with --output -; default md"),
    ],
    details: """
      A model file makes FOLDER/NAME/report.md, report.html, figures.csv and its charts. MODEL may be - for standard input.
      A file of assumptions that others extend, with no council of its own, is passed over. All models are read first: if
      anything is wrong in one, every problem of all of them is shown and nothing is written. With published tables, its own or
      those of --tables, a report shows first how near the model comes to the council's past numbers in TA.

      --public makes the report for the public: what the model withholds ([publication] withhold = ["PATH"], with its reason) is left out,
      with every figure that would differ were it another, so that it cannot be worked out from the rest.
      """,
    examples: [
      "report models/*.toml",
      "report models/thanet.toml --set loan.pwlb.rate=5.5% --output -",
      "report models/thanet.toml -o - --format html > thanet.html",
    ],
    action: { arguments throws(Failure) in
      guard !arguments.operands.isEmpty else {
        throw arguments.command.badUse("no model is given; try `homeward report models/*.toml`")
      }
      let output = try arguments.output()
      guard output == "-" || arguments["--format"] == nil else {
        throw arguments.command.badUse("--format is for --output -; a folder holds every format")
      }
      if output == "-" { return try document(arguments) }
      let batch = try Batch(
        arguments.operands, arguments.whatIf, tables: try arguments.tables(), into: output,
        isPublic: arguments.isPublic)
      try write(batch.reports.map { (folder: $0.folder, files: $0.files) })
      let lines = batch.reports.map { "\(shown($0.folder))/report.html\n" }
      var notes = batch.notes
      if let given = arguments.said(of: ["--scenario", "--set", "--tables"]), arguments["--output"] == nil {
        notes.append(notWhatModelsSay("report", given))
      }
      return Outcome(output: Array(lines.joined().utf8), errors: notes, status: 0)
    })

  /// One document to standard output.
  private static func document(_ arguments: Arguments) throws(Failure) -> Outcome {
    guard arguments.operands.count == 1 else {
      throw arguments.command.badUse(
        "--output - is one document; give one model, not \(arguments.operands.count)")
    }
    let batch = try Batch(
      arguments.operands, arguments.whatIf, tables: try arguments.tables(), into: "-",
      isPublic: arguments.isPublic)
    let name = "report.\(arguments["--format"] ?? "md")"
    // A report has no figures.csv of its own name: the sheet is the document whose name ends so.
    let made = batch.reports.first?.files.first {
      $0.name == name || name == "report.csv" && $0.name == "figures.csv"
    }
    guard let made else { throw Failure(batch.notes) }
    return Outcome(output: made.bytes, errors: batch.notes, status: 0)
  }
}

extension Arguments {
  /// The folder of the reports, or - for standard output.
  func output() throws(Failure) -> String {
    let output = self["--output"] ?? (isPublic ? Command.Option.publicFolder : Command.Option.reportsFolder)
    guard !output.isEmpty else { throw command.badUse("--output is empty; give the name of a folder") }
    return output
  }

  /// Whether what a model withholds is left out.
  var isPublic: Bool { self["--public"] != nil }

  /// The folder of published tables, if one is given.
  func tables() throws(Failure) -> String? {
    guard let tables = self["--tables"] else { return nil }
    guard !tables.isEmpty else { throw command.badUse("--tables is empty; give the name of a folder") }
    return tables
  }
}

extension Command.Option {
  static let reportsFolder = "reports"
  static let publicFolder = "public"

  static let isPublic = Command.Option(
    name: "--public", value: "",
    meaning: "Without what the model withholds; default folder then \(publicFolder)")

  static func output(_ meaning: String) -> Command.Option {
    Command.Option(
      name: "--output", short: "-o", value: "FOLDER", meaning: "\(meaning); default \(reportsFolder)")
  }

  static let tables = Command.Option(
    name: "--tables", value: "FOLDER",
    meaning: "Where ta_stock_flow_quarterly.csv is; default the tables that the model names")
}
