import Housing

/// Where households come from when a place is filled: for each type that is, the types of place that cost more, dearest first.
///
/// Needs differ in what is recovered of a place, so they may differ in the order. Needs of one order step together; those of
/// another follow behind them.
struct DearerPlaces {
  /// A type to take households from, and the needs, at 1, that are taken.
  struct Source {
    let type: Int
    let needs: ByNeed
  }

  /// The sources of each year and filled type, one after another.
  private(set) var sources: [Source] = []
  /// `[year * targets + target]`: where they begin; and at the end, where the last end.
  private var first: [Int] = []
  private let targets: Int

  /// - Parameters:
  ///   - netCost: `[year * types + type]`
  ///   - filled: the types that are filled from dearer ones. A last target stands for homes of the council's own, which take
  ///     from every place with a net cost.
  init(_ netCost: [ByNeed], types: Int, filled: [Int]) {
    targets = filled.count + 1
    guard types > 0 else { return }
    var orders = Array(repeating: 0, count: types * Households.needs)
    for base in stride(from: 0, to: netCost.count, by: types) {
      let costs = netCost.span.extracting(base..<base + types)
      Self.sort(costs, into: &orders)
      for target in 0..<targets {
        first.append(sources.count)
        let own = target < filled.count ? filled[target] : -1
        add(orders, costs, above: own < 0 ? .zero : costs[own], butFor: own)
      }
    }
    first.append(sources.count)
  }

  /// The types of each need, dearest first, ties in the order of the model.
  private static func sort(_ costs: Span<ByNeed>, into orders: inout [Int]) {
    let types = costs.count
    for need in 0..<Households.needs {
      let base = need * types
      for type in 0..<types {
        var place = type
        while place > 0 && costs[orders[base + place - 1]][need] < costs[type][need] {
          orders[base + place] = orders[base + place - 1]
          place -= 1
        }
        orders[base + place] = type
      }
    }
  }

  private mutating func add(_ orders: [Int], _ costs: Span<ByNeed>, above cost: ByNeed, butFor own: Int) {
    let types = costs.count
    var isAdded = InlineArray<4, Bool>(repeating: false)
    for need in 0..<Households.needs where !isAdded[need] {
      var alike = ByNeed.zero
      for other in need..<Households.needs where !isAdded[other] {
        let isAlike = (0..<types).allSatisfy { orders[need * types + $0] == orders[other * types + $0] }
        guard isAlike else { continue }
        alike[other] = 1
        isAdded[other] = true
      }
      for place in 0..<types {
        let type = orders[need * types + place]
        var needs = alike
        for other in 0..<Households.needs where costs[type][other] <= cost[other] { needs[other] = 0 }
        if type != own && needs.sum > 0 { sources.append(Source(type: type, needs: needs)) }
      }
    }
  }

  /// The places of the sources of a target.
  @inline(__always) func of(_ target: Int, _ year: Int) -> Range<Int> {
    let place = year &* targets &+ target
    return place + 1 < first.count ? first[place]..<first[place + 1] : 0..<0
  }

  /// The target that stands for homes of the council's own.
  var own: Int { targets - 1 }
}
