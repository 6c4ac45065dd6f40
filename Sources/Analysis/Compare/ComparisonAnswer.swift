import Finance

/// A comparison, and what its movements come from.
public struct ComparisonAnswer: Sendable {
  public var comparison: Comparison
  /// What the two readings are called: "models/thanet.toml@HEAD~1".
  public var firstName: String, secondName: String
  /// Nothing where it was not asked for.
  public var inOrder: Split?, shapley: Split?

  public init(
    _ comparison: Comparison, firstName: String, secondName: String, inOrder: Split?, shapley: Split?
  ) {
    (self.comparison, self.firstName, self.secondName) = (comparison, firstName, secondName)
    (self.inOrder, self.shapley) = (inOrder, shapley)
  }

  /// Whether both ways of splitting name the same causes, so that they stand side by side.
  public var areAlike: Bool {
    guard let inOrder, let shapley else { return true }
    let (one, other) = (
      inOrder.causes.map { $0.switches.sorted() }, shapley.causes.map { $0.switches.sorted() }
    )
    return one.count == other.count && one.allSatisfy { other.contains($0) }
  }

  /// The ways of splitting, each with what it is called; where they name the same causes, together.
  public var tables: [[Split]] {
    let all = [inOrder, shapley].compactMap { $0 }
    return areAlike ? (all.isEmpty ? [] : [all]) : all.map { [$0] }
  }
}

/// A cause with its part of a figure by each way of splitting, in shown grains; or all those that have no part of it.
public struct Part: Sendable {
  public var cause: Cause?
  /// How many causes it stands for.
  public var count: Int
  public var shown: [Int64?]
}

extension ComparisonAnswer {
  /// The parts of a figure, where the ways of splitting name the same causes. Of many causes those that have no effect on it stand
  /// together, last.
  public func parts(of figure: Int, _ splits: [Split]) -> [Part] {
    let movement = comparison.split[figure]
    let shown = splits.map { $0.shownParts(figure, movement) }
    var parts: [Part] = []
    var idle = 0
    let isLong = splits[0].causes.count > 8
    for cause in splits[0].causes {
      let values = zip(splits, shown).map { split, shown in
        split.causes.firstIndex { $0.switches.sorted() == cause.switches.sorted() }.flatMap { shown?[$0] }
      }
      if isLong, values.allSatisfy({ $0 == 0 }) {
        idle += 1
      } else {
        parts.append(Part(cause: cause, count: 1, shown: values))
      }
    }
    if idle > 0 { parts.append(Part(cause: nil, count: idle, shown: splits.map { _ in 0 })) }
    return parts
  }
}

extension Movement {
  /// How many of the units of its values are shown as one: whole pounds, or pence where it moved by less than £100.
  public var grain: Int64 {
    switch unit {
    case .pence: (1..<10_000).contains((change ?? 0).magnitude) ? 1 : 100
    case .millionths: 100_000
    case .homes, .households, .tests, .year, .verdict: 1
    }
  }

  /// A value in whole grains.
  public func shown(_ value: Int64) -> Int64 { roundedQuotient(value, grain) }

  /// What the two shown values differ by.
  public var shownChange: Int64? {
    guard let from, let to else { return nil }
    return shown(to) - shown(from)
  }
}

extension Split {
  /// The parts of a figure in whole grains, which add up to what its shown values differ by.
  public func shownParts(_ figure: Int, _ movement: Movement) -> [Int64]? {
    guard parts.indices.contains(figure), let exact = parts[figure], let change = movement.shownChange else {
      return nil
    }
    return apportioned(
      exact.map { Int128($0) }, over: Int128(movement.grain), to: change,
      names: causes.map { [UInt8]($0.name.utf8) })
  }
}
