/// The words of a command line, told apart by what the command declares. Strict: what is not declared is an error.
struct Arguments: Sendable {
  let command: Command
  /// The words that belong to no option, in order.
  private(set) var operands: [String] = []
  private var given: [(name: String, value: String)] = []

  init(_ words: [String], of command: Command) throws(Failure) {
    self.command = command
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        break
      }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else {
        operands.append(word)
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let option = command.options.first(where: { $0.name == name || $0.short == name }) else {
        let names = command.options.map { $0.name } + ["--help"]
        throw command.badUse("unknown option \"\(name)\"" + suggestion(for: name, among: names))
      }
      let value: String
      if option.value.isEmpty {
        guard parts.count == 1 else {
          throw command.badUse("\(option.name) takes no value; write \(option.name) alone")
        }
        value = ""
      } else if parts.count == 2 {
        value = String(parts[1])
      } else if let next = rest.first, !next.hasPrefix("--") {
        value = next
        rest.removeFirst()
      } else {
        throw command.badUse("\(option.name) needs a value: \(option.name) \(option.value)")
      }
      guard option.choices.isEmpty || option.choices.contains(value) else {
        let known = option.choices.joined(separator: ", ")
        throw command.badUse(
          "\(option.name) \"\(value)\" is not one of \(known)" + suggestion(for: value, among: option.choices)
        )
      }
      guard option.isRepeated || !given.contains(where: { $0.name == option.name }) else {
        throw command.badUse("\(option.name) is given twice")
      }
      given.append((option.name, value))
    }
  }

  subscript(name: String) -> String? { given.first { $0.name == name }?.value }

  func all(_ name: String) -> [String] { given.filter { $0.name == name }.map { $0.value } }

  /// The value of an option that the command cannot do without.
  func required(_ name: String) throws(Failure) -> String {
    guard let value = self[name] else {
      let option = command.options.first { $0.name == name }
      throw command.badUse("\(name) is missing: \(name) \(option?.value ?? "VALUE")")
    }
    return value
  }

  /// The one model that the command takes.
  /// - Parameter example: how it is called.
  func oneModel(_ example: String) throws(Failure) -> String {
    guard let model = operands.first else { throw command.badUse("no model is given; try `\(example)`") }
    guard operands.count == 1 else { throw command.badUse("give one model, not \(operands.count)") }
    return model
  }

  /// The value of an option as a whole number within bounds, if it is given.
  func whole(_ name: String, in bounds: ClosedRange<Int64>, example: Int64) throws(Failure) -> Int64? {
    guard let text = self[name] else { return nil }
    guard let value = wholeNumber(text), bounds.contains(value) else {
      throw badValue(
        name, text, "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
        "write one such as \(name) \(example)")
    }
    return value
  }

  /// Refuses words that belong to no option.
  func expectNoOperands() throws(Failure) {
    if let word = operands.first { throw command.badUse("\"\(word)\" is not expected") }
  }
}

extension Command {
  func badUse(_ line: String) -> Failure {
    Failure(["homeward \(name): \(line)", "Try `homeward \(name) --help`."])
  }
}
