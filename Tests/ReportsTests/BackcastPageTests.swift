import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// The backcast of a report: the figures of Rother, whose stock of December 2018 and of 2021 was not published.
@Suite struct BackcastPageTests {
  static let rother = Array(
    """
    quarter,area_code,area_name,main_accepted,main_ended,ta_total
    2018Q2,E07000064,Rother,51,25,61
    2018Q3,E07000064,Rother,22,2,51
    2018Q4,E07000064,Rother,22,14,..
    2019Q1,E07000064,Rother,19,36,56
    2019Q2,E07000064,Rother,43,21,43
    2019Q3,E07000064,Rother,47,30,71
    2019Q4,E07000064,Rother,31,38,43
    2020Q1,E07000064,Rother,17,23,53
    2020Q2,E07000064,Rother,21,3,76

    """.utf8)

  private func loaded(_ overrides: String...) throws -> LoadedModel {
    var loaded = try LoadedModel(
      [(name: "models/worked-example.toml", text: fixture("worked-example.toml"))],
      overrides: ["code=E07000064"] + overrides)
    try loaded.readTables("t.csv") { _ in .text(Self.rother) }
    return loaded
  }

  @Test func thePageReadsAsRecorded() throws {
    let findings = try Findings(loaded())
    let page = try #require(findings.backcastSection)
    let report = Report(
      name: "backcast", owner: "Rother", title: "Backcast", subtitle: "", running: .init(head: "", foot: ""),
      opening: [], parts: [.init("Backcast", [page])])
    #expect(goldenDifference(markdown(report), "backcast/report.md") == nil)
    for chart in charts(report) { #expect(goldenDifference(chart.bytes, "backcast/\(chart.name)") == nil) }
  }

  @Test func itComesBeforeTheForecastAndOnlyWithTables() throws {
    func topics(_ report: Report) -> [String] { report.parts[0].sections.map { $0.id } }
    let with = String(decoding: try files(of: loaded())[0].bytes, as: UTF8.self)
    #expect(with.contains("## 1 Backcast against the published stock"))
    var bare = try loaded()
    bare.published = nil
    let without = String(decoding: try files(of: bare)[0].bytes, as: UTF8.self)
    #expect(without.contains("No backcast against the council’s published stock was made"))
    let nameless = try LoadedModel([
      (name: "models/worked-example.toml", text: fixture("worked-example.toml"))
    ])
    #expect(
      !String(decoding: try files(of: nameless)[0].bytes, as: UTF8.self).lowercased().contains("backcast"))
  }

  /// Every error in the table is the method's households less the published stock, as shown.
  @Test func theTableFoots() throws {
    let backcast = try #require(try backcast(of: loaded()))
    #expect(backcast.opening == 61 && backcast.steps.count == 8)
    for step in backcast.steps {
      for method in Backcast.Method.allCases {
        guard let published = step.published, let value = step[method] else { continue }
        #expect(step.error(method) == value - published)
      }
    }
  }

  @Test func tablesThatBearNoneAreRefusedAtTheirPlace() throws {
    func said(from: Quarter? = nil, quarters: Int? = nil) throws -> [String] {
      let loaded = try loaded()
      let error = #expect(throws: ModelFileError.self) {
        try Reports.backcast(of: loaded, from: from, quarters: quarters)
      }
      return error?.lines ?? []
    }
    #expect(
      try said(from: Quarter(year: 2018, number: 4)) == [
        "t.csv:4:1: no stock in TA is published for 2018Q4, to start from; start from another quarter: 2018Q2 to 2020Q2, but for 2018Q4"
      ])
    #expect(
      try said(quarters: 20) == [
        "t.csv:2:1: the backcast needs a published stock and 20 quarters after it with both flows, and the longest stretch has eight; run fewer quarters, or give tables that hold more"
      ])
  }
}
