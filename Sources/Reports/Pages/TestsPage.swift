import Analysis
import CashFlow
import Finance
import Housing

func testsPage(_ findings: Findings) -> Section {
  let tests = findings.tests
  guard !tests.isEmpty else {
    return Section(
      "tests", "The council’s tests", message: Sentences.passed(0, of: 0),
      [
        .paragraph(
          "A model can hold tests of the HRA balance, interest cover, debt and the General Fund, each 31 March."
        )
      ])
  }
  let passed = tests.count { $0.isPassed }
  return Section(
    "tests", "The council’s tests", message: Sentences.passed(passed, of: tests.count),
    [
      .table(
        Table(
          "tests",
          "The council’s tests, each 31 March with the plan, \(findings.years[0]) to \(findings.model.lastYear). Figures are £, or times for cover; of debt that must not rise, its change in a year",
          columns: [.words("Test"), .words("Result"), .figures("Worst figure"), .figures("In")],
          rows: tests.map { row($0, findings) })),
      .section(highestRate(findings)),
    ])
}

private func row(_ result: TestResult, _ findings: Findings) -> Table.Row {
  let statement = Cell.text(Text(result.test.kind.statement(findings.model)))
  let verdict: Cell = result.isPassed ? "Pass" : .bad("Fail")
  guard let worst = result.worst else {
    return Table.Row([statement, verdict, .text(result.absence), .nothing])
  }
  return Table.Row([statement, verdict, figure(result, worst, findings), .year(result.years[worst])])
}

extension TestResult {
  /// Why no year has a figure.
  fileprivate var absence: Text {
    switch test.kind {
    case .interestCover: "no interest"
    case .balanceAboveMinimum, .debtLimit, .debtNotRising, .generalFundNoWorse: "no year counts"
    }
  }
}

/// The worst figure, in the pounds that the accounts show wherever they say the same of the test.
private func figure(_ result: TestResult, _ year: Int, _ findings: Findings) -> Cell {
  let isPassed = result.passes[year]
  switch result.figures[year] {
  case .none: return .nothing
  case .ratio(let millionths):
    var decimals = 2
    if case .interestCover(let cover) = result.test.kind {
      decimals = Wording.ratio(millionths: millionths, beside: cover.millionths).decimals
    }
    return isPassed
      ? .ratio(millionths: millionths, decimals: decimals)
      : .fails(.ratio(millionths: millionths, decimals: decimals))
  case .money(let exact):
    let shown = shownFigure(result.test.kind, year, findings) ?? exact
    return isPassed ? .pounds(shown) : .fails(.pounds(shown))
  }
}

private func shownFigure(_ kind: CouncilTest.Kind, _ year: Int, _ findings: Findings) -> Money? {
  let pounds = findings.pounds
  switch kind {
  case .balanceAboveMinimum: return pounds.yearly("hra.balance")[year]
  case .interestCover: return nil
  case .debtLimit(let account, .loans, _): return pounds.yearly("loan.\(account.key).balance")[year]
  case .debtLimit(let account, .capitalFinancingRequirement, _):
    return pounds.yearly("cfr.\(account.key)")[year]
  case .debtNotRising(let account, _):
    let path = "loan.\(account.key).balance"
    return pounds.yearly(path)[year] - pounds.openings(path)[year]
  case .generalFundNoWorse: return pounds.yearly("gf.net", .difference)[year]
  }
}

private func highestRate(_ findings: Findings) -> Section {
  let rates = findings.rates
  var blocks: [Block] = []
  if rates.every != .notTested {
    if let binding = findings.bindingTest {
      blocks.append(.paragraph("The test that binds first is \(binding)."))
    }
    blocks += [
      .paragraph(
        "One rate is put for every loan that the plan draws, and the whole plan is run again; loans held at the start keep theirs. Rates are tried from 0% to \(Wording.plainRate(SustainableRate.highest)) by 0.01 points, and a test is taken to fail at every rate above one at which it fails. Nothing else moves with it: not the rate of a provision annuity, nor that at which value is discounted."
      ),
      .table(
        Table(
          "highest-rates", "Highest rate of all the plan’s borrowing at which each test passes",
          columns: [.words("Test"), .figures("Highest rate")],
          rows: zip(findings.model.tests, rates.each).map { test, rate in
            Table.Row([.text(Text(test.kind.statement(findings.model))), .text(rate.words)])
          } + [
            Table.Row(
              [
                findings.hasHRA ? "Every test, and no HRA deficit" : "Every test", .text(rates.every.words),
              ], role: .total)
          ])),
    ]
  }
  return Section(
    "highest-rate", "The highest rate it can bear", message: findings.highestRate, blocks)
}

extension Findings {
  /// The test, in words, that keeps the highest rate from being higher, if a test does.
  fileprivate var bindingTest: String? {
    guard case .passesUpTo = rates.every else { return nil }
    return zip(model.tests, rates.each).first { $0.1 == rates.every }.map { test, _ in
      "that \(test.kind.statement(model))"
    }
  }
}
