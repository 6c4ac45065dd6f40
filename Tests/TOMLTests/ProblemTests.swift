import TOML
import Testing

@Suite struct ProblemTests {
  /// Each `▸` begins the place of one problem, in the order met.
  @Test(arguments: [
    ("name = ▸Anytown council # x", [#""Anytown council" is not a value; put text in quotes"#]),
    ("rate = ▸4.85%", [#""4.85%" is not a value; put text in quotes"#]),
    ("a = ▸True", [#""True" is not a value; write true in small letters"#]),
    ("a = ▸007", [#""007" is not a value; write the number without the zero in front"#]),
    ("a = ▸1__0", [#""1__0" is not a value; write an underscore only between two digits"#]),
    ("a = ▸.5", [#"".5" is not a value; write a number with one point and a digit on both sides of it"#]),
    (
      "a = ▸9223372036854775808",
      [
        #""9223372036854775808" is not a value; write a whole number from -9223372036854775808 to 9223372036854775807"#
      ]
    ),
    (
      "a = ▸2026-02-29",
      [
        #""2026-02-29" is not a value; write a date such as 2026-04-01 or a time such as 09:30:00, or put text in quotes"#
      ]
    ),
    (
      "price = 285▸,000",
      [##"",000" follows the value on its line; end the line after the value, or begin a comment with "#""##]
    ),
    (
      "a = ▸\"x\nb = ▸'y",
      [
        #"the text "x" is not closed on its line; close it with ""#,
        #"the text "y" is not closed on its line; close it with '"#,
      ]
    ),
    ("a = ▸\"\"\"x\nb = 1", [#"text is not closed; close it with """"#]),
    (
      #"a = "C:▸\Homes ▸\uD800 \n""#,
      [
        #""\H" is not an escape in text; write "\\" for a backslash, or put the text between '"#,
        #""\uD800" is not a character of Unicode; write a number up to 10FFFF, not from D800 to DFFF"#,
      ]
    ),
    (
      "a = ▸\nb =▸",
      ["a value is missing; write one, text in quotes", "a value is missing; write one, text in quotes"]
    ),
    ("▸a", [#""a" has no value; write "=" and a value after it"#]),
    (
      "a▸: 1",
      [#""=" is missing before ":"; write "=" after the key, or quotes around a key of other characters"#]
    ),
    ("▸= 1", [#"a key is missing before "="; write a name"#]),
    (
      "▸£ = 1",
      [#""£" has no place in a key; begin a key with a letter, digit, "_" or "-", or put it in quotes"#]
    ),
    (
      "a = 1\n\n▸a.b = 2\n▸a = 3",
      [
        #""a" is a value on line 1, not a table; choose another name for one of the two"#,
        #""a" is already defined on line 1; keep one of the two"#,
      ]
    ),
    (
      "a = ▸x\n▸a = 3",
      [
        #""x" is not a value; put text in quotes"#, #""a" is already defined on line 1; keep one of the two"#,
      ]
    ),
    (
      "[a ▸b]",
      [
        #""b" has no place in a table's name; write "]" after the name, and quotes around other characters"#
      ]
    ),
    ("▸[a\nb = 1", [#""[a" is not closed; write "]" after the name"#]),
    ("▸[[a]\nb = 1", [#""[[a" is not closed; write "]]" after the name"#]),
    ("[▸]", [#"a key is missing before "]"; write a name"#]),
    (
      "[a]\nx = 1\n\n[▸a]\nx = 2",
      [#"table "a" is already defined on line 1; put all its keys under one header"#]
    ),
    ("[a.b]\n[a]\n▸b.c = 1", [#""b" has a header of its own on line 1; write this key under that header"#]),
    (
      "a = {}\n[▸a.b]",
      [
        #""a" is an inline table, complete on line 1; write all its keys between its braces, or give it a header in place of them"#
      ]
    ),
    ("a.b = 1\n[▸a]", [#"table "a" is already defined by a dotted key on line 1; define it in one place"#]),
    (
      "[[a]]\n[▸a]",
      [
        #""a" is a list of tables since line 1; write its header in double brackets to add one"#
      ]
    ),
    (
      "[a]\n[[▸a]]",
      [
        #""a" is a single table since line 1; write a header in single brackets once, or in double brackets each time"#
      ]
    ),
    ("a = {b = 1▸,}", ["a comma follows the last value of an inline table; take the comma out"]),
    (
      "a = ▸{\n  b = 1,\n  c = 2\n}\nd = ▸x",
      [
        "the inline table goes on after the end of its line; write it on one line, or give it a header",
        #""x" is not a value; put text in quotes"#,
      ]
    ),
    (
      "a = ▸{ b = 1\nc = ▸x",
      [
        "the inline table is not closed on its line; write \"}\" after its last value",
        #""x" is not a value; put text in quotes"#,
      ]
    ),
    (
      "a = ▸[1, 2\nb = ▸x",
      [
        "the array is not closed; write \"]\" after its last value",
        #""x" is not a value; put text in quotes"#,
      ]
    ),
    (
      "a = ▸[1, 2,\n[b]\nc = ▸x",
      [
        "the array is not closed; write \"]\" after its last value",
        #""x" is not a value; put text in quotes"#,
      ]
    ),
    ("a = ▸[", ["the array is not closed; write \"]\" after its last value"]),
    (
      "a = [\n  1,\n  ▸x,\n  [3], # ]\n  \"]\",\n]\nb = ▸y",
      [
        #""x" is not a value; put text in quotes"#, #""y" is not a value; put text in quotes"#,
      ]
    ),
    (
      "a = [1 ▸2]",
      [
        #""2" has no place in an array after a value; write "," between values, or "]" after the last"#
      ]
    ),
    ("a = [1,▸, 2]", [#"a value is missing before ","; write one, text in quotes"#]),
    (
      "a = {b = 1 ▸c = 2}",
      [
        #""c" has no place in an inline table after a value; write "," between values, or "}" after the last"#
      ]
    ),
    ("a = 1 # ▸\u{1}\u{2}\n", [#"a comment holds the control character "\u0001"; take it out"#]),
    (
      "▸\u{202E}a = 1",
      [
        #""\u202Ea" has no place in a key; begin a key with a letter, digit, "_" or "-", or put it in quotes"#
      ]
    ),
    (
      "a = ▸xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      [
        #""xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…" is not a value; put text in quotes"#
      ]
    ),
  ])
  func problemNamesTheSpot(marked: String, messages: [String]) {
    let marked = Marked(marked)
    let (_, problems) = Parser.parse(marked.text, source: 0)
    #expect(problems.map { "\($0.fault); \($0.remedy)" } == messages)
    #expect(problems.map { Int($0.place.start) } == marked.spots)
  }

  @Test func bytesThatAreNotUTF8AreNamed() {
    let (_, problems) = Parser.parse([UInt8]("a = \"".utf8) + [0xA3] + [UInt8]("5\"\n".utf8), source: 0)
    #expect(problems.map { $0.fault } == [#"text holds the byte "\xA3", which is not UTF-8"#])
    let wide = Parser.parse([0xFF, 0xFE, 0x61, 0, 0x3D, 0], source: 0)
    #expect(wide.problems.map { $0.fault } == ["the file is UTF-16"])
  }

  @Test func whatIsWellFormedIsKept() {
    let text = "a = 1\nb = x\n[c]\nd = 2\nd = 3\n[c]\ne = 4\n[f]\ng = [1, x]\nh = 5"
    let (table, problems) = Parser.parse([UInt8](text.utf8), source: 0)
    #expect(problems.count == 4)
    #expect(table.entries.map { String(decoding: $0.key, as: UTF8.self) } == ["a", "c", "f"])
    #expect(table.node("c.d") != nil)
    #expect(table.node("c.e") == nil)
    #expect(table.node("f.g") == nil)
    #expect(table.node("f.h") != nil)
  }
}
