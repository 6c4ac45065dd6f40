import Reports

/// The reports of several model files, all of them made before any is shown or written.
struct Batch {
  struct Report {
    /// The model file.
    var model: String
    /// The folder of this report.
    var folder: String
    var files: [Product.File]
    var findings: Findings
  }
  private(set) var reports: [Report] = []
  /// What the user should know, a line each: which files were passed over.
  private(set) var notes: [String] = []

  /// - Parameters:
  ///   - output: nothing where only what was found is wanted, and no report of each.
  ///   - isPublic: without what a model withholds.
  /// - Throws: every problem of every file.
  init(
    _ models: [String], _ whatIf: WhatIf, tables: String? = nil, into output: String?, isPublic: Bool = false
  ) throws(Failure) {
    var problems: [(model: String, line: String)] = []
    var tried: Set<String> = []
    for model in models {
      let name = model == "-" ? standardInput : model
      do throws(Failure) {
        let folder =
          switch output {
          case nil: name
          case "-": "-"
          case let output?: path(output, try stem(model))
          }
        if let other = reports.first(where: { $0.folder == folder }) {
          if isSame(other.model, model) { continue }
          throw Failure(
            "\(shown(name)): its report would be that of \(shown(other.model)), \(shown(folder)); rename one of the two"
          )
        }
        tried.insert(name)
        guard
          let findings = try Product.findings(
            of: name, try readModel(model), whatIf, tables: tables)
        else {
          tried.remove(name)
          notes.append("\(shown(name)): national assumptions, no council: no report")
          continue
        }
        let files =
          output == nil
          ? [] : isPublic ? try Product.publicFiles(of: findings) : Product.files(of: findings)
        reports.append(Report(model: name, folder: folder, files: files, findings: findings))
        if let note = note(name, findings, isPublic) { notes.append(note) }
      } catch {
        problems += error.lines.map { (name, $0) }
      }
    }
    if !problems.isEmpty { throw Failure(unique(named(problems, of: tried.count))) }
    if reports.isEmpty { throw Failure(notes + ["homeward: no report to make; give the model of a council"]) }
  }
}

/// What whoever makes a report of a model that withholds something should know of it.
private func note(_ name: String, _ findings: Findings, _ isPublic: Bool) -> String? {
  let count = findings.model.publication.withheld.count
  guard count > 0 else { return nil }
  let assumptions = count == 1 ? "1 assumption" : "\(count) assumptions"
  return isPublic
    ? "\(shown(name)): \(assumptions) withheld, and all that turns on \(count == 1 ? "it" : "them")"
    : "\(shown(name)): exempt, not for publication; --public withholds \(assumptions)"
}

/// The name of a model: its file's, without folder and ".toml".
private func stem(_ path: String) throws(Failure) -> String {
  guard path != "-" else {
    throw Failure("homeward: a model from standard input has no name for a folder; add --output -")
  }
  let name = path.split(separator: "/").last.map { String($0) } ?? ""
  let stem = name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
  guard !stem.isEmpty, stem != ".", stem != ".." else {
    throw Failure("\"\(shown(path))\": not the name of a model file")
  }
  return stem
}

/// The lines, and where --set is wrong for some models and not for others, the model before it.
private func named(_ problems: [(model: String, line: String)], of models: Int) -> [String] {
  problems.map { problem in
    let isOfSome = Set(problems.filter { $0.line == problem.line }.map { $0.model }).count < models
    return problem.line.hasPrefix("--set ") && isOfSome
      ? "\(shown(problem.model)): \(problem.line)" : problem.line
  }
}

/// Each line once, where it first stands: two models may extend the same faulty file.
private func unique(_ lines: [String]) -> [String] {
  var seen: Set<String> = []
  return lines.filter { seen.insert($0).inserted }
}
