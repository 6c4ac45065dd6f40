/// A subcommand: what it takes, what it says of itself, and what it does.
struct Command: Sendable {
  var name: String
  /// One line, for the list of commands.
  var summary: String
  /// How it is called, after `homeward`.
  var usage: String
  var options: [Option]
  /// What there is to know beyond the options.
  var details = ""
  var examples: [String]
  var action: @Sendable (Arguments) throws(Failure) -> Outcome

  /// An option of a command, written `--name VALUE` or `--name=VALUE`; or `--name` alone, where it takes no value.
  struct Option: Sendable {
    /// With its dashes.
    var name: String
    /// One letter with its dash, if it has one.
    var short: String?
    /// What stands for its value in help; empty for one that takes none.
    var value: String
    var meaning: String
    /// What it may be, if that is a list.
    var choices: [String] = []
    var isRepeated = false
  }

  func run(_ words: [String]) -> Outcome {
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .fine(help)
    }
    do throws(Failure) {
      return try action(Arguments(words, of: self))
    } catch {
      return Outcome(output: [], errors: error.lines, status: 2)
    }
  }

  var help: String {
    var text = "\(summary)\n\nUsage: homeward \(usage)\n"
    if !details.isEmpty { text += "\n\(details)\n" }
    text += "\n"
    let left = options.map { option in
      (option.short.map { "\($0), " } ?? "") + option.name + (option.value.isEmpty ? "" : " \(option.value)")
    }
    let width = left.map { $0.count }.max() ?? 0
    for (option, name) in zip(options, left) {
      text += "  \(name)\(String(repeating: " ", count: width - name.count))  \(option.meaning)\n"
    }
    text += "\nExamples:\n"
    for example in examples { text += "  homeward \(example)\n" }
    return text
  }
}

extension Command.Option {
  static func format(_ choices: [String], _ meaning: String) -> Command.Option {
    Command.Option(
      name: "--format", value: choices.joined(separator: "|"), meaning: meaning, choices: choices)
  }
}
