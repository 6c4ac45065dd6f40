import CashFlow
import Finance
import Housing

func stockPage(_ findings: Findings) -> Section {
  let model = findings.model
  let groups = findings.groups
  guard !groups.isEmpty else {
    return Section(
      "stock", "Stock and rents", message: "The model has no homes of the council’s own",
      [.paragraph("It has neither existing homes nor a programme that would add any.")])
  }
  let opening = groups.reduce(0) { $0 + findings.forecast.opening("stock.\($1.name).homes") }
  let closing = groups.reduce(0) { $0 + (findings.forecast.yearly("stock.\($1.name).homes").last ?? 0) }
  return Section(
    "stock", "Stock and rents",
    message:
      "The homes in the model go from \(count: opening) in March \(digits: model.firstYear.start) to \(count: closing) in \(Wording.march(of: model.lastYear)) with the plan",
    [homesTable(findings, groups)] + flows(findings, groups) + rents(findings, groups)
      + newRents(findings, groups)
      + [.table(costs(groups)), .table(lettings(groups))])
}

/// A group of homes as the tables name it.
struct ShownGroup {
  /// As lines of the ledger have it.
  var name: String
  var label: String
  var account: Account
  var costs: RunningCosts
  var reletRate: Rate
  var firstLetShare: Rate?
  var reletShare: Rate
  var firstLetWeeks: Int64?

  /// Share of rent lost between lettings, as given or by the days that a home stands empty.
  var voidShare: Rate {
    Rate(millionths: Int64(wholeNearest(costs.voidShare(relets: reletRate) * 1_000_000)))
  }
}

extension Findings {
  /// Existing homes, then those of the plan.
  var groups: [ShownGroup] {
    model.stock.map {
      ShownGroup(
        name: $0.name, label: $0.name.spaced, account: $0.account, costs: $0.costs, reletRate: $0.reletRate,
        firstLetShare: nil, reletShare: $0.temporaryAccommodationShare, firstLetWeeks: nil)
    }
      + planned.map { homes in
        let programme = model.programmes[homes.programme]
        return ShownGroup(
          name: homes.group, label: label(of: homes), account: programme.account, costs: programme.costs,
          reletRate: programme.reletRate, firstLetShare: programme.firstLetShare,
          reletShare: programme.reletShare, firstLetWeeks: programme.firstLetWeeks)
      }
  }

  /// "Plan: purchases, two bedroom".
  func label(of homes: PlannedHomes) -> String {
    let programme = model.programmes[homes.programme]
    return "Plan: \(programme.name.spaced.lowered), \(programme.rows[homes.row].name.spaced.lowered)"
  }
}

private func homesTable(_ findings: Findings, _ groups: [ShownGroup]) -> Block {
  let last = findings.years.count - 1
  let columns = findings.headline < last ? [findings.headline, last] : [last]
  func cells(_ name: String) -> [Int64] {
    let yearly = findings.forecast.yearly("stock.\(name).homes")
    return [findings.forecast.opening("stock.\(name).homes")] + columns.map { yearly[$0] }
  }
  let all = groups.map { cells($0.name) }
  return .table(
    Table(
      "homes", "Homes at 31 March, with the plan",
      columns: [.words("Homes"), .figures("\(digits: findings.model.firstYear.start)")]
        + columns.map { .figures("\(digits: findings.years[$0].start + 1)") },
      rows: zip(groups, all).map { group, cells in
        Table.Row([.text(group.label)] + cells.map { .count($0) })
      } + [
        Table.Row(
          ["All homes"] + (0...columns.count).map { column in .count(all.reduce(0) { $0 + $1[column] }) },
          role: .total)
      ]))
}

