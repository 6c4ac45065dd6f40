import CashFlow
import Finance
import Housing
import ModelFile
import Reports
import TOML

extension Command {
  static let backcast = Command(
    name: "backcast",
    summary: "How near a model would have come to a council's past numbers in TA",
    usage: "backcast MODEL [--tables FOLDER] [OPTION...]",
    options: [
      .tables,
      Option(
        name: "--from", value: "QUARTER",
        meaning: "The quarter at whose end it starts, such as 2023Q2; default the latest that leaves enough"),
      Option(
        name: "--quarters", value: "N",
        meaning: "How many quarters it runs, 1 to 40; default 8, or the most that the tables bear"),
      .set, .scenario,
      .format(["text", "csv", "json"], "Default text"),
    ],
    details: """
      Starts temporary accommodation at the published stock of a past quarter and runs it forward twice: on the published
      flows (main duties accepted come in, main duties ended leave), and on the model's own first years without its plan. Beside
      them stand the two naive forecasts to beat: no change, and the change of the year before again. An error is a method's
      households less the published stock; nothing is fitted. MODEL names its council by its code, such as
      code = "E07000040"; the table is MHCLG's, a row for each quarter and area, with the columns quarter, area_code, area_name,
      ta_total, main_accepted and main_ended. A figure that is empty (suppressed) or .. (no return) is not known, and not zero.
      """,
    examples: [
      "backcast models/thanet.toml",
      "backcast models/thanet.toml --tables tables --from 2023Q3 --quarters 4 --format csv",
    ],
    action: { arguments throws(Failure) in
      guard let model = arguments.operands.first else {
        throw arguments.command.badUse("no model is given; try `homeward backcast models/thanet.toml`")
      }
      guard arguments.operands.count == 1 else {
        throw arguments.command.badUse("give one model, not \(arguments.operands.count)")
      }
      let from = try quarter(arguments)
      let quarters = try count(arguments)
      let (loaded, backcast) = try made(model, arguments, from, quarters)
      return switch arguments["--format"] {
      case "csv": .fine(csv(backcast))
      case "json": .fine(json(backcast, loaded))
      default: .fine(text(backcast, loaded))
      }
    })

  private static func quarter(_ arguments: Arguments) throws(Failure) -> Quarter? {
    guard let text = arguments["--from"] else { return nil }
    guard let quarter = Quarter(named: Array(text.utf8)) else {
      throw arguments.badValue("--from", text, "a quarter", "write it as 2023Q2, April to June 2023")
    }
    return quarter
  }

  private static func count(_ arguments: Arguments) throws(Failure) -> Int? {
    guard let text = arguments["--quarters"] else { return nil }
    guard let count = wholeNumber(text), (1...40).contains(count) else {
      throw arguments.badValue(
        "--quarters", text, "a number of quarters from 1 to 40", "write 8 for two years")
    }
    return Int(count)
  }

  private static func made(
    _ model: String, _ arguments: Arguments, _ from: Quarter?, _ quarters: Int?
  ) throws(Failure) -> (LoadedModel, Backcast) {
    let name = model == "-" ? standardInput : model
    let text = try readModel(model)
    let tables = try arguments.tables()
    guard !Product.isLayer(text) else {
      throw Failure("\(shown(name)): national assumptions, no council: nothing to look back on")
    }
    do throws(ModelFileError) {
      let loaded = try Product.loaded(name, text, arguments.whatIf, tables)
      guard loaded.model.code != nil else {
        let remedy = "write code = \"E07000040\", the council's own, beside council"
        let place = loaded.place(of: "council") ?? Place(source: 0, start: 0, end: 0)
        throw ModelFileError(
          problems: [
            Problem(place: place, fault: "the model does not say its council's code", remedy: remedy)
          ],
          sources: loaded.sources)
      }
      if let backcast = try Reports.backcast(of: loaded, from: from, quarters: quarters) {
        return (loaded, backcast)
      }
    } catch {
      throw Failure(error.lines)
    }
    throw arguments.command.badUse(
      "\(shown(name)) names no tables; give --tables FOLDER, which holds \(LoadedModel.tablesName)")
  }

