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
      var costs = MonthOfCosts(homes: -1, self, year)
      var due = MonthOfRent(of: self, homes: -1, empty: 0, weekly: 0, weeks: 0, year, housed: nil)
      for month in year * 12..<year * 12 + 12 {
        if opening > 0 {
          if opening != costs.homes { costs = MonthOfCosts(homes: opening, self, year) }
          costs.post(lines, month, &cells)
          if !housed.isEmpty || !due.isSame(opening, unlet[month], rent.weekly) {
            due = MonthOfRent(
              of: self, homes: opening, empty: unlet[month], weekly: rent.weekly, weeks: weeks[year], year,
              housed: housed.isEmpty ? nil : housed[month])
          }
          due.post(lines, month, &cells)
        }
        let new = completed[month] + (departing.moves ? departing.convertedIn[month] : 0)
        if new > 0 { rent.add(new, to: opening, in: year) }
        opening = cells[lines.homes, month]
      }
    }
  }
}

/// What a number of homes brings in each month of a year: the same until the number, those not yet let, or the rent changes.
private struct MonthOfRent {
  private let homes: Int64, empty: Double, weekly: Double
  private let due: Int64, void: Int64, badDebt: Int64
  private let serviceIncome: Int64, partner: Int64, subsidyLost: Int64

  /// - Parameters:
  ///   - empty: homes before their first letting.
  ///   - housed: households in the homes on average, if they are temporary accommodation.
  init(
    of group: Group, homes: Int64, empty: Double, weekly: Double, weeks: Double, _ year: Int, housed: Double?
  ) {
    (self.homes, self.empty, self.weekly) = (homes, empty, weekly)
    guard homes > 0 else {
      (due, void, badDebt, serviceIncome, partner, subsidyLost) = (0, 0, 0, 0, 0, 0)
      return
    }
    let count = Double(homes)
    let homeMonth = weekly * weeks / 12
    let due = Int64(wholeNearest(count * homeMonth))
    let unoccupied = housed.map { max(0, count - $0) } ?? (empty + (count - empty) * group.voidRate)
    let void = min(due, Int64(wholeNearest(homeMonth * unoccupied)))
    let badDebt = roundedQuotient((due - void) * group.badDebtRate.millionths, 1_000_000)
    (self.due, self.void, self.badDebt) = (due, void, badDebt)
    if group.partnerRent > 0 || group.partnerRisk > 0 {
      partner =
        roundedProduct(void + badDebt, group.partnerRisk, over: 1_000_000)
        - roundedProduct(due, group.partnerRent, over: 1_000_000)
    } else {
      partner = 0
    }
    if group.costs.serviceCharge > 0 {
      let charge = group.costs.serviceCharge * group.costs.level[year] * weeks / 12
      let occupied = housed.map { min(count, $0) } ?? ((count - empty) * (1 - group.voidRate))
      serviceIncome = Int64(wholeNearest(charge * occupied))
    } else {
      serviceIncome = 0
    }
    if let loss = group.subsidyLoss, let limit = group.subsidyLimit {
      let share = loss.share(of: weekly, need: group.need, limit)
      subsidyLost = Int64(wholeNearest(Double(due - void) * share))
    } else {
      subsidyLost = 0
    }
  }

  @inline(__always) func isSame(_ homes: Int64, _ empty: Double, _ weekly: Double) -> Bool {
    self.homes == homes && self.empty == empty && self.weekly == weekly
  }

  @inline(__always)
  func post(_ lines: borrowing GroupLines, _ month: Int, _ cells: inout MutableSpan<Int64>) {
    cells[lines.rentDue, month] = due
    cells[lines.rentVoid, month] = -void
    cells[lines.badDebt, month] = -badDebt
    if partner != 0 { cells[lines.partner, month] = partner }
    if serviceIncome != 0 { cells[lines.serviceIncome, month] = serviceIncome }
    if subsidyLost != 0, let line = lines.subsidyLost { cells[line, month] = -subsidyLost }
  }
}

/// What a number of homes costs in each month of a year: the same until the number or the year changes.
private struct MonthOfCosts {
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
