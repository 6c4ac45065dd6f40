import CashFlow
import Finance
import Housing
import ModelFile

/// Why a question cannot be asked.
public struct QuestionFault: Error, Hashable, Sendable {
  public var fault: String, remedy: String

  public init(_ fault: String, _ remedy: String) { (self.fault, self.remedy) = (fault, remedy) }
}

extension Measure {
  /// The measures that have a name of their own, each with its words.
  private static let named: [(name: String, label: String, unit: Unit, figure: Figure)] = [
    (name: "rehoused", label: "Rehoused from TA, gross", unit: .households, figure: .rehoused(nil)),
    (name: "fewer", label: "Fewer in TA, net", unit: .households, figure: .inTA(nil, .difference)),
    (name: "ta", label: "Households in TA with the plan", unit: .households, figure: .inTA(nil, .with)),
    (
      name: "ta-without", label: "Households in TA without the plan", unit: .households,
      figure: .inTA(nil, .without)
    ),
    (name: "budget", label: "Budget effect, whole council", unit: .pence, figure: .budget("council.budget")),
    (name: "budget-hra", label: "Budget effect, HRA", unit: .pence, figure: .budget("hra.surplus")),
    (name: "budget-gf", label: "Budget effect, General Fund", unit: .pence, figure: .budget("gf.net")),
    (name: "value", label: "Cash before borrowing", unit: .pence, figure: .value),
    (name: "npv", label: "NPV to the council, real", unit: .pence, figure: .presentValue),
    (name: "npv-nominal", label: "NPV to the council, nominal", unit: .pence, figure: .nominalValue),
    (name: "borrowed", label: "Borrowed", unit: .pence, figure: .borrowed),
    (name: "spent", label: "Spent on homes", unit: .pence, figure: .spent),
    (name: "grant", label: "Paid by grant", unit: .pence, figure: .granted),
    (name: "homes", label: "Homes complete", unit: .homes, figure: .homes),
    (name: "payback", label: "Paid back from", unit: .year, figure: .payback),
    (
      name: "cost-per-household", label: "NPV cost for each household rehoused", unit: .pence,
      figure: .costPerHousehold
    ),
    (
      name: "household-years", label: "Household-years in TA avoided", unit: .millionths,
      figure: .householdYears
    ),
    (name: "hra-lowest", label: "Lowest HRA balance, 31 March", unit: .pence, figure: .lowestBalance),
    (name: "tests", label: "Tests passed", unit: .tests, figure: .testsPassed),
    (
      name: "passes", label: "Every test passed, no HRA deficit, all paid for", unit: .verdict,
      figure: .passes
    ),
  ]

  /// The names that `named(_:_:_:)` knows beside lines and tests.
  public static var names: [String] { named.map { $0.name } }

  /// The measures that a comparison of plans shows, in the order of a first page.
  public static func headline(_ model: Model) -> [Measure] {
    var shown = [
      "rehoused", "fewer", "homes", "borrowed", "budget", "budget-gf", "budget-hra", "npv", "payback",
    ]
    if model.hra == nil { shown.removeAll { $0.isSame(as: "budget-hra") } }
    if model.hra != nil { shown.append("hra-lowest") }
    if !model.tests.isEmpty { shown.append("tests") }
    return shown.compactMap { name in
      named.first { $0.name.isSame(as: name) }.map {
        Measure(name: $0.name, label: $0.label, unit: $0.unit, figure: $0.figure)
      }
    }
  }

  /// The measure of this name: one of `names`, perhaps at a year (`ta@2031-32`); `test.NAME`, whether a test is passed; or a line
  /// of the accounts, over all years or in one, with the plan, without it, or their difference (`hra.balance@2035-36`,
  /// `gf.net@without`, `gf.net@2030-31@difference`).
  public static func named(_ text: String, _ model: Model, _ plan: Plan) throws(QuestionFault) -> Measure {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    let stem = parts[0]
    var year: Year?
    var run: Forecast.Run?
    for part in parts.dropFirst() {
      if let word = runs.first(where: { $0.name.isSame(as: part) }), run == nil {
        run = word.run
      } else if year == nil, let start = Kind.year.value(of: part) {
        year = Year(start: Int(start))
      } else {
        throw QuestionFault(
          "\"\(part)\" in \"\(text)\" is neither a financial year nor with, without or difference",
          "write \(stem)@2031-32 or \(stem)@difference")
      }
    }
    if let year, year < model.firstYear || model.lastYear < year {
      throw QuestionFault(
        "\(year) in \"\(text)\" is outside the horizon",
        "the model runs from \(model.firstYear) to \(model.lastYear)")
    }
    let suffix = year.map { ", \($0)" } ?? ""
    if let known = named.first(where: { $0.name.isSame(as: stem) }), run == nil {
      switch known.figure {
      case .rehoused where year != nil:
        return Measure(name: text, label: known.label + suffix, unit: known.unit, figure: .rehoused(year))
      case .inTA(_, let which) where year != nil:
        return Measure(name: text, label: known.label + suffix, unit: known.unit, figure: .inTA(year, which))
      case _ where year != nil:
        throw QuestionFault("\(stem) is not by year", "write \(stem)")
      default: return Measure(name: text, label: known.label, unit: known.unit, figure: known.figure)
      }
    }
    if let test = model.tests.firstIndex(where: { "test.\($0.name)".isSame(as: stem) }) {
      return Measure(
        name: text, label: "Passed: \(model.tests[test].name)", unit: .verdict, figure: .test(test))
    }
    guard let line = plan.lines.line(named: stem) else {
      let known = names + model.tests.map { "test.\($0.name)" } + plan.lines.meanings.map { $0.path }
      let near = ModelFile.nearest(stem, among: known)
      throw QuestionFault(
        "there is no measure \"\(stem)\"",
        near.map { "did you mean \"\($0)\"?" }
          ?? "write one of \(names.joined(separator: ", ")), test.NAME or a line; `homeward describe --of lines` lists those"
      )
    }
    let meaning = plan.lines.meaning(of: line)
    let words = runs.first { $0.run == run ?? .with }?.words ?? ""
    let unit: Unit =
      switch meaning.quantity {
      case .pence: .pence
      case .homes: .homes
      case .homeMillionths, .households, .nights: .millionths
      }
    return Measure(
      name: text, label: "\(meaning.label), \(words)\(suffix)", unit: unit,
      figure: .line(stem, year.map { .year($0) } ?? .all, run ?? .with))
  }

  private static let runs: [(name: String, run: Forecast.Run, words: String)] = [
    (name: "with", run: .with, words: "with the plan"),
    (name: "without", run: .without, words: "without the plan"),
    (name: "difference", run: .difference, words: "difference"),
  ]
}
