import Foundation
import Reports
import Testing

/// What a browser or a screen reader needs of the page, seen in its bytes.
@Suite struct StructureTests {
  private let page = String(decoding: html(sample), as: UTF8.self)

  private func values(of attribute: String) -> [String] {
    page.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func everyIDIsUnique() {
    let ids = values(of: "id")
    #expect(ids.count > 20)
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyLinkInsideLeadsSomewhere() {
    let ids = Set(values(of: "id"))
    let links = values(of: "href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(links.count > 8)
    #expect(links.filter { !ids.contains($0) } == [])
    #expect(values(of: "aria-labelledby").filter { !ids.contains($0) } == [])
  }

  @Test func everyHeadingOfATableHasItsScope() {
    let heads = page.components(separatedBy: "<th").dropFirst().filter { !$0.hasPrefix("ead") }
    #expect(heads.count > 50)
    #expect(heads.filter { !$0.hasPrefix(" scope=\"") } == [])
    #expect(page.components(separatedBy: "<table").count == page.components(separatedBy: "<caption").count)
  }

  @Test func headingsSkipNoLevel() throws {
    let levels = page.components(separatedBy: "<h").dropFirst().compactMap { Int($0.prefix(1)) }
    #expect(levels.first == 1)
    #expect(levels.filter { $0 == 1 }.count == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
  }

  @Test func nothingRunsAndNothingIsFetched() {
    for part in ["<script", "<link", "<img", "url(", "@import", " on", "srcset", "<iframe"] {
      let found = page.components(separatedBy: part).count - 1
      #expect(found == 0 || part == " on" && !page.contains(/<[^>]* on[a-z]+=/), "\(part)")
    }
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
    #expect(page.contains("<a class=\"skip\" href=\"#report\">"))
  }

  @Test func noCellIsBlank() {
    #expect(page.matches(of: /<t[dh][^>]*><\/t/).count == 0)
  }

  @Test func everyNoticeStandsByEveryTableAndChart() {
    let captions = page.components(separatedBy: "caption>").count / 2
    #expect(page.components(separatedBy: "<strong>Illustrative figures</strong>").count - 1 >= captions)
    #expect(page.contains("@top-right { content: \"Illustrative figures\""))
    for chart in charts(sample) {
      #expect(String(decoding: chart.bytes, as: UTF8.self).contains("Illustrative figures</title>"))
    }
  }

  @Test func chartsInThePageHaveNoIDsAndAreHidden() {
    for piece in page.components(separatedBy: "<svg class=\"chart\"").dropFirst() {
      let picture = piece.components(separatedBy: "<p>").first ?? piece
      #expect(picture.contains("aria-hidden=\"true\""))
      #expect(!picture.components(separatedBy: "</figure>")[0].contains(" id=\""))
    }
  }

  @Test func chartsAreWellFormed() throws {
    for chart in charts(sample) {
      let parser = XMLTally()
      #expect(parser.balance(chart.bytes) == nil)
    }
  }

  @Test func oneReportIsAlwaysTheSameBytes() {
    #expect(html(sample) == html(sample))
    #expect(markdown(sample) == markdown(sample))
  }
}

/// Whether every element that is opened is closed, in order.
struct XMLTally {
  func balance(_ bytes: [UInt8]) -> String? {
    var open: [String] = []
    for piece in String(decoding: bytes, as: UTF8.self).components(separatedBy: "<").dropFirst() {
      let tag = String(piece.prefix { $0 != ">" })
      let name = tag.components(separatedBy: " ")[0]
      if name.hasPrefix("/") {
        if open.popLast() != String(name.dropFirst()) { return "\(name) closes another" }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open.last
  }
}
