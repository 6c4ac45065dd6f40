import ModelFile
import TOML

/// What a command is told to read otherwise than a model file says.
struct WhatIf: Sendable {
  var scenario: String?
  var overrides: [String] = []

  var isEmpty: Bool { scenario == nil && overrides.isEmpty }

  /// - Throws: a problem of the model file where it has no scenario of that name.
  func expectScenario(of files: Layered) throws(ModelFileError) {
    guard let scenario, !files.scenarioNames.contains(scenario) else { return }
    let names = files.scenarioNames
    let remedy =
      names.isEmpty
      ? "write [scenario.\(shown(scenario))] with what it sets"
      : nearest(scenario, among: names).map { "did you mean \"\($0)\"?" }
        ?? "its scenarios are \(names.prefix(12).map { "\"\($0)\"" }.joined(separator: ", "))"
    throw ModelFileError(
      problems: [
        Problem(
          place: Place(source: Int32(files.sources.all.count - 1), start: 0, end: 0),
          fault: "there is no scenario \"\(shown(scenario))\"", remedy: remedy)
      ],
      sources: files.sources)
  }
}

extension Arguments {
  /// What --scenario and --set say.
  var whatIf: WhatIf { WhatIf(scenario: self["--scenario"], overrides: all("--set")) }

  /// "--set says", "--scenario and --set say" of those options that are given; nothing where none is.
  func said(of options: [String]) -> String? {
    let given = options.filter { !all($0).isEmpty }
    guard let last = given.last else { return nil }
    return given.count == 1
      ? "\(last) says" : "\(given.dropLast().joined(separator: ", ")) and \(last) say"
  }
}

/// A word to those who write a report of something else in the place of a report of their models.
func notWhatModelsSay(_ command: String, _ said: String) -> String {
  "homeward \(command): what was written is not what the model files say, but what \(said); `homeward check` will call it stale"
}

extension Command.Option {
  static let set = Command.Option(
    name: "--set", value: "PATH=VALUE", meaning: "Another value for an assumption; as often as wanted",
    isRepeated: true)

  static let scenario = Command.Option(
    name: "--scenario", value: "NAME", meaning: "Read the model in a scenario of its own; --set goes over it")
}
