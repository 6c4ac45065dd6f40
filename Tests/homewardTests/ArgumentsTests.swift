import Testing

@testable import homeward

@Suite struct ArgumentsTests {
  static let command = Command(
    name: "test", summary: "", usage: "test",
    options: [
      .output("Where"), .set, .format(["md", "html"], "Which"),
    ],
    examples: [], action: { _ throws(Failure) in .fine("") })

  func read(_ words: String...) throws(Failure) -> Arguments { try Arguments(words, of: Self.command) }

  @Test func optionsStandAnywhereInEitherSpelling() throws {
    let arguments = try read("a", "--output", "x", "b", "--format=html", "--set", "p=1", "--set=q=2", "-")
    #expect(arguments.operands == ["a", "b", "-"])
    #expect(arguments["--output"] == "x")
    #expect(arguments["--format"] == "html")
    #expect(arguments.all("--set") == ["p=1", "q=2"])
    #expect(try read("-o", "-")["--output"] == "-")
  }

  @Test func aValueMayStartWithOneDash() throws {
    #expect(try read("--set", "-1")["--set"] == "-1")
    #expect(try read("--set=--x")["--set"] == "--x")
  }

  @Test func afterTwoDashesAllAreOperands() throws {
    #expect(try read("--", "--format", "-x").operands == ["--format", "-x"])
  }

  @Test(arguments: [
    (["--formt", "md"], "unknown option \"--formt\"; did you mean \"--format\"?"),
    (["--zzzzzzzz"], "unknown option \"--zzzzzzzz\""),
    (["-x"], "unknown option \"-x\""),
    (["--format"], "--format needs a value: --format md|html"),
    (["--output", "--format", "md"], "--output needs a value: --output FOLDER"),
    (["--format", "mdd"], "--format \"mdd\" is not one of md, html; did you mean \"md\"?"),
    (["-o", "a", "--output", "b"], "--output is given twice"),
  ])
  func whatIsNotDeclaredIsRefused(words: [String], message: String) {
    do throws(Failure) {
      _ = try Arguments(words, of: Self.command)
      Issue.record("\(words) was accepted")
    } catch {
      #expect(error.lines.first?.hasPrefix("homeward test: " + message) == true, "\(error.lines)")
    }
  }
}
