import Finance

/// How long households are in temporary accommodation, in months of 365.25 / 12 nights, in millionths of one.
///
/// The mean stay is by Little's law, L = λW: household-nights of a year ÷ households that left in it. It is exact where as many
/// come as go and the mix is steady; where numbers rise it is longer than those who left have stayed, and where they fall
/// shorter. Beside it stands how long those who are there at 31 March have been there so far, which is neither: a stay that has
/// not ended says little of how long it will be, and long ones are seen more often.
public struct LengthOfStay: Hashable, Sendable {
  /// By year; nothing where nobody left.
  public var mean: [Int64?]
  /// At each 31 March; nothing where nobody is there. Each came in the middle of its month; five years or more count as five.
  public var soFar: [Int64?]
}

extension Forecast {
  public func lengthOfStay(_ run: Run) -> LengthOfStay {
    let none = years.map { _ in Int64(0) }
    func sum(_ paths: [String]) -> [Int64] {
      paths.reduce(none) { sums, path in zip(sums, yearly(path, run)).map { $0.0 + $0.1 } }
    }
    let nights = sum(placeNames.map { "ta.type.\($0).nights" })
    let left = sum(
      PlacementLines.needNames.flatMap { ["ta.need.\($0).out", "ta.need.\($0).settled"] })
    let there = yearly("ta.households", run)
    let months = run == .without ? without.monthsSoFar : with.monthsSoFar
    return LengthOfStay(
      mean: years.indices.map { k in
        // 365.25 / 12 is 487 / 16
        left[k] > 0
          ? roundedProduct(roundedProduct(nights[k], 1_000_000, over: left[k]), 16, over: 487) : nil
      },
      soFar: years.indices.map { k in
        there[k] > 0 && k < months.count ? roundedProduct(months[k], 1_000_000, over: there[k]) : nil
      })
  }
}
