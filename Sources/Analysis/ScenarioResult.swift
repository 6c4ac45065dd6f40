import CashFlow
import Finance
import Housing
import ModelFile

/// A model read in one of its scenarios, and what comes of it.
public struct ScenarioResult: Sendable {
  /// Nothing for the model as its files have it, or as something was set over it.
  public var scenario: Scenario?
  /// What is not as the files have it.
  public var changes: [ChangedAssumption]
  /// Of the measures asked for.
  public var values: [Int64?]
}

extension ScenarioResult {
  /// The model as its files have it, then in each of its scenarios. What a command set over it is left out here.
  /// - Parameter known: the forecast of the files, where it was made already.
  /// - Throws: what is wrong with the model in a scenario.
  public static func all(
    _ loaded: LoadedModel, _ measures: [Measure], base known: Forecast? = nil
  ) throws(ModelFileError) -> [ScenarioResult] {
    let base = try loaded.base()
    let forecast = known ?? Forecast(base.model)
    var all = [
      ScenarioResult(scenario: nil, changes: [], values: measures.map { $0.value(in: forecast) })
    ]
    for scenario in loaded.model.scenarios {
      let inScenario = try base.inScenario(scenario.name)
      all.append(
        ScenarioResult(
          scenario: scenario, changes: inScenario.assumptions.changes(from: base.assumptions),
          values: values(inScenario, measures)))
    }
    return all
  }

  private static func values(_ loaded: LoadedModel, _ measures: [Measure]) -> [Int64?] {
    let forecast = Forecast(loaded.model)
    return measures.map { $0.value(in: forecast) }
  }
}
