import CashFlow
import Finance
import Housing

/// The highest rate for every loan of the plan at which every test passes.
public enum SustainableRate: Hashable, Sendable {
  /// Passes at this rate and fails at the next, a hundredth of a point higher.
  case passesUpTo(Rate)
  /// Passes at the highest rate tried.
  case passesAtAll
  /// Some test fails even at nil.
  case failsAtNil
  /// The model sets no tests, or has no loan of its own to put the rate to.
  case notTested
}

extension SustainableRate {
  /// A hundredth of a point.
  static let step = Rate(millionths: 100)
  /// The highest rate tried.
  public static let highest = Rate.percent(15)

  /// Found by bisection between nil and `highest`, which takes passing to be monotone in the rate.
  /// - Parameter test: the place of one test, or nil for all of them.
  public static func of(_ model: Model, test: Int? = nil) -> SustainableRate {
    guard !model.tests.isEmpty, !model.loans.isEmpty else { return .notTested }
    let plan = Plan(model)
    if !passes(model, plan, .zero, test) { return .failsAtNil }
    if passes(model, plan, highest, test) { return .passesAtAll }
    var low: Int64 = 0
    var high = highest.millionths / step.millionths
    while high - low > 1 {
      let middle = (low + high) / 2
      if passes(model, plan, Rate(millionths: middle * step.millionths), test) {
        low = middle
      } else {
        high = middle
      }
    }
    return .passesUpTo(Rate(millionths: low * step.millionths))
  }

  private static func passes(_ model: Model, _ plan: Plan, _ rate: Rate, _ test: Int?) -> Bool {
    var model = model
    for i in model.loans.indices {
      model.loans[i].annualRate = Series(first: model.firstYear, values: [rate])
    }
    if let test { model.tests = [model.tests[test]] }
    let forecast = Forecast(model, plan)
    return forecast.testResults().allSatisfy { $0.isPassed } && (test != nil || forecast.deficitYears.isEmpty)
  }
}
