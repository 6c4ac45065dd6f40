import Finance
import TOML

extension Form {
  /// A percentage, such as "4.85%".
  @inline(never)
  public mutating func rate(
    _ key: String, in bounds: ClosedRange<Rate>, or assumed: Assumed<Rate>? = nil, _ meaning: String
  ) -> Rate {
    Rate(millionths: number(key, .rate, bounds.millionths, assumed?.millionths, meaning))
  }

  /// A percentage whose bounds are a rule's: the rule completes "it must be from 0% to 80%, for …".
  @inline(never)
  public mutating func rate(
    _ key: String, in bounds: ClosedRange<Rate>, rule: String, _ meaning: String
  ) -> Rate {
    let question = Question(
      key: key, kind: .rate, bounds: bounds.millionths, meaning: meaning, rule: rule)
    return Rate(millionths: answer(question)?.values[0] ?? bounds.lowerBound.millionths)
  }

  /// Percentage points, such as "0.8 points".
  @inline(never)
  public mutating func points(
    _ key: String, in bounds: ClosedRange<Rate>, or assumed: Assumed<Rate>? = nil, _ meaning: String
  ) -> Rate {
    Rate(millionths: number(key, .points, bounds.millionths, assumed?.millionths, meaning))
  }

  /// Pounds and pence, such as "£285,000", or per some time "£104.20 per week".
  @inline(never)
  public mutating func money(
    _ key: String, per period: String = "", in bounds: ClosedRange<Money>, or assumed: Assumed<Money>? = nil,
    _ meaning: String
  ) -> Money {
    Money(pence: number(key, .money(per: period), bounds.pence, assumed?.pence, meaning))
  }

  /// A whole number of something, such as 120 or "120 homes"; `noun` is its plural.
  @inline(never)
  public mutating func count(
    _ key: String, of noun: String, in bounds: ClosedRange<Int64>, or assumed: Assumed<Int64>? = nil,
    _ meaning: String
  ) -> Int64 {
    number(key, .count(of: noun), bounds, assumed, meaning)
  }

  /// A time in weeks, such as "3 weeks".
  @inline(never)
  public mutating func weeks(
    _ key: String, in bounds: ClosedRange<Int64>, or assumed: Assumed<Int64>? = nil, _ meaning: String
  ) -> Int64 {
    number(key, .weeks, bounds, assumed, meaning)
  }

  /// A time in months, such as "18 months" or "40 years".
  @inline(never)
  public mutating func months(
    _ key: String, in bounds: ClosedRange<Int64>, or assumed: Assumed<Int64>? = nil, _ meaning: String
  ) -> Int64 {
    number(key, .months, bounds, assumed, meaning)
  }

  /// A financial year, such as "2026-27"; the bounds are the calendar years in which it may start.
  @inline(never)
  public mutating func year(
    _ key: String, in bounds: ClosedRange<Int64>, or assumed: Assumed<Year>? = nil, _ meaning: String
  ) -> Year {
    let start = assumed.map { Assumed(Int64($0.value.start), $0.source) }
    return Year(start: Int(number(key, .year, bounds, start, meaning)))
  }

  /// The first year of the model, from which lists count.
  @inline(never)
  public mutating func firstYear(_ key: String, in bounds: ClosedRange<Int64>, _ meaning: String) -> Year {
    firstYear = year(key, in: bounds, meaning)
    isFirstYearKnown = !isGuess
    isTimeMoved = isLastOverridden
    return firstYear
  }

  /// How many years the model has, to be said right after they were asked for: from here on a series of the model's own
  /// file, or of an override, names no other. Where an override moved the time, only overrides are held to it.
  public mutating func horizon(_ years: Int64) {
    isTimeMoved = isTimeMoved || isLastOverridden
    horizonYears = isFirstYearKnown && !isGuess && !isBlank ? max(1, min(years, 1_000)) : nil
  }

  /// Whether the value asked for last came from an override.
  private var isLastOverridden: Bool { asked.last?.place.map { $0.source > topSource } ?? false }

  /// True or false.
  @inline(never)
  public mutating func flag(_ key: String, or assumed: Assumed<Bool>, _ meaning: String) -> Bool {
    number(key, .flag, 0...1, Assumed(assumed.value ? 1 : 0, assumed.source), meaning) == 1
  }
}

extension ClosedRange<Rate> {
  var millionths: ClosedRange<Int64> { lowerBound.millionths...upperBound.millionths }
}
extension ClosedRange<Money> {
  var pence: ClosedRange<Int64> { lowerBound.pence...upperBound.pence }
}
extension Assumed<Rate> {
  var millionths: Assumed<Int64> { Assumed<Int64>(value.millionths, source) }
}
extension Assumed<Money> {
  var pence: Assumed<Int64> { Assumed<Int64>(value.pence, source) }
}
