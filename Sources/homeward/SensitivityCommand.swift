import Analysis
import CashFlow
import ModelFile
import Reports

extension Command {
  static let sensitivity = Command(
    name: "sensitivity",
    summary: "What each uncertain figure does to a plan, the widest first",
    usage: "sensitivity MODEL [--measure NAME] [OPTION...]",
    options: [
      Option(
        name: "--measure", value: "NAME",
        meaning: "What to sort by: npv (default), budget, fewer, a line@2031-32"),
      .set, .scenario,
      .format(["text", "md", "html", "json"], "Default text"),
    ],
    details: """
      Each assumption of the model's register is put at either end of its own range, one at a time:
        [register.rate]
        path = "loan.pwlb.rate"
        low = "4%"                  # a value of its own
        high = "+=1%"               # or a shift of all its years
        owner = "Treasury", review_by = "2026-27" and confidence = "medium" are shown beside it.
      A model without ranges is tried at usual ones: growth of every price index -2, -1, +1 and +2 points, the cost of getting a home
      -5%, +5% and +10%, rates of new loans and rises of rents -1 and +1 point. NPV is of cash before borrowing: no rate moves it.
      """,
    examples: [
      "sensitivity models/thanet.toml", "sensitivity models/thanet.toml --measure budget --format md",
    ],
    action: { arguments throws(Failure) in
      let model = try arguments.oneModel("homeward sensitivity models/thanet.toml")
      let loaded = try Product.council(model, arguments.whatIf)
      let forecast = Forecast(loaded.model)
      var measure: Measure?
      if let name = arguments["--measure"] {
        do throws(QuestionFault) {
          measure = try Measure.named(name, loaded.model, forecast.plan)
        } catch {
          throw arguments.command.badUse(
            "--measure \(shown(name)): \(shown(error.fault)); \(shown(error.remedy))")
        }
      }
      let found = Sensitivity.of(loaded, forecast, by: measure)
      return switch arguments["--format"] {
      case "html": Outcome(output: html(sensitivityReport(found, loaded)), errors: [], status: 0)
      case "md": Outcome(output: markdown(sensitivityReport(found, loaded)), errors: [], status: 0)
      case "json": .fine(json(found))
      default: .fine(text(found))
      }
    })

  private static func text(_ found: Sensitivity) -> String {
    var rows = [["What is changed", "to"] + found.measures.map { $0.label }]
    rows.append(["The plan as the model has it", ""] + zip(found.measures, found.base).map { $0.write($1) })
    var refused: [String] = []
    for bar in found.bars {
      for end in bar.ends {
        if let refusal = end.refusal {
          refused.append(
            "\(shown(bar.name)) at \(shown(end.words)): there is no such model: \(shown(refusal))\n")
        } else {
          rows.append(
            [shown(bar.name), shown(end.words)] + zip(found.measures, end.values).map { $0.write($1) })
        }
      }
    }
    return aligned(rows, textColumns: 2) + refused.joined()
  }

  private static func json(_ found: Sensitivity) -> String {
    func figures(_ values: [Int64?]) -> String {
      let members = zip(found.measures, values).map { "\(quoted($0.name)):\($1.map { "\($0)" } ?? "null")" }
      return "{\(members.joined(separator: ","))}"
    }
    let bars = found.bars.map { bar in
      let ends = bar.ends.map { end in
        "{\"value\":\(quoted(end.words)),\"figures\":\(figures(end.values)),\"newly_failing\":[\(end.newlyFailing.map { quoted($0) }.joined(separator: ","))],\"refused\":\(end.refusal.map { quoted($0) } ?? "null")}"
      }
      return
        "{\"name\":\(quoted(bar.name)),\"in_the_model\":\(quoted(bar.present)),\"ends\":[\(ends.joined(separator: ","))]}"
    }
    return
      "{\"is_preset\":\(found.isPreset),\"in_the_model\":\(figures(found.base)),\"bars\":[\(bars.joined(separator: ","))]}\n"
  }
}
