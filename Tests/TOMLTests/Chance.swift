import TestSupport

extension Chance {
  init(seed: UInt64) { self.init(state: seed) }

  mutating func below(_ limit: Int) -> Int { Int(truncatingIfNeeded: next() >> 33) % max(limit, 1) }
}
