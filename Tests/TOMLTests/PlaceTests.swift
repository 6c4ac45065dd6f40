import TOML
import Testing

/// Saving a model replaces the bytes of a place, so a place is exactly its value.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("a = ▸1▸", "a"),
    ("a = ▸\"5.25%\"▸ # why", "a"),
    ("a = ▸'''\nx'''▸\r\n", "a"),
    ("£ = 1", nil),
    ("\u{FEFF}a = ▸true▸", "a"),
    ("a = ▸1979-05-27 07:32:00Z▸", "a"),
    ("a = ▸[1, [2]]▸", "a"),
    ("a = [1, ▸[2]▸ ]", "a.1"),
    ("a = [1, [▸2▸]]", "a.1.0"),
    ("a = ▸{ b = 1 }▸", "a"),
    ("a = { b = ▸1.5▸ }", "a.b"),
    ("▸a▸.b = 1", "a"),
    ("a . b=▸-inf▸", "a.b"),
    ("▸[a]▸ # why", "a"),
    ("[▸a▸.b]", "a"),
    ("[a.b]\n▸[a]▸", "a"),
    ("▸[[a]]▸\n[[a]]", "a"),
    ("[[a]]\n▸[[a]]▸", "a.1"),
  ])
  func placeIsTheValue(marked: String, path: String?) throws {
    let marked = Marked(marked)
    let (table, problems) = Parser.parse(marked.text, source: 3)
    guard let path else {
      #expect(!problems.isEmpty)
      return
    }
    #expect(problems.isEmpty)
    let place = try #require(table.node(path)).place
    #expect(place.source == 3)
    #expect([Int(place.start), Int(place.end)] == marked.spots)
  }

  @Test(arguments: ["▸a▸ = 1", "▸\"a\"▸ = 1", "x = 1\n▸'a'▸.b = 2", "[▸a▸]", "[[ ▸a▸ ]]", "[a.b]\n[▸a▸]"])
  func keyPlaceIsTheKey(marked: String) throws {
    let marked = Marked(marked)
    let (table, problems) = Parser.parse(marked.text, source: 0)
    #expect(problems.isEmpty)
    let entry = table.entries[try #require(table.index(of: "a"))]
    #expect([Int(entry.keyPlace.start), Int(entry.keyPlace.end)] == marked.spots)
  }

  @Test func entriesKeepTheOrderWritten() {
    let text = "z = 1\n[y.b]\n[x]\n[y]\nd = 1\nc.e = 2\n[y.a]"
    let (table, problems) = Parser.parse([UInt8](text.utf8), source: 0)
    #expect(problems.isEmpty)
    #expect(table.entries.map { String(decoding: $0.key, as: UTF8.self) } == ["z", "y", "x"])
    guard case .table(let y)? = table.node("y")?.value else {
      Issue.record("y is a table")
      return
    }
    #expect(y.entries.map { String(decoding: $0.key, as: UTF8.self) } == ["b", "d", "c", "a"])
    #expect(!y.isInline)
  }
}
