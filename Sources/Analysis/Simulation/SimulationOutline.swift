import CashFlow
import Finance
import Housing
import ModelFile

/// What a simulation was of and what it asked: all that its figures need to be read, the same in every part of a run.
public struct SimulationOutline: Hashable, Sendable {
  /// Of the model's files and of what was set.
  public var fingerprint: String
  public var council: String, title: String
  /// What is said wherever figures are that nobody has approved.
  public var notice: String?
  /// The scenario and what was set, if anything.
  public var reading: String?
  public var firstYear: Year, years: Int
  public var from: Year
  public var headlineYear: Year
  public var seed: Int64, paths: Int64
  /// Each process in words.
  public var processes: [String]
  public var tracks: [Track]
  public var totals: [Track]
  public var conditions: [String]
  /// What can fail, in words.
  public var tests: [String]

  /// A figure that is followed.
  public struct Track: Hashable, Sendable {
    public enum Unit: String, CaseIterable, Hashable, Sendable { case households, pounds }
    public var name: String, label: String
    public var unit: Unit
    /// On the model's own path: by year, or one figure.
    public var base: [Int64]
  }

  public var lastYear: Year { firstYear + (years - 1) }
  public func track(_ name: String) -> Int? { tracks.firstIndex { $0.name.isSame(as: name) } }
}

/// Some futures of a run, or all of them: the paths from one to before another, and what came of them.
public struct Simulated: Hashable, Sendable {
  public var outline: SimulationOutline
  public var range: Range<Int64>
  public var tally: SimulationTally

  public init(_ outline: SimulationOutline, _ range: Range<Int64>, _ tally: SimulationTally) {
    (self.outline, self.range, self.tally) = (outline, range, tally)
  }
}

/// A part of a run, from 1: part i of n has the paths from (i − 1) × paths ÷ n to before i × paths ÷ n, rounded down.
public struct SimulationPart: Hashable, Sendable {
  public var number: Int64, count: Int64

  public init(_ number: Int64, of count: Int64) { (self.number, self.count) = (number, count) }

  public func range(of paths: Int64) -> Range<Int64> {
    (number - 1) * paths / count..<number * paths / count
  }
}
