import Foundation
import Reports
import Testing

/// Names come out of files that strangers write; none may become markup, a link or a formula.
@Suite struct HostileTests {
  /// A report that says `words` in every place where words of a model file may stand.
  private func report(saying words: String) -> Report {
    let cell = Cell.text(words)
    let table = Table(
      words, Text(words), columns: [.words(Text(words)), .figures(Text(words))],
      rows: [Table.Row([cell, cell], id: words), Table.Row([.text(.code(words)), .bad(Text(words))])])
    return Report(
      name: "x", owner: words, title: words, subtitle: Text(words), notices: [words],
      running: .init(head: words, foot: words),
      opening: [
        .answer("\(strong: words) \(emphasis: words) \(code: words) \(link: words, address: words)"),
        .list([Text(words)]), .keyFigures([KeyFigure(Text(words), words, Text(words))]),
      ],
      parts: [
        .init(
          words,
          [
            Section(
              "s\(words)", words, message: Text(words),
              [
                .paragraph(Text(words)), .table(table),
                .note(.init(.warning, Text(words), [.paragraph(Text(words))])),
                .fold(Text(words), [.facts([Fact(Text(words), Text(words))])]),
                .definitions([Definition("d\(words)", Text(words), facts: [])]),
                .chart(
                  Chart(
                    "c\(words)", Text(words),
                    .lines(
                      .init(places: [words, words], unit: .money, series: [.init(words, .with, [1, 2])])),
                    sentences: [Text(words)], table: Table("c\(words)", Text(words), columns: [], rows: []))),
              ])
          ])
      ])
  }

  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><script>", "'onclick='alert(1)",
    "&lt;b&gt; &#x3C;b&#x3E;", "]]>", "--><b>", "\u{0}\u{1B}[31m", "a\u{202E}b\u{2066}c", "\u{FFFE}",
  ]

  @Test(arguments: hostile)
  func htmlHoldsNoMarkupOfTheirs(words: String) {
    let page = String(decoding: html(report(saying: words)), as: UTF8.self)
    let harmless = String(decoding: html(report(saying: "harmless")), as: UTF8.self)
    #expect(elements(page) == elements(harmless))
    #expect(!page.unicodeScalars.contains { isHidden($0) })
    #expect(!page.lowercased().contains("javascript:"))
  }

  @Test(arguments: hostile)
  func chartsHoldNoMarkupOfTheirs(words: String) throws {
    let image = try #require(charts(report(saying: words)).first)
    let harmless = try #require(charts(report(saying: "harmless")).first)
    // A long measure takes more lines, and a long label may find no room; only the names of elements must be the same.
    let names = Set(elements(String(decoding: image.bytes, as: UTF8.self)).map(\.elementName))
    #expect(names.isSubset(of: elements(String(decoding: harmless.bytes, as: UTF8.self)).map(\.elementName)))
    #expect(image.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })
  }

  @Test(arguments: [
    ("<script>", "&lt;script>"), ("a|b", "a\\|b"), ("`a`", "\\`a\\`"), ("**a**", "\\*\\*a\\*\\*"),
    ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
    ("![x](http://y/z)", "!\\[x\\](http://y/z)"),
    ("# a", "\\# a"), ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("> a", "\\> a"),
    ("a\n# b", "a # b"), ("a\r\n\r\n<b>", "a &lt;b>"), ("&amp; & &#60;", "&amp;amp; & &amp;#60;"),
    ("a\u{202E}b", "a\u{FFFD}b"), ("a_b_c", "a\\_b\\_c"), ("\\`", "\\\\\\`"), ("~~a~~", "\\~\\~a\\~\\~"),
    ("$x$", "\\$x\\$"), ("2026-27", "2026-27"), ("£1.23m", "£1.23m"), ("---", "\\---"), ("    code", "code"),
  ])
  func markdownIsEscaped(words: String, expected: String) {
    let page = String(decoding: markdown(report(saying: words)), as: UTF8.self)
    #expect(page.contains("\n\n\(expected)\n\n"))
  }

  @Test func sentencesHaveALineEach() {
    let words = "One ends. Two, at 1.5 and para. 3, goes on? Three."
    let page = String(decoding: markdown(report(saying: words)), as: UTF8.self)
    #expect(page.contains("\n\nOne ends.\nTwo, at 1.5 and para. 3, goes on?\nThree.\n\n"))
  }

  @Test func codeKeepsItsBackticksAndBars() {
    let page = String(decoding: markdown(report(saying: "a`|b")), as: UTF8.self)
    #expect(page.contains("`` a`|b ``"))
    #expect(page.contains("| `` a`\\|b `` |"))
  }

  @Test(arguments: [
    ("https://www.gov.uk/x?a=1&b=2", true), ("HTTP://x.example/", true), ("javascript:alert(1)", false),
    ("data:text/html,x", false), ("https://x y", false), ("https://", false), ("//x.example", false),
    (" https://x", false), ("https://x\u{202E}", false), ("file:///etc/passwd", false),
  ])
  func onlyWebAddressesAreLinks(address: String, isLink: Bool) {
    let words: Text = "see \(link: "here", address: address)"
    var one = report(saying: "x")
    one.opening = [.paragraph(words)]
    #expect(
      String(decoding: html(one), as: UTF8.self).contains("<a href=\"h") == (isLink && address.first == "h"))
    #expect(String(decoding: markdown(one), as: UTF8.self).contains("[here](") == isLink)
  }

  @Test func anAddressCannotEndItsLink() {
    var one = report(saying: "x")
    one.opening = [.paragraph("\(link: "here", address: "https://x/)<b>\"|`\\")")]
    #expect(
      String(decoding: markdown(one), as: UTF8.self).contains("[here](https://x/%29%3Cb%3E\"%7C%60%5C)"))
    #expect(String(decoding: html(one), as: UTF8.self).contains("href=\"https://x/)&lt;b&gt;&quot;|`\\\""))
  }

  @Test func csvIsQuotedAndHasNoFormulas() {
    var writer = CSVWriter(header: ["line", "value"])
    writer.row([.text("=HYPERLINK(\"http://x\")"), .decimal(-1_234_05, places: 2)])
    writer.row([.text("a,b \"c\"\nd"), .count(-3)])
    writer.row([.text("@x"), .text("plain")])
    writer.row([.text("\u{FF1D}1"), .decimal(5, places: 2), .text("beyond")])
    writer.row([])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "line,value\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-1234.05\r\n\"a,b \"\"c\"\" d\",-3\r\n"
        + "\"'@x\",plain\r\n\"'\u{FF1D}1\",0.05\r\n,\r\n")
  }

  /// The tags of a page, in order, with the names of their attributes, outside its pictures: where a label stands in one
  /// depends on how long it is.
  private func elements(_ page: String) -> [String] {
    let words = page.components(separatedBy: "</figcaption>").enumerated().map { number, part in
      number == 0 ? part : part.components(separatedBy: "</svg>\n      <p>").last ?? part
    }
    return words.joined().components(separatedBy: "<").dropFirst().map { piece in
      let tag = piece.prefix { $0 != ">" }
      let parts = tag.components(separatedBy: "\"")
      return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { $0.element }.joined()
    }
  }

  private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE: true
    default: false
    }
  }
}

extension String {
  fileprivate var elementName: String { components(separatedBy: " ")[0] }
}
