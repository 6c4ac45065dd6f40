import Finance
import Housing

/// The homes of one row of a programme: when they start, when they are complete, and what one costs.
public struct PlannedHomes: Hashable, Sendable {
  /// Places in the model.
  public var programme: Int, row: Int
  /// The group's name in the ledger's lines.
  public var group: String
  /// By year; starts as the model enters them, before any slippage.
  public var started: [Int64], completed: [Int64]
  /// Stamp Duty Land Tax on a home by the bands of the month in which the first is complete, and all that one costs before grant, in the prices that the model gives.
  public var stampDuty: Money, costOfHome: Money

  /// Completed within the projection.
  public var total: Int64 { completed.reduce(0, +) }
  public var totalStarted: Int64 { started.reduce(0, +) }
}

extension Forecast {
  /// Every row of every programme, in the order of the model.
  public func plannedHomes() -> [PlannedHomes] {
    var all: [PlannedHomes] = []
    var groups = plannedGroups[...]
    for (p, programme) in model.programmes.enumerated() {
      for (r, row) in programme.rows.enumerated() {
        guard let group = groups.popFirst() else { return all }
        let first = firstCompletion(of: group) ?? 0
        let duty = StampDuty.tax(on: row.cost, row.stampDuty, in: Month(first, from: model.firstYear))
        all.append(
          PlannedHomes(
            programme: p, row: r, group: group, started: years.map { row.starts[$0] },
            completed: yearly("stock.\(group).homes.completed"), stampDuty: duty,
            costOfHome: row.cost + row.works + row.fees + duty))
      }
    }
    return all
  }

  /// The first month in which homes of a group are complete.
  func firstCompletion(of group: String) -> Int? {
    plan.lines.line(named: "stock.\(group).homes.completed").flatMap { line in
      with.ledger.monthly(line).firstIndex { $0 > 0 }
    }
  }

  /// Average weekly rent of the homes of a group by year, over the months in which it has any: rent due, divided by
  /// opening homes and the weeks of their months. Nothing in a year without homes.
  public func averageWeeklyRent(of group: String) -> [Money?] {
    guard let homes = plan.lines.line(named: "stock.\(group).homes"),
      let due = plan.lines.line(named: "stock.\(group).rent.due")
    else { return years.map { _ in nil } }
    let rent = yearly(due)
    return years.indices.map { k in
      var homeMonths: Int64 = 0
      for month in 12 * k..<12 * k + 12 {
        homeMonths += month == 0 ? with.openings[homes] : with.ledger[homes, month - 1]
      }
      let weeks = Int64(model.rentPolicy.weeks.count(in: years[k]))
      return homeMonths > 0 ? Money(pence: roundedProduct(rent[k], 12, over: homeMonths * weeks)) : nil
    }
  }
}
