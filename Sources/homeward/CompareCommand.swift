import Analysis
import Housing
import ModelFile
import Reports

extension Command {
  static let compare = Command(
    name: "compare",
    summary: "What changed between two models, what moved, and why",
    usage: "compare MODEL [MODEL] [OPTION...]",
    options: [
      .set, .scenario,
      Option(
        name: "--attribution", value: "order|shapley|both|none",
        meaning: "How movements are split; default order, and shapley too for up to 8 causes",
        choices: ["order", "shapley", "both", "none"]),
      Option(
        name: "--orders", value: "N",
        meaning: "How many orders are drawn where there are more than 12 causes, 2 to 10,000; default 64"),
      Option(name: "--seed", value: "N", meaning: "Of the orders that are drawn; default 1"),
      .format(["text", "md", "html", "json"], "Default text"),
    ],
    details: """
      MODEL is a file, or a file as a git revision has it, models/thanet.toml@HEAD~1. One file with --set or --scenario is compared
      with itself without; one file of a revision, with the file as it stands; two files are both read with what is set.
      Shows the assumptions that changed, the figures that moved, and each movement split over the changes so that the parts add up:
      one change at a time in the order of the later register, and by Shapley values, the average over every order in which the changes
      can be made. A cause is an assumption, or a table that only one model has; with more than 12 changes, Shapley values are of
      tables, and of more than 12 tables by orders drawn by chance. Comments, order and spelling are no change.
      Exit status 0 where no value and no figure differs, 1 where one does.
      """,
    examples: [
      "compare models/thanet.toml --set loan.pwlb.rate=5.5%",
      "compare models/thanet.toml@HEAD~1 models/thanet.toml",
      "compare models/thanet.toml --scenario dear-money --format html > why.html",
    ],
    action: { arguments throws(Failure) in
      let (first, second) = try sides(arguments)
      let orders = try arguments.whole("--orders", in: 2...10_000, example: 64) ?? 64
      let seed = try arguments.whole("--seed", in: 0...999_999_999_999, example: 1) ?? 1
      let comparison = Comparison(first.loaded, second.loaded)
      let answer = split(
        comparison, first.name, second.name, arguments["--attribution"], Int(orders), UInt64(seed))
      let status: Int32 = comparison.isSame ? 0 : 1
      switch arguments["--format"] {
      case "md":
        return Outcome(
          output: markdown(compareReport(on: answer, hasPictures: false)), errors: [], status: status)
      case "html": return Outcome(output: html(compareReport(on: answer)), errors: [], status: status)
      case "json":
        return Outcome(output: Array(CompareJSON.text(answer, seed: seed).utf8), errors: [], status: status)
      default: return Outcome(output: Array(CompareText.text(answer).utf8), errors: [], status: status)
      }
    })

  private static func split(
    _ comparison: Comparison, _ first: String, _ second: String, _ asked: String?, _ orders: Int,
    _ seed: UInt64
  ) -> ComparisonAnswer {
    let evaluate: Evaluate = { coalitions in
      guard coalitions.count > 1 else { return coalitions.map { comparison.values($0) } }
      let progress = Progress("homeward compare", of: Int64(coalitions.count), "mixtures")
      return inThreads(coalitions.count, showing: progress) { comparison.values(coalitions[$0]) }
    }
    let isAny = !comparison.split.isEmpty && !comparison.causes.isEmpty
    let isInOrder = isAny && asked != "none" && asked != "shapley"
    let isShapley =
      isAny
      && (asked == "shapley" || asked == "both"
        || asked == nil && comparison.causes.count <= Comparison.mostUnasked)
    return ComparisonAnswer(
      comparison, firstName: first, secondName: second,
      inOrder: isInOrder ? comparison.inOrder(evaluate) : nil,
      shapley: isShapley ? comparison.shapley(orders: orders, seed: seed, evaluate) : nil)
  }

  private typealias Read = (name: String, loaded: LoadedModel)

