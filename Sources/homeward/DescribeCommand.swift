extension Command {
  static let describe = Command(
    name: "describe",
    summary: "List the assumptions that a model file may give, or the lines of its accounts",
    usage: "describe [PATTERN...] [OPTION...]",
    options: [
      Option(
        name: "--of", value: "assumptions|lines", meaning: "Default assumptions",
        choices: ["assumptions", "lines"]),
      .format(["text", "json", "csv"], "Default text"),
    ],
    details: """
      Each assumption with its path, unit, bounds, default, the source of the default, and meaning; each line with its unit, what its
      year is, how it is worked out and from what. A * is a name that the file gives.
      PATTERN is a part of a path or of a meaning (provision), or a path with names in it (loan.pwlb.rate); capitals do not matter.
      """,
    examples: [
      "describe", "describe loan", "describe programme.buy-backs.lead_time", "describe --format csv",
      "describe --of lines hra.rent.due",
    ],
    action: { arguments throws(Failure) in
      let isOfLines = arguments["--of"] == "lines"
      if isOfLines { return try describeLines(arguments) }
      let asked = try chosen(Product.assumptions(), "assumption", arguments)
      return switch arguments["--format"] {
      case "csv": .fine(csv(asked))
      case "json": .fine(json(asked))
      default: .fine(text(asked))
      }
    })

  /// The rows that are like one of the patterns; all where there is none.
  static func chosen<Row: Describable>(_ all: [Row], _ kind: String, _ arguments: Arguments) throws(Failure)
    -> [Row]
  {
    let patterns = arguments.operands
    guard let first = patterns.first else { return all }
    let asked = all.filter { row in patterns.contains { matches(row, $0) } }
    guard !asked.isEmpty else {
      throw arguments.command.badUse(
        "no \(kind) is like \"\(first)\"" + suggestion(for: first, among: all.map { $0.path }))
    }
    return asked
  }

  /// Whether a path or a meaning holds the pattern, or the pattern is the path with names for its stars.
  private static func matches(_ row: some Describable, _ pattern: String) -> Bool {
    let pattern = pattern.lowercased()
    if row.path.contains(pattern) || row.meaning.lowercased().contains(pattern) { return true }
    let keys = row.path.split(separator: ".")
    let words = pattern.split(separator: ".")
    return words.count <= keys.count && zip(keys, words).allSatisfy { $0 == "*" || $0 == $1 }
  }

  private static func text(_ rows: [Product.Described]) -> String {
    rows.map { row in
      var text = "\(row.path)\n  \(row.meaning)\n  \(row.unit)\(row.isByYear ? ", or one for each year" : "")"
      if !row.least.isEmpty { text += "; from \(row.least) to \(row.most)" }
      text += "\n  "
      if let standard = row.standard {
        text += "default \(standard) (\(row.source))"
      } else {
        text += row.isOptional ? "may be left out" : "required"
      }
      return text + "\n"
    }.joined(separator: "\n")
  }

  private static let names = ["path", "unit", "by_year", "least", "most", "default", "source", "meaning"]

  private static func csv(_ rows: [Product.Described]) -> String {
    var text = names.joined(separator: ",") + "\n"
    for row in rows {
      let cells = [
        row.path, row.unit, row.isByYear ? "yes" : "no", row.least, row.most, row.standard ?? "", row.source,
        row.meaning,
      ]
      text += cells.map { field($0) }.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func json(_ rows: [Product.Described]) -> String {
    let lines = rows.map { row in
      let values = [
        quoted(row.path), quoted(row.unit), "\(row.isByYear)", row.least.isEmpty ? "null" : quoted(row.least),
        row.most.isEmpty ? "null" : quoted(row.most), row.standard.map { quoted($0) } ?? "null",
        row.standard == nil ? "null" : quoted(row.source), quoted(row.meaning),
      ]
      return "  {" + zip(names, values).map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}"
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}
