import TOML
import TestSupport
import Testing

/// Texts that would overflow a stack, or take for ever, in a reader that is not careful.
@Suite struct BigTextTests {
  func problems(_ text: [UInt8]) -> [SyntaxProblem] { Parser.parse(text, source: 0).problems }

  func repeated(_ text: String, _ count: Int) -> [UInt8] {
    [[UInt8]](repeating: [UInt8](text.utf8), count: count).flatMap { $0 }
  }

  @Test(arguments: [("[", "1", "]"), ("{ a = ", "1", " }"), ("[{ a = ", "1", " }]")])
  func depthIsLimited(open: String, inner: String, close: String) {
    func nested(_ depth: Int) -> [UInt8] {
      [UInt8]("a = ".utf8) + repeated(open, depth) + [UInt8](inner.utf8) + repeated(close, depth)
    }
    #expect(problems(nested(30)).isEmpty)
    let deep = problems(nested(10_000))
    #expect(deep.map { $0.fault } == ["tables and arrays stand more than 100 deep in each other"])
  }

  @Test func keysAreLimitedInDepth() {
    #expect(problems(repeated("a.", 99) + [UInt8]("a = 1".utf8)).isEmpty)
    #expect(problems(repeated("a.", 100) + [UInt8]("a = 1".utf8)).count == 1)
    #expect(problems([0x5B] + repeated("a.", 99) + [UInt8]("a]\nb = 1".utf8)).count == 1)
    #expect(problems([0x5B] + repeated("a.", 200_000) + [UInt8]("a]".utf8)).count == 1)
  }

  @Test func fiveMegabytesOfBracketsAreRefused() {
    let brackets = [UInt8](repeating: 0x5B, count: 5_000_000)
    #expect(problems(brackets).count == 1)
    #expect(problems([UInt8]("a = ".utf8) + brackets).count == 1)
    #expect(problems(repeated("a = [\n", 100_000)).count == 50)
  }

  @Test func fiveMegabytesOfNoiseAreRefused() {
    var chance = Chance(seed: 1)
    var noise: [UInt8] = []
    noise.reserveCapacity(5_000_000)
    while noise.count < 5_000_000 {
      let word = chance.next()
      for shift in 0..<8 { noise.append(UInt8(truncatingIfNeeded: word >> UInt64(shift * 8))) }
    }
    #expect(problems(noise).count == 50)
    #expect(problems([UInt8]("a = \"\"\"".utf8) + noise + [UInt8]("\"\"\"".utf8)).count > 0)
    #expect(problems([UInt8]("a = [ x\n".utf8) + noise).count > 0)
  }

  /// Looking a key up by reading all keys would take minutes here.
  @Test func manyKeysAreReadInOneTable() {
    var text: [UInt8] = []
    for i in 0..<40_000 { text.append(contentsOf: "key-\(i) = 1\n".utf8) }
    let (table, problems) = Parser.parse(text, source: 0)
    #expect(problems.isEmpty)
    #expect(table.entries.count == 40_000)
    #expect(self.problems(repeated("[[a]]\n", 20_000)).isEmpty)
    #expect(self.problems(text + [UInt8]("key-0 = 2".utf8)).count == 1)
  }

  /// Long tables are looked up otherwise than short ones.
  @Test(arguments: 1...20)
  func everyKeyIsKnownInTablesOfAnyLength(count: Int) {
    let keys = (0..<count).map { "key-\($0)" }
    for section in ["", "[a]\n", "[[a]]\n", "[a]\n[a.b]\n"] {
      let text = section + keys.map { "\($0) = 1\n" }.joined()
      #expect(problems([UInt8](text.utf8)).isEmpty)
      for key in keys { #expect(problems([UInt8]((text + "\(key) = 2").utf8)).count == 1) }
    }
  }

  @Test func readingEndsAfterFiftyProblemsInOneValue() {
    #expect(problems([UInt8]("a = [\n".utf8) + repeated("{ b = 1, b = 2 },\n", 30_000) + [0x5D]).count == 50)
    #expect(problems([UInt8]("a = \"".utf8) + repeated("\\q", 200_000) + [0x22]).count == 50)
  }
}
