import Finance
import TOML

/// What `--set` says: a path, perhaps a year of it, and a value, or what to add to it.
struct Override {
  var path: [UInt8]
  var year: Int?
  var isSum: Bool
  var node: Node
  /// The value as typed.
  var written: [UInt8]
  /// The comment beside it, in a scenario.
  var citation: [UInt8] = []
  var isUsed = false

  var place: Place { node.place }

  /// Why a text is no override.
  struct Fault: Error {
    var fault: String, remedy: String
  }

  /// `path=value`, `path[2028-29]=value` or `path+=value`.
  ///
  /// A value is written without quotes, or as in a model file; so is a list or a table.
  init(_ text: [UInt8], source: Int32) throws(Fault) {
    let shape = Fault(
      fault: "this is not PATH=VALUE",
      remedy: "write loan.pwlb.rate=5.5%, loan.pwlb.rate[2028-29]=5.5% or loan.pwlb.rate+=1%")
    guard let equals = text.firstIndex(of: UInt8(ascii: "=")), equals > 0 else { throw shape }
    isSum = text[equals - 1] == UInt8(ascii: "+")
    var end = isSum ? equals - 1 : equals
    if end > 0, text[end - 1] == UInt8(ascii: "]") {
      guard let open = text.firstIndex(of: UInt8(ascii: "[")), open < end - 1 else { throw shape }
      let named = Array(text[(open + 1)..<(end - 1)])
      guard case .whole(let start) = Kind.year.read(named) else {
        throw Fault(fault: "\(quoted(named)) is not a financial year", remedy: "write one such as [2028-29]")
      }
      year = Int(start)
      end = open
    }
    path = Array(text[..<end])
    guard !path.isEmpty, path.count <= 400 else { throw shape }
    written = Array(text[(equals + 1)...])
    let place = Place(source: source, start: 0, end: Int32(clamping: text.count))
    node = Node(.text(written), at: place)
    guard let first = written.first,
      first == UInt8(ascii: "\"") || first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
    else { return }
    let (table, problems) = Parser.parse(Array("value = ".utf8) + written, source: source)
    if let problem = problems.first { throw Fault(fault: problem.fault, remedy: problem.remedy) }
    guard table.entries.count == 1 else { throw shape }
    node = table.entries[0].node.moved(to: place)
  }
}

extension Node {
  /// The same value, all of it at one place.
  fileprivate func moved(to place: Place) -> Node {
    switch value {
    case .array(let items): return Node(.array(items.map { $0.moved(to: place) }), at: place)
    case .table(var table):
      table.entries = table.entries.map { entry in
        Table.Entry(key: entry.key, keyPlace: place, node: entry.node.moved(to: place))
      }
      return Node(.table(table), at: place)
    default: return Node(value, at: place)
    }
  }
}
