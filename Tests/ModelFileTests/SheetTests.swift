import TestSupport
import Testing

@testable import ModelFile

/// Comma-separated values, strictly: each message at the spot marked with ▸.
@Suite struct SheetTests {
  static func expect(_ marked: String, _ messages: String..., at location: SourceLocation = #_sourceLocation)
  {
    var text = ""
    var spots: [String] = []
    for scalar in marked.unicodeScalars {
      guard scalar == "▸" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      spots.append("t.csv:\(lines.count):\((lines.last?.count ?? 0) + 1)")
    }
    let sheet = Sheet(Array(text.utf8), source: 0)
    var sources = Sources()
    sources.all.append(Sources.Source(name: "t.csv", text: Array(text.utf8)))
    let lines = ModelFileError(problems: sheet.problems, sources: sources).lines
    #expect(lines == zip(spots, messages).map { "\($0): \($1)" }, sourceLocation: location)
  }

  private func rows(_ text: String) -> [[String]] {
    let sheet = Sheet(Array(text.utf8), source: 0)
    #expect(sheet.problems.isEmpty)
    return ([sheet.header] + sheet.rows).map { row in
      row.map { String(decoding: sheet.bytes($0), as: UTF8.self) }
    }
  }

  @Test func fieldsAreRead() {
    #expect(rows("a,b\n1,2\n") == [["a", "b"], ["1", "2"]])
    #expect(rows("a,b\r\n,\r\n") == [["a", "b"], ["", ""]])
    #expect(rows("a,b\n\"x, y\",\"he said \"\"no\"\"\"") == [["a", "b"], ["x, y", "he said \"no\""]])
    #expect(rows("\u{FEFF}# said by\n# whom\na\n\"\"\n") == [["a"], [""]])
    #expect(rows("a\n\"two\nlines\"\n") == [["a"], ["two\nlines"]])
  }

  @Test func whatASpreadsheetWouldMendIsAProblem() {
    let remedy = "write one for each column; what is not known is left empty between its commas"
    Self.expect("a,b\n▸1\n1,2\n", "this row has 1 field, and the header has 2; \(remedy)")
    Self.expect(
      "a,b\n1,2\n▸1,2,3\n",
      "this row has 3 fields, and the header has 2; write one for each column, in quotes if it has a comma of its own"
    )
    Self.expect("a,b\n1,2\n▸\n1,2\n", "this line is empty; take it out")
    Self.expect(
      "a,b\n1,x▸\"y\n",
      "a quote stands inside a field; put the whole field in quotes, and write this one twice")
    Self.expect(
      "a,b\n1,\"x\"▸y\n",
      "something stands after the closing quote; put a comma there, or the whole field in quotes")
    Self.expect("a,b\n1,2\n1,▸\"x\n", "this quote is not closed; close it, or take it out")
    Self.expect("a,b,▸a\n", "column \"a\" stands twice; take one out")
    Self.expect("a\n1▸\u{1B}\n", "a control character stands in a field; take it out")
    Self.expect("▸# nothing but words", "there is no table here; write a header, and rows below it")
    Self.expect("▸", "there is no table here; write a header, and rows below it")
  }

  /// Whatever the bytes, it ends, and every place is within the text.
  @Test func anyBytesAreRead() {
    var chance = Chance(state: 7)
    let alphabet = Array("ab,\"\n\r#.0\u{1}".utf8) + [0xC3, 0xA9, 0xFF]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0..<40, using: &chance)).map { _ in
        alphabet.randomElement(using: &chance) ?? 0
      }
      let sheet = Sheet(text, source: 0)
      for row in sheet.rows {
        #expect(row.count == sheet.header.count)
        for field in row { #expect(sheet.bytes(field).count <= text.count) }
      }
      for problem in sheet.problems { #expect(0...text.count ~= Int(problem.place.start)) }
    }
  }
}
