import Finance
import TOML

/// The names of a table's tables in file order, and where each is.
struct NamesOfTable {
  var table: [UInt8]
  var names: [String]
  var places: [[UInt8]: Int64]
}

extension Form {
  /// Which `[other.NAME]` is meant, as its place in file order.
  @inline(never)
  public mutating func reference(_ key: String, to other: String, _ meaning: String) -> Int {
    let names = names(of: other)
    return Int(number(key, .name(of: other, names), 0...Int64(max(0, names.count - 1)), nil, meaning))
  }

  /// Which `[other.NAME]` is meant, if any.
  @inline(never)
  public mutating func optionalReference(_ key: String, to other: String, _ meaning: String) -> Int? {
    let names = names(of: other)
    let place = optionalNumber(key, .name(of: other, names), 0...Int64(max(0, names.count - 1)), meaning)
    return place.map { Int($0) }
  }

  /// Which `[other.NAME]` are meant, each once; none where the sources say nothing.
  @inline(never)
  public mutating func references(_ key: String, to other: String, _ meaning: String) -> [Int] {
    let names = names(of: other)
    let question = Question(
      key: key, kind: .name(of: other, names), bounds: 0...Int64(max(0, names.count - 1)), isOptional: true,
      meaning: meaning)
    var row = Assumption(
      path: level.prefix + key, kind: question.kind, bounds: question.bounds, isByYear: false,
      isOptional: true,
      meaning: meaning)
    isGuess = false
    let node = find(key)
    if isBlank {
      list(row)
      return [0]
    }
    var said = node
    if let node { cite(node, &row) }
    if let override = plainOverride(of: row.path, key) {
      said = override.node
      (row.place, row.written, row.citation) = (
        override.place, override.written, override.citation
      )
    }
    var places: [Int] = []
    if let said {
      var items = [said]
      if case .array(let all) = said.value { items = all }
      for item in items {
        guard let place = whole(item, question) else {
          isGuess = true
          continue
        }
        if places.contains(Int(place)) {
          note(item.place, "\(key) names \(written(item)) twice", "name it once")
        }
        places.append(Int(place))
      }
      row.text = places.map { names[$0] }.joined(separator: ", ")
    }
    asked.append(row)
    return places
  }

  /// The names of `[other.NAME]`; `other` is a path from the root.
  public mutating func names(of other: String) -> [String] {
    let path = Array(other.utf8)
    for found in namesOfTables where found.table == path { return found.names }
    var names: [String] = []
    var places: [[UInt8]: Int64] = [:]
    if case .table(let table) = root.node(at: path)?.value {
      for entry in table.entries {
        guard case .table = entry.node.value, isName(entry.key) else { continue }
        places[entry.key] = Int64(names.count)
        names.append(String(decoding: entry.key, as: UTF8.self))
      }
    }
    namesOfTables.append(NamesOfTable(table: path, names: names, places: places))
    return names
  }
}
