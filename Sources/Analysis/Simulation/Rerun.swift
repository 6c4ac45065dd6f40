import CashFlow
import Housing

extension Forecast {
  /// Runs both again for a model that differs in nothing but how much.
  mutating func rerun(_ model: Model) { self = Forecast(model, plan) }
}
