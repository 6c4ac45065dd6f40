import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// What a sweep came to, as a report of its own.
public struct SweepAnswer: Sendable {
  public var loaded: LoadedModel
  public var sweep: Sweep
  /// By point, by measure.
  public var values: [[Int64?]]

  public init(_ loaded: LoadedModel, _ sweep: Sweep, _ values: [[Int64?]]) {
    (self.loaded, self.sweep, self.values) = (loaded, sweep, values)
  }
}

/// A sweep as a tree, for any renderer: one axis is a table of measures, two are a grid a measure, more are a list of points.
public func sweepReport(on answer: SweepAnswer) -> Report {
  let model = answer.loaded.model
  let period = "\(model.firstYear) to \(model.lastYear)"
  let sweep = answer.sweep
  let axes = Wording.list(sweep.axes.map { $0.path })
  let blocks =
    sweep.axes.count == 2
    ? sweep.measures.indices.map { grid(answer, measure: $0) } : [list(answer)]
  return Report(
    name: "sweep", owner: model.council, title: "What if \(axes) were otherwise",
    subtitle: Text("\(model.title), \(period)"), notices: model.status.notice.map { [$0] } ?? [],
    running: Report.Running(
      head: "\(model.council): \(model.title), \(period)", foot: "What if \(axes) were otherwise"),
    opening: [
      .paragraph(
        "The model was run at \(Wording.number(Int64(sweep.count), of: "point", "points")); nothing else was changed. Where a value is the model’s own, it says so."
      ),
      .facts(
        sweep.axes.map { Fact(Text([.code($0.path)]), Text($0.meaning)) }
          + (answer.loaded.scenario.map { [Fact("In the scenario", Text($0))] } ?? [])
          + answer.loaded.overrides.map { Fact("Set beside", Text([.code($0)])) }),
    ],
    parts: [Report.Part("The sweep", [Section("sweep", "Results", blocks)])])
}

extension SweepAnswer {
  /// A value of an axis as a heading, with a word where it is what the model has.
  fileprivate func heading(_ axis: Varied, _ value: Varied.Value) -> Text {
    let own = loaded.assumptions.first { $0.path.isSame(as: axis.path) }?.valueText ?? ""
    let shown = Text(value.words.minused)
    return own.isSame(as: value.words) ? shown + ", the model’s" : shown
  }
}

extension String {
  /// With U+2212 for the hyphen before a figure.
  fileprivate var minused: String {
    utf8.first == UInt8(ascii: "-") ? "\u{2212}" + String(dropFirst()) : self
  }
}

private func list(_ answer: SweepAnswer) -> Block {
  let sweep = answer.sweep
  let rows = sweep.axes.count == 1 ? sweep.axes[0].values.count : sweep.count
  return .table(
    Table(
      "sweep",
      "Measures at each value, £, households and homes; effects are with the plan less without it, and a minus is a cost",
      columns: sweep.axes.map { .words(Text($0.path)) } + sweep.measures.map { .figures(Text($0.label)) },
      rows: (0..<rows).map { point in
        Table.Row(
          zip(sweep.axes, sweep.places(of: point)).map { .text(answer.heading($0, $0.values[$1])) }
            + zip(sweep.measures, answer.values[point]).map { $0.cell($1) })
      }))
}

/// The first axis down, the second across.
private func grid(_ answer: SweepAnswer, measure: Int) -> Block {
  let sweep = answer.sweep
  let (down, across) = (sweep.axes[0], sweep.axes[1])
  let figure = sweep.measures[measure]
  return .table(
    Table(
      "sweep-\(measure + 1)",
      "\(figure.label)\(figure.unit == .pence ? ", £; a minus is a cost" : ""): \(down.path) down, \(across.path) across",
      columns: [.words(Text(down.path))]
        + across.values.map { .figures(answer.heading(across, $0)) },
      rows: down.values.indices.map { row in
        Table.Row(
          [.text(answer.heading(down, down.values[row]))]
            + across.values.indices.map { column in
              figure.cell(answer.values[row * across.values.count + column][measure])
            })
      }))
}

/// A sweep as a sheet: a row a point, each measure as a plain number in its unit, money in pounds.
public func sweepSheet(on answer: SweepAnswer) -> [UInt8] {
  let sweep = answer.sweep
  var writer = CSVWriter(header: sweep.axes.map { $0.path } + sweep.measures.map { $0.name })
  for (point, values) in answer.values.enumerated() {
    let places = zip(sweep.axes, sweep.places(of: point)).map { CSVWriter.Field.text($0.values[$1].words) }
    writer.row(places + zip(sweep.measures, values).map { $0.field($1) })
  }
  return writer.bytes
}

extension Measure {
  /// A value as a sheet has it; empty where there is none.
  func field(_ value: Int64?) -> CSVWriter.Field {
    guard let value else { return .text("") }
    switch unit {
    case .pence: return .decimal(value, places: 2)
    case .millionths: return .decimal(value, places: 6)
    case .homes, .households, .tests: return .count(value)
    case .year, .verdict: return .text(write(value))
    }
  }
}
