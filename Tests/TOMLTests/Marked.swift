import TOML

/// A text in which `▸` marks spots: the text without the marks, and where they stood.
struct Marked {
  var text: [UInt8] = []
  var spots: [Int] = []

  init(_ marked: String) {
    for scalar in marked.unicodeScalars {
      if scalar == "▸" {
        spots.append(text.count)
      } else {
        text.append(contentsOf: Array(String(scalar).utf8))
      }
    }
  }
}

extension Table {
  /// The node at a path of keys and, in arrays, numbers: `"loan.0.rate"`.
  func node(_ path: String) -> Node? {
    let parts = path.split(separator: ".").map(String.init)
    var node = Node(.table(self), at: Place(source: 0, start: 0, end: 0))
    for part in parts {
      switch node.value {
      case .table(let table):
        guard let i = table.index(of: part) else { return nil }
        node = table.entries[i].node
      case .array(let nodes):
        guard let i = Int(part), nodes.indices.contains(i) else { return nil }
        node = nodes[i]
      default: return nil
      }
    }
    return node
  }
}
