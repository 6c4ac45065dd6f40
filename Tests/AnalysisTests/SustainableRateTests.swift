import Analysis
import CashFlow
import Finance
import Housing
import TestSupport
import Testing

/// The rate that bisection finds is one at which whole forecasts pass, and the next one at which one fails.
@Suite struct SustainableRateTests {
  func load(_ tests: String, _ overrides: String...) throws -> Model {
    let text = try fixture("worked-example.toml") + Array(tests.utf8)
    return try LoadedModel([(name: "worked-example.toml", text: text)], overrides: overrides).model
  }

  /// Whether every test passes, with all borrowing at a rate, reckoned from nothing.
  func passes(_ model: Model, at rate: Rate) -> Bool {
    var model = model
    for i in model.loans.indices {
      model.loans[i].annualRate = Series(first: model.firstYear, values: [rate])
    }
    let forecast = Forecast(model)
    return forecast.testResults().allSatisfy { $0.isPassed } && forecast.deficitYears.isEmpty
  }

  static let balance = "[test.balance]\ntest = \"hra balance\"\n"

  @Test(arguments: ["£42,000", "£44,000", "£46,000"]) func isTheLastThatPasses(minimum: String) throws {
    let model = try load(Self.balance, "hra.minimum=\(minimum)")
    let rates = SustainableRates.of(Forecast(model))
    guard case .passesUpTo(let rate) = rates.every else {
      Issue.record("no rate between the ends: \(rates.every)")
      return
    }
    #expect(rates.each == [rates.every])
    #expect(passes(model, at: rate))
    #expect(!passes(model, at: rate + Rate(millionths: 100)))
  }

  @Test func theEndsHaveTheirOwnWords() throws {
    func rate(_ minimum: String) throws -> SustainableRate {
      SustainableRates.of(Forecast(try load(Self.balance, "hra.minimum=\(minimum)"))).every
    }
    #expect(try rate("£0") == .passesAtAll)
    #expect(try rate("£60,000") == .failsAtNil)
    #expect(SustainableRates.of(Forecast(try load(""))).every == .notTested)
  }

  /// The least of what each test bears, unless the HRA falls into deficit before.
  @Test func allTestsBearTheLeastOfEach() throws {
    let cover = "[test.cover]\ntest = \"interest cover\"\ncover = \"10%\"\n"
    let rates = SustainableRates.of(Forecast(try load(Self.balance + cover, "hra.minimum=£42,000")))
    guard case .passesUpTo(let every) = rates.every, case .passesUpTo(let first) = rates.each[0] else {
      Issue.record("no rate between the ends: \(rates)")
      return
    }
    #expect(rates.each.count == 2)
    let bounds = rates.each.compactMap { rate -> Rate? in
      if case .passesUpTo(let rate) = rate { rate } else { nil }
    }
    #expect(every == bounds.min() && first >= every)
  }
}
