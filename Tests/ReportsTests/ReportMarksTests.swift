import CashFlow
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// What a report says of how it was made.
@Suite struct ReportMarksTests {
  static func files(
    _ overrides: [String] = [], path: String = "models/worked-example.toml"
  ) throws -> [(name: String, bytes: [UInt8])] {
    try Reports.files(
      of: LoadedModel([(name: path, text: fixture("worked-example.toml"))], overrides: overrides))
  }

  @Test func bothDocumentsSayTheSame() throws {
    let set = ["loan.pwlb.rate=5.5%", #"title=A "plan" & <more> than `one`"#]
    let files = try Self.files(set)
    for file in files.prefix(2) {
      let marks = try #require(ReportMarks(reading: file.bytes), "\(file.name)")
      #expect(marks.resultsVersion == "\(Results.version)")
      // sha256sum Tests/Fixtures/worked-example.toml
      let digest = SHA256.hexadecimal(try fixture("worked-example.toml"))
      #expect(marks.inputs == [ReportMarks.Input(name: "worked-example.toml", digest: digest)])
      #expect(marks.overrides == set)
      #expect(marks.scenario == nil)
    }
  }

  @Test func layersFollowTheModel() throws {
    let loaded = try LoadedModel([
      (name: "models/england.toml", text: Array("[receipts]\nreturn_unused = false".utf8)),
      (name: "models/worked-example.toml", text: fixture("worked-example.toml")),
    ])
    let marks = ReportMarks(reading: try Reports.files(of: loaded)[0].bytes)
    #expect(marks?.inputs.map { $0.name } == ["worked-example.toml", "england.toml"])
  }

  /// However the path of the model is written, and whatever is set that the file says already: the same bytes.
  @Test func noPathReachesAByte() throws {
    let base = try Self.files().map { $0.bytes }
    for path in [
      "./models/worked-example.toml", "/somewhere/else/worked-example.toml", "worked-example.toml",
    ] {
      #expect(try Self.files(path: path).map { $0.bytes } == base, "\(path)")
    }
    #expect(try Self.files(["loan.pwlb.rate=4.85%"]).map { $0.bytes } == base)
    #expect(try Self.files(["loan.pwlb.rate=4.850%", "years=2"]).map { $0.bytes } == base)
  }

  @Test func whatIsSetAlreadyIsNoPartOfIt() throws {
    let marks = ReportMarks(reading: try Self.files(["years=2", "loan.pwlb.rate=5%"])[1].bytes)
    #expect(marks?.overrides == ["loan.pwlb.rate=5%"])
  }

  @Test(arguments: [
    "", "# A page", "<!doctype html>\n<html>\n  <style>\n", "- Version of the results: `1`\n",
  ])
  func otherDocumentsSayNothing(text: String) {
    #expect(ReportMarks(reading: Array(text.utf8)) == nil)
  }

  /// A register is read back from either document: what changed is named with both values.
  @Test func changedAssumptionsAreReadBack() throws {
    let (before, after) = (try Self.files(), try Self.files(["loan.pwlb.rate=5.5%", "hra.balance=£1"]))
    for k in 0..<2 {
      let changes = ReportAssumptions(reading: before[k].bytes).changes(
        to: ReportAssumptions(reading: after[k].bytes))
      #expect(changes.map { $0.path } == ["hra.balance", "loan.pwlb.rate"], "\(before[k].name)")
      #expect(changes.map { $0.from } == ["£50,000", "4.85%"])
      #expect(changes.map { $0.to } == ["£1", "5.5%"])
    }
  }
}
