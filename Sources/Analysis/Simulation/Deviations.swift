import Finance
import Housing

/// How far each process strays from the model's own path in each year of one future.
///
/// What a process draws depends on seed, path, calendar year and process alone: every scenario, shard and thread has the same.
public struct Deviations: Sendable {
  private let processes: [RandomProcess]
  private let factor: [[Double]]
  private let key: (UInt32, UInt32)
  private let firstYear: Year
  private let from: Year
  public let years: Int
  /// By stream, then by year: in points of growth or of rate as a fraction, of households in logarithms.
  private var values: [Double]
  private var shocks: [Double]

  /// - Parameter seed: from 0.
  public init(_ simulation: Simulation, _ model: Model, seed: Int64) {
    processes = simulation.processes
    factor = simulation.factor ?? []
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    (firstYear, years) = (model.firstYear, Int(model.years))
    from = max(model.firstYear, simulation.from)
    let streams = RandomProcess.Kind.allCases.count
    values = Array(repeating: 0, count: streams * years)
    shocks = Array(repeating: 0, count: streams)
  }

  public func of(_ kind: RandomProcess.Kind, _ year: Int) -> Double { values[kind.stream * years + year] }

  /// Draws those of a path, from 0.
  public mutating func draw(path: Int64) {
    let first = from.start - firstYear.start
    guard first < years else { return }
    for year in first..<years {
      let calendar = UInt32(truncatingIfNeeded: firstYear.start + year)
      for stream in shocks.indices {
        let counter = (
          UInt32(truncatingIfNeeded: path), calendar, UInt32(truncatingIfNeeded: stream), UInt32(0)
        )
        shocks[stream] = normalQuantile(Philox.uniform(counter, key: key))
      }
      for process in processes {
        let stream = process.kind.stream
        var shock = 0.0
        for (other, weight) in factor[stream].enumerated() where weight != 0 {
          shock += weight * shocks[other]
        }
        let place = stream * years + year
        let before = year > first ? values[place - 1] : 0
        values[place] = (1 - process.reversion.ratio) * before + process.volatility.ratio * shock
      }
    }
  }
}
