import CashFlow
import Finance
import Housing

/// What came of some futures, counted: tallies of parts of a run add up to that of the whole, in whatever order.
public struct SimulationTally: Hashable, Sendable {
  public internal(set) var paths: Int64 = 0
  /// By track, then year.
  public internal(set) var tracks: [[Histogram]]
  public internal(set) var totals: [Histogram]
  /// How often each condition was met, and all of them at once.
  public internal(set) var met: [Int64]
  public internal(set) var metAll: Int64 = 0
  /// Each test of the council, then the HRA in deficit where there is an HRA, then homes that no loan pays for.
  public internal(set) var failures: [Failures]
  /// How often every test was passed, with no deficit and every home paid for.
  public internal(set) var passes: Int64 = 0

  /// How often something failed, and in which year it first did.
  public struct Failures: Hashable, Sendable {
    public internal(set) var count: Int64 = 0
    /// By year.
    public internal(set) var first: [Int64]
  }

  public init(tracks: Int, totals: Int, conditions: Int, tests: Int, years: Int) {
    self.tracks = Array(repeating: Array(repeating: Histogram(), count: years), count: tracks)
    self.totals = Array(repeating: Histogram(), count: totals)
    met = Array(repeating: 0, count: conditions)
    failures = Array(repeating: Failures(first: Array(repeating: 0, count: years)), count: tests)
  }

  /// - Precondition: it is of the same question.
  public mutating func add(_ other: SimulationTally) {
    paths += other.paths
    for track in tracks.indices {
      for year in tracks[track].indices { tracks[track][year].add(other.tracks[track][year]) }
    }
    for total in totals.indices { totals[total].add(other.totals[total]) }
    for condition in met.indices { met[condition] += other.met[condition] }
    metAll += other.metAll
    for test in failures.indices {
      failures[test].count += other.failures[test].count
      for year in failures[test].first.indices {
        failures[test].first[year] += other.failures[test].first[year]
      }
    }
    passes += other.passes
  }

  /// Counts something that failed first in this year, if it did.
  mutating func fail(_ test: Int, first year: Int?) {
    guard let year else { return }
    failures[test].count += 1
    failures[test].first[year] += 1
  }
}
