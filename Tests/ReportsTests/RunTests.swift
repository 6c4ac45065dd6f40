import TestSupport
import Testing

@testable import Reports

/// Words are written in runs of what needs no escaping: scalar by scalar they come to the same.
@Suite struct RunTests {
  static let scalars: [Unicode.Scalar] = [
    "a", "Z", "7", "0", " ", ".", "?", "!", "-", "_", "|", "<", ">", "\"", "'", "*", "#", "+", "=", ":", ")",
    "\\",
    "`", "[", "~", "$", "\n", "\t", "\u{0}", "\u{7F}", "\u{85}", "\u{A0}", "£", "é", "\u{61C}", "’",
    "\u{2028}",
    "\u{202E}", "−", "\u{FEFF}", "\u{FFFE}", "漢", "😀", "\u{1FFFE}", "\u{E0041}",
  ]

  func words(_ seed: Int) -> [Unicode.Scalar] {
    var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    return (0..<Int.random(in: 1...12, using: &chance)).map { _ in
      Self.scalars.randomElement(using: &chance) ?? "a"
    }
  }

  func string(_ scalars: [Unicode.Scalar]) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  @Test func ofHTMLIsItsScalars() {
    for seed in 0..<2_000 {
      let scalars = words(seed)
      var (whole, apart) = (Output(), Output())
      whole.write(html: string(scalars))
      for scalar in scalars { apart.write(html: string([scalar])) }
      #expect(whole.words == apart.words, "\(scalars)")
    }
  }

  @Test func ofMarkdownIsItsScalars() {
    for place in [MarkdownPlace.cell, .line, .paragraph, .inside, .label] {
      for seed in 0..<2_000 {
        let scalars = words(seed)
        var (whole, apart) = (Output(), Output())
        whole.write(markdown: Text([.plain(string(scalars))]), place)
        apart.write(markdown: Text(scalars.map { .plain(string([$0])) }), place)
        #expect(whole.words == apart.words, "\(scalars)")
      }
    }
  }

  /// What each scalar is, written out: 0x09 is a space, U+202E and U+FFFE may not be shown.
  @Test func keepTheirEscapes() {
    var html = Output()
    html.write(html: "a\tb & £1 <’> \u{202E}x\u{FFFE}\u{85}é")
    #expect(html.words == "a b &amp; £1 &lt;’&gt; \u{FFFD}x\u{FFFD} é")
    var csv = CSVWriter(header: ["a"])
    csv.row([.text("£1 \"x\"\u{2028}\u{FEFF}’")])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a\r\n\"£1 \"\"x\"\" \u{FFFD}’\"\r\n")
  }
}
