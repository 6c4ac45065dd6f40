import Finance
import ModelFile
import TOML

extension LoadedModel {
  /// What the table of published homelessness is called in a folder of tables.
  public static let tablesName = "ta_stock_flow_quarterly.csv"

  /// Reads the published tables of the council: those given, or else those that the model names, from the folder of the file
  /// that names them. A model that names no council by its code has none.
  /// - Parameters:
  ///   - given: the name of a table in the place of the model's own.
  ///   - read: the text of a file by its name, as for what a model extends.
  /// - Throws: every problem of the table, each with its place.
  public mutating func readTables(
    _ given: String? = nil, _ read: (String) -> Layers.Answer
  ) throws(ModelFileError) {
    guard let code = model.code else { return }
    var saying: Place?
    let name: String
    if let given {
      name = given
    } else if let said = model.tables, let place = place(of: "tables") {
      saying = place
      guard let joined = Layers.name(said, from: file(of: place)) else {
        throw refused(
          place, "tables \"\(said)\" is not the name of a file", "write one from this file's folder")
      }
      name = joined
    } else {
      return
    }
    let source = Int32(clamping: sources.all.count)
    switch read(name) {
    case .missing(let reason):
      sources.all.append(Sources.Source(name: name, text: []))
      throw refused(
        saying ?? Place(source: source, start: 0, end: 0), "\"\(name)\" cannot be read: \(reason)",
        saying == nil ? "give the folder that holds it" : "check its name")
    case .text(let text):
      sources.all.append(Sources.Source(name: name, text: text))
      var problems: [Problem] = []
      let read = PublishedHomelessness(
        Sheet(text, source: source), code: code, council: model.council, problems: &problems)
      guard problems.isEmpty else { throw ModelFileError(problems: problems, sources: sources) }
      published = read
    }
  }

  /// Where the model gives a value.
  public func place(of path: String) -> Place? {
    assumptions.first { $0.path.isSame(as: path) }?.place
  }

  /// The file of a place, or of the model where an override says it.
  private func file(of place: Place) -> String {
    if sources.all.indices.contains(Int(place.source)), !sources.all[Int(place.source)].isArgument {
      return sources.all[Int(place.source)].name
    }
    return sources.all.last { !$0.isArgument }?.name ?? ""
  }

  private func refused(_ place: Place, _ fault: String, _ remedy: String) -> ModelFileError {
    ModelFileError(problems: [Problem(place: place, fault: fault, remedy: remedy)], sources: sources)
  }
}
