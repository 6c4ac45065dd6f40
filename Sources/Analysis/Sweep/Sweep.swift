import CashFlow
import Finance
import Housing
import ModelFile

/// A model run at every combination of some values of some assumptions.
///
/// It is made ready first, where everything that can be wrong shows; then `values(_:)` of any stretch of points can be asked
/// for, in any order and from any thread.
public final class Sweep: Sendable {
  public let axes: [Varied]
  public let measures: [Measure]
  private let loaded: LoadedModel
  private let base: Forecast
  /// By axis, by value: the model with that one changed, and in what it differs.
  private let variants: [[(model: Model, difference: ModelDifference)]]

  /// The most points that one may have.
  public static let mostPoints = 20_000

  /// - Throws: where there are too many points, or where one value of an axis makes a model that is wrong.
  public init(
    _ loaded: LoadedModel, _ base: Forecast, axes: [Varied], measures: [Measure]
  ) throws(SweepFault) {
    var count = 1
    for axis in axes {
      let (product, isOver) = count.multipliedReportingOverflow(by: axis.values.count)
      guard !isOver, product <= Sweep.mostPoints else {
        throw .question(
          QuestionFault(
            "the ranges make more than \(Sweep.mostPoints) points", "write longer steps or fewer ranges"))
      }
      count = product
    }
    (self.loaded, self.base, self.axes, self.measures) = (loaded, base, axes, measures)
    var variants: [[(model: Model, difference: ModelDifference)]] = []
    for axis in axes {
      var ofAxis: [(model: Model, difference: ModelDifference)] = []
      for value in axis.values {
        do throws(ModelFileError) {
          let model = try loaded.setting(value.overrides).model
          ofAxis.append((model: model, difference: ModelDifference(model, from: base.model)))
        } catch {
          throw .model(error)
        }
      }
      variants.append(ofAxis)
    }
    self.variants = variants
  }

  /// The points of all axes together.
  public var count: Int { axes.reduce(1) { $0 * $1.values.count } }
}

/// Why a sweep cannot be made: the question, or what the model says in one of its points.
public enum SweepFault: Error {
  case question(QuestionFault)
  case model(ModelFileError)
}

extension Sweep {
  /// The place along each axis of a point; the last axis runs fastest.
  public func places(of point: Int) -> [Int] {
    var rest = point
    var places = axes.map { _ in 0 }
    for axis in axes.indices.reversed() {
      let count = axes[axis].values.count
      places[axis] = rest % count
      rest /= count
    }
    return places
  }

  /// What each measure comes to at each of some points; nothing where it has no figure.
  /// - Throws: what is wrong with the model at a point, where two values clash.
  public func values(_ points: Range<Int>) throws(SweepFault) -> [[Int64?]] {
    var all: [[Int64?]] = Array(repeating: [], count: points.count)
    // points that differ in rates alone stand together, so that only the money is run again
    var anchor: (key: Int, forecast: Forecast)?
    for point in Array(points).inOrder(of: { Int64(key($0)) }) {
      let (model, difference) = try model(at: point)
      let isSame = anchor.map { $0.key == key(point) } ?? false
      if isSame {
        anchor?.forecast.reborrow(model)
      } else if difference.isSubset(of: [.rates, .programmes]) {
        anchor = (key: key(point), forecast: Forecast(model, sharing: base))
      } else {
        anchor = (key: key(point), forecast: Forecast(model))
      }
      if let forecast = anchor?.forecast {
        all[point - points.lowerBound] = measures.map { $0.value(in: forecast) }
      }
    }
    return all
  }

  /// The place of a point along all axes but those that only move rates.
  private func key(_ point: Int) -> Int {
    var key = 0
    for (axis, place) in places(of: point).enumerated() {
      let isRates = variants[axis].allSatisfy { $0.difference.isSubset(of: .rates) }
      key = key * (axes[axis].values.count + 1) + (isRates ? 0 : place)
    }
    return key
  }

  private func model(at point: Int) throws(SweepFault) -> (model: Model, difference: ModelDifference) {
    let chosen = zip(variants, places(of: point)).map { $0[$1] }
    let ofRates = chosen.filter { $0.difference == .rates }
    let others = chosen.filter { !$0.difference.isSubset(of: .rates) }
    if ofRates.count <= 1, others.count <= 1, others.allSatisfy({ $0.difference == .programmes }) {
      var model = others.first?.model ?? base.model
      if let rates = ofRates.first { model.takeRates(of: rates.model) }
      return (model: model, difference: [.rates, .programmes])
    }
    if chosen.count == 1 { return chosen[0] }
    do throws(ModelFileError) {
      let overrides = zip(axes, places(of: point)).flatMap { $0.values[$1].overrides }
      let model = try loaded.setting(overrides).model
      return (model: model, difference: ModelDifference(model, from: base.model))
    } catch {
      throw .model(error)
    }
  }
}
