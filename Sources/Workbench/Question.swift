import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import Reports

/// What can be asked of a model. Each but the first page and the inputs is a command too, and takes the command's words.
enum Question: String {
  /// A document of the report: "md", "html" or "csv". With "--no-futures" its section of futures stands empty: they take long.
  case report
  /// The first page in HTML, alone.
  case firstPage = "first-page"
  /// Whose model it is and what can be asked of it, as JSON.
  case about
  /// Every assumption that can be changed, as JSON.
  case inputs
  /// The model file with what is set written into it.
  case save
  case compare, sweep, solve, explain

  func answer(_ words: [String], _ loaded: LoadedModel) throws(Refusal) -> [UInt8] {
    switch self {
    case .report: try read { () throws(ModelFileError) in try report(words, loaded) }
    case .firstPage: try read { () throws(ModelFileError) in try Reports.firstPage(of: loaded) }
    case .about: about(loaded)
    case .inputs: Inputs(loaded).json
    case .save: try read { () throws(ModelFileError) in try loaded.saved() }
    case .compare: try read { () throws(ModelFileError) in try compare(loaded) }
    case .sweep: try sweep(Words(words), loaded)
    case .solve: try ask { () throws(QuestionFault) in try solve(Words(words), loaded) }
    case .explain: try ask { () throws(QuestionFault) in try explain(Words(words), loaded) }
    }
  }

  private func read(_ work: () throws(ModelFileError) -> [UInt8]) throws(Refusal) -> [UInt8] {
    do throws(ModelFileError) { return try work() } catch { throw Refusal(error.lines) }
  }

  private func ask<Answer>(_ work: () throws(QuestionFault) -> Answer) throws(Refusal) -> Answer {
    do throws(QuestionFault) { return try work() } catch { throw Refusal(error) }
  }

  private func report(_ words: [String], _ loaded: LoadedModel) throws(ModelFileError) -> [UInt8] {
    let findings = try Findings(loaded)
    let isWhole = !words.contains { $0.isSame(as: "--no-futures") }
    switch words.first {
    case "md": return markdownReport(on: findings)
    case "csv": return figuresSheet(of: findings)
    default: return htmlReport(on: findings, hasFutures: isWhole)
    }
  }

  /// What is changed beside the base, what moved and why: the bytes of `compare MODEL --set … --format html`.
  private func compare(_ loaded: LoadedModel) throws(ModelFileError) -> [UInt8] {
    let base = try loaded.base()
    let comparison = Comparison(base, loaded)
    func evaluate(_ coalitions: [[Bool]]) -> [[Int64?]?] { coalitions.map { comparison.values($0) } }
    let isAny = !comparison.split.isEmpty && !comparison.causes.isEmpty
    let isShapley = isAny && comparison.causes.count <= Comparison.mostUnasked
    let name = base.files.topName
    let answer = ComparisonAnswer(
      comparison, firstName: name, secondName: name + loaded.settingWords,
      inOrder: isAny ? comparison.inOrder(evaluate) : nil,
      shapley: isShapley ? comparison.shapley(orders: 64, seed: 1, evaluate) : nil)
    return html(compareReport(on: answer))
  }

  private func sweep(_ words: Words, _ loaded: LoadedModel) throws(Refusal) -> [UInt8] {
    let forecast = Forecast(loaded.model)
    var axes: [Varied] = []
    var measures: [Measure] = []
    for text in words.all("--vary") {
      axes.append(try ask { () throws(QuestionFault) in try Varied(text, loaded) })
    }
    for name in words.all("--measure") {
      measures.append(
        try ask { () throws(QuestionFault) in try Measure.named(name, loaded.model, forecast.plan) })
    }
    if measures.isEmpty { measures = Measure.headline(loaded.model) }
    do throws(SweepFault) {
      let sweep = try Sweep(loaded, forecast, axes: axes, measures: measures)
      return html(sweepReport(on: SweepAnswer(loaded, sweep, try sweep.values(0..<sweep.count))))
    } catch {
      switch error {
      case .question(let fault): throw Refusal(fault)
      case .model(let error): throw Refusal(error.lines)
      }
    }
  }

  private func solve(_ words: Words, _ loaded: LoadedModel) throws(QuestionFault) -> [UInt8] {
    let aims = [SolveQuestion.Aim.find, .most, .least]
    guard let aim = aims.first(where: { words.first("--\($0.rawValue)") != nil }),
      let path = words.first("--\(aim.rawValue)")
    else { throw QuestionFault("nothing to look for", "give --find, --most or --least with a PATH") }
    let sought = try Sought(path, in: loaded, between: words.first("--between"), step: words.first("--step"))
    let question = try SolveQuestion(loaded, aim, sought, soThat: words.all("--so-that"))
    return html(solveReport(Solution(question)))
  }

  private func explain(_ words: Words, _ loaded: LoadedModel) throws(QuestionFault) -> [UInt8] {
    let explainer = Explainer(loaded, Forecast(loaded.model))
    let run: Forecast.Run =
      switch words.first("--run") {
      case "without": .without
      case "difference": .difference
      default: .with
      }
    return explainer.html(of: try explainer.question(words.operand ?? ""), run)
  }
}

/// What a question was told: options with their values, and what stands alone.
struct Words {
  private var options: [(name: String, value: String)] = []
  private(set) var operand: String?

  init(_ words: [String]) {
    var name: String?
    for word in words {
      if let option = name {
        options.append((name: option, value: word))
        name = nil
      } else if word.begins(with: "--") {
        name = word
      } else {
        operand = word
      }
    }
  }

  func all(_ name: String) -> [String] {
    options.filter { $0.name.isSame(as: name) }.map { $0.value }
  }

  func first(_ name: String) -> String? { all(name).first }
}
