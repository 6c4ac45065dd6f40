import Finance
import ModelFile

/// What of a model is uncertain, and how far: the futures that `homeward simulate` runs.
public struct Simulation: Hashable, Sendable {
  /// How many futures a report runs, and from which seed.
  public var paths: Int64, seed: Int64
  /// The first year in which anything strays from the model's path.
  public var from: Year
  /// In the order of their streams; those that the model has.
  public var processes: [RandomProcess]
  public var correlations: [Correlation]

  /// The most futures of one run.
  public static let mostPaths: Int64 = 1_000_000
}

/// How two processes go together in a year: the correlation of their shocks.
public struct Correlation: Hashable, Sendable {
  public var name: String
  public var one: RandomProcess.Kind, other: RandomProcess.Kind
  public var value: Rate
}

extension Simulation {
  init(_ form: inout Form, _ modelBase: Year, firstYear: Year) {
    paths = form.count(
      "paths", of: "paths", in: 2...Self.mostPaths,
      or: Assumed(1_000, "a chance is then known to within 1.6 points, one standard error"),
      "How many futures a report runs")
    seed = form.count(
      "seed", of: "seeds", in: 0...999_999_999,
      or: Assumed(1, "any seed does; the same gives the same futures"),
      "Where the random numbers of a report start")
    let known = max(firstYear, modelBase)
    from = form.year(
      "from", in: 2000...2160, or: Assumed(known + 1, "the year after the first, or after the price base"),
      "The first year in which anything strays from the model's path")
    var processes: [RandomProcess] = []
    for kind in RandomProcess.Kind.allCases {
      if let process = form.optionalSection(kind.rawValue, { form in RandomProcess(&form, kind) }) {
        processes.append(process)
      }
    }
    self.processes = processes
    correlations = form.each("correlation") { form in Correlation(&form) }
    if processes.isEmpty {
      form.problem(
        at: "processes", fault: "a simulation in which nothing is uncertain",
        remedy: "write [simulation.cpi], or another of \(Self.kinds), with its volatility and reversion")
    }
    checkCorrelations(&form)
  }

  static var kinds: String { RandomProcess.Kind.allCases.map { $0.rawValue }.joined(separator: ", ") }

  public func process(_ kind: RandomProcess.Kind) -> RandomProcess? { processes.first { $0.kind == kind } }

  /// By stream: the lower triangle by which independent shocks become those of this model; nothing where no shocks could have
  /// these correlations.
  public var factor: [[Double]]? {
    let streams = RandomProcess.Kind.allCases.count
    var matrix = (0..<streams).map { i in (0..<streams).map { $0 == i ? 1.0 : 0 } }
    for pair in correlations {
      matrix[pair.one.stream][pair.other.stream] = pair.value.ratio
      matrix[pair.other.stream][pair.one.stream] = pair.value.ratio
    }
    return choleskyFactor(matrix)
  }

  private func checkCorrelations(_ form: inout Form) {
    guard !form.hasProblems else { return }
    for (place, pair) in correlations.enumerated() {
      let key = "correlation.\(pair.name)"
      if pair.one == pair.other {
        form.problem(
          at: "\(key).with", fault: "\(pair.one.rawValue) is correlated with itself",
          remedy: "name another process")
        return
      }
      if let first = correlations[..<place].first(where: { $0.isOfSame(as: pair) }) {
        form.problem(
          at: key,
          fault:
            "\(pair.one.rawValue) and \(pair.other.rawValue) are correlated twice, here and in \(first.name)",
          remedy: "take one of them out")
        return
      }
      for kind in [pair.one, pair.other] where process(kind) == nil {
        form.problem(
          at: key, fault: "\(kind.rawValue) is correlated, and there is no [simulation.\(kind.rawValue)]",
          remedy: "write it, or take the correlation out")
        return
      }
    }
    if factor == nil {
      form.problem(
        at: "correlation",
        fault: "no shocks can have these correlations: their matrix is not positive definite",
        remedy: "bring them nearer to 0%")
    }
  }
}

extension Correlation {
  func isOfSame(as pair: Correlation) -> Bool {
    one == pair.one && other == pair.other || one == pair.other && other == pair.one
  }

  init(_ form: inout Form) {
    name = form.name
    one = form.choice("of", "One of the two processes")
    other = form.choice("with", "The other")
    value = form.rate(
      "value", in: .percent(-99...99),
      "Correlation of their shocks, from \u{2212}99% to 99%; none where not given")
  }
}
