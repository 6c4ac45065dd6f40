extension Output {
  /// Words in HTML or SVG, fit for an attribute in double quotes too.
  mutating func write(html words: String) {
    for original in words.unicodeScalars {
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
  }

  mutating func write(html text: Text) {
    for span in text.spans {
      switch span {
      case .plain(let words): write(html: words)
      case .strong(let words): write("b", words)
      case .emphasis(let words): write("em", words)
      case .code(let words): write(code: words)
      case .link(let words, .place(let place)):
        write("<a href=\"#")
        write(id: place)
        write("\">")
        write(html: words)
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
    write(html: words)
    write("</")
    write(element)
    write(">")
  }

  /// The name of a line or a file, which may break after a point or an underscore, but not inside a number. What is
  /// copied has no break in it.
  private mutating func write(code words: String) {
    write("<code>")
    var before: Unicode.Scalar?
    for scalar in words.unicodeScalars {
      if let before, before == "_" || before == "." && !isDigit(scalar) { write("<wbr>") }
      write(html: String(scalar))
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