/// Opening, completed, what leaves in each way and closing, all groups together.
private func flows(_ findings: Findings, _ groups: [ShownGroup]) -> [Block] {
  func sum(_ id: String) -> [Int64] {
    var sums = findings.years.map { _ in Int64(0) }
    for group in groups {
      for (k, homes) in findings.forecast.yearly("stock.\(group.name).\(id)").enumerated() {
        sums[k] += homes
      }
    }
    return sums
  }
  let closing = sum("homes")
  let opening = groups.reduce(0) { $0 + findings.forecast.opening("stock.\($1.name).homes") }
  func row(_ name: Text, _ values: [Int64], _ role: Table.Row.Role = .plain) -> Table.YearRow {
    Table.YearRow(name, values.map { .count($0) }, role: role)
  }
  let ways: [(id: String, name: String, sign: Int64, isAlways: Bool)] = [
    (id: "convertedin", name: "Converted from other homes", sign: 1, isAlways: false),
    (id: "sold", name: "Sold", sign: -1, isAlways: true),
    (id: "lost", name: "Demolished or lost", sign: -1, isAlways: true),
    (id: "disposed", name: "Disposed of", sign: -1, isAlways: false),
    (id: "convertedout", name: "Converted into other homes", sign: -1, isAlways: false),
    (id: "handedback", name: "Leases handed back", sign: -1, isAlways: false),
  ]
  let departures = ways.map { way in
    (name: way.name, homes: sum("homes.\(way.id)").map { way.sign * $0 }, isAlways: way.isAlways)
  }.filter { $0.isAlways || $0.homes.contains { $0 != 0 } }
  return Table.acrossYears(
    "homes-flows", "All homes, with the plan (a minus leaves)", stub: "Homes", years: findings.years,
    rows: [row("Opening", [opening] + closing.dropLast()), row("Completed", sum("homes.completed"))]
      + departures.map { row(Text($0.name), $0.homes) } + [row("Closing", closing, .total)])
}

private func rents(_ findings: Findings, _ groups: [ShownGroup]) -> [Block] {
  Table.acrossYears(
    "rents", "Average weekly rent due for a home, £ a week on \(findings.rentWeeks), with the plan",
    stub: "Homes", years: findings.years,
    rows: groups.map { group in
      Table.YearRow(
        Text(group.label),
        findings.forecast.averageWeeklyRent(of: group.name).map { rent in
          rent.map { .pence($0) } ?? "no homes"
        })
    })
}

extension Findings {
  fileprivate var rentWeeks: String {
    model.rentPolicy.weeks == .fiftyTwo ? "a 52-week year" : "the Mondays of each year"
  }
}

private func costs(_ groups: [ShownGroup]) -> Table {
  Table(
    "running-costs", "Running costs of a home a year, £, as the model gives them",
    columns: [
      .words("Homes"), .figures("Management"), .figures("Repairs"), .figures("Major repairs"),
      .figures("Depreciation"), .figures("Insurance"), .figures("Services"), .figures("Lease rent"),
    ],
    rows: groups.map { group in
      let costs = group.costs
      return Table.Row(
        [.text(group.label)]
          + [
            costs.management, costs.repairs, costs.majorRepairs, costs.depreciation, costs.insurance,
            costs.serviceCost, costs.lease,
          ].map { .price($0) })
    })
}

private func lettings(_ groups: [ShownGroup]) -> Table {
  Table(
    "lettings", "Lettings and losses of rent, as the model gives them",
    columns: [
      .words("Homes"), .figures("Re-let a year"), .figures("First lettings to TA"),
      .figures("Re-lettings to TA"),
      .figures("Empty before first letting, weeks"), .figures("Rent lost while empty"), .figures("Bad debt"),
    ],
    rows: groups.map { group in
      Table.Row([
        .text(group.label), .plainRate(group.reletRate),
        group.firstLetShare.map { .plainRate($0) } ?? .nothing,
        .plainRate(group.reletShare), group.firstLetWeeks.map { .count($0) } ?? .nothing,
        .plainRate(group.voidShare), .plainRate(group.costs.badDebtRate),
      ])
    })
}
