import Finance
import TOML

extension Form {
  /// The most years that a series may have.
  static let mostYears = 300

  /// A list: one value a year from the first year of the model.
  mutating func list(_ items: [Node], _ node: Node, _ question: Question, _ after: After) -> Series<Int64>? {
    var values: [Int64] = []
    var isRight = true
    let below = replacedYears(node, question.key)
    if let years = horizonYears, isHeld(node.place), Int64(items.count) > years,
      below.map({ $0.upperBound < firstYear + (items.count - 1) }) ?? true
    {
      let run = years == 1 ? "1 year is" : "\(years) years are"
      note(
        items[Int(years)].place, "\(question.key) gives \(items.count) years, and \(run) projected",
        "end with \(firstYear + Int(years - 1))")
      return nil
    }
    for (index, item) in items.enumerated() {
      guard index < Form.mostYears else {
        note(item.place, "\(question.key) has more than \(Form.mostYears) years", "write fewer")
        return nil
      }
      guard let value = whole(item, question) else {
        isRight = false
        continue
      }
      values.append(value)
    }
    if values.isEmpty, isRight, after == .same {
      note(node.place, "\(question.key) has no values", "write one for each year, from \(firstYear)")
      isRight = false
    }
    guard isRight else { return nil }
    if after == .nothing { values.append(0) }
    return Series(first: firstYear(of: node), values: values)
  }

  /// A table of years in order, and perhaps what comes `then`; a year left out is as the one before, or nothing.
  mutating func years(_ table: Table, _ node: Node, _ question: Question, _ after: After) -> Series<Int64>? {
    var values: [Int64] = []
    var (first, start) = (firstYear, node.place)
    var isRight = true
    // where the last year out of bounds was told of: one problem before the first year, one after the last
    var told = 0
    var isOpen = after == .nothing
    let below = replacedYears(node, question.key)
    let entries = table.inOrderOfYears
    for (index, entry) in entries.enumerated() {
      let value = whole(entry.node, question)
      if value == nil { isRight = false }
      if "then".hasBytes(entry.key) {
        if index < entries.count - 1 {
          note(entry.keyPlace, "then is not the last of \(question.key)", "write it after the years")
          isRight = false
        }
        values.append(value ?? 0)
        isOpen = false
        continue
      }
      guard case .whole(let named) = Kind.year.read(entry.key) else {
        note(
          entry.keyPlace, "\(quoted(entry.key)) in \(question.key) is not a financial year",
          "write one such as 2026-27, or then")
        isRight = false
        continue
      }
      let year = Year(start: Int(named))
      let side = year < firstYear ? -1 : 1
      let isBelow = below.map { $0.contains(year) } ?? false
      if side != told, !isBelow, !isWithin(year, entry.keyPlace, question.key) {
        isRight = false
        told = side
      }
      if values.isEmpty { (first, start) = (year, entry.keyPlace) }
      let gap = year.start - first.start - values.count
      guard gap >= 0 else {
        note(entry.keyPlace, "\(year) in \(question.key) is out of order", "write the years in order")
        isRight = false
        continue
      }
      for _ in 0..<gap { values.append(after == .nothing ? 0 : values[values.count - 1]) }
      values.append(value ?? 0)
    }
    if values.isEmpty, isRight, after == .same {
      note(node.place, "\(question.key) has no values", "write one by year, such as { 2026-27 = … }")
      isRight = false
    }
    guard isRight else { return nil }
    if after == .same, first > max(firstYear, below?.lowerBound ?? firstYear), horizonYears != nil,
      isHeld(start)
    {
      note(start, "\(question.key) says nothing of the years before \(first)", "begin with \(firstYear)")
      return nil
    }
    if isOpen || values.isEmpty { values.append(0) }
    // an amount that starts later is nothing until then
    if after == .nothing, first > firstYear {
      values.insert(0, at: 0)
      first = first + -1
    }
    return Series(first: first, values: values)
  }

  /// Whether a year of the model's own file lies in its time; a file that it extends may say more.
  mutating func isWithin(_ year: Year, _ place: Place, _ key: String) -> Bool {
    guard let years = horizonYears, isHeld(place) else { return true }
    let last = firstYear + Int(years - 1)
    if year >= firstYear, year <= last { return true }
    note(
      place, "\(key) is given for \(year), a year outside the horizon",
      "the model runs from \(firstYear) to \(last)")
    return false
  }
}

extension Form {
  /// Whether what stands at a place is held to the model's time: not what a lower layer says, and not the model's own file
  /// where an override moved the time.
  func isHeld(_ place: Place) -> Bool {
    // each reading of a mixture was held to its own
    owners == nil && (place.source > topSource || place.source == topSource && !isTimeMoved)
  }

  /// The year with which a list begins: the first of the model, or in a mixture that of the reading which holds the list.
  func firstYear(of node: Node) -> Year { owners?.firstYear(of: node.place) ?? firstYear }
}

extension Form {
  /// The years of a value that another of the model's own file, or an override, replaces: it may name them too.
  func replacedYears(_ node: Node, _ key: String) -> ClosedRange<Year>? {
    let lower: Node?
    if isArgument(node) {
      lower = level.index(of: Array(key.utf8)).map { level.table.entries[$0].node }
    } else {
      lower = replaced.first { $0.place == node.place }?.lower
    }
    guard let lower else { return nil }
    switch lower.value {
    case .array(let items):
      return items.isEmpty ? nil : firstYear...(firstYear + (min(items.count, Form.mostYears) - 1))
    case .table(let table):
      let years = table.years.compactMap { $0 }
      return years.min().flatMap { first in years.max().map { first...$0 } }
    default: return nil
    }
  }
}

extension Table {
  /// The entries as written; where files were laid over one another, by year, with `then` last.
  var inOrderOfYears: [Entry] {
    guard let first = entries.first, entries.contains(where: { $0.keyPlace.source != first.keyPlace.source })
    else { return entries }
    return entries.inOrder { $0.yearOrder }
  }
}

extension Table.Entry {
  fileprivate var yearOrder: Int64 {
    if case .whole(let start) = Kind.year.read(key) { return start }
    return Int64.max
  }
}
