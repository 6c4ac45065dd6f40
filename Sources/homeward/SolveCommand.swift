import Analysis
import ModelFile
import Reports

extension Command {
  static let solve = Command(
    name: "solve",
    summary: "The value of an assumption at which the plan begins or stops to hold",
    usage: "solve MODEL --find|--most|--least PATH [--between A..B] [--so-that CONDITION...] [OPTION...]",
    options: [
      Option(name: "--find", value: "PATH", meaning: "Where the conditions begin or stop to hold"),
      Option(name: "--most", value: "PATH", meaning: "The largest value at which they hold"),
      Option(name: "--least", value: "PATH", meaning: "The smallest value at which they hold"),
      Option(
        name: "--between", value: "A..B", meaning: "Where to look, in the units of the file: 3%..7%"),
      Option(
        name: "--so-that", value: "CONDITION",
        meaning: "Such as \"npv >= £0\"; as often as wanted, default passes", isRepeated: true),
      Option(
        name: "--step", value: "SIZE",
        meaning: "How closely; default 0.01 points, £1 (1p by week or night), or one"),
      .set, .scenario,
      .format(["text", "json", "md"], "Default text"),
    ],
    details: """
      PATH is a rate, amount, count or time of the model: loan.pwlb.rate; loan.pwlb.rate[2028-29], one year of it; loan.pwlb.rate+, a
      shift of all its years; loan.*.rate, each of them at one value. All CONDITIONs must hold: MEASURE >= VALUE, or <=, >, <, =. A measure is npv, budget, fewer, ta@2031-32,
      tests, payback, hra-lowest and the like, or a line of the accounts (hra.balance@2035-36, gf.net@difference); `passes` is every test
      passed, no HRA deficit and all paid for, and test.NAME one test.
      Without --between, rates and times are looked for within their own bounds (a shift of them within 10 points or 10 years), money
      and counts up to four times what they are (a shift within as much as they are). 16 values spread over the range are tried, and
      every change between two of them is narrowed to two neighbours, so a condition that holds, fails and holds again is told as such.
      A value that the model file may not say counts as failing. Exit status 1 if there is no such value.
      """,
    examples: [
      "solve models/east-devon.toml --find loan.pwlb-hra.rate",
      #"solve models/thanet.toml --least programme.lahf-round-2.grant_per_home --so-that "npv >= £1,000,000""#,
      #"solve models/thanet.toml --find loan.pwlb.rate+ --between=-2%..4% --format json"#,
    ],
    action: { arguments throws(Failure) in
      let (aim, path) = try aim(arguments)
      let model = try arguments.oneModel("homeward solve models/thanet.toml --most loan.pwlb.rate")
      let loaded = try Product.council(model, arguments.whatIf)
      let question: SolveQuestion
      do throws(QuestionFault) {
        let sought = try Sought(
          path, in: loaded, between: arguments["--between"], step: arguments["--step"])
        question = try SolveQuestion(loaded, aim, sought, soThat: arguments.all("--so-that"))
      } catch {
        throw arguments.command.badUse("\(shown(error.fault)); \(shown(error.remedy))")
      }
      let solution = Solution(question)
      var outcome: Outcome =
        switch arguments["--format"] {
        case "json": .fine(json(solution))
        case "md": Outcome(output: markdown(solveReport(solution)), errors: [], status: 0)
        default: .fine(text(solution))
        }
      outcome.status = solution.answers.isEmpty ? 1 : 0
      return outcome
    })

  private static func aim(_ arguments: Arguments) throws(Failure) -> (SolveQuestion.Aim, String) {
    let given = [SolveQuestion.Aim.find, .most, .least].compactMap { aim in
      arguments["--\(aim.rawValue)"].map { (aim, $0) }
    }
    guard let first = given.first else {
      throw arguments.command.badUse("nothing to look for; give --find, --most or --least with a PATH")
    }
    guard given.count == 1 else {
      throw arguments.command.badUse(
        "--\(first.0.rawValue) and --\(given[1].0.rawValue) are two questions; ask one")
    }
    return first
  }

  private static func text(_ solution: Solution) -> String {
    let question = solution.question
    var text = "\(shown(question.sought.words))\n"
    text += "So that: \(shown(question.conditions.map { $0.words }.joined(separator: "; ")))\n"
    text += "\(solution.method)\n\n\(solution.answer)\n"
    for bracket in solution.brackets {
      let sides = [solution.present, bracket.holds, bracket.fails]
      var rows = [
        ["", "As the model is"]
          + [("Holds at", bracket.holds), ("Fails at", bracket.fails)].map {
            "\($0.0) \(question.sought.write($0.1.value ?? 0))"
          }
      ]
      for (place, measure) in question.measures.enumerated() {
        rows.append([shown(measure.label)] + sides.map { $0.write(place, measure) })
      }
      text += "\n" + aligned(rows, textColumns: 1)
      for side in [bracket.fails, bracket.holds] {
        if let why = side.why(question.sought) { text += "\(shown(why))\n" }
      }
    }
    return text
  }

  // MARK: For machines

  private static func json(_ solution: Solution) -> String {
    let question = solution.question
    let sought = question.sought
    func value(_ value: Int64) -> String { quoted(sought.kind.write(value)) }
    func figures(_ side: SolveQuestion.Side) -> String {
      let members = question.measures.enumerated().map { place, measure in
        let figure = side.figures.indices.contains(place) ? side.figures[place].map { "\($0)" } : nil
        return "\(quoted(measure.name)):\(figure ?? "null")"
      }
      let failing = side.failing.map { quoted($0) }.joined(separator: ",")
      return
        "{\"value\":\(side.value.map { value($0) } ?? "null"),\"holds\":\(side.holds),\"figures\":{\(members.joined(separator: ","))},\"failing\":[\(failing)],\"refused\":\(side.refusal.map { quoted($0) } ?? "null")}"
    }
    let brackets = solution.brackets.map { bracket in
      "{\"holds\":\(figures(bracket.holds)),\"fails\":\(figures(bracket.fails))}"
    }
    let stretches = solution.stretches.map { "[\(value($0.lowerBound)),\(value($0.upperBound))]" }
    let members = [
      ("question", quoted(question.aim.rawValue)), ("path", quoted(sought.name)),
      ("so_that", "[\(question.conditions.map { quoted($0.words) }.joined(separator: ","))]"),
      ("between", "[\(value(sought.range.lowerBound)),\(value(sought.value(at: sought.lastStep)))]"),
      ("step", value(sought.step)), ("tried", "\(solution.tried)"),
      ("answers", "[\(solution.answers.map { value($0) }.joined(separator: ","))]"),
      ("at_end_of_range", "\(solution.isAtEnd)"), ("holds_from_to", "[\(stretches.joined(separator: ","))]"),
      ("in_the_model", figures(solution.present)), ("brackets", "[\(brackets.joined(separator: ","))]"),
    ]
    return "{" + members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}\n"
  }
}
