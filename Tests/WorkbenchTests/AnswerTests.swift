import Foundation
import Housing
import ModelFile
import Reports
import TestSupport
import Testing

@testable import Workbench

/// What the page asks is what the commands answer.
@Suite struct AnswerTests {
  static let file = Request.File(
    name: "worked-example.toml", text: (try? fixture("worked-example.toml")) ?? [])

  func answer(_ question: String, _ words: [String] = [], _ overrides: [String] = []) -> Answer {
    var opened: Opened?
    return Answer(to: Request(question, words, files: [Self.file], overrides: overrides), &opened)
  }

  static func report(_ overrides: [String]) throws -> String {
    let loaded = try LoadedModel([(name: file.name, text: file.text)], overrides: overrides)
    return String(decoding: htmlReport(on: try Findings(loaded)), as: UTF8.self)
  }

  @Test(arguments: [[], ["years=20"]]) func theReportIsTheCommands(overrides: [String]) throws {
    let made = answer("report", ["html"], overrides)
    #expect(made.isDocument)
    #expect(String(decoding: made.text, as: UTF8.self) == (try Self.report(overrides)))
  }

  /// But for what the sections further down say could change the answer.
  @Test(arguments: [[], ["years=20"]]) func theFirstPageStandsInTheReport(overrides: [String]) throws {
    let first = String(decoding: answer("first-page", [], overrides).text, as: UTF8.self)
    let whole = try Self.report(overrides)
    let waiting = first.split(separator: "\n").filter { $0.contains("being worked out") }
    #expect(waiting.count <= 1)
    let lines = first.split(separator: "\n").filter { !$0.contains("being worked out") }
    #expect(lines.count > 40)
    let start = try #require(whole.range(of: "    <div id=\"answer\">"))
    let end = try #require(whole.range(of: "    <section", range: start.upperBound..<whole.endIndex))
    let there = whole[start.lowerBound..<end.lowerBound].split(separator: "\n").filter {
      !$0.contains("What could change this")
    }
    #expect(lines.map(String.init) == there.map(String.init))
  }

  @Test func whatWasOpenedNeedsNotBeGivenAgain() {
    var opened: Opened?
    let refused = Answer(to: Request("about", files: []), &opened)
    #expect(!refused.isDocument && refused.text == Array("no model file was given\n".utf8))
    let given = Answer(to: Request("first-page", files: [Self.file], overrides: ["years=20"]), &opened)
    let again = Answer(to: Request("first-page", files: [], overrides: ["years=20"]), &opened)
    #expect(given.isDocument && given == again)
    let base = Answer(to: Request("first-page", files: []), &opened)
    #expect(base.isDocument && base != given)
    #expect(base == answer("first-page"))
  }

  @Test func whatIsWrongIsSaidInTheCommandsWords() throws {
    let made = answer("report", ["html"], ["no.such.assumption=1", "years=-1"])
    #expect(!made.isDocument)
    let lines = String(decoding: made.text, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("--set ") })
    #expect(answer("guess").text == Array("\"guess\" is not a question of the workbench\n".utf8))
    #expect(!answer("explain", ["no.such.line"]).isDocument)
    #expect(!answer("sweep", ["--vary", "no.such=1..2:1"]).isDocument)
    #expect(!answer("solve", []).isDocument)
  }

  @Test func aRequestIsReadAsItIsWritten() {
    let request = Request(
      "solve", ["--find", "loan.*.rate"],
      files: [Request.File(name: "a", text: [0, 1, 255]), Request.File(name: "é", text: [])],
      scenario: "dear", overrides: ["a=1", "b=£2"])
    let bytes = request.bytes
    #expect(Request(bytes) == request)
    for count in bytes.indices { #expect(Request(Array(bytes[..<count])) == nil, "cut at \(count)") }
    #expect(Request(bytes + [0]) == nil)
  }
}
