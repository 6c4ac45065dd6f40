import Analysis
import CashFlow
import Housing
import ModelFile
import Reports

extension Command {
  static let simulate = Command(
    name: "simulate",
    summary: "Run a model through thousands of futures, and say how sure its figures are",
    usage: "simulate MODEL [OPTION...]",
    options: [
      Option(name: "--paths", value: "NUMBER", meaning: "How many futures; default 10000"),
      Option(name: "--seed", value: "NUMBER", meaning: "Where the random numbers start; default the model's"),
      Option(
        name: "--so-that", value: "CONDITION",
        meaning: "Count the futures in which it is met, such as \"ta@2030-31 < 200\"; as often as wanted",
        isRepeated: true),
      .set, .scenario,
      .format(["text", "md", "html", "csv", "json"], "Default text"),
      Option(name: "--threads", value: "NUMBER", meaning: "At once; default the processors there are"),
      Option(
        name: "--shard", value: "I/N",
        meaning: "Only part I of N, as a file for `homeward merge`, on standard output"),
      Option(
        name: "--output", short: "-o", value: "FILE", meaning: "Where it is written; default standard output"),
    ],
    details: """
      What is uncertain, and how far, is in [simulation] of the model: processes for consumer prices, interest rates, house
      prices, build cost, households coming into TA and nightly cost, each straying from the model's own path and drawn back to it.
      A future is the same whichever machine, part or thread draws it, and in every scenario: the same paths and seed give the
      same bytes. Percentiles are within 0.1%; a chance is given with its standard error.
      """,
    examples: [
      "simulate models/bromley.toml",
      #"simulate models/bromley.toml --so-that "ta@2030-31 < 1500" --so-that "npv >= £0""#,
      "simulate models/bromley.toml --shard 3/8 -o bromley-3.shard",
    ],
    action: { arguments throws(Failure) in
      let model = try arguments.oneModel("homeward simulate models/bromley.toml")
      let paths = try arguments.whole("--paths", in: 2...Simulation.mostPaths, example: 10_000) ?? 10_000
      let seed = try arguments.whole("--seed", in: 0...999_999_999, example: 10_000)
      let threads =
        try arguments.whole("--threads", in: 1...1_024, example: 2).map { Int($0) } ?? Parallel.processors
      let part = try arguments.part(of: paths)
      guard part == nil || arguments["--format"] == nil else {
        throw arguments.command.badUse("--format is for a whole run; a part is a file for `homeward merge`")
      }
      let simulator = try simulator(of: model, arguments, paths, seed)
      let run: Simulated
      do throws(Interrupted) {
        run = try Parallel.run(
          simulator, part?.range(of: paths) ?? 0..<paths, threads: threads, showing: "homeward simulate")
      } catch {
        return Outcome(
          output: [], errors: ["homeward simulate: interrupted; nothing was written"], status: 130)
      }
      return try put(
        part == nil ? simulationDocument(run, arguments.simulationFormat) : Array(run.shard.utf8), arguments)
    })

