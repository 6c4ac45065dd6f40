import CashFlow
import Finance
import Housing
import ModelFile

/// How far one thing may change, all else as it is, before the plan stops to pass; or how far it would have to, for a plan that
/// fails to pass: every test, no HRA deficit, all paid for.
public struct SwitchingValue: Hashable, Sendable {
  /// What is changed, by the same means as a stress changes it.
  public enum Change: CaseIterable, Hashable, Sendable {
    /// All rents of the plan's homes, in per cent of what they are.
    case rent
    /// What a home costs to get, works and fees included, in per cent more.
    case cost
    /// What a place in temporary accommodation costs a night, in per cent more.
    case accommodation
    /// Months by which every home starts later.
    case delay
  }

  public var change: Change
  /// The values at which the plan passes, as far as those tried can tell.
  public var stretches: [ClosedRange<Int64>]
  /// What fails one step beyond each end of a stretch, in order; an end of the range has none.
  public var failing: [Beyond]

  public struct Beyond: Hashable, Sendable {
    public var value: Int64
    /// Tests by name with their years, and what else stops the plan.
    public var words: [String]
  }
}

extension SwitchingValue.Change {
  /// Where is looked, in whole steps of one.
  public var range: ClosedRange<Int64> {
    switch self {
    case .rent: 50...150
    case .cost, .accommodation: -50...100
    case .delay: 0...60
    }
  }

  /// What the model has.
  public var present: Int64 { self == .rent ? 100 : 0 }

  /// The model so changed; nothing where its sums would run beyond what is projected.
  func applied(_ value: Int64, to model: Model) -> Model? {
    switch self {
    case .rent: model.rentsOfPlan(at: Rate(millionths: value * 10_000)).changed(by: Stress("rent"))
    case .cost: model.changed(by: Stress("cost", cost: Rate(millionths: value * 10_000)))
    case .accommodation: model.changed(by: Stress("ta", accommodationCost: Rate(millionths: value * 10_000)))
    case .delay: model.changed(by: Stress("delay", delay: value))
    }
  }

  /// The forecast of the model so changed; without the plan nothing changes but the price of a night.
  public func forecast(_ value: Int64, _ base: Forecast) -> Forecast? {
    if value == present { return base }
    return applied(value, to: base.model).map { model in
      self == .accommodation ? Forecast(model) : Forecast(model, sharing: base)
    }
  }
}

extension SwitchingValue {
  /// How many values of the range a scan tries: fewer than a question of its own, as there are several in a report.
  static let scanned: Int64 = 8

  public static func of(_ change: Change, _ base: Forecast) -> SwitchingValue {
    let low = change.range.lowerBound
    var boundaries = Boundaries(
      last: change.range.upperBound - low, beside: change.present - low, scanning: scanned)
    var failings: [Int64: [String]] = [:]
    while let step = boundaries.wanted.first {
      let forecast = change.forecast(low + step, base)
      boundaries.tell(step, holds: forecast?.passes ?? false)
      failings[step] = forecast?.failings ?? ["the sums run beyond what is projected"]
    }
    return SwitchingValue(
      change: change,
      stretches: boundaries.stretches.map { (low + $0.lowerBound)...(low + $0.upperBound) },
      failing: boundaries.changes.map { change in
        let step = change.holdsBelow ? change.above : change.below
        return Beyond(value: low + step, words: failings[step] ?? [])
      })
  }
}
