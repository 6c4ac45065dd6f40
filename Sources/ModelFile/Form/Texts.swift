import TOML

extension Form {
  /// A line of text: at most so many characters, none of them a control character.
  @inline(never)
  public mutating func text(
    _ key: String, most: Int = 200, or assumed: Assumed<String>? = nil, _ meaning: String
  ) -> String {
    answer(key, most, assumed, isOptional: false, meaning) ?? "text"
  }

  /// A line of text, if the sources say any.
  @inline(never)
  public mutating func optionalText(_ key: String, most: Int = 200, _ meaning: String) -> String? {
    answer(key, most, nil, isOptional: true, meaning)
  }

  private mutating func answer(
    _ key: String, _ most: Int, _ assumed: Assumed<String>?, isOptional: Bool, _ meaning: String
  ) -> String? {
    var row = Assumption(
      path: level.prefix + key, kind: .text, bounds: 0...0, isByYear: false, isOptional: isOptional,
      meaning: meaning,
      assumedText: assumed)
    isGuess = false
    let node = find(key)
    if isBlank {
      list(row)
      return assumed?.value ?? "text"
    }
    if let node {
      cite(node, &row)
      row.text = line(node, key, most)
      isGuess = row.text == nil
    }
    if let override = plainOverride(of: row.path, key) {
      (row.place, row.written, row.citation) = (
        override.place, override.written, override.citation
      )
      row.text = line(override.node, key, most)
      isGuess = row.text == nil
    }
    if row.place == nil, assumed == nil, !isOptional {
      isGuess = true
      missing(key, "\"text\"")
    }
    asked.append(row)
    return row.text ?? assumed?.value
  }

  private mutating func line(_ node: Node, _ key: String, _ most: Int) -> String? {
    guard case .text(let bytes) = node.value else {
      note(node.place, "\(key) \(written(node)) is not text", "put it in quotes")
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.contains(where: { isControl($0) }) {
      note(node.place, "\(key) \(written(node)) holds a control character", "write plain text on one line")
    } else if text.unicodeScalars.allSatisfy({ $0 == " " }) {
      note(node.place, "\(key) is empty", "write text, or leave it out")
    } else if bytes.count > 4 * most || text.unicodeScalars.count > most {
      note(node.place, "\(key) \(written(node)) has more than \(most) characters", "write fewer")
    } else {
      return text
    }
    return nil
  }

  /// The last override of a path that can only be replaced whole.
  mutating func plainOverride(of path: String, _ key: String) -> Override? {
    guard !overrides.isEmpty else { return nil }
    let bytes = Array(path.utf8)
    var last: Override?
    for index in overrides.indices where overrides[index].path == bytes {
      overrides[index].isUsed = true
      let override = overrides[index]
      if override.year != nil {
        note(override.place, "\(key) is not given by year", "leave out the brackets")
      } else if override.isSum {
        note(override.place, "nothing can be added to \(key)", "write = for +=")
      } else {
        last = override
      }
    }
    return last
  }
}
