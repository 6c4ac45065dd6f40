import Finance

/// Words of a report, with what they mean kept apart from how they look: each renderer escapes them for itself, so a
/// name out of a model file can never become markup.
///
/// A literal reads as the sentence it makes: `"Borrowing \(strong: amount) would let \(households) leave"`.
public struct Text: Hashable, Sendable {
  public enum Span: Hashable, Sendable {
    case plain(String)
    case strong(String)
    case emphasis(String)
    case code(String)
    case link(String, to: Target)
  }

  /// Where a link goes.
  public enum Target: Hashable, Sendable {
    /// The `id` of something in the same report.
    case place(String)
    /// An address; one that is not `http` or `https` is shown as words and not linked.
    case address(String)
  }

  public var spans: [Span]

  public init(_ spans: [Span]) { self.spans = spans }
  public init(_ words: String) { spans = [.plain(words)] }

  public static func strong(_ words: String) -> Text { Text([.strong(words)]) }
  public static func code(_ words: String) -> Text { Text([.code(words)]) }
  public static func link(_ words: String, to place: String) -> Text {
    Text([.link(words, to: .place(place))])
  }
  public static func link(_ words: String, address: String) -> Text {
    Text([.link(words, to: .address(address))])
  }

  public static func + (a: Text, b: Text) -> Text {
    var both = a
    for span in b.spans { both.spans.append(joining: span) }
    return both
  }

  /// Whether there is nothing to read in it.
  public var isEmpty: Bool {
    !spans.contains { span in
      switch span {
      case .plain(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _):
        !words.utf8.isEmpty
      }
    }
  }
}

extension Text: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol, Sendable {
    var spans: [Span] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      spans.reserveCapacity(2 * interpolationCount + 1)
    }

    public mutating func appendLiteral(_ literal: String) {
      if !literal.utf8.isEmpty { spans.append(joining: .plain(literal)) }
    }
    public mutating func appendInterpolation(_ words: String) { appendLiteral(words) }
    /// A number with its commas. A bare number is not taken, since a calendar year must not become 2,036.
    public mutating func appendInterpolation(count number: Int64) { appendLiteral(Wording.grouped(number)) }
    public mutating func appendInterpolation(count number: Int) {
      appendLiteral(Wording.grouped(Int64(number)))
    }
    /// A number without commas: 2036, line 41.
    public mutating func appendInterpolation(digits number: Int) { appendLiteral(Wording.digits(number)) }
    public mutating func appendInterpolation(_ year: Year) { appendLiteral(year.description) }
    public mutating func appendInterpolation(_ month: Month) { appendLiteral(Wording.month(month)) }
    public mutating func appendInterpolation(_ text: Text) {
      for span in text.spans { spans.append(joining: span) }
    }
    public mutating func appendInterpolation(strong words: String) { spans.append(.strong(words)) }
    public mutating func appendInterpolation(emphasis words: String) { spans.append(.emphasis(words)) }
    public mutating func appendInterpolation(code words: String) { spans.append(.code(words)) }
    public mutating func appendInterpolation(link words: String, to place: String) {
      spans.append(.link(words, to: .place(place)))
    }
    public mutating func appendInterpolation(link words: String, address: String) {
      spans.append(.link(words, to: .address(address)))
    }
  }

  public init(stringInterpolation: StringInterpolation) { spans = stringInterpolation.spans }
  public init(stringLiteral: String) { self.init(stringLiteral) }
}

extension Text {
  /// Itself with a full stop, unless it ends with a mark of its own.
  var asSentence: Text {
    guard let last = spans.last else { return self }
    return switch last {
    case .plain(let words), .strong(let words), .emphasis(let words), .link(let words, _):
      isEnd(words.utf8.last) ? self : self + "."
    case .code: self + "."
    }
  }
}

extension Text {
  /// What comes before its first full stop or semicolon inside, and the rest with that mark; a table's caption says first what it is of.
  var firstSentence: (first: Text, rest: Text) {
    for (place, span) in spans.enumerated() {
      guard case .plain(let words) = span, let end = endOfSentence(words.utf8Span.span) else { continue }
      let cut = words.utf8.index(words.utf8.startIndex, offsetBy: end)
      return (
        first: Text(Array(spans[..<place]) + [.plain(String(words[..<cut]))]),
        rest: Text([.plain(String(words[cut...]))] + Array(spans[(place + 1)...]))
      )
    }
    return (first: self, rest: "")
  }
}

/// The place of the first full stop or semicolon that a space follows.
private func endOfSentence(_ bytes: borrowing Span<UInt8>) -> Int? {
  for place in bytes.indices.dropLast() where bytes[place + 1] == UInt8(ascii: " ") {
    if bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ";") { return place }
  }
  return nil
}

private func isEnd(_ byte: UInt8?) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    || byte == UInt8(ascii: ":")
}

extension [Text.Span] {
  /// Adds a span, plain words to plain words before them, so that the same sentence is the same spans.
  fileprivate mutating func append(joining span: Text.Span) {
    if case .plain(let words) = span, case .plain(let before)? = last {
      self[count - 1] = .plain(before + words)
    } else {
      append(span)
    }
  }
}
