import Finance
import Housing

/// How a test that the council set itself came out, year by year.
public struct TestResult: Hashable, Sendable {
  /// What is measured each 31 March.
  public enum Figure: Hashable, Sendable {
    case money(Money)
    /// Millionths.
    case ratio(Int64)
    /// The test says nothing of the year: no interest to cover, or a year before the first that counts.
    case none
  }
  public var test: CouncilTest
  public var years: [Year]
  public var passes: [Bool]
  public var figures: [Figure]

  public var isPassed: Bool { passes.allSatisfy { $0 } }
  public var failedYears: [Year] { years.indices.filter { !passes[$0] }.map { years[$0] } }

  /// The year whose figure is the furthest from passing, or the closest to failing; nothing if no year counts.
  public var worst: Int? {
    var worst: Int?
    for k in years.indices where figures[k] != .none {
      if worst.map({ isWorse(figures[k], than: figures[$0]) }) ?? true { worst = k }
    }
    return worst
  }

  private func isWorse(_ a: Figure, than b: Figure) -> Bool {
    switch (a, b) {
    case (.money(let x), .money(let y)):
      switch test.kind {
      case .debtLimit, .debtNotRising: x > y
      case .balanceAboveMinimum, .interestCover, .generalFundNoWorse: x < y
      }
    case (.ratio(let x), .ratio(let y)): x < y
    default: false
    }
  }
}

extension Forecast {
  /// The tests in the order of the model, each year with the plan.
  public func testResults() -> [TestResult] { model.tests.map { result(of: $0) } }

  /// The years in which the HRA would stand below nil with the plan: a deficit that the law does not allow.
  ///
  /// Source: Local Government and Housing Act 1989, section 76.
  public var deficitYears: [Year] {
    guard model.hra != nil else { return [] }
    let balances = yearly("hra.balance")
    return years.indices.filter { balances[$0] < 0 }.map { years[$0] }
  }

  private func result(of test: CouncilTest) -> TestResult {
    var passes: [Bool] = []
    var figures: [TestResult.Figure] = []
    func add(_ pence: Int64, _ isPassed: Bool) {
      figures.append(.money(Money(pence: pence)))
      passes.append(isPassed)
    }
    switch test.kind {
    case .balanceAboveMinimum:
      let balances = yearly("hra.balance")
      for (k, year) in years.enumerated() {
        add(balances[k], balances[k] >= max(0, model.hra?.minimum[year].pence ?? 0))
      }
    case .interestCover(let cover):
      let operating = yearly("hra.operating")
      let depreciation = yearly("hra.depreciation")
      let interest = yearly("hra.interest.loans")
      for k in years.indices {
        let surplus = operating[k] + depreciation[k]
        let due = -interest[k]
        guard due > 0 else {
          figures.append(.none)
          passes.append(true)
          continue
        }
        figures.append(.ratio(roundedProduct(surplus, 1_000_000, over: due)))
        passes.append(surplus >= ceiling(due, times: cover))
      }
    case .debtLimit(let account, let measure, let limit):
      for pence in debt(account, measure) { add(pence, pence <= limit.pence) }
    case .debtNotRising(let account, let after):
      let owed = debt(account, .loans)
      for (k, year) in years.enumerated() {
        let before = k == 0 ? opening(path(account, .loans)) : owed[k - 1]
        if year > after { add(owed[k] - before, owed[k] <= before) } else { skip(&figures, &passes) }
      }
    case .generalFundNoWorse(let from):
      let difference = yearly("gf.net", .difference)
      for (k, year) in years.enumerated() {
        if year >= from { add(difference[k], difference[k] >= 0) } else { skip(&figures, &passes) }
      }
    }
    return TestResult(test: test, years: years, passes: passes, figures: figures)
  }

  private func skip(_ figures: inout [TestResult.Figure], _ passes: inout [Bool]) {
    figures.append(.none)
    passes.append(true)
  }

  private func path(_ account: Account, _ measure: CouncilTest.DebtMeasure) -> String {
    let x = account == .hra ? "hra" : "gf"
    return measure == .loans ? "loan.\(x).balance" : "cfr.\(x)"
  }

  private func debt(_ account: Account, _ measure: CouncilTest.DebtMeasure) -> [Int64] {
    yearly(path(account, measure))
  }

  /// The least whole number of pence that covers an amount so many times, exactly.
  private func ceiling(_ pence: Int64, times cover: Rate) -> Int64 {
    let nearest = roundedProduct(pence, cover.millionths, over: 1_000_000)
    let (short, overflow) = nearest.multipliedReportingOverflow(by: 1_000_000)
    let (exact, tooMuch) = pence.multipliedReportingOverflow(by: cover.millionths)
    return !overflow && !tooMuch && short < exact ? nearest + 1 : nearest
  }
}
