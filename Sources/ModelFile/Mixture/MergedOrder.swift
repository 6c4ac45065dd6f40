/// Two orders of names in one list, so that leaving out the names of either gives the order of the other.
struct MergedOrder {
  /// Every name, the common ones in the first's order.
  let first: [[UInt8]]
  /// Every name, the common ones in the second's order.
  let second: [[UInt8]]
  /// Whether the two differ over names that they share.
  let isConflict: Bool

  init(_ a: [[UInt8]], _ b: [[UInt8]]) {
    let (inA, inB) = (Set(a), Set(b))
    let (commonA, commonB) = (a.filter { inB.contains($0) }, b.filter { inA.contains($0) })
    let (runsA, runsB) = (Self.runs(a, inB), Self.runs(b, inA))
    func merged(_ common: [[UInt8]]) -> [[UInt8]] {
      var all: [[UInt8]] = []
      for name in [[]] + common {
        if !name.isEmpty { all.append(name) }
        let (one, other) = (runsA[name] ?? [], runsB[name] ?? [])
        // which of the two stands first is no one's order; it only must not depend on which list is which
        let isOther = !other.isEmpty && (one.isEmpty || other[0].lexicographicallyPrecedes(one[0]))
        all += isOther ? other + one : one + other
      }
      return all
    }
    first = merged(commonA)
    second = merged(commonB)
    isConflict = commonA != commonB
  }

  /// The names that only one list has, by the common name before them.
  private static func runs(_ names: [[UInt8]], _ others: Set<[UInt8]>) -> [[UInt8]: [[UInt8]]] {
    var runs: [[UInt8]: [[UInt8]]] = [:]
    var before: [UInt8] = []
    for name in names {
      if others.contains(name) { before = name } else { runs[before, default: []].append(name) }
    }
    return runs
  }
}
