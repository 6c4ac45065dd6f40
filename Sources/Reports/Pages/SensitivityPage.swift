import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// What each uncertain thing does to the plan, one at a time: a tornado, and every end in a table.
func sensitivityPage(_ findings: Findings) -> Section? {
  guard findings.hasPlan || findings.hasContracts, !findings.withholds else { return nil }
  let sensitivity = Sensitivity.of(findings.loaded, findings.forecast)
  return Section(
    "sensitivity", "What each uncertain figure does", message: sensitivity.message,
    sensitivity.blocks(findings.span))
}

/// The same as a document of its own.
public func sensitivityReport(_ sensitivity: Sensitivity, _ loaded: LoadedModel) -> Report {
  let model = loaded.model
  let span = Wording.number(model.years, of: "year", "years")
  return Report(
    name: "sensitivity", owner: model.council, title: model.title,
    subtitle: "What each uncertain figure does to the plan", notices: model.status.notice.map { [$0] } ?? [],
    running: Report.Running(
      head: "\(model.council): \(model.title)", foot: "Inputs \(SHA256.fingerprint(of: loaded.sources))"),
    opening: [.answer(sensitivity.message)] + sensitivity.blocks(span), parts: [])
}

extension Sensitivity {
  fileprivate func name(_ bar: Bar) -> String { isPreset ? bar.name : bar.name.spaced }

  /// The ends of a bar whose models there are, the first and the last; where there is but one, the other is the plan as it is.
  private func drawnBar(_ bar: Bar, _ base: Int64) -> Chart.Tornado.Bar? {
    let known = bar.ends.filter { $0.values.first.flatMap { $0 } != nil }.map {
      Chart.Tornado.End($0.words.withMinuses, $0.values[0] ?? base)
    }
    guard let first = known.first, let last = known.last else { return nil }
    return Chart.Tornado.Bar(
      name(bar).cut(to: 28), low: known.count > 1 ? first : Chart.Tornado.End("as it is", base), high: last)
  }

  /// Which figure matters most, as a title.
  public var message: Text {
    let first = measures[0]
    guard let widest = bars.first, widest.size(of: 0, base) > 0 else {
      return Text("No figure looked at changes this: \(first.label)")
    }
    let values = (widest.ends.compactMap { $0.values.first.flatMap { $0 } } + [base[0] ?? 0])
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    return
      "\(Text(name(widest))) matters most: \(Text(first.label)) would be from \(Text(first.shown(least))) to \(Text(first.shown(most))), where the plan has \(Text(first.shown(base[0] ?? 0)))"
  }

  func blocks(_ span: String) -> [Block] {
    var blocks: [Block] = []
    blocks.append(
      .paragraph(
        isPreset
          ? Text([
            .plain(
              "Each thing is changed by itself and all else stays, and the plan is run again. The model gives no ranges of its own, so these are usual ones, for whose sizes no source was read (general knowledge, unverified). Tables named "
            ), .code("[register.NAME]"), .plain(" in the model file give better."),
          ])
          : "Each assumption in the register of the model is put at either end of its own range and all else stays, and the plan is run again."
      ))
    if let chart { blocks.append(.chart(chart)) } else { blocks.append(.table(table(span))) }
    let refused = bars.flatMap { bar in
      bar.ends.compactMap { end in
        end.refusal.map {
          Text("\(name(bar)) at \(end.words.withMinuses): there is no such model, since \($0).")
        }
      }
    }
    if !refused.isEmpty { blocks.append(.list(refused)) }
    return blocks
  }

  private var chart: Chart? {
    guard let unit = measures[0].chartUnit, let base = base[0] else { return nil }
    let drawn = bars.compactMap { drawnBar($0, base) }
    guard !drawn.isEmpty else { return nil }
    let unmoved = bars.filter { $0.size(of: 0, self.base) == 0 }.map { name($0).lowered }
    var sentences: [Text] = [
      "Each bar runs from where the plan stands to what the lowest value (filled) and the highest value (open, and where there is but one) would make of it."
    ]
    if !unmoved.isEmpty {
      sentences.append(
        Text(
          "Not moved by \(Wording.list(unmoved))."
            + (measures[0].name.isSame(as: "npv")
              ? " NPV is of cash before borrowing, so no rate of a loan moves it." : "")))
    }
    return Chart(
      "tornado", Text("\(measures[0].label), by what is changed, the widest first"),
      .tornado(Chart.Tornado(unit: unit, base: base, bars: drawn)), sentences: sentences,
      table: table("all years"))
  }

  /// Every end of every bar; the model as it is first.
  private func table(_ span: String) -> Table {
    let tests = measures.firstIndex { $0.unit == .tests }
    let shown = measures.indices.filter { $0 != tests }
    // how far it moves is said of money; of households a reader sees it
    func cells(_ place: Int, _ values: [Int64?]) -> [Cell] {
      let shown = measures[place].cell(values[place])
      guard measures[place].unit == .pence else { return [shown] }
      guard let value = values[place], let was = base[place] else { return [shown, .nothing] }
      return [shown, measures[place].changeCell(from: was, to: value)]
    }
    func row(_ name: String, _ words: String, _ values: [Int64?], _ failing: String) -> Table.Row {
      Table.Row(
        [.text(name), .text(words.withMinuses)] + shown.flatMap { cells($0, values) }
          + (tests.map { [measures[$0].cell(values[$0]), .text(failing)] } ?? []))
    }
    var rows = [row("The plan as the model has it", "", base, "none")]
    rows[0].cells[1] = "as it is"
    for bar in bars {
      for end in bar.ends where end.refusal == nil {
        rows.append(
          row(
            name(bar), end.words, end.values,
            end.newlyFailing.isEmpty ? "none" : end.newlyFailing.joined(separator: ", ")))
      }
    }
    return Table(
      "sensitivity",
      "Measures with one thing changed, £ and households, over \(Text(span)), and the change from the plan as it is; a minus is a cost or a loss",
      columns: [.words("What is changed"), .words("To")]
        + shown.flatMap { place -> [Table.Column] in
          let label = measures[place].label
          return [.figures(Text(label))] + (measures[place].unit == .pence ? [.figures("Change")] : [])
        }
        + (tests == nil ? [] : [.figures("Tests passed"), .words("Tests that then fail")]),
      rows: rows)
  }
}

extension Measure {
  /// What a chart draws of it; nothing where it is no size.
  fileprivate var chartUnit: Chart.Unit? {
    switch unit {
    case .pence: .money
    case .millionths: .households
    case .homes, .households, .tests, .year, .verdict: nil
    }
  }

  /// In a sentence.
  fileprivate func shown(_ value: Int64) -> String {
    unit == .pence ? Wording.money(Money(pence: value)) : write(value)
  }
}

extension String {
  /// At most so many characters, the last of them dots where there were more.
  fileprivate func cut(to most: Int) -> String {
    guard unicodeScalars.count > most else { return self }
    var words = ""
    for scalar in unicodeScalars.prefix(most - 1) { words.unicodeScalars.append(scalar) }
    return words + "…"
  }
}
