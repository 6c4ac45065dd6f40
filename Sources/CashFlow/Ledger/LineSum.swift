import Finance

/// A line as a sum of others, exact in every month and so in every year.
public struct LineSum: Sendable {
  public struct Term: Sendable {
    public var sign: Int64
    public var line: Line
  }
  /// Whether what it was is a term too: a balance is its opening and what moves it.
  public var isCarried: Bool
  public var terms: [Term]
}

extension Lines {
  /// What a line adds up from; nothing where its derivation says more than + and −.
  public func sum(of line: Line) -> LineSum? {
    if let total = totals.first(where: { $0.line == line }) {
      return LineSum(
        isCarried: false, terms: total.terms.map { LineSum.Term(sign: $0.sign, line: $0.line) })
    }
    let meaning = meaning(of: line)
    var terms: [LineSum.Term] = []
    var sign: Int64 = 1
    var isCarried = false
    let pieces = meaning.pieces
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .words(let words):
        let isFirst = place == 0
        if isFirst, words.begins(with: "opening ") { isCarried = true }
        let rest = isFirst && isCarried ? String(Substring(words.utf8.dropFirst(7))) : words
        if rest.isSame(as: " + "), !isFirst || isCarried {
          sign = 1
        } else if rest.isSame(as: " − ") || isFirst && rest.isSame(as: "−") {
          sign = -1
        } else {
          return nil
        }
        // words that end a sum are words of something else
        if place == pieces.count - 1 { return nil }
      case .name(let name):
        var named = meaning
        named.id = name
        guard let line = self.line(named: named.path) else { return nil }
        terms.append(LineSum.Term(sign: sign, line: line))
      }
    }
    return terms.isEmpty ? nil : LineSum(isCarried: isCarried, terms: terms)
  }
}

extension Meaning {
  /// A part of a derivation: words, or the name between braces.
  public enum Piece: Sendable {
    case words(String)
    case name(String)
  }

  /// The derivation in pieces, no words of which are empty.
  public var pieces: [Piece] {
    var all: [Piece] = []
    let parts = derivation.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      var words = part[...]
      if place > 0, let close = part.firstIndex(of: UInt8(ascii: "}")) {
        all.append(.name(String(Substring(part[..<close]))))
        words = part[part.index(after: close)...]
      }
      if !words.isEmpty { all.append(.words(String(Substring(words)))) }
    }
    return all
  }

  /// The derivation as it is read: names without their braces.
  public var formula: String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words), .name(let words): text += words
      }
    }
    return text
  }
}
