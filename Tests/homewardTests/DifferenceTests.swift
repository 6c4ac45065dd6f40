import Testing

@testable import homeward

@Suite struct DifferenceTests {
  func hunk(_ old: String, _ new: String) -> [String]? {
    firstHunk(from: Array(old.utf8), to: Array(new.utf8))
  }

  @Test func theSameHasNone() {
    #expect(hunk("a\nb\n", "a\nb\n") == nil)
    #expect(hunk("", "") == nil)
  }

  // The hunks of GNU diff -u.
  @Test func aChangedLineStandsInItsContext() {
    #expect(
      hunk("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n")
        == ["@@ -2,7 +2,7 @@", " 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"])
  }

  @Test func linesPutInAndTakenOut() {
    #expect(hunk("1\n2\n", "1\nnew\n2\n") == ["@@ -1,2 +1,3 @@", " 1", "+new", " 2"])
    #expect(hunk("1\nold\n2\n", "1\n2\n") == ["@@ -1,3 +1,2 @@", " 1", "-old", " 2"])
    #expect(hunk("1\n", "1\n2\n") == ["@@ -1,1 +1,2 @@", " 1", "+2"])
  }

  @Test func aMissingEndOfLineShows() {
    #expect(hunk("1\n2", "1\n2\n") == ["@@ -1,2 +1,2 @@", " 1", "-2 (no newline at the end)", "+2"])
  }

  @Test func longChangesAreCut() throws {
    let old = (0..<1_000).map { "a\($0)\n" }.joined()
    let new = (0..<1_000).map { "b\($0)\n" }.joined()
    let lines = try #require(hunk(old, new))
    #expect(lines.count < 30)
    #expect(lines.contains("-… 990 more lines"))
  }
}
