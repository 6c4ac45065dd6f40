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
}
