import Finance
import ModelFile

extension Kind {
  /// The smallest difference that anybody would act on: 0.01 points, £1, or a penny of what is paid by the week or night; one
  /// of what is counted; a month.
  public var usualStep: Int64 {
    switch self {
    case .rate, .points: 100
    case .money(let period):
      period.isSame(as: "week") || period.isSame(as: "night") ? 1 : 100
    case .text, .flag, .count, .weeks, .months, .year, .choice, .name: 1
    }
  }

  /// A value typed for an option.
  func typed(
    _ text: String, for name: String, in bounds: ClosedRange<Int64>
  ) throws(QuestionFault) -> Int64 {
    do throws(TypedFault) {
      return try value(of: text, for: name, in: bounds)
    } catch {
      throw QuestionFault(error.fault, error.remedy)
    }
  }
}

extension [Assumption] {
  /// What all of them may be.
  var sharedBounds: ClosedRange<Int64> {
    let least = map { $0.bounds.lowerBound }.max() ?? 0
    return least...Swift.max(least, map { $0.bounds.upperBound }.min() ?? 0)
  }
}

extension Assumption {
  /// What the model has for it: one value, or one for each year in which it changes; of amounts by year, those that are not
  /// nothing.
  func values(in year: Year?) -> [Int64] {
    guard let series = given ?? assumed.map({ Series(first: Year(start: 0), values: [$0.value]) }) else {
      return []
    }
    if let year { return [series[year]] }
    let isAmounts = after == .nothing && series.values.count > 1
    let values = isAmounts ? series.values.filter { $0 != 0 } : series.values
    guard let first = values.first else { return [] }
    return !isAmounts && values.allSatisfy { $0 == first } ? [first] : values
  }

  /// How far all its years can be shifted before one of them is out of bounds.
  func shifts(_ values: [Int64]) -> ClosedRange<Int64> {
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    return min(0, bounds.lowerBound - least)...max(0, bounds.upperBound - most)
  }

  /// Where a value is looked for if nobody says: of rates and times the assumption's own bounds, of a shift of them no more than
  /// ten points or ten years either way; of money and counts from its least to four times what it is now, of a shift of them as
  /// much as it is now either way. Both ends are whole steps.
  func usualRange(
    _ values: [Int64], isShift: Bool, _ bounds: ClosedRange<Int64>, step: Int64
  ) -> ClosedRange<Int64>? {
    let size = Int64(clamping: values.map { $0.magnitude }.max() ?? 0)
    var range = bounds
    switch kind {
    case .money, .count:
      guard size > 0 else { return nil }
      let far = isShift ? size : min(size, Int64.max / 8) * 4
      range = max(bounds.lowerBound, -far)...min(bounds.upperBound, far)
    case .rate, .points:
      if isShift { range = max(bounds.lowerBound, -100_000)...min(bounds.upperBound, 100_000) }
    case .months: if isShift { range = max(bounds.lowerBound, -120)...min(bounds.upperBound, 120) }
    case .weeks, .text, .flag, .year, .choice, .name: break
    }
    let low = -floored(-range.lowerBound, step)
    let high = floored(range.upperBound, step)
    return low < high ? low...high : nil
  }

  private func floored(_ value: Int64, _ step: Int64) -> Int64 {
    let (quotient, rest) = value.quotientAndRemainder(dividingBy: step)
    return (rest < 0 ? quotient - 1 : quotient) * step
  }
}
