import TOML
import Testing

/// A comment is the source of the assumption that it stands beside.
@Suite struct CommentTests {
  @Test(arguments: [
    ("a = 1 # why", "a", "why"),
    ("a = 1 #why  \r\n", "a", "why"),
    ("a = 1", "a", ""),
    ("# above\na = 1", "a", "above"),
    ("# above\na = 1 # beside", "a", "beside"),
    ("# one\n  #   two\n#\n# three\na = 1", "a", "one two three"),
    ("# one\r\n# two\r\na = 1\r\n", "a", "one two"),
    ("# banner\n\na = 1", "a", ""),
    ("# banner\n \t\n# above\na = 1", "a", "above"),
    ("b = 2 # of b\na = 1", "a", ""),
    ("# of b\nb = 2\na = 1", "a", ""),
    ("a = \"# not one\"", "a", ""),
    ("a = \"\"\"\n# not one\n\"\"\" # why", "a", "why"),
    ("# above\na.b = 1", "a.b", "above"),
    ("# above\na.b = 1", "a", ""),
    ("a = 1 # Möbius £5", "a", "Möbius £5"),
    ("[a] # why\nb = 1", "a", "why"),
    ("# above\n[a]\nb = 1", "a", "above"),
    ("[a] # why\nb = 1", "a.b", ""),
    ("[a.b] # why", "a", ""),
    ("[a.b]\n# of a\n[a]", "a", "of a"),
    ("[[a]] # one\n# two\n[[a]]", "a.0", "one"),
    ("[[a]] # one\n# two\n[[a]]", "a.1", "two"),
    ("a = [1, 2] # why", "a", "why"),
    ("a = [1, 2] # why", "a.1", ""),
    ("# above\na = [ # no\n  1,\n] # why", "a", "why"),
    ("# above\na = [ # no\n  1,\n]", "a", "above"),
    ("a = [ # no\n  1,\n]", "a.0", ""),
    ("a = [\n  1, # first\n  2 # second\n]", "a.0", "first"),
    ("a = [\n  1, # first\n  2 # second\n]", "a.1", "second"),
    ("a = [\n  # above\n  1,\n  2,\n]", "a.0", "above"),
    ("a = [\n  # above\n  1,\n  2,\n]", "a.1", ""),
    ("a = [\n  # banner\n\n  1,\n]", "a.0", ""),
    ("a = [\n  1,\n  # nothing follows\n]", "a.0", ""),
    ("a = [\n  [1, 2], # row\n]", "a.0", "row"),
    ("a = [\n  { b = 1 }, # item\n]", "a.0", "item"),
    ("a = [\n  { b = 1 }, # item\n]", "a.0.b", ""),
    ("a = { b = 1 } # why", "a", "why"),
    ("a = { b = [\n 1, # item\n] } # why", "a.b.0", "item"),
  ])
  func commentGoesWithItsValue(text: String, path: String, comment: String) throws {
    let (table, problems) = Parser.parse([UInt8](text.utf8), source: 0)
    #expect(problems.isEmpty)
    let node = try #require(table.node(path))
    #expect(String(decoding: node.comment, as: UTF8.self) == comment)
  }
}
