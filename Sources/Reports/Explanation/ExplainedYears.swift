import CashFlow
import Finance
import Housing

/// A line in every year, and what it is made from whatever the year.
public struct ExplainedYears: Sendable {
  public var years: [Year]
  public var with: [Explanation.Amount], without: [Explanation.Amount], difference: [Explanation.Amount]
  /// Of the first year, whose numbers say nothing of the others: its formula, names, assumptions and rules do.
  public var first: Explanation
}

extension Explainer {
  public func allYears(of line: Line) -> ExplainedYears {
    func figures(_ run: Forecast.Run) -> [Explanation.Amount] {
      forecast.years.indices.map { amount(line, run, .year($0)) }
    }
    return ExplainedYears(
      years: forecast.years, with: figures(.with), without: figures(.without),
      difference: figures(.difference),
      first: explain(line, .with, .year(0), depth: 0))
  }

  /// An assumption as it counts in a year; in the first where none is asked for.
  public func assumption(_ place: Int, _ time: Explanation.Time?) -> GivenAssumption {
    given(place, (time?.months.lowerBound ?? 0) / 12)
  }
}
