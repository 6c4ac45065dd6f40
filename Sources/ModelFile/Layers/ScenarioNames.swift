import Finance
import TOML

extension Layered {
  /// - Throws: a problem of the model file where it has no scenario of that name.
  public func expect(scenario: String?) throws(ModelFileError) {
    guard let scenario, !scenarioNames.contains(where: { $0.isSame(as: scenario) }) else {
      return
    }
    let names = scenarioNames
    let name = shown(Array(scenario.utf8))
    let remedy =
      names.isEmpty
      ? "write [scenario.\(name)] with what it sets"
      : nearest(to: Array(scenario.utf8), among: names).map { "did you mean \"\($0)\"?" }
        ?? "its scenarios are \(names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", "))"
    throw ModelFileError(
      problems: [
        Problem(
          place: Place(source: Int32(sources.all.count - 1), start: 0, end: 0),
          fault: "there is no scenario \"\(name)\"", remedy: remedy)
      ],
      sources: sources)
  }
}