  private static func text(_ backcast: Backcast, _ loaded: LoadedModel) -> String {
    var rows = [
      ["Quarter", "Accepted", "Ended", "Published"]
        + Backcast.Method.allCases.flatMap { [$0.name, "error"] }
    ]
    rows.append([backcast.start.description, "", "", "\(backcast.opening)"])
    for step in backcast.steps {
      rows.append(
        [
          step.quarter.description, "\(step.accepted)", "\(step.ended)",
          step.published.map { "\($0)" } ?? "not known",
        ]
          + Backcast.Method.allCases.flatMap { method in
            [step[method].map { "\($0)" } ?? "-", step.error(method).map { "\($0)" } ?? "-"]
          })
    }
    rows.append(
      ["Mean size of the error", "", "", ""]
        + Backcast.Method.allCases.flatMap { method in
          ["", backcast.meanAbsoluteError(method).map { fixed(Double($0) / 1_000_000, places: 1) } ?? "-"]
        })
    let council = shown(loaded.model.council)
    let code = loaded.model.code ?? ""
    return "\(council) (\(code)): households in TA at the end of the quarter\n\n"
      + aligned(rows, textColumns: 1) + "\n" + verdicts(on: backcast).map { $0 + "\n" }.joined()
  }

  private static func csv(_ backcast: Backcast) -> String {
    let methods = Backcast.Method.allCases
    func known(_ number: Int64?) -> String { number.map { "\($0)" } ?? "" }
    var text =
      "quarter,published,accepted,ended"
      + methods.map { ",\($0.key),\($0.key)_error" }.joined() + "\n"
      + "\(backcast.start),\(backcast.opening),,"
      + methods.map { _ in ",\(backcast.opening),0" }.joined() + "\n"
    for step in backcast.steps {
      text += "\(step.quarter),\(known(step.published)),\(step.accepted),\(step.ended)"
      for method in methods { text += ",\(known(step[method])),\(known(step.error(method)))" }
      text += "\n"
    }
    return text
  }

  private static func json(_ backcast: Backcast, _ loaded: LoadedModel) -> String {
    let methods = Backcast.Method.allCases
    func known(_ number: Int64?) -> String { number.map { "\($0)" } ?? "null" }
    let steps = backcast.steps.map { step in
      "{\"quarter\":\"\(step.quarter)\",\"published\":\(known(step.published)),\"accepted\":\(step.accepted),\"ended\":\(step.ended)"
        + methods.map { ",\"\($0.key)\":\(known(step[$0])),\"\($0.key)_error\":\(known(step.error($0)))" }
        .joined()
        + "}"
    }
    let errors = methods.map { method in
      "\"\(method.key)\":"
        + (backcast.meanAbsoluteError(method).map { decimal(Double($0) / 1_000_000, places: 6) } ?? "null")
    }
    func beats(_ method: Backcast.Method, _ other: Backcast.Method) -> String {
      backcast.beats(method, other).map { "\($0)" } ?? "null"
    }
    let verdicts = [Backcast.Method.flows, .model].map { method in
      "\"\(method.key)\":{\"no_change\":\(beats(method, .noChange)),\"trend\":\(beats(method, .trend))}"
    }
    return
      "{\"council\":\(quoted(loaded.model.council)),\"code\":\(quoted(loaded.model.code ?? "")),\"from\":\"\(backcast.start)\",\"opening\":\(backcast.opening),\"quarters\":[\(steps.joined(separator: ","))],\"mean_absolute_error\":{\(errors.joined(separator: ","))},\"beats\":{\(verdicts.joined(separator: ","))}}\n"
  }
}

extension Backcast.Method {
  /// As machines read it.
  fileprivate var key: String {
    switch self {
    case .flows: "flows"
    case .model: "model"
    case .noChange: "no_change"
    case .trend: "trend"
    }
  }
}
