extension Output {
  /// Words in HTML or SVG, fit for an attribute in double quotes too.
  mutating func write(html words: String) {
    for scalar in words.unicodeScalars { write(html: scalar) }
  }

  private mutating func write(html original: Unicode.Scalar) {
    let scalar = shown(original)
    switch scalar {
    case "&": write("&amp;")
    case "<": write("&lt;")
    case ">": write("&gt;")
    case "\"": write("&quot;")
    case "'": write("&#39;")
    default: write(scalar)
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
    let scalars = Array(words.unicodeScalars)
    var place = 0
    while place < scalars.count {
      let isYear = isYear(scalars, at: place)
      let end = isYear ? place + 7 : place + 1
      if isYear { write("<span class=\"year\">") }
      for scalar in scalars[place..<end] { write(html: scalar) }
      if isYear { write("</span>") }
      place = end
    }
  }

  /// Four digits, a hyphen and two digits, which no longer number or date goes on from.
  private func isYear(_ scalars: [Unicode.Scalar], at place: Int) -> Bool {
    guard place + 7 <= scalars.count, scalars[place + 4] == "-" else { return false }
    for offset in [0, 1, 2, 3, 5, 6] where !isDigit(scalars[place + offset]) { return false }
    if place > 0, scalars[place - 1] == "-" || isDigit(scalars[place - 1]) { return false }
    if place + 7 < scalars.count, scalars[place + 7] == "-" || isDigit(scalars[place + 7]) { return false }
    return true
  }

  /// The name of a line or a file, which may break after a point or an underscore, but not inside a number. What is
  /// copied has no break in it.
  private mutating func write(code words: String) {
    write("<code>")
    var before: Unicode.Scalar?
    for scalar in words.unicodeScalars {
      if let before, before == "_" || before == "." && !isDigit(scalar) { write("<wbr>") }
      write(html: scalar)
      before = scalar
    }
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

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private mutating func write(hex value: UInt32) {
    if value >= 16 { write(hex: value / 16) }
    let digit = UInt8(truncatingIfNeeded: value % 16)
    write(byte: digit < 10 ? 48 + digit : 87 + digit)
  }
}
