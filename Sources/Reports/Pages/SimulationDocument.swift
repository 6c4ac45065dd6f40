import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// How a simulation is written down.
public enum SimulationFormat: String, CaseIterable, Sendable { case text, md, html, csv, json }

/// What came of a simulation, as bytes.
public func simulationDocument(_ run: Simulated, _ format: SimulationFormat) -> [UInt8] {
  switch format {
  case .text: Array(run.text.utf8)
  case .md: markdown(simulationReport(on: run))
  case .html: html(simulationReport(on: run))
  case .csv: run.csv
  case .json: Array(run.json.utf8)
  }
}

/// What came of a simulation as a report of its own.
public func simulationReport(on run: Simulated) -> Report {
  let outline = run.outline
  let period = "\(outline.firstYear) to \(outline.lastYear)"
  return Report(
    name: "simulation", owner: outline.council, title: "How sure this is: \(outline.title)",
    subtitle: Text(
      "\(Wording.grouped(run.tally.paths)) futures, \(period)" + (outline.reading.map { "; \($0)" } ?? "")),
    notices: outline.notice.map { [$0] } ?? [],
    running: Report.Running(
      head: "\(outline.council): \(outline.title), \(period)", foot: "Inputs \(outline.fingerprint)"),
    opening: run.message.map { [.answer($0 + ".")] } ?? [],
    parts: [Report.Part("The futures", [simulationSection(run)])])
}

/// A simulator of a model that says what is uncertain.
/// - Parameters:
///   - conditions: what is counted, as typed; nothing for what a report counts.
///   - paths: nothing for as many as the model's reports run.
///   - seed: nothing for the model's own.
///   - reading: the scenario and what was set, in words.
/// - Throws: where the model says nothing of what is uncertain; or what is wrong with a condition.
public func simulator(
  of loaded: LoadedModel, asking conditions: [String]? = nil, paths: Int64? = nil, seed: Int64? = nil,
  reading: String? = nil
) throws(SimulationFault) -> Simulator {
  guard let simulation = loaded.model.simulation else {
    throw .model(
      loaded.files.lacking(
        "this model does not say what is uncertain",
        remedy:
          "write [simulation.cpi] with volatility = \"1.5 points\", reversion = \"40%\" and index = [\"…\"], or another of cpi, rates, house_prices, build_cost, ta_inflow, nightly_cost"
      ))
  }
  let forecast = Forecast(loaded.model)
  let model = loaded.model
  var asked: [Condition] = []
  for text in conditions ?? [] {
    do throws(QuestionFault) { asked.append(try Condition(text, model, forecast.plan)) } catch {
      throw .condition(text, error)
    }
  }
  if conditions == nil { asked = usualConditions(forecast) }
  let beside = loaded.besideBase()
  return Simulator(
    simulation, forecast, asking: asked, paths: paths ?? simulation.paths, seed: seed ?? simulation.seed,
    fingerprint: SHA256.fingerprint(of: (beside?.loaded ?? loaded).sources, changes: beside?.changes),
    notice: model.status.notice, reading: reading)
}

/// Why there is no simulation.
public enum SimulationFault: Error, Sendable {
  case model(ModelFileError)
  /// As typed, and what is wrong with it.
  case condition(String, QuestionFault)
}

/// What a report counts where nobody asked: that the plan is worth its cost, that the General Fund gains, and that fewer
/// households are in TA in the headline year than before the first.
func usualConditions(_ forecast: Forecast) -> [Condition] {
  let headline = forecast.model.appraisal.headlineYear
  let opening = roundedQuotient(forecast.opening("ta.households"), 1_000_000)
  return ["npv >= £0", "budget-gf >= £0", "ta@\(headline) < \(opening)"].compactMap { text in
    try? Condition(text, forecast.model, forecast.plan)
  }
}

extension Findings {
  /// Nothing where the model does not say what is uncertain.
  var simulator: Simulator? {
    guard let simulation = model.simulation else { return nil }
    return Simulator(
      simulation, forecast, asking: usualConditions(forecast), paths: simulation.paths, seed: simulation.seed,
      fingerprint: fingerprint, notice: model.status.notice, reading: nil)
  }
}
