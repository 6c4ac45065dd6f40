import CashFlow
import Finance
import Housing
import ModelFile

/// A figure of the first page and what it comes from.
struct FirstPageFigure {
  /// Where links to its explanation go: `why-npv`.
  var id: String
  var label: String
  /// As the first page has it.
  var value: String
  /// How it is worked out, in words.
  var formula: Text
  /// The same with its numbers.
  var numbers: Text?
  /// The lines that it adds up.
  var lines: [Term] = []
  /// Assumptions that it uses itself, by their paths.
  var assumptions: [String] = []
  var rules: [Rule] = []
  var blocks: [Block] = []

  /// A line that a figure of the first page adds.
  struct Term {
    var path: String
    var run: Forecast.Run
    var time: Explanation.Time
    /// 1, or −1 where the figure is what the line falls by.
    var sign: Int64 = 1
  }
}

extension Findings {
  /// Every figure of money and every count of the first page, in its order.
  func firstPageFigures() -> [FirstPageFigure] {
    let all = Explanation.Time.years(0..<years.count)
    func total(_ path: String, _ run: Forecast.Run = .difference) -> FirstPageFigure.Term {
      FirstPageFigure.Term(path: path, run: run, time: all)
    }
    func money(
      _ id: String, _ label: String, _ money: Money, _ formula: Text, _ paths: [String]
    ) -> FirstPageFigure {
      FirstPageFigure(
        id: "why-\(id)", label: label, value: Wording.money(money), formula: formula,
        lines: paths.map { total($0) }
      )
    }
    var figures = [
      rehousedFigure, fewerFigure,
      money(
        "borrowed", "Borrowed", measures.borrowed,
        "drawn on the loans of both accounts, with the plan less without",
        ["loan.hra.drawn", "loan.gf.drawn"]),
      money(
        "budget", "Budget effect", budget, "what the budgets feel over \(span), with the plan less without",
        ["council.budget"]), paybackFigure,
    ]
    if !tests.isEmpty { figures.append(testsFigure) }
    figures += [
      FirstPageFigure(
        id: "why-homes", label: "Homes complete within \(span)", value: Wording.homes(measures.homes),
        formula: "homes completed in the groups that the plan adds, with the plan",
        lines: forecast.plannedGroups.map { total("stock.\($0).homes.completed", .with) }),
      money(
        "spent", "Spent on them", measures.spent,
        "capital spent on buying and building, with the plan less without",
        ["capital.hra.programme", "capital.gf.programme"]),
      money(
        "grant", "Paid by grant", measures.granted,
        "grant applied to capital spend, with the plan less without",
        ["capital.hra.grant", "capital.gf.grant"]),
      money(
        "budget-gf", "Budget effect, General Fund, cash", budgetGeneralFund,
        "net of the General Fund over \(span), with the plan less without", ["gf.net"]),
    ]
    if hasHRA {
      figures.append(
        money(
          "budget-hra", "Budget effect, HRA, cash", budgetHRA,
          "surplus of the HRA over \(span), with the plan less without", ["hra.surplus"]))
    }
    figures += [
      money(
        "value", "Value: cash before borrowing", value,
        "cash before borrowing over \(span), with the plan less without",
        ["council.cashflow"]),
      presentValueFigure, nominalValueFigure,
    ]
    figures += costFigures
    figures += [
      money(
        "owed", "Owed at the end on the plan’s loans", measures.owedAtEnd,
        "loans owed in \(Wording.march(of: years[years.count - 1])), with the plan less without",
        ["loan.hra.balance", "loan.gf.balance"]),
      money(
        "unprovided", "Not yet provided for at the end", measures.unprovidedAtEnd,
        "capital financing requirement in \(Wording.march(of: years[years.count - 1])), with the plan less without",
        ["cfr.hra", "cfr.gf"]),
    ]
    return figures
  }

  private var rehousedFigure: FirstPageFigure {
    let time = Explanation.Time.years(0..<headline + 1)
    return FirstPageFigure(
      id: "why-rehoused", label: "Rehoused from TA", value: Wording.grouped(rehoused),
      formula:
        "households let a home by the plan from \(years[0]) to \(years[headline]): first lettings, later lettings and homes left behind, each a whole number as its running total rounds",
      lines: ["new", "relet", "chain"].map {
        FirstPageFigure.Term(path: "ta.out.settled.\($0)", run: .with, time: time)
      }, assumptions: ["appraisal.headline_year"])
  }

  private var fewerFigure: FirstPageFigure {
    let (with, without) = (measures.with.households[headline], measures.without.households[headline])
    return FirstPageFigure(
      id: "why-fewer", label: fewer < 0 ? "More in TA" : "Fewer in TA",
      value: Wording.grouped(fewer < 0 ? -fewer : fewer),
      formula:
        "households in TA in \(headlineMonth) without the plan, less those with it, each a whole number",
      numbers: "\(count: without) − \(count: with) = \(count: fewer)",
      lines: [
        FirstPageFigure.Term(
          path: "ta.households", run: .difference, time: .years(0..<headline + 1), sign: -1)
      ], assumptions: ["appraisal.headline_year"])
  }

  private var paybackFigure: FirstPageFigure {
    FirstPageFigure(
      id: "why-payback", label: "Paid back", value: measures.payback.map { $0.description } ?? "Never",
      formula:
        "the first year from which cash before borrowing, with the plan less without and added up from \(years[0]), is never below nil again: \(link: "the years and their sum to date", to: "money")"
    )
  }

  private var testsFigure: FirstPageFigure {
    FirstPageFigure(
      id: "why-tests", label: "Tests passed",
      value: "\(tests.count { $0.isPassed }) of \(tests.count)",
      formula:
        "tests that hold each 31 March, with the plan: \(link: "each test and each year", to: "tests")",
      assumptions: register.paths(under: "test."))
  }
}

extension Register {
  /// The paths that the model gives under a table.
  func paths(under start: String) -> [String] {
    (sourced + assumed + unsourced).map { $0.assumption.path }.filter { $0.begins(with: start) }
  }
}
