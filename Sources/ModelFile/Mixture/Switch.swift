/// What goes from one reading to the other as one: the smallest thing that a comparison can ask "and if only this changed?".
public struct Switch: Sendable {
  public enum Kind: Hashable, Sendable {
    /// An assumption that both readings have.
    case value
    /// A choice, with the assumptions that only one of its ways asks for.
    case way
    /// A table that only one of the readings has, with everything in it.
    case table
    /// An assumption that one reading gives and the other leaves to a default of the same value.
    case saying
    /// The order of named tables, where that has a meaning: which loan is drawn first.
    case order
  }

  public var kind: Kind
  /// The path of the assumption, or of the table.
  public var path: String
  /// What the register shows of it; nothing of what is only said or in another order.
  public var changes: [ChangedAssumption]

  public init(_ kind: Kind, _ path: String, _ changes: [ChangedAssumption]) {
    (self.kind, self.path, self.changes) = (kind, path, changes)
  }

  /// Whether the second reading has the table and the first has not; for a table.
  public var isAdded: Bool { changes.allSatisfy { $0.from == nil } }

  /// The table that it belongs to in a long comparison: `loan.pwlb` of `loan.pwlb.rate`, `hra` of `hra.balance`.
  public var group: String {
    let parts = path.utf8.split(separator: UInt8(ascii: "."))
    if kind == .order || parts.count < 2 { return path }
    let isTable = kind == .table
    let kept = isTable ? min(2, parts.count) : min(2, parts.count - 1)
    return parts[..<kept].map { String(Substring($0)) }.joined(separator: ".")
  }
}

extension [Switch] {
  /// What there is to switch between two registers, in the order of their changes: an assumption of its own, unless it comes
  /// and goes with others. A default that follows from what else changed is nothing to switch.
  static func between(
    _ first: [Assumption], _ second: [Assumption], _ changes: [ChangedAssumption]
  ) -> [Switch] {
    let (first, second) = (first.tables, second.tables)
    // tables in which a choice brought assumptions or took them away
    var turned: Set<[UInt8]> = []
    func newTable(_ change: ChangedAssumption) -> [UInt8]? {
      let (own, others) = change.from == nil ? (second, first) : (first, second)
      return [UInt8](change.path.utf8).ancestors.first {
        !others.all.contains($0) && own.withValues.contains($0)
      }
    }
    for change in changes
    where (change.from == nil || change.to == nil) && change.shown?.place != nil && newTable(change) == nil {
      turned.insert([UInt8](change.path.utf8).parent)
    }
    var all: [Switch] = []
    var places: [[UInt8]: Int] = [:]
    func add(_ kind: Switch.Kind, _ path: [UInt8], _ change: ChangedAssumption) {
      let key = [kind == .way ? 1 : kind == .table ? 2 : 0] + path
      if let place = places[key] { return all[place].changes.append(change) }
      places[key] = all.count
      all.append(Switch(kind, String(decoding: path, as: UTF8.self), [change]))
    }
    for change in changes {
      let path = [UInt8](change.path.utf8)
      if change.from == nil || change.to == nil {
        if let table = newTable(change) {
          add(.table, table, change)
        } else if change.shown?.place != nil {
          add(.way, path.parent, change)
        }
      } else if change.from?.place != nil || change.to?.place != nil {
        let isWay = turned.contains(path.parent) && change.to?.isWay == true
        if isWay { add(.way, path.parent, change) } else { add(.value, path, change) }
      }
    }
    return all.map { one in
      guard one.kind == .way else { return one }
      // a way is called by its choice, or else by the first assumption that came or went
      let named = one.changes.first { $0.to?.isWay == true && $0.from != nil } ?? one.changes.first
      return Switch(.way, named?.path ?? one.path, one.changes)
    }
  }
}

extension Assumption {
  fileprivate var isWay: Bool {
    switch kind {
    case .choice, .flag: true
    case .text, .rate, .points, .money, .count, .weeks, .months, .year, .name: false
    }
  }
}

extension [Assumption] {
  /// The path of every table that an assumption stands in, and of those that hold one themselves: `loan.pwlb`, and not `loan`.
  fileprivate var tables: (all: Set<[UInt8]>, withValues: Set<[UInt8]>) {
    var (all, withValues): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
    for row in self {
      let around = [UInt8](row.path.utf8).ancestors
      all.formUnion(around)
      if let last = around.last { withValues.insert(last) }
    }
    return (all: all, withValues: withValues)
  }
}

extension [UInt8] {
  /// The tables around a path, the outermost first.
  fileprivate var ancestors: [[UInt8]] {
    indices.filter { self[$0] == UInt8(ascii: ".") }.map { Array(self[..<$0]) }
  }

  /// The table around a path; nothing for what stands in none.
  fileprivate var parent: [UInt8] { ancestors.last ?? [] }
}
