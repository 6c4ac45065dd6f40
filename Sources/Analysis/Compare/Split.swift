/// How far each cause moved each figure. The parts of a figure add up to its movement, exactly.
public struct Split: Sendable {
  public enum Method: Hashable, Sendable {
    /// Each cause switched after those before it, in the order of the second's register.
    case inOrder
    /// Shapley values over every order.
    case shapley
    /// Shapley values over so many orders drawn by chance.
    case sampled(orders: Int)
  }

  public var method: Method
  public var causes: [Cause]
  /// By figure, as `Comparison.split` lists them, and by cause. Nothing for a figure that is no number in some mixture, as the
  /// year in which a plan pays back where it never does.
  public var parts: [[Int64]?]
  /// Whether causes had to be joined because a mixture of them cannot be read.
  public var isJoined: Bool { causes.contains { $0.names.count > 1 } }
}

/// Works out mixtures: for each, the figures to be split, or nothing where it cannot be read. Whoever calls decides on threads.
public typealias Evaluate = ([[Bool]]) -> [[Int64?]?]

extension Comparison {
  /// Whether the parts of every figure come to its movement, and every cause of a movement is named once.
  public func addsUp(_ split: Split) -> Bool {
    let named = split.causes.flatMap { $0.switches }.sorted()
    return named == causes.sorted()
      && zip(self.split, split.parts).allSatisfy { figure, parts in
        parts.map { $0.reduce(0, +) == figure.change } ?? true
      }
  }
}
