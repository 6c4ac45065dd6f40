import Reports
import Testing

/// Where words of a page may break, and where they must not.
@Suite struct HTMLWordsTests {
  private func page(_ text: Text) -> String {
    let report = Report(
      name: "x", owner: "x", title: "x", subtitle: "x", running: .init(head: "", foot: ""),
      opening: [.paragraph(text)], parts: [])
    return String(decoding: html(report), as: UTF8.self)
  }

  @Test(arguments: [
    ("by 2028-29, not", "by <span class=\"year\">2028-29</span>, not"),
    ("2028-29", "<span class=\"year\">2028-29</span>"),
    ("2028-29 to 2030-31", "<span class=\"year\">2028-29</span> to <span class=\"year\">2030-31</span>"),
    ("2026-10-02", "2026-10-02"), ("12026-27", "12026-27"), ("2026-271", "2026-271"),
    ("2026-2", "2026-2"), ("2026–27", "2026–27"), ("01-2026-27", "01-2026-27"),
  ])
  func aFinancialYearDoesNotBreak(words: String, expected: String) {
    #expect(page(Text(words)).contains("<p>\(expected)</p>"))
  }

  @Test(arguments: [
    ("loan.pwlb.rate", "loan.<wbr>pwlb.<wbr>rate"), ("nominal_rate", "nominal_<wbr>rate"),
    ("rate=5.5%", "rate=5.5%"), ("end.", "end."), ("a.<b>", "a.<wbr>&lt;b&gt;"),
  ])
  func aNameBreaksAfterAPointOrAnUnderscore(words: String, expected: String) {
    #expect(page(.code(words)).contains("<p><code>\(expected)</code></p>"))
  }
}
