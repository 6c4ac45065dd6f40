import Housing
import ModelFile
import Reports

/// The models of a workbench, with every file that they were read from.
struct WorkbenchModels {
  struct Model {
    /// As it was given: "models/thanet.toml".
    var name: String
    var council: String
    var title: String
    /// The model's file first, then what it extends and its tables.
    var files: [String]
  }
  private(set) var models: [Model] = []
  /// Each file once, by name.
  private(set) var files: [(name: String, text: [UInt8])] = []
  /// The first page of the first model's report, for a browser that runs no script.
  private(set) var firstPage: [UInt8] = []
  /// What the user should know, a line each: which files were passed over.
  private(set) var notes: [String] = []

  /// - Throws: every problem of every model.
  init(_ paths: [String]) throws(Failure) {
    var problems: [String] = []
    for path in paths where !models.contains(where: { $0.name == path }) {
      do throws(Failure) {
        try add(path)
      } catch {
        problems += error.lines.filter { !problems.contains($0) }
      }
    }
    if !problems.isEmpty { throw Failure(problems) }
    if models.isEmpty { throw Failure(notes + ["homeward: no model to open; give the model of a council"]) }
  }

  private mutating func add(_ path: String) throws(Failure) {
    guard path != "-" else {
      throw Failure(
        "homeward: a workbench saves models by their names, and standard input has none; give a file")
    }
    let text = try readModel(path)
    if Product.isLayer(text) {
      notes.append("\(shown(path)): national assumptions, no council: with the models that extend it")
      return
    }
    var read: [(name: String, text: [UInt8])] = [(name: path, text: text)]
    func answer(_ name: String) -> Layers.Answer {
      if let file = read.first(where: { $0.name == name }) { return .text(file.text) }
      do throws(Failure) {
        let text = try readModel(name)
        read.append((name: name, text: text))
        return .text(text)
      } catch {
        return .missing(error.reason)
      }
    }
    do throws(ModelFileError) {
      var loaded = try LoadedModel(Layered(try Layers.load(path, read: answer)))
      try loaded.readTables(nil, answer)
      let page = try Reports.firstPage(of: loaded)
      if models.isEmpty { firstPage = page }
      models.append(
        Model(
          name: path, council: loaded.model.council, title: loaded.model.title, files: read.map { $0.name }))
    } catch {
      throw Failure(error.lines)
    }
    for file in read where !files.contains(where: { $0.name == file.name }) { files.append(file) }
  }
}
