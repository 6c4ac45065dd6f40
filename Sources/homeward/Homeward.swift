@main struct Homeward {
  static let version = "0.1.0"

  static func main() {
    let outcome = run(Array(CommandLine.arguments.dropFirst()))
    exitProcess(Terminal.show(outcome))
  }

  /// Every subcommand, in the order in which help lists them.
  static let commands: [Command] = [
    .report, .check, .workbench, .backcast, .portfolio,
    .sweep, .solve, .sensitivity, .compare, .explain, .verify,
    .simulate, .merge,
    .describe, .save, .loan, .rent, .value,
  ]

  /// What the command does with these arguments. Only files are read and written here; the terminal is the caller's.
  static func run(_ arguments: [String]) -> Outcome {
    guard let first = arguments.first else { return .badUse([overview]) }
    switch first {
    case "--help", "-h": return .fine(overview)
    case "--version": return .fine("homeward \(version)\n")
    case "help": return help(Array(arguments.dropFirst()))
    default: break
    }
    guard let command = commands.first(where: { $0.name == first }) else {
      return .badUse([unknown(first), "Try `homeward --help`."])
    }
    return command.run(Array(arguments.dropFirst()))
  }

  private static func help(_ arguments: [String]) -> Outcome {
    guard let name = arguments.first else { return .fine(overview) }
    guard let command = commands.first(where: { $0.name == name }) else {
      return .badUse([unknown(name), "Try `homeward --help`."])
    }
    return .fine(command.help)
  }

  private static func unknown(_ word: String) -> String {
    let names = commands.map { $0.name } + ["help", "--help", "--version"]
    let kind = word.utf8.first == UInt8(ascii: "-") ? "option" : "command"
    return "homeward: unknown \(kind) \"\(word)\"" + suggestion(for: word, among: names)
  }

  static var overview: String {
    var text = """
      What it takes for a council to bring households home from temporary accommodation.

      Usage: homeward COMMAND ...


      """
    let width = commands.map { $0.name.count }.max() ?? 0
    for command in commands {
      text +=
        "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(command.summary)\n"
    }
    text += """

      `homeward help COMMAND` says more of one. --version prints the version.
      Exit status: 0 fine, 1 a finding, 2 bad use or bad input.

      Examples:
        homeward report models/*.toml
        homeward report models/thanet.toml --set loan.pwlb.rate=5.5% -o -

      """
    return text
  }
}
