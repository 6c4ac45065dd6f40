/// The reports of several model files, all of them made before any is shown or written.
struct Batch {
  struct Report {
    /// The model file.
    var model: String
    /// The folder of this report.
    var folder: String
    var files: [Product.File]
  }
  private(set) var reports: [Report] = []
  /// What the user should know, a line each: which files were passed over.
  private(set) var notes: [String] = []

  /// - Throws: every problem of every file.
  init(_ models: [String], overrides: [String], into output: String) throws(Failure) {
    var problems: [String] = []
    for model in models {
      do throws(Failure) {
        let folder = output == "-" ? "-" : "\(output)/\(try stem(model))"
        let text = try readModel(model)
        guard let files = try Product.files(of: model, text, overrides: overrides) else {
          notes.append("\(model): national assumptions, no council: no report")
          continue
        }
        if let other = reports.first(where: { $0.folder == folder }) {
          throw Failure(
            "\(model): its report would be that of \(other.model), \(folder); rename one of the two")
        }
        reports.append(Report(model: model, folder: folder, files: files))
      } catch {
        problems += error.lines
      }
    }
    if !problems.isEmpty { throw Failure(unique(problems)) }
    if reports.isEmpty { throw Failure(notes + ["homeward: no report to make; give the model of a council"]) }
  }
}

/// The name of a model: its file's, without folder and ".toml".
private func stem(_ path: String) throws(Failure) -> String {
  guard path != "-" else {
    throw Failure("homeward: a model from standard input has no name for a folder; add --output -")
  }
  let name = path.split(separator: "/").last.map { String($0) } ?? ""
  let stem = name.hasSuffix(".toml") ? String(name.dropLast(5)) : name
  guard !stem.isEmpty, stem != ".", stem != ".." else {
    throw Failure("\"\(path)\": not the name of a model file")
  }
  return stem
}

/// Each line once, where it first stands: two models may extend the same faulty file.
private func unique(_ lines: [String]) -> [String] {
  var seen: Set<String> = []
  return lines.filter { seen.insert($0).inserted }
}
