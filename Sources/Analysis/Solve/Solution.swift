import ModelFile

/// The answer to a question, with both sides of each boundary reckoned again.
public struct Solution: Sendable {
  public let question: SolveQuestion
  /// Where the conditions begin or stop to hold, in order of the values: two neighbours each.
  public let brackets: [Bracket]
  /// The stretches over which they hold, as far as the values tried can tell.
  public let stretches: [ClosedRange<Int64>]
  /// How many values were tried.
  public let tried: Int
  /// The model as it is.
  public let present: SolveQuestion.Side

  public struct Bracket: Hashable, Sendable {
    public var holds: SolveQuestion.Side, fails: SolveQuestion.Side
  }

  /// - Parameter trials: `question.trial` of each of some values, in their order; they may be run side by side.
  public init(_ question: SolveQuestion, trials: ([Int64]) -> [SolveQuestion.Trial]) {
    self.question = question
    let sought = question.sought
    let here = sought.present.flatMap { present in
      sought.range.contains(present) ? (present - sought.range.lowerBound) / sought.step : nil
    }
    var boundaries = Boundaries(last: sought.lastStep, beside: here)
    var wanted = boundaries.wanted
    while !wanted.isEmpty {
      for (step, trial) in zip(wanted, trials(wanted.map { sought.value(at: $0) })) {
        boundaries.tell(step, holds: trial.holds)
      }
      wanted = boundaries.wanted
    }
    tried = boundaries.tried.count
    stretches = boundaries.stretches.map { sought.value(at: $0.lowerBound)...sought.value(at: $0.upperBound) }
    let changes = boundaries.changes
    let told: [(below: Int64, above: Int64, holdsBelow: Bool)] =
      switch question.aim {
      case .find: changes
      case .most: changes.last.map { $0.holdsBelow ? [$0] : [] } ?? []
      case .least: changes.first.map { $0.holdsBelow ? [] : [$0] } ?? []
      }
    brackets = told.map { change in
      let (below, above) = (
        question.side(sought.value(at: change.below)), question.side(sought.value(at: change.above))
      )
      return change.holdsBelow ? Bracket(holds: below, fails: above) : Bracket(holds: above, fails: below)
    }
    present = question.presentSide()
  }

  public init(_ question: SolveQuestion) {
    self.init(question) { values in values.map { question.trial($0) } }
  }
}

extension Solution {
  /// What was asked for: of `find` each boundary, of `most` the upper end of the last stretch, of `least` the lower end of the
  /// first. None where the conditions hold nowhere, or of `find` everywhere.
  public var answers: [Int64] {
    switch question.aim {
    case .find: brackets.compactMap { $0.holds.value }
    case .most: stretches.last.map { [$0.upperBound] } ?? []
    case .least: stretches.first.map { [$0.lowerBound] } ?? []
    }
  }

  /// Whether the answer is an end of the range, beyond which nothing was tried.
  public var isAtEnd: Bool { question.aim != .find && !answers.isEmpty && brackets.isEmpty }
}
