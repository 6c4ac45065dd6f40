import Finance
import TOML

extension Table {
  /// The paths that a file says are unsourced: `unsourced = ["loan.pwlb.rate"]`. What is written beside such a value was said of
  /// an earlier one, and cites nothing until someone has looked at it and takes the path out.
  func unsourced(_ problems: inout [Problem]) -> [NamedPath] {
    guard let index = index(of: "unsourced") else { return [] }
    let node = entries[index].node
    guard case .array(let items) = node.value else {
      problems.append(
        Problem(
          place: node.place, fault: "unsourced is not a list of paths",
          remedy: "write one such as [\"loan.pwlb.rate\"]"))
      return []
    }
    var paths: [NamedPath] = []
    for item in items {
      guard case .text(let text) = item.value else {
        problems.append(
          Problem(
            place: item.place, fault: "unsourced names what is not a path",
            remedy: "write \"loan.pwlb.rate\", in quotes"))
        continue
      }
      paths.append(NamedPath(String(decoding: text, as: UTF8.self), at: item.place))
    }
    return paths
  }
}

extension Form {
  /// What is said of where a value of a file comes from; nothing where the file says that it is unsourced.
  func source(of node: Node, at path: String) -> [UInt8] {
    let isUnsourced = unsourced.contains { said in
      said.place.source == node.place.source && said.path.isSame(as: path)
    }
    return isUnsourced ? [] : citation(of: node)
  }

  /// A path of the model's own file that names nothing is a mistake; a file below may speak of what a model leaves out.
  mutating func expectUnsourced() {
    for said in unsourced where said.place.source == topSource && !isBroken {
      let path = Array(said.path.utf8)
      if asked.contains(where: { $0.path.hasBytes(path) }) { continue }
      let near = near(path, among: asked.map { $0.path })
      note(
        said.place, "there is no assumption \(quoted(said.path))",
        near.map { "did you mean \(quoted($0))?" } ?? "take it out of unsourced")
    }
  }
}
