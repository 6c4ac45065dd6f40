import Finance

/// An assumption of which two readings differ.
public struct ChangedAssumption: Sendable {
  /// Nothing where only the other reading has the assumption.
  public var from: Assumption?
  public var to: Assumption?

  public init(from: Assumption?, to: Assumption?) { (self.from, self.to) = (from, to) }

  /// The one that is there, the later before the earlier.
  public var shown: Assumption? { to ?? from }
  public var path: String { shown?.path ?? "" }
}

extension [Assumption] {
  /// What differs between two registers, in the order of the later one, then what only the earlier has. The value counts, not
  /// where it stands, how it is laid out, what is said of it, or whether it is given or a default.
  public func changes(from earlier: [Assumption]) -> [ChangedAssumption] {
    var places = Places(of: earlier)
    var all: [ChangedAssumption] = []
    var isMet = earlier.map { _ in false }
    for row in indices {
      guard let place = places.place(of: self[row].path, at: row) else {
        if self[row].hasValue { all.append(ChangedAssumption(from: nil, to: self[row])) }
        continue
      }
      isMet[place] = true
      if !Assumption.isSame(self[row], earlier[place]) {
        all.append(ChangedAssumption(from: earlier[place], to: self[row]))
      }
    }
    for place in earlier.indices where !isMet[place] && earlier[place].hasValue {
      all.append(ChangedAssumption(from: earlier[place], to: nil))
    }
    return all
  }

  /// Takes from another register each row that is there and did not change.
  public mutating func keep(_ earlier: [Assumption], butFor changes: [ChangedAssumption]) {
    var places = Places(of: earlier)
    for row in indices {
      guard let place = places.place(of: self[row].path, at: row),
        !changes.contains(where: { $0.path.isSame(as: self[row].path) })
      else { continue }
      self[row] = earlier[place]
    }
  }
}

/// Where each row of a register is by its path. Two readings of like files have their rows in one order, so one is looked for first where the
/// other has it.
private struct Places {
  private let rows: [Assumption]
  private var byPath: [[UInt8]: Int] = [:]

  init(of rows: [Assumption]) { self.rows = rows }

  mutating func place(of path: String, at likely: Int) -> Int? {
    if rows.indices.contains(likely), rows[likely].path.isSame(as: path) { return likely }
    if byPath.isEmpty { for place in rows.indices { byPath[[UInt8](rows[place].path.utf8)] = place } }
    return byPath[[UInt8](path.utf8)]
  }
}

extension Assumption {
  fileprivate var hasValue: Bool { !valueText.utf8.isEmpty }

  /// Most are the same number; others are when they read the same.
  fileprivate static func isSame(_ one: Assumption, _ other: Assumption) -> Bool {
    if let given = one.given, given == other.given, one.kind.isLikeNumber(other.kind) { return true }
    return one.valueText.isSame(as: other.valueText)
  }
}

extension Kind {
  /// Whether a number of this kind reads as the same of another.
  fileprivate func isLikeNumber(_ other: Kind) -> Bool {
    switch (self, other) {
    case (.rate, .rate), (.points, .points), (.weeks, .weeks), (.months, .months), (.year, .year): true
    case (.money(let one), .money(let two)), (.count(let one), .count(let two)):
      one.isSame(as: two)
    default: false
    }
  }
}
