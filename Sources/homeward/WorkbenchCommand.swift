import FoundationEssentials

extension Command {
  static let workbench = Command(
    name: "workbench",
    summary: "Write the workbench: one page in which a model can be changed, without a network",
    usage: "workbench MODEL... [--output FILE]",
    options: [
      Option(
        name: "--output", short: "-o", value: "FILE",
        meaning: "The page; - for standard output; default workbench.html")
    ],
    details: """
      The page holds the models, what they extend, their tables, and the engine itself. Opened from a disk in a browser, it shows the report of
      a model, lets any assumption be changed, and works everything out again: byte for byte what `homeward report` writes with
      the same --set. It asks no server for anything, and saves the model, the report and the figures as files.
      """,
    examples: ["workbench models/*.toml", "workbench models/thanet.toml -o thanet.html"],
    action: { arguments throws(Failure) in
      guard !arguments.operands.isEmpty else {
        throw arguments.command.badUse("no model is given; try `homeward workbench models/*.toml`")
      }
      let output = arguments["--output"] ?? "workbench.html"
      guard !output.isEmpty else {
        throw arguments.command.badUse("--output is empty; give the name of a file")
      }
      guard let packed = pageModule, let module = Data(base64Encoded: packed) else {
        throw Failure(
          "homeward workbench: this homeward was built without the page; build it without HOMEWARD_PAGE=none, by a toolchain that has Embedded Swift for WebAssembly"
        )
      }
      let models = try WorkbenchModels(arguments.operands)
      // `-o models/*.toml` would take the first of them for the page
      guard !output.hasSuffix(".toml"), !models.files.contains(where: { isSame($0.name, output) }) else {
        throw Failure(
          "\(shown(output)): a page would replace this file of a model; choose another with --output")
      }
      let page = WorkbenchPage(models: models, module: [UInt8](module)).bytes
      if output == "-" { return Outcome(output: page, errors: models.notes, status: 0) }
      try writeFile(output, page)
      return Outcome(output: Array("\(shown(output))\n".utf8), errors: models.notes, status: 0)
    })
}
