import CashFlow
import Finance
import Housing

/// The highest rate for every loan of the plan at which all tests pass, and at which each does.
public struct SustainableRates: Hashable, Sendable {
  /// Every test passes and the HRA is never in deficit.
  public var every: SustainableRate
  /// In the order of the model's tests.
  public var each: [SustainableRate]
}

extension SustainableRates {
  /// By bisection between nil and the highest rate tried, which takes passing to be monotone in the rate; every rate is
  /// tried once for all the tests together.
  public static func of(_ forecast: Forecast) -> SustainableRates {
    let model = forecast.model
    guard !model.tests.isEmpty, !(model.loans.isEmpty && model.funds.isEmpty) else {
      return SustainableRates(every: .notTested, each: model.tests.map { _ in .notTested })
    }
    var trials = Trials(forecast)
    let each = model.tests.indices.map { trials.highest($0) }
    return SustainableRates(every: trials.highest(nil), each: each)
  }

  /// The highest rate at which all tests pass; of each test only whether it fails at nil, and else that it was not asked.
  public static func every(of forecast: Forecast) -> SustainableRates {
    let model = forecast.model
    guard !model.tests.isEmpty, !(model.loans.isEmpty && model.funds.isEmpty) else {
      return SustainableRates(every: .notTested, each: model.tests.map { _ in .notTested })
    }
    var trials = Trials(forecast)
    let every = trials.highest(nil)
    return SustainableRates(
      every: every, each: model.tests.indices.map { trials.passes(0, $0) ? .notTested : .failsAtNil })
  }
}

/// The rates tried so far, in steps of a hundredth of a point, and what each test said.
private struct Trials {
  var forecast: Forecast
  var tried: [(step: Int64, passes: [Bool], isInDeficit: Bool)] = []

  init(_ forecast: Forecast) { self.forecast = forecast }

  mutating func highest(_ test: Int?) -> SustainableRate {
    if !passes(0, test) { return .failsAtNil }
    var low: Int64 = 0
    var high = SustainableRate.highest.millionths / SustainableRate.step.millionths
    if passes(high, test) { return .passesAtAll }
    while high - low > 1 {
      let middle = (low + high) / 2
      if passes(middle, test) { low = middle } else { high = middle }
    }
    return .passesUpTo(Rate(millionths: low * SustainableRate.step.millionths))
  }

  mutating func passes(_ step: Int64, _ test: Int?) -> Bool {
    let trial = tried.firstIndex { $0.step == step } ?? attempt(step)
    if let test { return tried[trial].passes[test] }
    return tried[trial].passes.allSatisfy { $0 } && !tried[trial].isInDeficit
  }

  private mutating func attempt(_ step: Int64) -> Int {
    forecast.reborrow(
      forecast.model.borrowing(at: Rate(millionths: step * SustainableRate.step.millionths)), forTests: true)
    tried.append(
      (
        step: step, passes: forecast.testResults().map { $0.isPassed },
        isInDeficit: !forecast.deficitYears.isEmpty
      ))
    return tried.count - 1
  }
}

extension Model {
  /// The model with one rate, in every year, for all that it may yet draw: loans, and the tranches of funds.
  public func borrowing(at rate: Rate) -> Model {
    var model = self
    let rates = Series(first: firstYear, values: [rate])
    for i in loans.indices { model.loans[i].annualRate = rates }
    for f in funds.indices {
      for t in funds[f].tranches.indices { model.funds[f].tranches[t].annualRate = rates }
    }
    return model
  }
}
