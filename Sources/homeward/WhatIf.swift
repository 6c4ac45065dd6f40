/// What a command is told to read otherwise than a model file says.
struct WhatIf: Sendable {
  var scenario: String?
  var overrides: [String] = []

  var isEmpty: Bool { scenario == nil && overrides.isEmpty }
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
