import Finance

/// Values by year: one for all years, a list from the first year of the model, or `{ 2026-27 = …, then = … }`.
extension Form {
  /// Percentages; a year not given is as the one before.
  @inline(never)
  public mutating func rates(
    _ key: String, in bounds: ClosedRange<Rate>, or assumed: Assumed<Rate>? = nil, _ meaning: String
  ) -> Series<Rate> {
    Series<Rate>(millionths: numbers(key, .rate, bounds.millionths, assumed?.millionths, .same, meaning))
  }

  /// Percentage points; a year not given is as the one before.
  @inline(never)
  public mutating func pointsByYear(
    _ key: String, in bounds: ClosedRange<Rate>, or assumed: Assumed<Rate>? = nil, _ meaning: String
  ) -> Series<Rate> {
    Series<Rate>(millionths: numbers(key, .points, bounds.millionths, assumed?.millionths, .same, meaning))
  }

  /// Pounds and pence, each perhaps per some time.
  @inline(never)
  public mutating func monies(
    _ key: String, per period: String = "", in bounds: ClosedRange<Money>, after: After,
    or assumed: Assumed<Money>? = nil, _ meaning: String
  ) -> Series<Money> {
    Series<Money>(
      pence: numbers(key, .money(per: period), bounds.pence, assumed?.pence, after, meaning))
  }

  /// Whole numbers of something; `noun` is its plural.
  @inline(never)
  public mutating func counts(
    _ key: String, of noun: String, in bounds: ClosedRange<Int64>, after: After,
    or assumed: Assumed<Int64>? = nil,
    _ meaning: String
  ) -> Series<Int64> {
    numbers(key, .count(of: noun), bounds, assumed, after, meaning)
  }
}

extension Series<Rate> {
  init(millionths series: Series<Int64>) {
    self.init(first: series.first, values: series.values.map { Rate(millionths: $0) })
  }
}
extension Series<Money> {
  init(pence series: Series<Int64>) {
    self.init(first: series.first, values: series.values.map { Money(pence: $0) })
  }
}
