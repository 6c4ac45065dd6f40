import Finance

extension Text {
  /// What stands where a figure is withheld.
  static let withheld = Text([.emphasis("withheld")])

  /// The words that all versions have, and "withheld" where they part. Where too little is left to make sense, all of it.
  init(common versions: [Text]) {
    guard let first = versions.first, versions.contains(where: { $0 != first }) else {
      self = versions.first ?? ""
      return
    }
    let words = versions.map { text in text.spans.flatMap { $0.words } }
    var kept: [Span] = []
    var count = 0
    for piece in Alignment(words).pieces {
      switch piece {
      case .same(let places):
        let word = words[0][places[0]]
        if word.isWord { count += 1 }
        if case .emphasis("withheld")? = kept.last, !word.isMark { kept.append(.plain(" ")) }
        kept.append(word)
      case .more:
        // of words that part, and only marks between them, one is said
        let since = kept.lastIndex { !$0.isMark }
        if let since, case .emphasis("withheld") = kept[since] {
          kept.removeSubrange((since + 1)...)
        } else {
          if let last = kept.last, !last.isSpace { kept.append(.plain(" ")) }
          kept.append(.emphasis("withheld"))
        }
      }
    }
    let most = words.map { $0.count { $0.isWord } }.max() ?? 0
    guard 5 * count >= 3 * most else {
      self = .withheld
      return
    }
    var joined: [Span] = []
    for span in kept { joined.append(joiningAlike: span) }
    self.init(joined)
  }
}

extension String {
  static let withheld = "withheld"

  init(common versions: [String]) {
    let first = versions.first ?? ""
    self = versions.allSatisfy { $0 == first } ? first : .withheld
  }
}

extension Text.Span {
  private var plain: String {
    switch self {
    case .plain(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _):
      words
    }
  }

  private func with(_ words: String) -> Text.Span {
    switch self {
    case .plain: .plain(words)
    case .strong: .strong(words)
    case .emphasis: .emphasis(words)
    case .code: .code(words)
    case .link(_, let target): .link(words, to: target)
    }
  }

  /// Its words, the spaces and the marks between them, each a span of its own; code and links whole.
  fileprivate var words: [Text.Span] {
    switch self {
    case .code, .link: return [self]
    case .plain, .strong, .emphasis: break
    }
    var words: [Text.Span] = []
    var word: [UInt8] = []
    let bytes = Array(plain.utf8)
    func end() {
      if !word.isEmpty { words.append(with(String(decoding: word, as: UTF8.self))) }
      word = []
    }
    for (place, byte) in bytes.enumerated() {
      // a point or comma within a figure is a part of it
      let isInside = place + 1 < bytes.count && bytes[place + 1] != 0x20
      let isMark = byte == 0x20 || byte == 0x28 || (Text.marks.contains(byte) && !isInside)
      guard isMark else {
        word.append(byte)
        continue
      }
      end()
      words.append(with(String(decoding: [byte], as: UTF8.self)))
    }
    end()
    return words
  }

  fileprivate var isSpace: Bool { plain.isSame(as: " ") || plain.isSame(as: "(") }
  /// Whether it stands close to what is before it.
  fileprivate var isMark: Bool {
    isSpace || plain.utf8.count == 1 && Text.marks.contains(plain.utf8.first ?? 0)
  }
  fileprivate var isWord: Bool { !isMark }
}

extension Text {
  fileprivate static var marks: [UInt8] { Array(",.;:)!?".utf8) }
}

extension [Text.Span] {
  /// Adds a span to the one before it where they are of a kind.
  fileprivate mutating func append(joiningAlike span: Text.Span) {
    switch (last, span) {
    case (.plain(let a)?, .plain(let b)): self[count - 1] = .plain(a + b)
    case (.strong(let a)?, .strong(let b)): self[count - 1] = .strong(a + b)
    case (.emphasis(let a)?, .emphasis(let b)): self[count - 1] = .emphasis(a + b)
    default: append(span)
    }
  }
}
