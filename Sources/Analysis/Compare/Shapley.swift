extension Comparison {
  /// The most causes over which every order is tried.
  public static let mostExact = 12

  /// The most causes of which Shapley values are made unasked: 256 mixtures, a second or two.
  public static let mostUnasked = 8

  /// The movement split by Shapley values: what a cause adds to those switched before it, on average over every order in which
  /// they can be switched (Shapley, "A value for n-person games", 1953). Beyond `mostExact` causes, over orders drawn by chance.
  ///
  /// A mixture that cannot be read joins the causes that need one another, until all that remain can be read.
  ///
  /// Causes are the assumptions while there are no more of them than that, and else the tables that they stand in.
  /// - Parameters:
  ///   - orders: how many orders are drawn, half of them the other half backwards.
  ///   - seed: of chance, so that the same orders are drawn again.
  ///   - mostExact: over how many causes every order is tried; a set of them doubles with each.
  public func shapley(
    orders: Int, seed: UInt64, upTo mostExact: Int = Comparison.mostExact, _ evaluate: Evaluate
  ) -> Split {
    var causes = self.causes.count <= mostExact ? singly : byTable
    var known = Known()
    known[coalition([])] = values(in: firstForecast)
    known[coalition(self.causes)] = values(in: secondForecast)
    while true {
      let isExact = causes.count <= mostExact
      let made =
        isExact
        ? exact(causes, &known, evaluate)
        : sampled(causes, max(2, orders + orders % 2), seed, &known, evaluate)
      switch made {
      case .unreadable(let some): causes = joined(causes, at: some)
      case .shares(let shares, let unit):
        let names = causes.map { cause in
          cause.names.map { [UInt8]($0.utf8) }.min { $0.lexicographicallyPrecedes($1) } ?? []
        }
        let parts = split.indices.map { figure -> [Int64]? in
          guard let shares = shares[figure], let change = split[figure].change else { return nil }
          return apportioned(shares, over: unit, to: change, names: names)
        }
        return Split(
          method: isExact ? .shapley : .sampled(orders: max(2, orders + orders % 2)), causes: causes,
          parts: parts)
      }
    }
  }

  enum Made {
    /// A mixture that cannot be read, as places among the causes.
    case unreadable([Int])
    /// By figure and cause, as so many parts of a unit.
    case shares([[Int128]?], Int128)
  }

  /// Mixtures that were worked out, each once.
  struct Known {
    private var values: [[Bool]: [Int64?]?] = [:]

    subscript(isOn: [Bool]) -> [Int64?]? {
      get { values[isOn] ?? nil }
      set { values[isOn] = .some(newValue) }
    }

    mutating func learn(_ coalitions: [[Bool]], _ evaluate: Evaluate) {
      var asked = Set<[Bool]>()
      let unknown = coalitions.filter { values[$0] == nil && asked.insert($0).inserted }
      if unknown.isEmpty { return }
      for (isOn, value) in zip(unknown, evaluate(unknown)) { values[isOn] = .some(value) }
    }
  }

  /// The mixture with some of the causes switched.
  func coalition(of causes: [Cause], _ places: [Int]) -> [Bool] {
    coalition(places.flatMap { causes[$0].switches })
  }

  /// Every set of causes, each of them by the bits of its number; a set of s of n causes counts s! (n − s − 1)! of n! for what
  /// another cause adds to it.
  private func exact(_ causes: [Cause], _ known: inout Known, _ evaluate: Evaluate) -> Made {
    let n = causes.count
    let sets = (0..<(1 << n)).map { set in (0..<n).filter { set & 1 << $0 != 0 } }
    let coalitions = sets.map { coalition(of: causes, $0) }
    known.learn(coalitions, evaluate)
    var values: [[Int64?]] = []
    for (set, isOn) in zip(sets, coalitions) {
      guard let value = known[isOn] else { return .unreadable(set) }
      values.append(value)
    }
    var factorials: [Int128] = [1]
    for k in 1...max(1, n) { factorials.append(factorials[k - 1] * Int128(k)) }
    let shares = split.indices.map { figure -> [Int128]? in
      let all = values.compactMap { $0[figure] }
      guard all.count == values.count else { return nil }
      return (0..<n).map { cause in
        var share: Int128 = 0
        for set in all.indices where set & 1 << cause == 0 {
          let size = sets[set].count
          share += factorials[size] * factorials[n - size - 1] * Int128(all[set | 1 << cause] - all[set])
        }
        return share
      }
    }
    return .shares(shares, factorials[n])
  }
}
