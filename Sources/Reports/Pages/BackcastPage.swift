import CashFlow
import Finance
import Housing

/// How near the model's numbers in temporary accommodation would have come to the council's own, before any of its forecasts
/// is shown.
func backcastPage(_ backcast: Backcast, of area: String) -> Section {
  Section(
    "backcast", "Backcast against the published stock", message: backcast.message,
    [
      .chart(chart(backcast)),
      .table(errors(backcast)),
      .paragraph(unexplained(backcast)),
      .list([
        "Published flows: main duties accepted come in and main duties ended leave, a third of the quarter’s each month. Flows of the relief duty are not counted: most households owed it are never placed in TA. No table publishes moves into and out of TA.",
        "The model: its own first years without the plan, its opening numbers scaled to the published stock. It knows no published flow after the start, but its assumptions may have been chosen with later figures in view.",
        "The naive forecasts: the stock stays as it was; or it moves as over the year before.",
        "Source: the council’s rows (\(area)) in MHCLG’s detailed local authority tables of statutory homelessness, under the Open Government Licence v3.0. Later editions revise earlier quarters.",
      ]),
    ])
}

extension Findings {
  /// Nothing where no tables were read.
  var backcastSection: Section? {
    backcast.map { backcastPage($0, of: loaded.published?.area ?? model.council) }
  }
}

/// Of a council that is named by its code, and has no tables.
let noBackcast: Text =
  "No backcast against the council’s published stock was made: the model names no tables of it, and none were given."

/// What a command says under the figures: how far off each method is, and whether it beats the naive forecasts.
public func verdicts(on backcast: Backcast) -> [String] {
  backcast.methods.filter { $0 == .flows || $0 == .model }.map { backcast.standing($0, "\($0.name):") + "." }
}

extension Backcast.Method {
  public var name: String {
    switch self {
    case .flows: "Published flows"
    case .model: "The model"
    case .noChange: "No change"
    case .trend: "Last year’s change again"
    }
  }
}

extension Backcast {
  /// The methods that say something in every quarter whose stock was published.
  var methods: [Method] { Method.allCases.filter { absoluteError($0) != nil } }

  /// "Over eight quarters from June 2023 the published flows come within 5.5 households of the stock, nearer than both naive forecasts".
  var message: Text {
    "Over \(span) from \(Wording.month(start.lastMonth)) \(standing(.flows, "published flows are"))"
  }

  var span: String { Wording.number(Int64(steps.count), of: "quarter", "quarters") }

  /// How far off a method is on average, and against the naive forecasts.
  func standing(_ method: Method, _ subject: String) -> String {
    guard let error = meanAbsoluteError(method) else { return "\(subject) not compared" }
    let off = "\(subject) \(shown(error)) households off on average"
    let naive = [Method.noChange, .trend].filter { absoluteError($0) != nil }
    let beaten = naive.filter { beats(method, $0) == true }
    if beaten.count == naive.count {
      return off + (naive.count == 1 ? ", nearer than no change" : ", nearer than either naive forecast")
    }
    if beaten.isEmpty {
      return off
        + (naive.count == 1 ? ", no nearer than no change" : ", no nearer than either naive forecast")
    }
    return off
      + (beaten[0] == .noChange
        ? ", nearer than no change, but not than last year’s change again"
        : ", nearer than last year’s change again, but not than no change")
  }

  /// A mean error to a tenth.
  func shown(_ millionths: Int64) -> String { Wording.ratio(millionths: millionths, decimals: 1) }
}

private func chart(_ backcast: Backcast) -> Chart {
  let known = backcast.steps.filter { $0.published != nil }
  func line(_ name: String, _ style: Chart.Line.Style, _ value: (Backcast.Step) -> Int64?) -> Chart.Line {
    Chart.Line(
      name, style,
      ([backcast.opening] + known.map { value($0) }.prefix { $0 != nil }.compactMap { $0 }).map {
        $0 * 1_000_000
      })
  }
  let missing = backcast.steps.filter { $0.published == nil }.map { $0.quarter.description }
  var sentences: [Text] = [
    Text(backcast.standing(.flows, "Published flows are") + ".")
  ]
  if backcast.absoluteError(.model) != nil {
    sentences.append(Text(backcast.standing(.model, "The model is") + "."))
  }
  if !missing.isEmpty {
    sentences.append(
      "\(Wording.list(missing)) \(missing.count == 1 ? "is" : "are") left out of the chart and of the errors: no stock was published."
    )
  }
  return Chart(
    "backcast",
    "Households in TA at the end of the quarter, \(backcast.start.description) to \(known.last?.quarter.description ?? ""), published and run forward from the first",
    .lines(
      Chart.Lines(
        places: [backcast.start.description] + known.map { $0.quarter.description }, unit: .households,
        series: [
          line("Published flows", .without) { $0[.flows] }, line("The model", .base) { $0[.model] },
          line("Published stock", .with) { $0.published },
        ])), sentences: sentences, table: table(backcast))
}

private func table(_ backcast: Backcast) -> Table {
  let methods = backcast.shownMethods
  let start = Table.Row(
    [.text(backcast.start.description), .text("start"), .text("start"), .count(backcast.opening)]
      + methods.map { _ in .count(backcast.opening) })
  let rows = backcast.steps.map { step in
    Table.Row(
      [
        .text(step.quarter.description), .count(step.accepted), .count(-step.ended),
        step.published.map { .count($0) } ?? .text("not published"),
      ] + methods.map { method in step[method].map { .count($0) } ?? .text("not reached") })
  }
  return Table(
    "backcast-quarters",
    "Duties in the quarter, and households in TA at its end as published and by each method. A minus leaves.",
    columns: [
      .words("Quarter"), .figures("Duties accepted"), .figures("Duties ended"), .figures("Published stock"),
    ] + methods.map { .figures(Text($0.name)) }, rows: [start] + rows)
}

private func errors(_ backcast: Backcast) -> Table {
  let methods = backcast.shownMethods
  let rows = backcast.steps.map { step in
    Table.Row(
      [.text(step.quarter.description)]
        + methods.map { method in step.error(method).map { .count($0) } ?? .text("not known") })
  }
  let mean = methods.map { method in
    backcast.meanAbsoluteError(method).map { Cell.ratio(millionths: $0, decimals: 1) } ?? .text("not known")
  }
  return Table(
    "backcast-errors",
    "Error of each method: its households less the published stock; then the mean of the errors without their signs",
    columns: [.words("Quarter")] + methods.map { .figures(Text($0.name)) },
    rows: rows + [Table.Row(["Mean size"] + mean, role: .total)])
}

extension Backcast {
  /// Those that reach a quarter at least.
  fileprivate var shownMethods: [Method] {
    Method.allCases.filter { method in steps.contains { $0[method] != nil } }
  }
}

/// The residual, as it was found.
private func unexplained(_ backcast: Backcast) -> Text {
  let warning: Text =
    backcast.beats(.model, .noChange) == false
    ? " The model does no better than no change here: do not take its numbers in TA for a forecast." : ""
  guard let left = backcast.unexplained else { return warning }
  let span = Wording.number(Int64(left.quarters), of: "quarter", "quarters")
  if left.households == 0 {
    return "Over \(span) the published flows come out at the published stock." + warning
  }
  let side = left.households < 0 ? "left" : "came in"
  return
    "Over \(span) \(Wording.households(abs(left.households))) \(side) whom no published flow explains. This residual is not fitted here, so the errors stand as they are."
    + warning
}
