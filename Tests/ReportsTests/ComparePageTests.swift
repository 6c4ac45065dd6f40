import Analysis
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// The documents of a comparison.
@Suite struct ComparePageTests {
  private func shipped(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: packageFolder.appending(path: "models/\(name)")))
  }

  private func answer(_ comparison: Comparison) -> ComparisonAnswer {
    let evaluate: Evaluate = { coalitions in coalitions.map { comparison.values($0) } }
    return ComparisonAnswer(
      comparison, firstName: "models/thanet.toml", secondName: "models/thanet.toml in scenario dear-and-late",
      inOrder: comparison.inOrder(evaluate),
      shapley: comparison.shapley(orders: 2, seed: 1, evaluate))
  }

  @Test func aShippedModelAndItsWorstScenarioReadAsRecorded() throws {
    let files = Layered([
      (name: "models/england-2026.toml", text: try shipped("england-2026.toml")),
      (name: "models/thanet.toml", text: try shipped("thanet.toml")),
    ])
    let comparison = Comparison(
      try LoadedModel(files), try LoadedModel(files, scenario: "dear-and-late"))
    let answer = answer(comparison)
    let report = compareReport(on: answer)
    #expect(
      goldenDifference(
        markdown(compareReport(on: answer, hasPictures: false)), "compare/compare.md") == nil)
    #expect(goldenDifference(html(report), "compare/compare.html") == nil)
    let ids = report.charts.map { $0.id }
    #expect(Set(ids).count == ids.count && !ids.isEmpty)
  }

  /// Figures of this comparison are of no use to anybody; that nothing of two strangers traps or goes unsaid is.
  @Test(arguments: 0..<4) func anyTwoModelsCanBeShown(seed: Int) throws {
    let pair = RandomPair(seed)
    guard let first = try? LoadedModel([("a.toml", Array(pair.first.utf8))]),
      let second = try? LoadedModel([("b.toml", Array(pair.second.utf8))], overrides: pair.overrides)
    else { return }
    let comparison = Comparison(first, second)
    let evaluate: Evaluate = { coalitions in coalitions.map { comparison.values($0) } }
    let answer = ComparisonAnswer(
      comparison, firstName: "a.toml", secondName: "b.toml", inOrder: comparison.inOrder(evaluate),
      shapley: comparison.shapley(orders: 2, seed: 1, upTo: 3, evaluate))
    let page = html(compareReport(on: answer))
    #expect(page.count > 10_000)
    // what is shown adds up as well, in whole pounds
    for split in [answer.inOrder, answer.shapley].compactMap({ $0 }) {
      for (figure, movement) in comparison.split.enumerated() {
        guard let parts = split.shownParts(figure, movement) else { continue }
        #expect(parts.reduce(0, +) == movement.shownChange)
      }
    }
  }

  /// Each bar begins where the one above it ended, and the last is the whole.
  @Test func aWaterfallStandsOnNil() {
    let chart = Chart(
      "x", "measure",
      .waterfall(
        .init(
          unit: .money, steps: [.init("up", 300_000_00), .init("down", -100_000_00)], whole: "Altogether")),
      sentences: [], table: Table("x", "x", columns: [], rows: []))
    let report = Report(
      name: "x", owner: "x", title: "x", subtitle: "x", running: .init(head: "", foot: ""),
      opening: [.chart(chart)], parts: [])
    let picture = String(decoding: charts(report)[0].bytes, as: UTF8.self)
    let bars = picture.matches(of: /<rect class="(part-.)" x="([0-9.]+)%" y="[0-9.]+" width="([0-9.]+)%"/)
    // of 66 per cent for £300,000: up from nil to all of it, back by a third, and two thirds altogether
    #expect(bars.map { String($0.1) } == ["part-1", "part-2", "part-1"])
    #expect(bars.map { String($0.2) } == ["0", "44", "0"])
    #expect(bars.map { String($0.3) } == ["66", "22", "44"])
    for words in [">+£300,000<", ">−£100,000<", ">+£200,000<", ">Altogether<"] {
      #expect(picture.contains(words))
    }
  }
}
