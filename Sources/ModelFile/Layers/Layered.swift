import TOML

/// The files of a model laid over one another: read once, however often a form then asks them.
public struct Layered: Sendable {
  /// The files, the deepest first.
  public let sources: Sources
  let root: Table
  /// The last file: the model itself, where those before it are what it extends.
  let topSource: Int32
  let problems: [Problem]
  /// The values of the last file that replace one of a file below it.
  let replaced: [Replaced]
  /// What each file says is unsourced, whatever is written beside it.
  let unsourced: [NamedPath]

  /// - Parameter layers: the deepest first.
  public init(_ layers: [(name: String, text: [UInt8])]) {
    var sources = Sources()
    var root = Table()
    var problems: [Problem] = []
    var replaced: [Replaced] = []
    var unsourced: [NamedPath] = []
    for layer in layers {
      replaced = []
      let source = Int32(clamping: sources.all.count)
      sources.all.append(Sources.Source(name: layer.name, text: layer.text))
      guard layer.text.count <= Form.mostBytes else {
        problems.append(
          Problem(
            place: Place(source: source, start: 0, end: 0), fault: "the file has more than 8 MB",
            remedy: "a model file has a few kB"))
        continue
      }
      let (table, faults) = Parser.parse(layer.text, source: source)
      root.lay(table, &replaced)
      unsourced += table.unsourced(&problems)
      for fault in faults {
        problems.append(Problem(place: fault.place, fault: fault.fault, remedy: fault.remedy))
      }
    }
    (self.sources, self.root, self.problems) = (sources, root, problems)
    (self.replaced, self.unsourced) = (replaced, unsourced)
    topSource = Int32(clamping: max(0, layers.count - 1))
  }
}

extension Layered {
  /// The problem that the model's own file leaves out something as a whole.
  public func lacking(_ fault: String, remedy: String) -> ModelFileError {
    let place = Place(source: topSource, start: 0, end: 0)
    return ModelFileError(problems: [Problem(place: place, fault: fault, remedy: remedy)], sources: sources)
  }
}
