import Reports

extension Command {
  static let verify = Command(
    name: "verify",
    summary: "Tell whether a report is what its model makes today, and if not, what changed",
    usage: "verify REPORT [--model MODEL] [OPTION...]",
    options: [
      Option(
        name: "--model", value: "MODEL",
        meaning: "The model file; default models/NAME.toml beside the folder of reports, then here"),
      .tables,
    ],
    details: """
      REPORT is report.html, report.md or their folder. A report says which files it was made from, each by its own digest (the first
      half of its SHA-256), what --scenario and --set changed, and the version of the results; verify makes it again and compares byte
      for byte. Exit status 1 where anything differs: which file changed and which assumptions, the version, or that the report was edited.
      """,
    examples: [
      "verify reports/thanet", "verify thanet.html --model models/thanet.toml",
    ],
    action: { arguments throws(Failure) in
      guard let given = arguments.operands.first else {
        throw arguments.command.badUse("no report is given; try `homeward verify reports/thanet`")
      }
      if arguments.operands.count > 1 {
        throw arguments.command.badUse("\"\(arguments.operands[1])\" is not expected")
      }
      let report = try Verified(given)
      let model = try report.model(arguments["--model"])
      let findings = try report.findings(of: model, tables: try arguments.tables())
      let files = Product.files(of: findings)
      let differing = report.differences(from: files)
      if differing.isEmpty { return .fine("\(shown(given)): is what \(shown(model)) makes today\n") }
      var lines = ["\(shown(given)): is not what \(shown(model)) makes today"]
      let why = report.reasons(ReportMarks(of: findings), files)
      lines += why.isEmpty ? [Verified.edited] : why
      lines += differing
      return Outcome(output: Array(lines.map { $0 + "\n" }.joined().utf8), errors: [], status: 1)
    })
}

/// A report that stands somewhere, and what it says of how it was made.
private struct Verified {
  /// Its folder, without a slash at the end.
  var folder: String
  /// The one file that is looked at; nothing for all of the folder.
  var name: String?
  var bytes: [UInt8]
  var marks: ReportMarks

  init(_ given: String) throws(Failure) {
    var path = given
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    var read: (name: String, bytes: [UInt8])?
    if case .folder = Standing(path) {
      (folder, name) = (path, nil)
      for name in ["report.html", "report.md"] where read == nil {
        read = contents("\(path)/\(name)").map { (name, $0) }
      }
      guard read != nil else {
        throw Failure(
          "\(shown(given)): there is no report.html and no report.md; give the folder of a report")
      }
    } else {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      name = parts.last.map { String($0) }
      folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
      if folder.isEmpty { folder = "/" }
      read = (name ?? "", try readModel(path))
    }
    bytes = read?.bytes ?? []
    guard let marks = ReportMarks(reading: bytes) else {
      throw Failure(
        "\(shown(given)): this does not say what it was made from; give report.html or report.md as `homeward report` writes them"
      )
    }
    self.marks = marks
  }

  /// The file of the model: the one given, or the first of its name where models are looked for.
  func model(_ given: String?) throws(Failure) -> String {
    if let given {
      _ = try readModel(given)
      return given
    }
    let name = marks.inputs[0].name
    // models/ beside the folder that holds this report's
    let steps = folder.split(separator: "/", omittingEmptySubsequences: false)
    let canClimb = steps.count > 2 && !steps.suffix(2).contains { $0 == "." || $0 == ".." || $0.isEmpty }
    var places = [folder == "." ? "../../models" : "\(folder)/../../models"]
    if canClimb || steps.count == 2 && !folder.hasPrefix("/") && !folder.hasPrefix(".") {
      places = [(steps.dropLast(2) + ["models"]).joined(separator: "/")]
    }
    for place in ["models", "."] where !places.contains(place) { places.append(place) }
    for place in places {
      let path = place == "." ? name : "\(place)/\(name)"
      if case .file = Standing(path) { return path }
    }
    throw Failure(
      "\(shown(folder)): its model \(shown(name)) was not found in \(places.map { shown($0) }.joined(separator: ", ")); give it with --model"
    )
  }

  func findings(of model: String, tables: String?) throws(Failure) -> Findings {
    let whatIf = WhatIf(scenario: marks.scenario, overrides: marks.overrides)
    guard let findings = try Product.findings(of: model, try readModel(model), whatIf, tables: tables) else {
      throw Failure("\(shown(model)): national assumptions, no council: no report")
    }
    return findings
  }

  /// Where files part from those that the model makes, and the first lines at which they do.
  func differences(from files: [Product.File]) -> [String] {
    guard let name else { return Command.differences(folder, files, of: "its model") }
    let kind = bytes.starts(with: "<!doctype html>".utf8) ? "report.html" : "report.md"
    guard let made = files.first(where: { $0.name == kind }),
      let hunk = firstHunk(from: bytes, to: made.bytes)
    else { return [] }
    return ["\(shown(folder == "." ? name : "\(folder)/\(name)")): first differs here"] + hunk
  }

  /// What parts it from a report made today, as far as it can be known.
  func reasons(_ now: ReportMarks, _ files: [Product.File]) -> [String] {
    var lines: [String] = []
    for input in marks.inputs {
      guard let other = now.inputs.first(where: { $0.name == input.name }) else {
        lines.append("\(shown(input.name)) was an input, and is none now")
        continue
      }
      if other.digest != input.digest {
        lines.append(
          "\(shown(input.name)) has changed: its digest was \(shown(input.digest)) and is \(other.digest)")
      }
    }
    for input in now.inputs where !marks.inputs.contains(where: { $0.name == input.name }) {
      lines.append("\(shown(input.name)) is an input now, and was none")
    }
    if !lines.isEmpty { lines += changedAssumptions(files) }
    if marks.resultsVersion != now.resultsVersion {
      lines.append(
        "the version of the results was \(shown(marks.resultsVersion)) and is \(now.resultsVersion); CHANGELOG.md says what changes them"
      )
    }
    return lines
  }

  /// Assumptions of which the register of the report says something else than it would today.
  private func changedAssumptions(_ files: [Product.File]) -> [String] {
    let kind = bytes.starts(with: "<!doctype html>".utf8) ? "report.html" : "report.md"
    guard let made = files.first(where: { $0.name == kind }) else { return [] }
    let changes = ReportAssumptions(reading: bytes).changes(to: ReportAssumptions(reading: made.bytes))
    let most = 20
    var lines = changes.prefix(most).map { change in
      "  \(shown(change.path)): \(change.from.map { "was \(shown($0))" } ?? "was not given"), \(change.to.map { "is \(shown($0))" } ?? "is not given")"
    }
    if changes.count > most { lines.append("  and \(changes.count - most) more assumptions") }
    if changes.isEmpty { lines.append("  no assumption has another value") }
    return lines
  }

  static let edited =
    "its inputs and the version of the results are the same: the report was edited, or a build with other words wrote it"
}
