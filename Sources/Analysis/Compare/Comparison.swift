import CashFlow
import Finance
import Housing
import ModelFile

/// Two readings of a model: what changed, what moved, and what there is to switch between them to say why.
///
/// A class, since it holds whole models and forecasts and is handed about.
public final class Comparison: Sendable {
  public let first, second: LoadedModel
  public let firstForecast, secondForecast: Forecast
  /// Assumptions whose value differs, in the order of the second's register.
  public let changes: [ChangedAssumption]
  /// Assumptions of the same value of which the two give another source.
  public let sources: [ChangedAssumption]
  /// Headline figures, moved or not.
  public let headline: [Movement]
  /// Lines that differ in some year, the main ones of the accounts first.
  public let lines: [Movement]
  public let mixture: Mixture
  /// What can have moved a figure, as places among the switches of the mixture.
  public let causes: [Int]
  /// The measures of the headline figures.
  let measures: [Measure]

  public init(_ first: LoadedModel, _ second: LoadedModel) {
    (self.first, self.second) = (first, second)
    let (firstForecast, secondForecast) = (Forecast(first.model), Forecast(second.model))
    self.firstForecast = firstForecast
    self.secondForecast = secondForecast
    changes = second.assumptions.changes(from: first.assumptions)
    sources = second.assumptions.otherSources(than: first.assumptions, butFor: changes)
    measures = Measure.headline(first.model, second.model)
    headline = measures.map { measure in
      Movement(
        name: measure.name, label: measure.label, unit: measure.unit, from: measure.value(in: firstForecast),
        to: measure.value(in: secondForecast))
    }
    lines = Movement.lines(firstForecast, secondForecast)
    mixture = Mixture(first.side, second.side)
    let isMoved = !lines.isEmpty || headline.contains { $0.isMoved }
    causes =
      isMoved ? Self.effective(mixture, firstForecast, secondForecast) : []
  }

  /// Whether nothing that a reader would call a change is there: no value, and no figure.
  public var isSame: Bool { changes.isEmpty && !isMoved }

  public var isMoved: Bool { !lines.isEmpty || headline.contains { $0.isMoved } }

  /// The figures that are split over what caused them: headline figures that moved, then the main lines that did.
  public var split: [Movement] {
    headline.filter { $0.isMoved }
      + lines.filter { line in !line.isWithoutPlan && line.isMain && line.isMoved }
  }

  /// What the figures to be split come to with these switches at the second reading; nothing where that cannot be read.
  ///
  /// A function of its argument alone, so that mixtures can be worked out in any order and on any thread.
  public func values(_ isOn: [Bool]) -> [Int64?]? {
    guard let model = mixture.model(isOn) else { return nil }
    return values(in: Forecast(model))
  }

  /// What they come to in the second reading itself.
  public var secondValues: [Int64?] { values(in: secondForecast) }

  func values(in forecast: Forecast) -> [Int64?] {
    split.map { movement in
      if let measure = measures.first(where: { $0.name.isSame(as: movement.name) }) {
        return measure.value(in: forecast)
      }
      return forecast.whole(movement.name) ?? 0
    }
  }
}

extension Movement {
  fileprivate var isMain: Bool { Movement.main.contains { $0.isSame(as: name) } }
}

extension Measure {
  /// The headline of two models: that of one that has more of it, then what only the other has.
  static func headline(_ first: Model, _ second: Model) -> [Measure] {
    let (one, other) = (headline(first), headline(second))
    var all = other.count >= one.count ? other : one
    for measure in one + other
    where !all.contains(where: { $0.name.isSame(as: measure.name) }) { all.append(measure) }
    return all
  }
}

extension [Assumption] {
  /// Rows of the same value that each side gives, with another comment.
  fileprivate func otherSources(
    than earlier: [Assumption], butFor changes: [ChangedAssumption]
  ) -> [ChangedAssumption] {
    var places: [[UInt8]: Int] = [:]
    for (place, row) in earlier.enumerated() { places[[UInt8](row.path.utf8)] = place }
    for change in changes { places[[UInt8](change.path.utf8)] = nil }
    return compactMap { row in
      guard row.place != nil, let place = places[[UInt8](row.path.utf8)], earlier[place].place != nil,
        row.citation != earlier[place].citation
      else { return nil }
      return ChangedAssumption(from: earlier[place], to: row)
    }
  }
}
