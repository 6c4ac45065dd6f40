import Analysis
import CashFlow
import Finance
import Housing

/// How dear money can be at each level of rent: the plan at nine rates and five levels of rent, and the highest rate that each
/// level bears.
func rateRentPage(_ findings: Findings) -> Section? {
  guard let grid = RateRentGrid.of(findings.forecast, highest: findings.rates.every) else { return nil }
  let rent = grid.rows[grid.own].weeklyRent
  var blocks: [Block] = [
    .paragraph(
      "One rate is put for every loan that the plan draws, and all rents of the plan’s homes are moved together; what the council already lets, and all else, stays. NPV is of cash before borrowing, so no rate changes it. The plan’s new lettings pay \(Wording.price(rent)) a week on average in \(findings.model.firstYear), and its loans bear \(Wording.rate(grid.assumedRate)) on average."
    ),
    .chart(chart(grid, findings)),
  ]
  if let note = ceiling(grid) { blocks.append(.paragraph(note)) }
  blocks += [.table(rents(grid, findings)), .table(budgets(grid, findings))]
  return Section(
    "rate-rent", "How dear money can be, at which rent", message: message(grid, findings), blocks)
}

private func message(_ grid: RateRentGrid, _ findings: Findings) -> Text {
  guard !findings.tests.isEmpty else {
    return "The council has set no tests, so no rent or rate is too low or too high"
  }
  let own = grid.rows[grid.own]
  let lowest = grid.rows.first { row in
    switch row.highest {
    case .passesUpTo(let rate): rate >= grid.assumedRate
    case .passesAtAll: true
    case .failsAtNil, .notTested: false
    }
  }
  guard let lowest else {
    return "At no level of rent looked at would the plan pass every test at \(Wording.rate(grid.assumedRate))"
  }
  if lowest.level < own.level {
    return
      "At \(Wording.rate(grid.assumedRate)) the plan would pass every test with rents as low as \(Wording.plainRate(lowest.level)) of what it has, \(Wording.price(lowest.weeklyRent)) a week"
  }
  if lowest.level == own.level {
    return
      "At \(Wording.rate(grid.assumedRate)) the plan passes every test at its own rents, and would not with rents a tenth lower"
  }
  return
    "At \(Wording.rate(grid.assumedRate)) the plan would pass every test only with rents at \(Wording.plainRate(lowest.level)) of what it has, \(Wording.price(lowest.weeklyRent)) a week"
}

private func ceiling(_ grid: RateRentGrid) -> Text? {
  guard let first = grid.rows.first(where: { $0.breaksCeiling }) else { return nil }
  return
    "From \(Wording.plainRate(first.level)) up some rents are above what their rule allows (formula, benchmark or 80% of market rent): those rows say what rent would be needed, not what may be charged."
}

/// Which cells pass, with the highest rate that each level of rent bears drawn over them.
private func chart(_ grid: RateRentGrid, _ findings: Findings) -> Chart {
  let tests = findings.tests.count
  let places = grid.rows.map { Wording.price(.pounds(roundedQuotient($0.weeklyRent.pence, 100))) }
  let rehoused = grid.rows.map { $0.rehoused }
  let isSame = rehoused.allSatisfy { $0 == rehoused[0] }
  var sentences: [Text] = [
    frontier(grid),
    isSame
      ? "At every rate and rent the plan rehouses \(Wording.households(rehoused[0])) by \(findings.headlineMonth): rates and rents change what it costs, not whom it houses."
      : "By \(findings.headlineMonth) the plan rehouses from \(Wording.households(rehoused.min() ?? 0)) to \(Wording.households(rehoused.max() ?? 0)).",
  ]
  if tests == 0 { sentences.removeFirst() }
  return Chart(
    "rate-rent",
    "Borrowing rate, up, by average weekly rent of the plan’s new lettings, across: whether every test passes, and how many do",
    .grid(
      Chart.Grid(
        places: places, rates: grid.rates,
        cells: grid.rows.map { row in
          row.cells.map { cell in
            Chart.Grid.Cell(words: tests == 0 ? "" : "\(cell.testsPassed)", isMarked: cell.passes)
          }
        },
        frontier: grid.rows.map { row in
          switch row.highest {
          case .passesUpTo(let rate): rate
          case .passesAtAll: SustainableRate.highest
          case .failsAtNil, .notTested: nil
          }
        }, own: Chart.Grid.Own(place: grid.own, rate: grid.assumedRate))),
    sentences: sentences, table: passes(grid, tests, findings))
}

private func frontier(_ grid: RateRentGrid) -> Text {
  let bearing = grid.rows.filter { $0.highest != .failsAtNil && $0.highest != .notTested }
  guard !bearing.isEmpty else {
    return "There is no frontier: at none of these rents does any rate pass every test."
  }
  let words = Wording.list(
    bearing.map { row in "\(row.highest.words) at \(Wording.price(row.weeklyRent)) a week" })
  let none = grid.rows.count - bearing.count
  return
    "The frontier is the highest rate at which every test passes: \(words)\(none > 0 ? "; at lower rents no rate passes" : "")."
}

/// - Parameter every: so many rates apart, so that a table of money fits a page.
private func columns(_ grid: RateRentGrid, every: Int) -> [Table.Column] {
  [.words("Rents")]
    + stride(from: 0, to: grid.rates.count, by: every).map {
      .figures(Text(Wording.plainRate(grid.rates[$0])))
    }
}

private func stub(_ row: RateRentGrid.Row) -> Cell {
  .text(
    "\(Wording.price(row.weeklyRent)) a week, \(Wording.plainRate(row.level))\(row.breaksCeiling ? ", above its rule" : row.level == .whole ? ", the model’s" : "")"
  )
}

private func passes(_ grid: RateRentGrid, _ tests: Int, _ findings: Findings) -> Table {
  Table(
    "grid-tests",
    "Tests passed of \(Wording.number(Int64(tests))), by level of rent and borrowing rate",
    columns: columns(grid, every: 1),
    rows: grid.rows.map { row in
      Table.Row(
        [stub(row)]
          + row.cells.map { cell in
            let count = Figure.count(Int64(cell.testsPassed))
            return cell.passes ? .figure(count) : .fails(count)
          })
    })
}

private func rents(_ grid: RateRentGrid, _ findings: Findings) -> Table {
  Table(
    "grid-rents",
    "What each level of rent bears: the highest rate at which every test passes\(findings.hasHRA ? " and the HRA is never in deficit" : ""), households rehoused by \(findings.headlineMonth), and NPV, £",
    columns: [
      .words("Rents"), .figures("Highest rate"), .figures("Rehoused"), .figures("NPV to the council, real"),
    ],
    rows: grid.rows.map { row in
      Table.Row([
        stub(row), .text(row.highest.words), .count(row.rehoused),
        .pounds(.pounds(roundedQuotient((row.cells.first?.netPresentValue ?? .zero).pence, 100))),
      ])
    })
}

/// The budget effect, a point of rate apart.
private func budgets(_ grid: RateRentGrid, _ findings: Findings) -> Table {
  Table(
    "grid-budget",
    "Budget effect, whole council, over \(findings.span), £, by level of rent and borrowing rate; a minus is a cost",
    columns: columns(grid, every: 2),
    rows: grid.rows.map { row in
      Table.Row(
        [stub(row)]
          + stride(from: 0, to: row.cells.count, by: 2).map {
            .pounds(.pounds(roundedQuotient(row.cells[$0].budget.pence, 100)))
          })
    })
}
