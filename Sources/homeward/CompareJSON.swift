import Analysis
import ModelFile

/// A comparison for machines: an object of fixed keys in a fixed order, a line for each thing in its lists. `version` goes up when a
/// key changes its meaning or goes away; keys may be added within one.
enum CompareJSON {
  static func text(_ answer: ComparisonAnswer, seed: Int64) -> String {
    let comparison = answer.comparison
    var fields = [
      "\"version\":1", "\"from\":\(quoted(answer.firstName))", "\"to\":\(quoted(answer.secondName))",
      "\"same\":\(comparison.isSame)",
      "\"changes\":" + list(comparison.changes.map { change($0, comparison) }),
      "\"sources\":" + list(comparison.sources.map { change($0, comparison) }),
      "\"figures\":" + list(comparison.headline.map { movement($0) }),
      "\"lines\":" + list(comparison.lines.map { movement($0) }),
      "\"in_order\":" + (answer.inOrder.map { split($0, comparison) } ?? "null"),
    ]
    fields.append("\"shapley\":" + (answer.shapley.map { split($0, comparison, seed: seed) } ?? "null"))
    return "{\n" + fields.joined(separator: ",\n") + "\n}\n"
  }

  private static func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n" + items.map { "  " + $0 }.joined(separator: ",\n") + "\n]"
  }

  private static func change(_ change: ChangedAssumption, _ comparison: Comparison) -> String {
    "{\"path\":\(quoted(change.path)),\"from\":\(assumption(change.from, comparison.first.sources)),\"to\":\(assumption(change.to, comparison.second.sources))}"
  }

  private static func assumption(_ assumption: Assumption?, _ sources: Sources) -> String {
    guard let assumption else { return "null" }
    let source =
      assumption.place == nil
      ? assumption.assumed?.source ?? assumption.assumedText?.source ?? ""
      : String(decoding: assumption.citation, as: UTF8.self)
    let place = assumption.place.map { quoted(sources.show($0)) } ?? "null"
    return
      "{\"value\":\(quoted(assumption.valueText)),\"source\":\(quoted(source)),\"default\":\(assumption.place == nil),\"place\":\(place)}"
  }

  private static func movement(_ movement: Movement) -> String {
    func known(_ value: Int64?) -> String { value.map { "\($0)" } ?? "null" }
    var text =
      "{\"name\":\(quoted(movement.name)),\"label\":\(quoted(movement.label)),\"unit\":\"\(movement.unit.key)\",\"from\":\(known(movement.from)),\"to\":\(known(movement.to)),\"change\":\(known(movement.change))"
    if let year = movement.firstYear {
      text += ",\"run\":\"\(movement.isWithoutPlan ? "without" : "with")\",\"first_year\":\"\(year)\""
    }
    return text + "}"
  }

  /// The parts of each figure, in its own unit: pence, homes, households, millionths.
  private static func split(_ split: Split, _ comparison: Comparison, seed: Int64? = nil) -> String {
    let method: String =
      switch split.method {
      case .inOrder: "\"method\":\"one at a time\""
      case .shapley: "\"method\":\"every order\""
      case .sampled(let orders): "\"method\":\"drawn orders\",\"orders\":\(orders),\"seed\":\(seed ?? 0)"
      }
    let causes = split.causes.map { cause in
      "{\"name\":\(quoted(cause.name)),\"paths\":[\(cause.switches.map { quoted(comparison.mixture.switches[$0].name) }.joined(separator: ","))],\"is_joined\":\(cause.names.count > 1)}"
    }
    let parts = zip(comparison.split, split.parts).map { movement, parts in
      "{\"name\":\(quoted(movement.name)),\"parts\":"
        + (parts.map { "[" + $0.map { "\($0)" }.joined(separator: ",") + "]" } ?? "null") + "}"
    }
    return "{\(method),\"causes\":\(list(causes)),\"parts\":\(list(parts))}"
  }
}

extension Measure.Unit {
  /// As machines read it.
  fileprivate var key: String {
    switch self {
    case .pence: "pence"
    case .homes: "homes"
    case .households: "households"
    case .millionths: "millionths"
    case .tests: "tests"
    case .year: "year"
    case .verdict: "verdict"
    }
  }
}
