/// A month of the grid, as the calendar has it.
public struct Month: Hashable, Sendable {
  /// The calendar year.
  public var year: Int
  /// 1 for January.
  public var number: Int

  public init(year: Int, number: Int) { (self.year, self.number) = (year, number) }

  /// The month `index` of a grid whose month 0 is the April of `firstYear`.
  public init(_ index: Int, from firstYear: Year) {
    let months = firstYear.start * 12 + 3 + index
    year = months / 12
    number = months % 12 + 1
  }

  public var days: Int {
    switch number {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

func isLeap(_ year: Int) -> Bool {
  year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
}
