import CashFlow
import Finance
import Housing

/// Runs a model through its futures, one after another in the same memory. What a path makes depends on its number alone, so
/// several simulators can share a run.
public struct Simulator: Sendable {
  public let outline: SimulationOutline
  private let straying: StrayingModel
  private var deviations: Deviations
  private var forecast: Forecast
  private let sampler: SimulationSampler
  private var sample: SimulationSample

  /// - Parameters:
  ///   - forecast: of the model's own path.
  ///   - reading: the scenario and what was set, in words.
  public init(
    _ simulation: Simulation, _ forecast: Forecast, asking conditions: [Condition], paths: Int64, seed: Int64,
    fingerprint: String, notice: String?, reading: String?
  ) {
    let model = forecast.model
    let straying = StrayingModel(model, simulation)
    self.straying = straying
    deviations = Deviations(simulation, model, seed: seed)
    self.forecast = forecast
    self.forecast.change { straying.prepare(&$0) }
    sampler = SimulationSampler(forecast, conditions)
    sample = SimulationSample(sampler, years: Int(model.years))
    sampler.take(&sample, of: forecast)
    outline = SimulationOutline(
      fingerprint: fingerprint, council: model.council, title: model.title, notice: notice, reading: reading,
      firstYear: model.firstYear, years: Int(model.years), from: max(model.firstYear, simulation.from),
      headlineYear: model.appraisal.headlineYear, seed: seed, paths: paths,
      processes: simulation.inWords(model), tracks: sampler.tracks(sample), totals: sampler.totals(sample),
      conditions: conditions.map { $0.words }, tests: sampler.tests)
  }

  /// A tally of no paths yet.
  public var emptyTally: SimulationTally {
    SimulationTally(
      tracks: outline.tracks.count, totals: outline.totals.count, conditions: outline.conditions.count,
      tests: outline.tests.count, years: outline.years)
  }

  /// Runs the paths of a range and counts what comes of them.
  public mutating func run(_ paths: Range<Int64>, into tally: inout SimulationTally) {
    for path in paths {
      deviations.draw(path: path)
      forecast.change { straying.stray(&$0, deviations) }
      forecast.rerun()
      sampler.take(&sample, of: forecast)
      sample.count(in: &tally)
    }
  }

  /// The whole run in one go.
  public var whole: Simulated {
    var simulator = self
    var tally = emptyTally
    simulator.run(0..<outline.paths, into: &tally)
    return Simulated(outline, 0..<outline.paths, tally)
  }
}
