import Analysis
import CashFlow
import Housing
import ModelFile
import Reports

extension Command {
  static let explain = Command(
    name: "explain",
    summary: "Where a figure comes from, down to the model file and the rules",
    usage: "explain MODEL LINE[@YEAR|@MONTH|@YEAR..YEAR] [OPTION...]",
    options: [
      Option(
        name: "--run", value: "with|without|difference",
        meaning: "With the plan (default), without it, or the one less the other",
        choices: ["with", "without", "difference"]),
      Option(
        name: "--depth", value: "N",
        meaning: "How many levels of the lines below it are explained too, 0 to 9; default 2"),
      .set, .scenario,
      .format(["text", "json", "markdown"], "Default text"),
    ],
    details: """
      Shows the figure of a line in a financial year (2031-32), a month (2031-10) or years together (2026-27..2035-36): its formula in words and with its numbers, what it
      adds up from, and what each of those is made from, down to lines of the model file with their citations and to rules with their
      sources. A balance or a count is its opening and what moves it. Without a time: every year. LINE is the name of a line, with the
      name of one loan, group of homes or kind of place in it (`homeward describe --of lines`), or the path of an assumption.
      """,
    examples: [
      "explain models/thanet.toml gf.net@2031-32 --run difference --depth 1",
      "explain models/thanet.toml stock.temporary-homes.two-bedroom.rent.due@2031-10",
      "explain models/thanet.toml ta.households",
      "explain models/thanet.toml hra.balance@2030-31 --format json",
    ],
    action: { arguments throws(Failure) in
      guard arguments.operands.count == 2 else {
        throw arguments.command.badUse(
          arguments.operands.count > 2
            ? "\"\(arguments.operands[2])\" is not expected"
            : "give a model and a line, such as models/thanet.toml gf.net@2031-32")
      }
      let depth = try arguments.depth()
      let loaded = try Product.council(arguments.operands[0], arguments.whatIf)
      let explainer = Explainer(loaded, Forecast(loaded.model))
      let question: ExplanationQuestion
      do throws(QuestionFault) {
        question = try explainer.question(arguments.operands[1])
      } catch {
        throw arguments.command.badUse("\(shown(error.fault)); \(shown(error.remedy))")
      }
      return .fine(answer(question, explainer, depth, arguments))
    })

  private static func answer(
    _ question: ExplanationQuestion, _ explainer: Explainer, _ depth: Int, _ arguments: Arguments
  ) -> String {
    let run: Forecast.Run =
      switch arguments["--run"] {
      case "without": .without
      case "difference": .difference
      default: .with
      }
    let format = arguments["--format"] ?? "text"
    let firstYear = explainer.firstYear
    var text = ExplainText(firstYear: firstYear)
    switch (question.subject, question.time) {
    case (.assumption(let place), let time):
      let assumption = explainer.assumption(place, time)
      if format == "json" { return ExplainJSON(firstYear: firstYear).text(assumption) }
      if format == "markdown" { return explainer.markdown(of: assumption) }
      text.write(assumption, 0)
    case (.line(let line), nil):
      let years = explainer.allYears(of: line)
      if format == "json" { return ExplainJSON(firstYear: firstYear).text(years, run: arguments["--run"]) }
      if format == "markdown" { return explainer.markdown(of: years) }
      text.write(years, run: arguments["--run"])
    case (.line(let line), let time?):
      let explanation = explainer.explain(line, run, time, depth: depth)
      if format == "json" { return ExplainJSON(firstYear: firstYear).text(explanation) }
      if format == "markdown" { return explainer.markdown(of: explanation) }
      text.write(explanation)
    }
    return text.text
  }
}

extension Arguments {
  fileprivate func depth() throws(Failure) -> Int {
    guard let text = self["--depth"] else { return 2 }
    guard let depth = wholeNumber(text), depth <= 9 else {
      throw badValue("--depth", text, "a whole number from 0 to 9", "write one such as 2")
    }
    return Int(depth)
  }
}
