import Finance
import Housing
import ModelFile

/// Between what an assumption may be slid, and in what steps, in the whole number inside: about what it is and what the base has,
/// and as far as the register says that it may come out. The number box beside it takes all that the model file does.
public struct Slider: Hashable, Sendable {
  public var range: ClosedRange<Int64>
  public var step: Int64

  /// - Returns: nothing for what is no number.
  init?(_ row: Assumption, _ base: Assumption?, _ register: [RegisterEntry]) {
    guard row.kind.isNumber else { return nil }
    let stands = (row.values?.values ?? []) + (base?.values?.values ?? [])
    let (least, most) = (row.bounds.lowerBound, row.bounds.upperBound)
    var low = stands.min() ?? max(least, min(0, most))
    var high = stands.max() ?? low
    let reach = max(max(low.magnitude, high.magnitude) / 2, Self.usual(row.kind))
    let wide = Int64(clamping: reach)
    let (first, last) = (low, high)
    // what is above nothing slides no lower than nothing
    low = first >= 0 ? max(0, first - wide) : first - wide
    high = last + wide
    for entry in register {
      for end in [entry.low, entry.high] {
        guard let end else { continue }
        low = min(low, end.isShift ? first + end.amount : end.amount)
        high = max(high, end.isShift ? last + end.amount : end.amount)
      }
    }
    low = max(least, min(low, most))
    high = max(low, min(high, most))
    let wanted = max(1, (high - low) / 50)
    // whole steps from nothing, so that round figures are met, and what stands is a step itself
    func start(_ step: Int64) -> Int64 {
      let rest = (low % step + step) % step
      return low - rest >= least ? low - rest : low
    }
    let found = Self.steps(row.kind).first { step in
      step <= wanted && stands.allSatisfy { ($0 - start(step)).isMultiple(of: step) }
    }
    step = found ?? 1
    low = start(step)
    range = low...high
  }

  /// How far at least it slides either way.
  private static func usual(_ kind: Kind) -> UInt64 {
    switch kind {
    case .rate, .points: 20_000
    case .money: 50_00
    case .weeks: 4
    case .months: 12
    default: 10
    }
  }

  /// Steps from large to small.
  private static func steps(_ kind: Kind) -> [Int64] {
    if case .months = kind { return [120, 60, 12, 6, 3, 1] }
    var steps: [Int64] = []
    var unit: Int64 = 1
    for _ in 0..<14 {
      steps += [unit, 2 * unit, 5 * unit]
      unit *= 10
    }
    return steps.reversed()
  }
}
