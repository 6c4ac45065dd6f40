import Finance
import TOML

/// A `[scenario.NAME]` of a model: overrides with a name, in the words of `--set`.
///
/// ```toml
/// [scenario.dear-money]
/// extends = "slow"
/// set = [
///   "loan.pwlb.rate+=1%",  # assumption: rates as they were in October 2023
/// ]
/// ```
public struct Scenario: Hashable, Sendable {
  public var name: String
  /// What it is called in a report, where the name does not say it.
  public var title: String?
  /// The scenario that it goes on from, by its place in the model.
  public var extends: Int?
  /// What it sets beyond that, each as typed after `--set`.
  public var changes: [String]
}

extension Scenario {
  public init(_ form: inout Form) {
    name = form.name
    title = form.optionalText("title", "What the scenario is called in a report")
    extends = form.optionalReference("extends", to: "scenario", "The scenario that it goes on from")
    changes = form.changes("set", "What it changes, each as PATH=VALUE, PATH[YEAR]=VALUE or PATH+=VALUE")
  }

  /// The most that one may set.
  static let mostChanges = 100
}

extension Form {
  /// Every `[scenario.NAME]`; none may go on from itself.
  public mutating func scenarios() -> [Scenario] {
    let all = each("scenario") { form in Scenario(&form) }
    for scenario in all.indices where all.isEndless(scenario) {
      problem(
        at: "scenario.\(all[scenario].name).extends", fault: "the scenarios extend one another",
        remedy: "take one extends out")
    }
    return all
  }

  /// Overrides as texts, each perhaps with a comment; none where the sources say nothing.
  @inline(never)
  mutating func changes(_ key: String, _ meaning: String) -> [String] {
    var row = Assumption(
      path: level.prefix + key, kind: .text, bounds: 0...0, isByYear: false, isOptional: true,
      meaning: meaning)
    isGuess = false
    let node = find(key)
    if isBlank {
      list(row)
      return []
    }
    guard let node else {
      asked.append(row)
      return []
    }
    cite(node, &row)
    var texts: [String] = []
    for (index, item) in node.items.enumerated() {
      guard index < Scenario.mostChanges else {
        note(item.place, "\(key) has more than \(Scenario.mostChanges) changes", "write fewer")
        break
      }
      guard case .text(let bytes) = item.value else {
        note(item.place, "\(key) \(written(item)) is not text", "write \"loan.pwlb.rate+=1%\", in quotes")
        continue
      }
      do throws(Override.Fault) {
        _ = try Override(bytes, source: item.place.source)
        texts.append(String(decoding: bytes, as: UTF8.self))
      } catch {
        note(item.place, "\(written(item)): \(error.fault)", error.remedy)
      }
    }
    row.text = texts.joined(separator: ", ")
    asked.append(row)
    return texts
  }
}

extension [Scenario] {
  fileprivate func isEndless(_ start: Int) -> Bool {
    var at = start
    for _ in 0..<count {
      guard let next = self[at].extends, indices.contains(next) else { return false }
      at = next
    }
    return true
  }
}

extension Layered {
  /// The names of the scenarios, in file order.
  public var scenarioNames: [String] {
    guard case .table(let table) = root.node(at: Array("scenario".utf8))?.value else { return [] }
    return table.entries.compactMap { entry in
      guard case .table = entry.node.value, isName(entry.key) else { return nil }
      return String(decoding: entry.key, as: UTF8.self)
    }
  }

  /// What a scenario sets, that which it extends first, each with its place in a file. What is wrong in one is told where it
  /// is asked for.
  func changes(of scenario: String) -> [(text: [UInt8], node: Node)] {
    var names: [String] = []
    var all: [(text: [UInt8], node: Node)] = []
    var next: String? = scenario
    while let name = next, !names.contains(where: { $0.isSame(as: name) }) {
      names.append(name)
      next = nil
      guard case .table(let table) = root.node(at: Array("scenario.\(name)".utf8))?.value else { break }
      if let index = table.index(of: "extends"), case .text(let other) = table.entries[index].node.value {
        next = String(decoding: other, as: UTF8.self)
      }
      var own: [(text: [UInt8], node: Node)] = []
      if let index = table.index(of: "set") {
        for item in table.entries[index].node.items.prefix(Scenario.mostChanges) {
          guard case .text(let text) = item.value else { continue }
          var item = item
          if item.comment.isEmpty { item.comment = table.entries[index].node.comment }
          own.append((text: text, node: item))
        }
      }
      all = own + all
    }
    return all
  }
}

extension Node {
  /// The values of a list, or the one value.
  fileprivate var items: [Node] {
    if case .array(let all) = value { return all }
    return [self]
  }
}
