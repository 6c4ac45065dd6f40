import Housing
import ModelFile

extension Command {
  static let save = Command(
    name: "save",
    summary: "Write a model with what is set over it into its file",
    usage: "save MODEL --set PATH=VALUE... [--scenario NAME] --output FILE",
    options: [
      Option(
        name: "--output", short: "-o", value: "FILE",
        meaning: "The file to write, which may be MODEL itself; - is standard output"),
      .set, .scenario,
    ],
    details: """
      The file keeps its comments, order and layout, and only the values that changed differ. A value that stands in a file which the model
      extends, or is a default, becomes a key of the model. What keeps the comment of an earlier value goes on the list `unsourced` of
      the file, until someone gives its source. The scenarios stay as they are, so one that adds (+=) adds to the new value.
      In another folder a file must find there what it extends, and its tables: they are looked for, and not copied.
      """,
    examples: [
      "save models/thanet.toml --set loan.pwlb.rate=5.5% -o models/thanet-dearer.toml",
      "save models/thanet.toml --set years=30 -o - | diff models/thanet.toml -",
    ],
    action: { arguments throws(Failure) in
      let command = arguments.command
      let model = try arguments.oneModel("homeward save models/thanet.toml --set loan.pwlb.rate=5.5% -o -")
      let output = try arguments.required("--output")
      guard !output.isEmpty else { throw command.badUse("--output is empty; give the name of a file, or -") }
      guard !arguments.whatIf.isEmpty else {
        throw command.badUse("nothing is set; say what with --set PATH=VALUE or --scenario NAME")
      }
      let loaded = try Product.council(model, arguments.whatIf)
      let saved: [UInt8]
      do throws(ModelFileError) {
        saved = try loaded.saved()
      } catch {
        throw Failure(error.lines)
      }
      if output == "-" { return Outcome(output: saved, errors: [], status: 0) }
      try expectNeighbours(of: output, saved, loaded)
      try writeFile(output, saved)
      let count = loaded.besideBase()?.changes.count ?? 0
      let changed = count == 1 ? "1 assumption" : "\(count) assumptions"
      return .fine("\(shown(output)): \(count == 0 ? "nothing" : changed) changed\n")
    })

  /// Looks whether a model, where it is to be written, would find what it extends and its tables, and would overwrite none of them.
  private static func expectNeighbours(
    of output: String, _ saved: [UInt8], _ loaded: LoadedModel
  ) throws(Failure) {
    let own = loaded.files.sources.all.count - 1
    let files = loaded.sources.all.enumerated().filter { $0.offset != own && !$0.element.isArgument }
      .map { $0.element }
    if files.contains(where: { isSame($0.name, output) }) {
      throw Failure("\(shown(output)): the model is made from this file too; choose another with --output")
    }
    let there: LoadedModel
    do throws(ModelFileError) {
      there = try Product.loaded(output, saved, WhatIf(), nil)
    } catch {
      throw Failure(error.lines + ["\(shown(output)): not written; save it beside the model"])
    }
    let others = there.sources.all.enumerated().filter { $0.offset != own }.map { $0.element }
    for (one, other) in zip(files, others) where one.text != other.text {
      throw Failure(
        "\(shown(output)): \(shown(other.name)) there is not what \(shown(one.name)) is; save it beside the model"
      )
    }
  }
}
