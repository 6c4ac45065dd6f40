extension Output {
  /// Words in HTML or SVG, fit for an attribute in double quotes too.
  mutating func write(html words: String) { write(html: words.utf8Span.span) }

  /// Runs of what needs no escaping are written whole.
  private mutating func write(html words: borrowing Span<UInt8>) {
    var (start, place) = (0, 0)
    while place < words.count {
      if isPlain(words[place]) {
        place += 1
        continue
      }
      let (original, length) = scalar(words, at: place)
      let shown = shown(original)
      if let escape = escape(shown) {
        write(words.extracting(start..<place))
        write(escape)
        start = place + length
      } else if shown != original {
        write(words.extracting(start..<place))
        write(shown)
        start = place + length
      }
      place += length
    }
    write(words.extracting(start..<words.count))
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: isShown(byte)
    }
  }

  private func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }

  mutating func write(html text: Text) {
    for span in text.spans {
      switch span {
      case .plain(let words): write(running: words)
      case .strong(let words): write("b", words)
      case .emphasis(let words): write("em", words)
      case .code(let words): write(code: words)
      case .link(let words, .place(let place)):
        write("<a href=\"#")
        write(id: place)
        write("\">")
        write(running: words)
        write("</a>")
      case .link(let words, .address(let address)):
        guard isLinkable(address) else {
          write(html: words)
          continue
        }
        write("<a href=\"")
        write(html: address)
        write("\">")
        write(html: words)
        write("</a>")
      }
    }
  }

  /// Words alone, where no markup may stand: a title, the words of a picture.
  mutating func write(bare text: Text) {
    for span in text.spans {
      switch span {
      case .plain(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _):
        write(html: words)
      }
    }
  }

  private mutating func write(_ element: String, _ words: String) {
    write("<")
    write(element)
    write(">")
    write(running: words)
    write("</")
    write(element)
    write(">")
  }

  /// Words in which no financial year, such as 2028-29, breaks at its hyphen.
  mutating func write(running words: String) {
    let bytes = words.utf8Span.span
    var start = 0
    for place in bytes.indices where bytes[place] == UInt8(ascii: "-") {
      guard isYear(bytes, around: place) else { continue }
      write(html: bytes.extracting(start..<place - 4))
      write("<span class=\"year\">")
      write(bytes.extracting(place - 4..<place + 3))
      write("</span>")
      start = place + 3
    }
    write(html: bytes.extracting(start..<bytes.count))
  }

  /// Four digits, a hyphen and two digits, which no longer number or date goes on from.
  private func isYear(_ bytes: borrowing Span<UInt8>, around hyphen: Int) -> Bool {
    guard hyphen >= 4, hyphen + 2 < bytes.count else { return false }
    for place in hyphen - 4...hyphen + 2 where place != hyphen && !isDigit(bytes[place]) { return false }
    return !goesOn(bytes, hyphen - 5) && !goesOn(bytes, hyphen + 3)
  }

  private func goesOn(_ bytes: borrowing Span<UInt8>, _ place: Int) -> Bool {
    guard place >= 0, place < bytes.count else { return false }
    return bytes[place] == UInt8(ascii: "-") || isDigit(bytes[place])
  }

  /// The name of a line or a file, which may break after a point or an underscore, but not inside a number. What is
  /// copied has no break in it.
  private mutating func write(code words: String) {
    let bytes = words.utf8Span.span
    write("<code>")
    var start = 0
    for place in bytes.indices.dropFirst() {
      let before = bytes[place - 1]
      guard before == UInt8(ascii: "_") || before == UInt8(ascii: ".") && !isDigit(bytes[place]) else {
        continue
      }
      write(html: bytes.extracting(start..<place))
      write("<wbr>")
      start = place
    }
    write(html: bytes.extracting(start..<bytes.count))
    write("</code>")
  }

  /// A string of CSS, its quotes with it. `<` goes as a number, so that it cannot end the style.
  mutating func write(css words: String) {
    write("\"")
    for original in words.unicodeScalars {
      let scalar = shown(original)
      switch scalar {
      case "\"", "\\", "<", ">", "&":
        write("\\")
        write(hex: scalar.value)
        write(" ")
      default: write(scalar)
      }
    }
    write("\"")
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func write(hex value: UInt32) {
    if value >= 16 { write(hex: value / 16) }
    let digit = UInt8(truncatingIfNeeded: value % 16)
    write(byte: digit < 10 ? 48 + digit : 87 + digit)
  }
}
