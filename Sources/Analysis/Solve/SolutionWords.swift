import ModelFile

extension Sought {
  /// "loan.pwlb.rate: 4.85% in the model. Annual rate, by the year in which it is drawn".
  public var words: String {
    let has = presentWords.utf8.isEmpty ? "nothing in the model" : "\(presentWords) in the model"
    return "\(isShift ? "A shift of " : "")\(pathWords)\(year.map { " in \($0)" } ?? ""): \(has). \(meaning)"
  }

  private var pathWords: String { paths.count == 1 ? paths[0] : "each of \(paths.joined(separator: ", "))" }
}

extension Solution {
  private var sought: Sought { question.sought }
  private var low: String { sought.write(sought.range.lowerBound) }
  private var high: String { sought.write(sought.value(at: sought.lastStep)) }

  /// Over what was looked, and how closely.
  public var method: String {
    "Looked from \(low) to \(high) in steps of \(sought.kind.write(sought.step)): \(tried) values tried."
  }

  /// The answer in a sentence or two.
  public var answer: String {
    guard let first = stretches.first, let last = stretches.last else {
      return "There is no such value between \(low) and \(high): it fails at every value tried."
    }
    let others = stretches.count > 1 ? " \(holding)" : ""
    switch question.aim {
    case .find:
      guard let only = brackets.first else {
        return "There is no such value between \(low) and \(high): it holds at every value tried."
      }
      if brackets.count > 1 { return "There are \(brackets.count) such values. \(holding)" }
      return "It holds at \(value(only.holds)) and fails at \(value(only.fails)). \(holding)"
    case .most: return end("The most is \(sought.write(last.upperBound))") + others
    case .least: return end("The least is \(sought.write(first.lowerBound))") + others
    }
  }

  private func end(_ words: String) -> String {
    guard let bracket = brackets.first else {
      return "\(words), the end of the range: nothing beyond it was tried."
    }
    return "\(words): it fails at \(value(bracket.fails))."
  }

  private func value(_ side: SolveQuestion.Side) -> String { sought.write(side.value ?? 0) }

  /// "It holds from 0% to 5.12%, and again from 8% to 25%."
  private var holding: String {
    var words = "It holds "
    for (place, stretch) in stretches.enumerated() {
      if place > 0 { words += place == stretches.count - 1 ? ", and again " : ", again " }
      let from = sought.write(stretch.lowerBound)
      words +=
        stretch.lowerBound == stretch.upperBound
        ? "at \(from)" : "from \(from) to \(sought.write(stretch.upperBound))"
    }
    return words + "."
  }
}
