import Finance

/// What a model may do without: nothing where the sources say nothing. A blank form answers something.
extension Form {
  @inline(never)
  public mutating func optionalRate(_ key: String, in bounds: ClosedRange<Rate>, _ meaning: String) -> Rate? {
    optionalNumber(key, .rate, bounds.millionths, meaning).map { Rate(millionths: $0) }
  }

  @inline(never)
  public mutating func optionalPoints(_ key: String, in bounds: ClosedRange<Rate>, _ meaning: String) -> Rate?
  {
    optionalNumber(key, .points, bounds.millionths, meaning).map { Rate(millionths: $0) }
  }

  @inline(never)
  public mutating func optionalMoney(
    _ key: String, per period: String = "", in bounds: ClosedRange<Money>, _ meaning: String
  ) -> Money? {
    optionalNumber(key, .money(per: period), bounds.pence, meaning).map { Money(pence: $0) }
  }

  @inline(never)
  public mutating func optionalCount(
    _ key: String, of noun: String, in bounds: ClosedRange<Int64>, _ meaning: String
  ) -> Int64? {
    optionalNumber(key, .count(of: noun), bounds, meaning)
  }

  @inline(never)
  public mutating func optionalMonths(_ key: String, in bounds: ClosedRange<Int64>, _ meaning: String)
    -> Int64?
  {
    optionalNumber(key, .months, bounds, meaning)
  }

  @inline(never)
  public mutating func optionalYear(_ key: String, in bounds: ClosedRange<Int64>, _ meaning: String) -> Year?
  {
    optionalNumber(key, .year, bounds, meaning).map { Year(start: Int($0)) }
  }

  @inline(never)
  public mutating func optionalRates(_ key: String, in bounds: ClosedRange<Rate>, _ meaning: String)
    -> Series<Rate>?
  {
    optionalNumbers(key, .rate, bounds.millionths, .same, meaning).map { Series<Rate>(millionths: $0) }
  }

  @inline(never)
  public mutating func optionalPointsByYear(_ key: String, in bounds: ClosedRange<Rate>, _ meaning: String)
    -> Series<Rate>?
  {
    optionalNumbers(key, .points, bounds.millionths, .same, meaning).map { Series<Rate>(millionths: $0) }
  }

  @inline(never)
  public mutating func optionalMonies(
    _ key: String, per period: String = "", in bounds: ClosedRange<Money>, after: After, _ meaning: String
  ) -> Series<Money>? {
    optionalNumbers(key, .money(per: period), bounds.pence, after, meaning).map { Series<Money>(pence: $0) }
  }

  @inline(never)
  public mutating func optionalCounts(
    _ key: String, of noun: String, in bounds: ClosedRange<Int64>, after: After, _ meaning: String
  ) -> Series<Int64>? {
    optionalNumbers(key, .count(of: noun), bounds, after, meaning)
  }
}
