import Finance
import TOML

extension Form {
  /// Lets each override of a path speak, in the order given, so that the last one counts.
  mutating func override(_ question: Question, _ row: inout Assumption, _ fallback: Series<Int64>) {
    guard !overrides.isEmpty else { return }
    let path = Array(row.path.utf8)
    for index in overrides.indices where overrides[index].path == path {
      overrides[index].isUsed = true
      let override = overrides[index]
      let hadValue = row.given != nil || row.place == nil && question.assumed != nil
      row.place = override.place
      row.written = override.written
      row.citation = override.citation
      if let series = spoken(override, question, row.given ?? fallback, hadValue) {
        row.given = series
        isGuess = false
      } else {
        isGuess = true
      }
    }
  }

  private mutating func spoken(
    _ override: Override, _ question: Question, _ base: Series<Int64>, _ hadValue: Bool
  ) -> Series<Int64>? {
    let key = question.key
    if override.year != nil, question.after == nil {
      note(override.place, "\(key) is not given by year", "leave out the brackets")
      return nil
    }
    if override.year == nil, !override.isSum { return value(of: override.node, question) }
    guard hadValue else {
      if !isGuess {
        note(override.place, "\(key) has no value to change", "write a whole one, with = and no year")
      }
      return nil
    }
    guard let amount = override.isSum ? change(override, question) : whole(override.node, question) else {
      return nil
    }
    var series = base
    var changed = series.values.indices
    if let year = override.year {
      guard isWithin(Year(start: year), override.place, key) else { return nil }
      changed = series.reach(Year(start: year))
    }
    let isEachAmount =
      override.isSum && override.year == nil && question.after == .nothing && changed.count > 1
    // a year with no amount is not one of the series' own
    for index in changed where !isEachAmount || series.values[index] != 0 {
      let (sum, isOver) = series.values[index].addingReportingOverflow(amount)
      let value = !override.isSum ? amount : isOver ? Int64.max : sum
      guard question.bounds.contains(value) else {
        note(
          override.place, "\(key) would be \(question.kind.write(value))",
          limits(question.kind, question.bounds))
        return nil
      }
      series.values[index] = value
    }
    return series
  }

  /// What `+=` adds, which may be below nothing; to a percentage, points as well.
  private mutating func change(_ override: Override, _ question: Question) -> Int64? {
    var question = question
    question.bounds = -Scan.most...Scan.most
    switch question.kind {
    case .rate, .points:
      if case .text(let text) = override.node.value {
        let other = question.kind == .rate ? Kind.points : Kind.rate
        if case .whole(let value) = other.read(text) { return value }
      }
    case .money, .count, .weeks, .months: break
    case .text, .flag, .year, .choice, .name:
      note(override.place, "nothing can be added to \(question.key)", "write = for +=")
      return nil
    }
    return whole(override.node, question)
  }
}

extension Series<Int64> {
  /// Makes the series long enough that one year can differ from those around it, and says where that year is.
  fileprivate mutating func reach(_ year: Year) -> Range<Int> {
    while first > year {
      values.insert(values[0], at: 0)
      first = first + -1
    }
    let index = year.start - first.start
    while values.count <= index + 1 { values.append(values[values.count - 1]) }
    return index..<(index + 1)
  }
}
