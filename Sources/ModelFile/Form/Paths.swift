import TOML

/// A path that the sources name in a list, and where.
public struct NamedPath: Hashable, Sendable {
  public var path: String
  public var place: Place

  public init(_ path: String, at place: Place) { (self.path, self.place) = (path, place) }
}

extension Form {
  /// The most paths that a list may name.
  static let mostPaths = 200

  /// Paths of assumptions that were asked for before, each given by the sources, measured, and named once; none where the
  /// sources say nothing. One that is none of these is a problem at its own place.
  @inline(never)
  public mutating func paths(_ key: String, _ meaning: String) -> [NamedPath] {
    var row = Assumption(
      path: level.prefix + key, kind: .text, bounds: 0...0, isByYear: false, isOptional: true,
      meaning: meaning)
    isGuess = false
    let node = find(key)
    if isBlank {
      list(row)
      return []
    }
    var said = node
    if let node { cite(node, &row) }
    if let override = plainOverride(of: row.path, key) {
      said = override.node
      (row.place, row.written, row.citation) = (override.place, override.written, override.citation)
    }
    var paths: [NamedPath] = []
    if let said {
      var items = [said]
      if case .array(let all) = said.value { items = all }
      if items.count > Form.mostPaths {
        note(items[Form.mostPaths].place, "\(key) has more than \(Form.mostPaths) paths", "write fewer")
        items = []
      }
      for item in items {
        guard case .text(let bytes) = item.value else {
          note(item.place, "\(key) \(written(item)) is not a path", "write \"loan.pwlb.rate\", in quotes")
          continue
        }
        if let path = measured(bytes, key, item, paths) { paths.append(NamedPath(path, at: item.place)) }
      }
    }
    row.text = paths.map { $0.path }.joined(separator: ", ")
    asked.append(row)
    return paths
  }

  private mutating func measured(
    _ bytes: [UInt8], _ key: String, _ item: Node, _ before: [NamedPath]
  ) -> String? {
    guard let row = asked.first(where: { $0.path.utf8.elementsEqual(bytes) }) else {
      // what stands below a mistake was perhaps never asked for
      if !isBroken {
        let near = near(bytes, among: asked.filter { $0.place != nil }.map { $0.path })
        note(
          item.place, "there is no assumption \(quoted(bytes))",
          near.map { "did you mean \(quoted($0))?" } ?? "`homeward describe` lists them all")
      }
      return nil
    }
    guard !before.contains(where: { $0.path.utf8.elementsEqual(bytes) }) else {
      note(item.place, "\(key) names \(quoted(bytes)) twice", "name it once")
      return nil
    }
    guard row.kind != .text else {
      note(
        item.place, "\(quoted(bytes)) is text, and no figure turns on it", "take it out of the model itself")
      return nil
    }
    guard row.place != nil else {
      note(
        item.place, "\(quoted(bytes)) is not given here, and its default is known to all",
        "take it out of \(key)")
      return nil
    }
    return row.path
  }
}