  static let merge = Command(
    name: "merge",
    summary: "Put the parts of a simulation together",
    usage: "merge SHARD... [OPTION...]",
    options: [
      .format(["text", "md", "html", "csv", "json"], "Default text"),
      Option(
        name: "--output", short: "-o", value: "FILE", meaning: "Where it is written; default standard output"),
    ],
    details: """
      A SHARD is a file of `homeward simulate --shard I/N`. They must be all the parts of one run, in any order: of the same model,
      seed, paths and questions. What is written is byte for byte what one run of all the paths would write.
      """,
    examples: ["merge bromley-*.shard", "merge bromley-*.shard --format html -o bromley.html"],
    action: { arguments throws(Failure) in
      guard !arguments.operands.isEmpty else {
        throw arguments.command.badUse("no part is given; try `homeward merge *.shard`")
      }
      var parts: [Simulated] = []
      var problems: [String] = []
      let names = arguments.operands.map { $0 == "-" ? standardInput : $0 }
      for (path, name) in zip(arguments.operands, names) {
        let bytes: [UInt8]
        do throws(Failure) {
          bytes = try readFile(
            path, kind: "a part of a simulation", example: "NAME.shard", most: 1_000_000_000)
        } catch {
          problems += error.lines
          continue
        }
        do throws(ShardFault) { parts.append(try Simulated(shard: bytes)) } catch {
          problems.append(
            "\(shown(name)):\(error.line): \(shown(error.fault)); write it again with `homeward simulate --shard`"
          )
        }
      }
      if !problems.isEmpty { throw Failure(problems) }
      let whole: Simulated
      do throws(MergeFault) {
        whole = try Simulated.merging(parts)
      } catch {
        throw Failure(problem(error, names.map { shown($0) }))
      }
      return try put(simulationDocument(whole, arguments.simulationFormat), arguments)
    })

  private static func simulator(
    of model: String, _ arguments: Arguments, _ paths: Int64, _ seed: Int64?
  ) throws(Failure) -> Simulator {
    let loaded = try Product.council(model, arguments.whatIf)
    let asked = arguments.all("--so-that")
    let reading =
      (arguments["--scenario"].map { ["Scenario \($0)"] } ?? []) + arguments.all("--set").map { "set \($0)" }
    do throws(SimulationFault) {
      return try Reports.simulator(
        of: loaded, asking: asked.isEmpty ? nil : asked, paths: paths, seed: seed,
        reading: reading.isEmpty ? nil : reading.joined(separator: "; "))
    } catch {
      switch error {
      case .model(let error): throw Failure(error.lines)
      case .condition(let text, let fault):
        throw Failure("--so-that \(shown(text)): \(fault.fault); \(fault.remedy)")
      }
    }
  }

  private static func problem(_ fault: MergeFault, _ names: [String]) -> String {
    switch fault {
    case .other(let one, let other, let what):
      return "\(names[other]): this is of another run than \(names[one]): they differ in \(what)"
    case .overlap(let one, let other, let range):
      return "\(names[other]): it has \(words(range)) again, which \(names[one]) has; give each part once"
    case .missing(let ranges):
      let all = ranges.prefix(8).map { words($0) }.joined(separator: ", ")
      return
        "homeward merge: \(all)\(ranges.count > 8 ? " and more" : "") are missing; give every part of the run"
    }
  }

  /// Paths as people count them, from 1.
  private static func words(_ range: Range<Int64>) -> String {
    "paths \(range.lowerBound + 1) to \(range.upperBound)"
  }

  /// What was made, to standard output or to a file.
  private static func put(_ bytes: [UInt8], _ arguments: Arguments) throws(Failure) -> Outcome {
    guard let output = arguments["--output"], output != "-" else {
      return Outcome(output: bytes, errors: [], status: 0)
    }
    guard !output.isEmpty else {
      throw arguments.command.badUse("--output is empty; give the name of a file")
    }
    try writeFile(output, bytes)
    return .fine("\(shown(output))\n")
  }
}

extension Arguments {
  fileprivate var simulationFormat: SimulationFormat {
    SimulationFormat(rawValue: self["--format"] ?? "text") ?? .text
  }

  /// What --shard says: I/N.
  fileprivate func part(of paths: Int64) throws(Failure) -> SimulationPart? {
    guard let text = self["--shard"] else { return nil }
    let words = text.split(separator: "/", omittingEmptySubsequences: false).map { wholeNumber(String($0)) }
    guard words.count == 2, let number = words[0], let count = words[1], (1...100_000).contains(count),
      (1...count).contains(number)
    else {
      throw badValue("--shard", text, "a part such as 3/8", "write I/N, I from 1 to N, N at most 100000")
    }
    return SimulationPart(number, of: count)
  }
}
