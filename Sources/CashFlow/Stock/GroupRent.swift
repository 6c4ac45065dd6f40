import Finance
import Housing

// What the homes of a group bring in and cost, month by month, once their number and the households in them are known.
extension Group {
  /// Posts rent and running costs of every month, on opening homes.
  /// - Parameters:
  ///   - weeks: of rent, by year.
  ///   - housed: households in the homes on average by month, if they are temporary accommodation; else nothing.
  func post(
    _ lines: borrowing GroupLines, weeks: [Double], housed: [Double], _ cells: inout MutableSpan<Int64>
  ) {
    guard var rent else { return }
    var opening = homes
    for year in weeks.indices {
      if year > 0 { rent.step(to: year) }
      var known = MonthOfHomes(homes: -1, self, year)
      for month in year * 12..<year * 12 + 12 {
        if opening > 0 {
          if opening != known.homes { known = MonthOfHomes(homes: opening, self, year) }
          postRent(
            lines, month, Double(opening), weekly: rent.weekly, weeks: weeks[year],
            housed: housed.isEmpty ? nil : housed[month], &cells)
          known.post(lines, month, &cells)
        }
        let new = completed[month] + (departing.moves ? departing.convertedIn[month] : 0)
        if new > 0 { rent.add(new, to: opening, in: year) }
        opening = cells[lines.homes, month]
      }
    }
  }

  @inline(__always)
  private func postRent(
    _ lines: borrowing GroupLines, _ month: Int, _ count: Double, weekly: Double, weeks: Double,
    housed: Double?, _ cells: inout MutableSpan<Int64>
  ) {
    let homeMonth = weekly * weeks / 12
    let empty = unlet[month]
    let due = Int64(wholeNearest(count * homeMonth))
    let unoccupied = housed.map { max(0, count - $0) } ?? (empty + (count - empty) * voidRate)
    let void = min(due, Int64(wholeNearest(homeMonth * unoccupied)))
    let badDebt = roundedQuotient((due - void) * badDebtRate.millionths, 1_000_000)
    cells[lines.rentDue, month] = due
    cells[lines.rentVoid, month] = -void
    cells[lines.badDebt, month] = -badDebt
    if partnerRent > 0 || partnerRisk > 0 {
      cells[lines.partner, month] =
        roundedProduct(void + badDebt, partnerRisk, over: 1_000_000)
        - roundedProduct(due, partnerRent, over: 1_000_000)
    }
    if costs.serviceCharge > 0 {
      let charge = costs.serviceCharge * costs.level[month / 12] * weeks / 12
      let occupied = housed.map { min(count, $0) } ?? ((count - empty) * (1 - voidRate))
      cells[lines.serviceIncome, month] = Int64(wholeNearest(charge * occupied))
    }
    if let line = lines.subsidyLost, let subsidyLoss, let subsidyLimit {
      let share = subsidyLoss.share(of: weekly, need: need, subsidyLimit)
      cells[line, month] = -Int64(wholeNearest(Double(due - void) * share))
    }
  }
}

/// What a number of homes costs in each month of a year: the same until the number or the year changes.
private struct MonthOfHomes {
  let homes: Int64
  private let running: InlineArray<5, Int64>
  private let depreciation: Int64, majorRepairs: Int64

  init(homes: Int64, _ group: Group, _ year: Int) {
    self.homes = homes
    guard homes > 0 else {
      (running, depreciation, majorRepairs) = (InlineArray(repeating: 0), 0, 0)
      return
    }
    let (count, costs) = (Double(homes), group.costs)
    running = costs.month(of: count, in: year)
    depreciation = Int64(wholeNearest(count * costs.depreciation * costs.repairLevel[year] / 12))
    majorRepairs = Int64(wholeNearest(count * costs.majorRepairs * costs.repairLevel[year] / 12))
  }

  @inline(__always)
  func post(_ lines: borrowing GroupLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    for k in running.indices where running[k] != 0 { cells[lines.costs[k], month] = -running[k] }
    if depreciation != 0 { cells[lines.depreciation, month] = -depreciation }
    if majorRepairs != 0 { cells[lines.majorRepairs, month] = -majorRepairs }
  }
}
