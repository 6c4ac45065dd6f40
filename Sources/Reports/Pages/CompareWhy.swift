import Analysis
import CashFlow
import Finance
import ModelFile

/// Why each headline figure moved, the main lines after them, and how the split is made.
func whySections(_ answer: ComparisonAnswer, hasPictures: Bool) -> [Section] {
  guard answer.inOrder != nil || answer.shapley != nil else { return [] }
  let comparison = answer.comparison
  let headline = comparison.headline.count { $0.isMoved }
  var blocks: [Block] = []
  for (figure, movement) in comparison.split.enumerated() where figure < headline {
    blocks.append(.section(why(answer, figure, movement, hasPictures: hasPictures)))
  }
  let lines: [Block] = comparison.split.indices.dropFirst(headline).flatMap { figure -> [Block] in
    answer.tables.enumerated().map { number, splits in
      .table(parts(answer, splits, figure, "line-\(figure)-\(number)"))
    }
  }
  if !lines.isEmpty { blocks.append(.fold("The main lines of the accounts, split in the same way", lines)) }
  let causes = Int64((answer.shapley ?? answer.inOrder)?.causes.count ?? 0)
  return [
    Section(
      "why", "Why it moved",
      message:
        "\(Wording.leadingNumber(causes)) \(causes == 1 ? "cause makes" : "causes together make") the whole of each movement",
      blocks),
    Section(
      "how", "How the movement is split", message: "The parts add up to the whole, to the penny", how(answer)),
  ]
}

private func why(
  _ answer: ComparisonAnswer, _ figure: Int, _ movement: Movement, hasPictures: Bool
) -> Section {
  let all = answer.tables
  let id = "why-\(movement.name)"
  var blocks: [Block] = []
  for (number, splits) in all.enumerated() {
    let table = parts(answer, splits, figure, "\(id)-\(number)")
    let isPicture = number == all.count - 1
    if hasPictures, isPicture, let plot = waterfall(splits[splits.count - 1], figure, movement) {
      blocks.append(
        .chart(
          Chart(
            "\(id)-chart",
            "\(movement.label): what each cause adds or takes, by \(splits[splits.count - 1].method.words)",
            .waterfall(plot), sentences: [largest(splits[splits.count - 1], figure, movement)], table: table))
      )
    } else {
      blocks.append(.table(table))
    }
  }
  let split = all.last?.last
  if let split, split.parts[figure] == nil {
    blocks = [
      .paragraph(
        "This is not split: with some of the causes and not the others there is no such figure.")
    ]
  }
  return Section(id, movement.label, message: Text(movement.moves.capitalised), blocks)
}

/// The causes with what each adds, a column for each way of splitting, and what they come to.
private func parts(_ answer: ComparisonAnswer, _ splits: [Split], _ figure: Int, _ id: String) -> Table {
  let movement = answer.comparison.split[figure]
  var rows = answer.parts(of: figure, splits).map { part in
    let name: Text =
      part.cause.map { .code($0.name) } ?? Text(Wording.leadingNumber(Int64(part.count)) + " others")
    return Table.Row([.text(name)] + part.shown.map { movement.cell(change: $0) })
  }
  rows.append(
    Table.Row(
      [.text("Altogether")] + splits.map { _ in movement.cell(change: movement.shownChange) }, role: .total))
  return Table(
    id, movement.title + ": what each cause adds or takes",
    columns: [.words("Cause")] + splits.map { .figures(Text($0.method.title)) }, rows: rows)
}

/// The largest causes, the rest as one.
private func waterfall(_ split: Split, _ figure: Int, _ movement: Movement) -> Chart.Waterfall? {
  guard let parts = split.parts[figure] else { return nil }
  let unit: Chart.Unit
  let scale: Int64
  switch movement.unit {
  case .pence: (unit, scale) = (.money, 1)
  case .homes, .households: (unit, scale) = (.households, 1_000_000)
  case .millionths: (unit, scale) = (.households, 1)
  case .tests, .year, .verdict: return nil
  }
  let most = 8
  let moved = parts.indices.filter { parts[$0] != 0 }
  let shown =
    moved.count <= most
    ? moved : Array(moved.sorted { parts[$0].magnitude > parts[$1].magnitude }.prefix(most - 1)).sorted()
  var steps = shown.map { Chart.Waterfall.Step(split.causes[$0].shortName, parts[$0] &* scale) }
  let rest = moved.filter { !shown.contains($0) }
  if !rest.isEmpty {
    steps.append(
      .init(
        "\(Wording.leadingNumber(Int64(rest.count))) others", rest.reduce(0) { $0 + parts[$1] } &* scale))
  }
  return Chart.Waterfall(unit: unit, steps: steps, whole: "Altogether")
}

/// "The largest part is loan.pwlb.rate, −£16.1m; one of three causes has no effect."
private func largest(_ split: Split, _ figure: Int, _ movement: Movement) -> Text {
  guard let parts = split.shownParts(figure, movement),
    let most = parts.indices.max(by: { parts[$0].magnitude < parts[$1].magnitude })
  else { return "" }
  let idle = Int64(parts.count { $0 == 0 })
  var text: Text =
    "The largest part is \(code: split.causes[most].shortName), \(movement.said(part: parts[most]))."
  if idle > 0 {
    text =
      text
      + " \(Wording.leadingNumber(idle)) of \(Wording.number(Int64(parts.count))) causes \(idle == 1 ? "has" : "have") no effect on it."
  }
  return text
}

private func how(_ answer: ComparisonAnswer) -> [Block] {
  var items: [Text] = []
  if answer.inOrder != nil {
    items.append(
      "\(strong: "One at a time"): each change is made after those before it, in the order of the later model’s register. What two changes do only together falls to the second of them."
    )
  }
  switch answer.shapley?.method {
  case .shapley:
    items.append(
      "\(strong: "Every order"): what a change adds to those made before it, on average over every order in which they can be made (Shapley values). What changes do only together is shared between them."
    )
  case .sampled(let orders):
    items.append(
      "\(strong: "Drawn orders"): what a change adds to those made before it, on average over \(count: orders) orders drawn by chance, each also taken backwards (Shapley values, estimated). There are too many causes to try every order."
    )
  case .inOrder, nil: break
  }
  items.append(
    "A part is worked out by running the model with some of the changes and not the others. Fractions of a penny, a home or a household go to the parts with the largest remainders, so that parts add up."
  )
  for split in [answer.inOrder, answer.shapley].compactMap({ $0 }) where split.isJoined {
    for cause in split.causes where cause.names.count > 1 {
      items.append(
        "\(split.method.title): \(Text(joining: cause.names)) are one cause, since the model cannot be read with one and not the other."
      )
    }
  }
  return [.list(items)]
}

extension Split.Method {
  fileprivate var words: String {
    switch self {
    case .inOrder: "one change at a time"
    case .shapley: "the average over every order"
    case .sampled: "the average over drawn orders"
    }
  }
}

extension Text {
  /// Paths in a list: `a`, `b` and `c`.
  fileprivate init(joining names: [String]) {
    var spans: [Span] = []
    for (place, name) in names.enumerated() {
      if place > 0 { spans.append(.plain(place == names.count - 1 ? " and " : ", ")) }
      spans.append(.code(name))
    }
    self.init(spans)
  }
}
