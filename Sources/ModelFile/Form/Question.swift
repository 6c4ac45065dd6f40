import Finance
import TOML

/// What is asked of a key, of any kind but text.
struct Question {
  var key: String
  var kind: Kind
  var bounds: ClosedRange<Int64>
  var assumed: Assumed<Int64>?
  /// By year, and what comes after the last; nothing for one value.
  var after: After?
  var isOptional = false
  var meaning: String
  /// The rule that sets the bounds, if one does.
  var rule = ""
}

extension Form {
  /// One value, which is there or has a default or is made up.
  @inline(never)
  mutating func number(
    _ key: String, _ kind: Kind, _ bounds: ClosedRange<Int64>, _ assumed: Assumed<Int64>?, _ meaning: String
  ) -> Int64 {
    let question = Question(key: key, kind: kind, bounds: bounds, assumed: assumed, meaning: meaning)
    return answer(question)?.values[0] ?? bounds.lowerBound
  }

  @inline(never)
  mutating func optionalNumber(
    _ key: String, _ kind: Kind, _ bounds: ClosedRange<Int64>, _ meaning: String
  ) -> Int64? {
    answer(Question(key: key, kind: kind, bounds: bounds, isOptional: true, meaning: meaning))?.values[0]
  }

  @inline(never)
  mutating func numbers(
    _ key: String, _ kind: Kind, _ bounds: ClosedRange<Int64>, _ assumed: Assumed<Int64>?, _ after: After,
    _ meaning: String
  ) -> Series<Int64> {
    let question = Question(
      key: key, kind: kind, bounds: bounds, assumed: assumed, after: after, meaning: meaning)
    return answer(question) ?? Series(first: firstYear, values: [bounds.lowerBound])
  }

  @inline(never)
  mutating func optionalNumbers(
    _ key: String, _ kind: Kind, _ bounds: ClosedRange<Int64>, _ after: After, _ meaning: String
  ) -> Series<Int64>? {
    answer(Question(key: key, kind: kind, bounds: bounds, after: after, isOptional: true, meaning: meaning))
  }

  /// What the sources say, or else the default; nothing only where an optional value is not given.
  @inline(never)
  mutating func answer(_ question: Question) -> Series<Int64>? {
    var row = Assumption(
      path: level.prefix + question.key, kind: question.kind, bounds: question.bounds,
      isByYear: question.after != nil, after: question.after, isOptional: question.isOptional,
      meaning: question.meaning, assumed: question.assumed)
    let fallback = Series(first: firstYear, values: [question.assumed?.value ?? question.bounds.lowerBound])
    isGuess = false
    let node = find(question.key)
    if isBlank {
      list(row)
      return fallback
    }
    if let node {
      cite(node, &row)
      row.given = value(of: node, question)
      isGuess = row.given == nil
    }
    override(question, &row, fallback)
    if row.place == nil, question.assumed == nil, !question.isOptional {
      isGuess = true
      missing(question.key, question.kind.example(in: question.bounds))
    }
    asked.append(row)
    if let given = row.given { return given }
    return question.isOptional && row.place == nil ? nil : fallback
  }

  /// Where a value stands, and what is said of where it comes from.
  mutating func cite(_ node: Node, _ row: inout Assumption) {
    row.place = node.place
    row.written = sources.text(node.place)
    row.citation = source(of: node, at: row.path)
  }

  /// A row of a blank form, once, though several ways ask for it.
  mutating func list(_ row: Assumption) {
    let path = Array(row.path.utf8)
    for earlier in asked[min(level.firstRow, asked.count)...]
    where earlier.path.hasBytes(path) && earlier.kind == row.kind
      && earlier.meaning.isSame(as: row.meaning)
    {
      return
    }
    asked.append(row)
  }

  mutating func missing(_ key: String, _ example: String) {
    guard !isBroken else { return }
    let header = level.header
    note(
      level.place, "\(level.prefix)\(key) is missing",
      "write \(key) = \(example)" + (header.utf8.isEmpty ? "" : " under \(header)"))
  }
}

/// The comment of a value; of a list or table with none of its own, the first inside it. The comment of a `[header]` is
/// nobody's citation.
func citation(of node: Node) -> [UInt8] {
  switch node.value {
  case .table(let table):
    if table.isInline, !node.comment.isEmpty { return node.comment }
    for entry in table.entries where !entry.node.comment.isEmpty { return entry.node.comment }
    return []
  case .array(let items):
    if !node.comment.isEmpty { return node.comment }
    for item in items where !item.comment.isEmpty { return item.comment }
    return []
  default: return node.comment
  }
}