  /// What is compared with what.
  private static func sides(_ arguments: Arguments) throws(Failure) -> (Read, Read) {
    let whatIf = arguments.whatIf
    let given = arguments.operands
    switch given.count {
    case 0:
      throw arguments.command.badUse(
        "no model is given; try `homeward compare models/thanet.toml --set loan.pwlb.rate=5.5%`")
    case 1:
      let model = try Compared(given[0])
      if whatIf.isEmpty {
        guard model.revision != nil else {
          throw arguments.command.badUse(
            "there is nothing to compare \(shown(model.name)) with; give another model, --set, --scenario, or \(shown(model.path))@HEAD"
          )
        }
        return (try model.read(whatIf), try Compared(file: model.path).read(whatIf))
      }
      let base = try model.read(WhatIf())
      var other = try model.read(whatIf)
      other.name += other.loaded.settingWords
      return (base, other)
    case 2:
      guard given.contains(where: { $0 != "-" }) else {
        throw arguments.command.badUse("standard input can be read once; give a file for one of the two")
      }
      var (first, second) = (try Compared(given[0]).read(whatIf), try Compared(given[1]).read(whatIf))
      first.name += first.loaded.settingWords
      second.name += second.loaded.settingWords
      return (first, second)
    default: throw arguments.command.badUse("give two models, not \(given.count)")
    }
  }
}

/// A model to be compared: a file as it stands, or as a revision has it.
private struct Compared {
  let path: String
  let revision: Git?

  init(file: String) { (path, revision) = (file, nil) }

  /// `PATH@REVISION` where there is no file of that whole name: the file's own name ends at ".toml@", or at the first @.
  init(_ word: String) throws(Failure) {
    if case .nothing = Standing(word), let at = Self.at(in: word) {
      path = String(word[..<at])
      revision = try Git(String(word[word.index(after: at)...]), of: path)
    } else {
      (path, revision) = (word, nil)
    }
  }

  private static func at(in word: String) -> String.Index? {
    let mark = Array(".toml@".utf8)
    let bytes = Array(word.utf8)
    let place =
      bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + mark.count - 1 }
      ?? bytes.indices.first { place in
        bytes[place] == UInt8(ascii: "@")
          && place > (bytes[..<place].lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
      }
    return place.map { word.utf8.index(word.utf8.startIndex, offsetBy: $0) }
  }

  var name: String {
    let known = path == "-" ? standardInput : path
    return revision.map { "\(known)@\($0.revision)" } ?? known
  }

  func read(_ whatIf: WhatIf) throws(Failure) -> (name: String, loaded: LoadedModel) {
    func bytes(_ path: String) throws(Failure) -> [UInt8] {
      if let revision { return try revision.read(path) }
      return try readModel(path)
    }
    func named(_ file: String) -> String { revision.map { "\(file)@\($0.revision)" } ?? file }
    let text = try bytes(path)
    guard !Product.isLayer(text) else {
      throw Failure("\(shown(name)): national assumptions, no council: nothing to compare")
    }
    func answer(_ file: String) -> Layers.Answer {
      if file == path || path == "-" && file == standardInput { return .text(text) }
      do throws(Failure) {
        return .text(try bytes(file))
      } catch {
        return .missing(error.reason)
      }
    }
    do throws(ModelFileError) {
      var layers: [(name: String, text: [UInt8])]
      do throws(ModelFileError) {
        layers = try Layers.load(path == "-" ? standardInput : path, read: answer)
      } catch {
        var error = error
        for place in error.sources.all.indices {
          error.sources.all[place].name = named(error.sources.all[place].name)
        }
        throw error
      }
      for place in layers.indices { layers[place].name = named(layers[place].name) }
      let layered = Layered(layers)
      try layered.expect(scenario: whatIf.scenario)
      var loaded = try LoadedModel(layered, scenario: whatIf.scenario, overrides: whatIf.overrides)
      try loaded.readTables(nil, answer)
      return (name: name, loaded: loaded)
    } catch {
      throw Failure(error.lines)
    }
  }
}
