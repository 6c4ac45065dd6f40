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
    var places: [[UInt8]: Int] = [:]
    for (place, row) in earlier.enumerated() { places[[UInt8](row.path.utf8)] = place }
    var all: [ChangedAssumption] = []
    var isMet = earlier.map { _ in false }
    for row in self {
      guard let place = places[[UInt8](row.path.utf8)] else {
        if row.hasValue { all.append(ChangedAssumption(from: nil, to: row)) }
        continue
      }
      isMet[place] = true
      if !row.isSame(as: earlier[place]) { all.append(ChangedAssumption(from: earlier[place], to: row)) }
    }
    for (place, row) in earlier.enumerated() where !isMet[place] && row.hasValue {
      all.append(ChangedAssumption(from: row, to: nil))
    }
    return all
  }
}

extension Assumption {
  fileprivate var hasValue: Bool { !valueText.utf8.isEmpty }

  fileprivate func isSame(as other: Assumption) -> Bool { valueText.utf8.elementsEqual(other.valueText.utf8) }
}

extension [Assumption] {
  /// Takes from another register each row that is there and did not change.
  public mutating func keep(_ earlier: [Assumption], butFor changes: [ChangedAssumption]) {
    var places: [[UInt8]: Int] = [:]
    for (place, row) in earlier.enumerated() { places[[UInt8](row.path.utf8)] = place }
    for change in changes { places[[UInt8](change.path.utf8)] = nil }
    for place in indices {
      if let kept = places[[UInt8](self[place].path.utf8)] { self[place] = earlier[kept] }
    }
  }
}
