import CashFlow
import Finance
import Housing
import ModelFile

/// At which values of an assumption conditions hold: `homeward solve`.
public final class SolveQuestion: Sendable {
  public enum Aim: String, Hashable, Sendable {
    /// Where the conditions begin or stop to hold.
    case find
    /// The largest value at which they hold, and the smallest.
    case most, least
  }

  public let loaded: LoadedModel
  public let aim: Aim
  public let sought: Sought
  /// All of them must hold.
  public let conditions: [Condition]
  /// What is shown of each side beside the conditions' own measures.
  public let shown: [Measure]

  /// - Parameter conditions: as typed; none for every test passed, no HRA deficit and all paid for.
  public init(
    _ loaded: LoadedModel, _ aim: Aim, _ sought: Sought, soThat conditions: [String] = []
  ) throws(QuestionFault) {
    let plan = Plan(loaded.model)
    var all: [Condition] = []
    for text in conditions.isEmpty ? ["passes"] : conditions {
      all.append(try Condition(text, loaded.model, plan))
    }
    (self.loaded, self.aim, self.sought, self.conditions) = (loaded, aim, sought, all)
    let asked = all.map { $0.measure }
    shown = Measure.headline(loaded.model).filter { !asked.contains($0) }
  }
}

extension SolveQuestion {
  /// What came of one value. Values do not wait for one another.
  public struct Trial: Hashable, Sendable {
    public var value: Int64
    public var holds: Bool
    /// Why there is no such model, where a rule of the model file forbids the value.
    public var refusal: String?
  }

  public func trial(_ value: Int64) -> Trial {
    switch forecast(value) {
    case .failure(let refusal): Trial(value: value, holds: false, refusal: refusal.words)
    case .success(let forecast): Trial(value: value, holds: conditions.allSatisfy { $0.isMet(by: forecast) })
    }
  }

  /// What stands at a value, or in the model as it is.
  public struct Side: Hashable, Sendable {
    /// Nothing for the model as it is.
    public var value: Int64?
    public var holds: Bool
    /// Of the conditions, then of what else is shown, in the measures' units.
    public var figures: [Int64?]
    /// Which of the council's tests fail, with the years, and what else stops the plan.
    public var failing: [String]
    public var refusal: String?
  }

  public func side(_ value: Int64) -> Side {
    switch forecast(value) {
    case .failure(let refusal):
      Side(value: value, holds: false, figures: [], failing: [], refusal: refusal.words)
    case .success(let forecast): side(forecast, value)
    }
  }

  /// The model as it is.
  public func presentSide() -> Side { side(Forecast(loaded.model), nil) }

  private func side(_ forecast: Forecast, _ value: Int64?) -> Side {
    Side(
      value: value, holds: conditions.allSatisfy { $0.isMet(by: forecast) },
      figures: measures.map { $0.value(in: forecast) }, failing: forecast.failings)
  }

  /// Those of the conditions, each once, then the others.
  public var measures: [Measure] {
    var all: [Measure] = []
    for measure in conditions.map({ $0.measure }) + shown where !all.contains(measure) { all.append(measure) }
    return all
  }

  private struct Refusal: Error { var words: String }

  private func forecast(_ value: Int64) -> Result<Forecast, Refusal> {
    do throws(ModelFileError) {
      return .success(Forecast(try loaded.setting(sought.changes(to: value)).model))
    } catch {
      return .failure(Refusal(words: error.problems.first?.fault ?? "there is no such model"))
    }
  }
}

extension Forecast {
  /// What stops the plan, in words: tests by name, a deficit of the HRA, homes that no loan pays for.
  public var failings: [String] {
    func span(_ years: [Year]) -> String {
      guard let first = years.first, let last = years.last, first != last else {
        return years.first.map { "\($0)" } ?? ""
      }
      return "\(years.count) years from \(first)"
    }
    var words = testResults().filter { !$0.isPassed }.map { "\($0.test.name) in \(span($0.failedYears))" }
    if !deficitYears.isEmpty { words.append("HRA in deficit in \(span(deficitYears))") }
    let unpaid = with.shortfalls.reduce(Int64(0)) { $0 + $1.sum.pence }
    if unpaid > 0 { words.append("no loan for \(Kind.money(per: "").write(unpaid))") }
    return words
  }
}
