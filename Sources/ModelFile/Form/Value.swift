import Finance
import TOML

extension Form {
  /// What a value says, by year or for all years; nothing after a problem.
  mutating func value(of node: Node, _ question: Question) -> Series<Int64>? {
    if let after = question.after {
      switch node.value {
      case .array(let items): return list(items, node, question, after)
      case .table(let table): return years(table, node, question, after)
      default: break
      }
    }
    return whole(node, question).map { Series(first: firstYear, values: [$0]) }
  }

  /// One whole number within its bounds.
  mutating func whole(_ node: Node, _ question: Question) -> Int64? {
    let (key, kind, bounds) = (question.key, question.kind, question.bounds)
    switch reading(node, kind) {
    case .whole(let value):
      if bounds.contains(value) { return value }
      note(
        node.place, "\(key) \(written(node)) is out of bounds",
        limits(kind, bounds) + (question.rule.utf8.isEmpty ? "" : ", for \(question.rule)"))
    case .tooFine:
      let places = kind.places == 2 ? "two" : "four"
      note(
        node.place, "\(key) \(written(node)) has more than \(places) decimal places",
        "write at most \(places)")
    case .wrong: note(node.place, "\(key) \(written(node)) is not \(kind.words)", remedy(node, question))
    }
    return nil
  }

  func limits(_ kind: Kind, _ bounds: ClosedRange<Int64>) -> String {
    bounds.lowerBound == bounds.upperBound
      ? "it must be \(kind.write(bounds.lowerBound))"
      : "it must be from \(kind.write(bounds.lowerBound)) to \(kind.write(bounds.upperBound))"
  }

  private func reading(_ node: Node, _ kind: Kind) -> Reading {
    switch (node.value, kind) {
    case (.integer(let value), .count): return .whole(value)
    case (.boolean(let value), .flag): return .whole(value ? 1 : 0)
    case (.text(let text), .name(let table, _)):
      // found at once, where the kind would look through them all
      let names = namesOfTables.first { table.hasBytes($0.table) }
      return names?.places[text].map { .whole($0) } ?? .wrong
    case (.text(let text), .flag): return isArgument(node) ? kind.read(text) : .wrong
    case (.text(let text), _): return kind.read(text)
    default: return .wrong
    }
  }

  /// What to write instead: the number with its unit, the nearest name, or an example.
  private mutating func remedy(_ node: Node, _ question: Question) -> String {
    let kind = question.kind
    if case .table = node.value {
      return "write one value such as \(kind.example(in: question.bounds))"
    }
    var bytes = sources.text(node.place)
    if case .text(let text) = node.value { bytes = text }
    switch kind {
    case .choice(let names):
      return near(bytes, among: names).map { "did you mean \(quoted($0))?" } ?? "write one of them"
    case .name(let table, let names):
      if names.isEmpty { return "there is no [\(table).NAME]: write one" }
      return near(bytes, among: names).map { "did you mean \(quoted($0))?" }
        ?? "write \(listed(names))"
    case .flag: return "write one of them, without quotes"
    default: break
    }
    let (bounds, example) = (question.bounds, kind.example(in: question.bounds))
    if let meant = kind.meant(bytes, in: bounds) { return "write \(meant)" }
    if case .text = node.value, let meant = kind.respelled(bytes, in: bounds) { return "write \(meant)" }
    return "write one such as \(example)"
  }

  func isArgument(_ node: Node) -> Bool { node.place.source > topSource }

  /// A value as a message shows it: text in quotes, anything else as it stands.
  func written(_ node: Node) -> String {
    if case .text(let text) = node.value { return quoted(text) }
    if isArgument(node) {
      for override in overrides where override.place.source == node.place.source {
        return shown(override.written)
      }
    }
    return shown(sources.text(node.place))
  }
}
