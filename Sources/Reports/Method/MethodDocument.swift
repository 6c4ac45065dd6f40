import CashFlow
import Housing

/// What every figure means: the method whole, with every line that a model can have, as the project's own page has it.
public func method() -> Report {
  Report(
    name: "method", owner: "The method", title: "What every figure means",
    subtitle:
      "How a projection is reckoned, and every line that a model can have. Each report has the same method, and those of the lines that its model uses.",
    running: Report.Running(head: "What every figure means", foot: "The method"), opening: [],
    parts: [
      Report.Part(
        "The method", methodTopics.map { Section($0.id, $0.title, [.list($0.points)]) }),
      Report.Part("The lines", [Section("lines", "Lines", [.table(lineTable(everyLine(), everyRow))])]),
    ])
}

/// The lines of a model that has one of everything, each named `*`.
public func everyLine() -> [Meaning] { Plan(Model.blank().model).lines.meanings }

private let everyRow: Text =
  "Every line, how it is worked out, its unit and sign, and what its year is. A star stands for one of many: a group of homes, a loan, a kind of place"

/// One row for each name of a line, whoever owns it, in the order of the ledger.
func lineTable(_ meanings: [Meaning], _ caption: Text) -> Table {
  var seen: Set<[UInt8]> = []
  var rows: [Table.Row] = []
  for meaning in meanings where seen.insert(Array(meaning.id.utf8)).inserted {
    rows.append(
      Table.Row(
        [
          .code(meaning.id), .text(meaning.label), .text(formula(meaning.derivation)),
          .text(
            "\(meaning.quantity.words), \(meaning.sign.rawValue), \(meaning.period == .flow ? "summed" : "in March")"
          ),
        ], id: meaning.id))
  }
  return Table(
    "lines", caption,
    columns: [.words("Line"), .words("What it is"), .words("Formula"), .words("Unit, sign, year")], rows: rows
  )
}

extension Quantity {
  /// What one of it is.
  public var words: String {
    switch self {
    case .pence: "pounds"
    case .homes, .homeMillionths: "homes"
    case .households: "households"
    case .nights: "nights"
    }
  }
}

/// A derivation with what stands in braces as code.
private func formula(_ derivation: String) -> Text {
  var spans: [Text.Span] = []
  var part: [UInt8] = []
  func settle(_ isCode: Bool) {
    if part.isEmpty { return }
    let words = String(decoding: part, as: UTF8.self)
    spans.append(isCode ? .code(words) : .plain(words))
    part = []
  }
  for byte in derivation.utf8 {
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
      settle(byte == UInt8(ascii: "}"))
    } else {
      part.append(byte)
    }
  }
  settle(false)
  return Text(spans)
}
