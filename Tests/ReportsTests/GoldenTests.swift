import Reports
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func markdownIsAsRecorded() {
    let difference = goldenDifference(markdown(sample), "sample/report.md")
    #expect(difference == nil)
  }

  /// The project's own page on the method is written from what reports print.
  @Test func thePageOnTheMethodIsAsRecorded() {
    let page = "../../Sources/Reports/Reports.docc/What-every-figure-means.md"
    let difference = goldenDifference(markdown(method()), page)
    #expect(difference == nil)
  }

  @Test func htmlIsAsRecorded() {
    let difference = goldenDifference(html(sample), "sample/report.html")
    #expect(difference == nil)
  }

  @Test func chartsAreAsRecorded() {
    for chart in charts(sample) {
      let difference = goldenDifference(chart.bytes, "sample/\(chart.name)")
      #expect(difference == nil)
    }
  }

  @Test func firstDifferenceNamesTheLine() {
    #expect(firstDifference(Array("a\nb".utf8), Array("a\nb".utf8)) == nil)
    #expect(
      firstDifference(Array("a\nb".utf8), Array("a\nc".utf8))
        == "2: first difference\n  wanted  b\n  got     c")
    #expect(firstDifference(Array("a".utf8), Array("a\n".utf8))?.hasPrefix("2:") == true)
  }
}
