import Finance
import ModelFile

/// A figure of the approved budget, or an actual, for one line of an account in one year.
public struct BudgetFigure: Hashable, Sendable {
  public var name: String
  public var line: BudgetLine
  public var year: Year
  /// As a budget writes it: income and cost both positive, a surplus positive and a deficit negative.
  public var amount: Money
  /// Why the model's figure differs from it.
  public var why: String?

  /// With the sign of the ledger: a cost is a minus.
  public var signed: Money { line.isCost ? -amount : amount }
}

extension BudgetFigure {
  private static let bounds: ClosedRange<Money> = .pounds(-2_000_000_000...2_000_000_000)

  /// A line of the approved budget of the first year.
  init(approved form: inout Form, in firstYear: Year) {
    name = form.name
    line = form.choice("line", "The line of the account, by its name in the ledger")
    year = firstYear
    amount = form.money(
      "approved", per: "year", in: Self.bounds,
      "The approved figure of the first year: income and cost both positive, a net cost negative")
    why = form.optionalText("why", most: 300, "Why the model's figure differs from the approved one")
  }

  /// What a line came to in a year that is over.
  init(actual form: inout Form) {
    name = form.name
    line = form.choice("line", "The line of the account, by its name in the ledger")
    year = form.year("year", in: 2000...2160, "The year it is for")
    amount = form.money(
      "amount", per: "year", in: Self.bounds,
      "What it came to: income and cost both positive, a net cost negative")
    why = form.optionalText("why", most: 300, "Why the model's figure differs from the actual one")
  }
}

extension Model {
  /// One figure for a line in a year; of an account that there is; in a year that is projected.
  func checkBudgets(_ form: inout Form) {
    check(scrutiny.budget, "budget", &form)
    check(scrutiny.actuals, "actual", &form)
  }

  private func check(_ figures: [BudgetFigure], _ table: String, _ form: inout Form) {
    for (place, figure) in figures.enumerated() {
      let path = "\(table).\(figure.name)"
      let line = figure.line.rawValue
      if hra == nil, figure.line.isOfHRA {
        form.problem(
          at: "\(path).line", fault: "\(line) is a line of the HRA, and there is no [hra]",
          remedy: "write [hra] with its balance, or take this out")
      }
      if let twin = figures[..<place].first(where: { $0.line == figure.line && $0.year == figure.year }) {
        form.problem(
          at: "\(path).line",
          fault: "\(line) of \(figure.year) is given twice, here and in [\(table).\(twin.name)]",
          remedy: "write one figure for it")
      }
      let year = "\(path).year"
      if figure.year < firstYear || lastYear < figure.year, form.isHeldToTime(year) {
        form.problem(
          at: year, fault: "year \(figure.year) is outside the horizon",
          remedy: "the model runs from \(firstYear) to \(lastYear)")
      }
    }
  }
}
