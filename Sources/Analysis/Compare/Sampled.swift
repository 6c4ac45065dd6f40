extension Comparison {
  /// What each cause adds on average over orders drawn by chance, each also taken backwards, which makes the average steadier.
  func sampled(
    _ causes: [Cause], _ orders: Int, _ seed: UInt64, _ known: inout Known, _ evaluate: Evaluate
  ) -> Made {
    let n = causes.count
    var shares: [[Int128]?] = split.indices.map { _ in Array(repeating: 0, count: n) }
    var pair = 0
    while pair < orders / 2 {
      // a few at a time, so that little is lost where a mixture cannot be read
      let some = (pair..<min(orders / 2, pair + 4)).flatMap { number in
        let order = drawnOrder(of: n, seed: seed, number: UInt64(number))
        return [order, order.reversed()]
      }
      known.learn(
        some.flatMap { order in order.indices.map { coalition(of: causes, Array(order[..<$0])) } }, evaluate)
      for order in some {
        for (place, cause) in order.enumerated() {
          guard let before = known[coalition(of: causes, Array(order[..<place]))] else {
            return .unreadable(Array(order[..<place]))
          }
          guard let after = known[coalition(of: causes, Array(order[...place]))] else {
            return .unreadable(Array(order[...place]))
          }
          for figure in shares.indices {
            if let a = before[figure], let b = after[figure] {
              shares[figure]?[cause] += Int128(b - a)
            } else {
              shares[figure] = nil
            }
          }
        }
      }
      pair += 4
    }
    return .shares(shares, Int128(orders))
  }
}

/// An order of so many things, the same for the same seed and number whoever draws it.
func drawnOrder(of count: Int, seed: UInt64, number: UInt64) -> [Int] {
  var order = Array(0..<count)
  for place in stride(from: count - 1, to: 0, by: -1) {
    let chance = mixed(mixed(mixed(seed) ^ number) ^ UInt64(place))
    order.swapAt(place, Int(chance.multipliedFullWidth(by: UInt64(place + 1)).high))
  }
  return order
}

/// The finishing step of SplitMix64 (Steele, Lea and Flood, 2014): a number in which every bit depends on every bit of another.
private func mixed(_ number: UInt64) -> UInt64 {
  var z = number &+ 0x9E37_79B9_7F4A_7C15
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
