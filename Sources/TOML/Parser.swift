/// Reads TOML 1.0.0 (toml.io/en/v1.0.0) in one pass over its bytes.
public struct Parser {
  /// Thrown once the problem has been noted, to be caught where reading can go on.
  struct Halt: Error {}

  struct KeyPart {
    var key: [UInt8]
    var place: Place
  }

  /// After so many problems the rest of the text is not read.
  static let problemLimit = 50
  /// Arrays, tables and the parts of dotted keys may stand this deep in each other.
  static let depthLimit = 100

  let text: [UInt8]
  let source: Int32
  var at = 0
  var problems: [SyntaxProblem] = []
  /// The problems met, those beyond the limit too.
  var faults = 0
  var draft = Draft()
  /// The table that key lines add to, and how deep it stands.
  var section = 0, sectionDepth = 0
  /// The key read last.
  var path: [KeyPart] = []
  var depth = 0
  /// The brackets and braces still open in the value being read.
  var brackets = 0
  /// The comment lines right above the line being read.
  var above: Range<Int>?

  private init(text: [UInt8], source: Int32) { (self.text, self.source) = (text, source) }

  /// Reads a whole file.
  /// - Parameter source: given to every `Place`.
  /// - Returns: what was well-formed, and every problem found, in the order met, up to 50. The text is TOML exactly
  ///   when there is none.
  public static func parse(_ text: [UInt8], source: Int32) -> (table: Table, problems: [SyntaxProblem]) {
    var parser = Parser(text: text, source: source)
    parser.section = parser.draft.open(.header, at: Place(source: source, start: 0, end: 0))
    if text.count >= Int(Int32.max) {
      parser.note(0, 0, "the file has 2 GB or more", "split it into several files")
    } else if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
      parser.note(0, 2, "the file is UTF-16", "save it as UTF-8")
    } else {
      parser.document()
    }
    return (parser.draft.table(0), parser.problems)
  }

  private mutating func document() {
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    while problems.count < Self.problemLimit {
      skipBlankLines()
      guard at < text.count else { return }
      let comment = above
      above = nil
      depth = sectionDepth
      do throws(Halt) {
        if text[at] == .openBracket { try header(comment) } else { try keyLine(comment) }
      } catch {
        recover()
      }
    }
  }

  private mutating func keyLine(_ above: Range<Int>?) throws(Halt) {
    let slot = try keyAndValue(in: section)
    let comment = lineComment() ?? above
    if let slot, let comment { draft.slots[slot].comment = words(comment) }
    try endLine("value")
  }

  /// Reads `key = value`.
  /// - Returns: where it was put; nil after noting why not.
  mutating func keyAndValue(in section: Int) throws(Halt) -> Int? {
    let outerDepth = depth
    let faultsBefore = faults
    let from = at
    try keys()
    guard next() == .equals else {
      if at >= text.count || isLineEnd || text[at] == .hash {
        throw fail(from, at, "\(quoted(from, at)) has no value", "write \"=\" and a value after it")
      }
      let to = endOfWord()
      throw fail(
        at, to, "\"=\" is missing before \(quoted(at, to))",
        "write \"=\" after the key, or quotes around a key of other characters")
    }
    depth += path.count
    let slot = faults == faultsBefore ? claim(in: section) : nil
    at += 1
    skipSpace()
    let faultsInKey = faults
    let node = try value()
    if let slot, faults == faultsInKey { draft.slots[slot].content = .value(node) }
    depth = outerDepth
    return slot
  }

  private mutating func header(_ above: Range<Int>?) throws(Halt) {
    let from = at
    let faultsBefore = faults
    depth = 0
    // Keys under a header that cannot be read lead nowhere, but are read.
    section = draft.open(.header, at: here(from))
    sectionDepth = 0
    at += 1
    let isItem = next() == .openBracket
    if isItem { at += 1 }
    try keys()
    let close = isItem ? "]]" : "]"
    guard next() == .closeBracket, !isItem || at + 1 < text.count && text[at + 1] == .closeBracket else {
      if at >= text.count || isLineEnd || text[at] == .hash || text[at] == .closeBracket {
        throw fail(from, at, "\(quoted(from, at)) is not closed", "write \"\(close)\" after the name")
      }
      throw failHere(
        in: "a table's name", "write \"\(close)\" after the name, and quotes around other characters")
    }
    at += isItem ? 2 : 1
    if faults == faultsBefore, let named = name(isItem, at: here(from)) {
      section = named
      sectionDepth = path.count
    }
    if let comment = lineComment() ?? above { draft.sections[section].comment = words(comment) }
    try endLine("header")
  }
}
