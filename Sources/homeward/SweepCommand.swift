import Analysis
import CashFlow
import Housing
import ModelFile
import Reports

extension Command {
  static let sweep = Command(
    name: "sweep",
    summary: "Run a model over ranges of its assumptions",
    usage: "sweep MODEL --vary PATH=FROM..TO:STEP [--vary ...] [--measure NAME ...] [OPTION...]",
    options: [
      Option(
        name: "--vary", value: "PATH=FROM..TO:STEP",
        meaning: "What to vary, in the units of the file; or PATH=VALUE|VALUE; as often as wanted",
        isRepeated: true),
      Option(
        name: "--measure", value: "NAME",
        meaning: "What to show: npv, budget, rehoused, tests, passes, a line@2031-32; as often as wanted",
        isRepeated: true),
      .set, .scenario,
      .format(["text", "md", "html", "csv"], "Default text"),
    ],
    details: """
      One range makes a table of measures, two make a grid for each measure, the first down and the second across; more make a
      list. A part of a path may be *, which means each of them: loan.*.rate. A path may end in a year, [2028-29], or in +,
      which moves a whole series: loan.pwlb.rate+=-1%..1%:0.25%. programme.*.rent_level moves all rents of a programme.
      Measures: rehoused, fewer, ta, budget, budget-hra, budget-gf, value, npv, npv-nominal, borrowed, spent, grant, homes, payback,
      cost-per-household, household-years, hra-lowest, tests, passes, test.NAME, and every line of the accounts, each perhaps
      @YEAR and @with, @without or @difference. At most 20,000 points.
      """,
    examples: [
      "sweep models/thanet.toml --vary loan.pwlb.rate=3%..7%:0.5%",
      "sweep models/bromley.toml --vary \"loan.*.rate=3%..7%:0.5%\" --vary \"programme.*.rent_level=80%..100%:5%\" --measure npv",
    ],
    action: { arguments throws(Failure) in
      let model = try arguments.oneModel(
        "homeward sweep models/thanet.toml --vary loan.pwlb.rate=3%..7%:0.5%")
      guard !arguments.all("--vary").isEmpty else {
        throw arguments.command.badUse("nothing is varied; say --vary loan.pwlb.rate=3%..7%:0.5%")
      }
      let loaded = try Product.council(model, arguments.whatIf)
      let forecast = Forecast(loaded.model)
      var axes: [Varied] = []
      var measures: [Measure] = []
      var problems: [String] = []
      for text in arguments.all("--vary") {
        do throws(QuestionFault) {
          axes.append(try Varied(text, loaded))
        } catch {
          problems.append("--vary \(shown(text)): \(error.fault); \(error.remedy)")
        }
      }
      for name in arguments.all("--measure") {
        do throws(QuestionFault) {
          measures.append(try Measure.named(name, loaded.model, forecast.plan))
        } catch {
          problems.append("--measure \(shown(name)): \(error.fault); \(error.remedy)")
        }
      }
      guard problems.isEmpty else { throw Failure(problems) }
      if measures.isEmpty { measures = Measure.headline(loaded.model) }
      let answer: SweepAnswer
      do throws(SweepFault) {
        let sweep = try Sweep(loaded, forecast, axes: axes, measures: measures)
        answer = SweepAnswer(loaded, sweep, try sweep.values(0..<sweep.count))
      } catch {
        switch error {
        case .question(let fault): throw Failure(["homeward sweep: \(fault.fault); \(fault.remedy)"])
        case .model(let error): throw Failure(error.lines)
        }
      }
      switch arguments["--format"] ?? "text" {
      case "html": return Outcome(output: html(sweepReport(on: answer)), errors: [], status: 0)
      case "csv": return Outcome(output: sweepSheet(on: answer), errors: [], status: 0)
      case "md": return Outcome(output: markdown(sweepReport(on: answer)), errors: [], status: 0)
      default: return .fine(text(answer))
      }
    })

  /// One axis as a list of lines in columns; more as they stand in the sheet.
  private static func text(_ answer: SweepAnswer) -> String {
    let sweep = answer.sweep
    var rows = [sweep.axes.map { $0.path } + sweep.measures.map { $0.name }]
    for (point, values) in answer.values.enumerated() {
      rows.append(
        zip(sweep.axes, sweep.places(of: point)).map { $0.values[$1].words }
          + zip(sweep.measures, values).map { $0.write($1) })
    }
    return columns(rows)
  }
}

/// Rows in columns, each as wide as its widest cell; all but the first are set to the right.
func columns(_ rows: [[String]]) -> String {
  var widths: [Int] = []
  for row in rows {
    for (place, cell) in row.enumerated() {
      if place == widths.count { widths.append(0) }
      widths[place] = max(widths[place], cell.count)
    }
  }
  return rows.map { row in
    var line = ""
    for (place, cell) in row.enumerated() {
      let space = String(repeating: " ", count: widths[place] - cell.count)
      if place > 0 { line += "  " }
      line += place == 0 ? cell + space : space + cell
    }
    while line.last == " " { line.removeLast() }
    return line + "\n"
  }.joined()
}
