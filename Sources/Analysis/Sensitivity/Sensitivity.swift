import CashFlow
import Finance
import Housing
import ModelFile

/// What each uncertain thing does to a plan, one at a time and all else as it is: the figures of a tornado.
public struct Sensitivity: Sendable {
  /// One thing that may come out otherwise, at some values.
  public struct Bar: Hashable, Sendable {
    public var name: String
    /// What the model has, in words.
    public var present: String
    /// From the lowest.
    public var ends: [End]
  }

  public struct End: Hashable, Sendable {
    /// "3.75%", "+1 point".
    public var words: String
    /// Of the measures; empty where there is no such model.
    public var values: [Int64?]
    /// The tests that fail there and pass in the model as it is.
    public var newlyFailing: [String]
    /// Why there is no such model.
    public var refusal: String?
  }

  /// The first is what bars are sorted by.
  public let measures: [Measure]
  /// Of the model as it is.
  public let base: [Int64?]
  /// The widest first.
  public let bars: [Bar]
  /// Whether the model gives no ranges of its own, so that usual ones stand in.
  public let isPreset: Bool
}

extension Sensitivity {
  /// - Parameters:
  ///   - first: what to sort by; the net present value if not given.
  ///   - values: of each job what it makes of the model, in order: they may be run side by side.
  public static func of(_ loaded: LoadedModel, _ forecast: Forecast, by first: Measure? = nil) -> Sensitivity
  {
    let names = ["npv", "budget", "fewer", "tests"]
    var measures = first.map { [$0] } ?? []
    for name in names {
      guard let measure = try? Measure.named(name, loaded.model, forecast.plan) else { continue }
      if !measures.contains(measure) { measures.append(measure) }
    }
    let own = loaded.model.register.filter { $0.low != nil || $0.high != nil }
    let sources = own.isEmpty ? Preset.all.map { Source.preset($0) } : own.map { Source.register($0) }
    let base = measures.map { $0.value(in: forecast) }
    let passing = forecast.testResults().map { $0.isPassed }
    var bars = sources.map { source in
      Bar(
        name: source.name, present: source.present(loaded),
        ends: source.ends.map { end($0, source, loaded, forecast, measures, passing) })
    }
    let sizes = bars.map { bar in measures.indices.map { bar.size(of: $0, base) } }
    let order = bars.indices.sorted { a, b in
      for place in measures.indices where sizes[a][place] != sizes[b][place] {
        return sizes[a][place] > sizes[b][place]
      }
      return a < b
    }
    bars = order.map { bars[$0] }
    return Sensitivity(measures: measures, base: base, bars: bars, isPreset: own.isEmpty)
  }

  private static func end(
    _ place: Int, _ source: Source, _ loaded: LoadedModel, _ forecast: Forecast, _ measures: [Measure],
    _ passing: [Bool]
  ) -> End {
    let words = source.words(place)
    let model: Model
    switch source.model(place, loaded) {
    case .failure(let refusal):
      return End(words: words, values: [], newlyFailing: [], refusal: refusal.words)
    case .success(let made): model = made
    }
    let isShared = ModelDifference(model, from: forecast.model).isSubset(of: [.rates, .programmes])
    let changed = isShared ? Forecast(model, sharing: forecast) : Forecast(model)
    let results = changed.testResults()
    let failing = zip(results, passing).filter { !$0.isPassed && $1 }.map { $0.0.test.name }
    return End(
      words: words, values: measures.map { $0.value(in: changed) }, newlyFailing: failing, refusal: nil)
  }
}

extension Sensitivity.Bar {
  /// The furthest that a measure goes from what it is, at any end.
  public func size(of place: Int, _ base: [Int64?]) -> UInt64 {
    ends.compactMap { $0.effect(on: place, base)?.magnitude }.max() ?? 0
  }
}

extension Sensitivity.End {
  /// How far a measure goes from what it is; nothing where either has no figure.
  public func effect(on place: Int, _ base: [Int64?]) -> Int64? {
    guard values.indices.contains(place), let value = values[place], let was = base[place] else { return nil }
    let (difference, isOver) = value.subtractingReportingOverflow(was)
    return isOver ? nil : difference
  }
}
