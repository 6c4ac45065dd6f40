/// What has a path and a meaning to look it up by.
protocol Describable {
  var path: String { get }
  var meaning: String { get }
}

extension Product.Described: Describable {}
extension Product.DescribedLine: Describable {}

extension Command {
  /// The lines of the accounts: what `describe --of lines` prints.
  static func describeLines(_ arguments: Arguments) throws(Failure) -> Outcome {
    let rows = try chosen(Product.lines(), "line", arguments)
    let names = ["line", "unit", "sign", "year", "formula", "inputs", "meaning"]
    switch arguments["--format"] {
    case "csv":
      let lines = rows.map { row in
        [row.path, row.unit, row.sign, row.year, row.formula, row.inputs.joined(separator: " "), row.meaning]
          .map { field($0) }.joined(separator: ",")
      }
      return .fine(([names.joined(separator: ",")] + lines).map { $0 + "\n" }.joined())
    case "json":
      let lines = rows.map { row in
        let inputs = "[" + row.inputs.map { quoted($0) }.joined(separator: ", ") + "]"
        let values = [
          quoted(row.path), quoted(row.unit), quoted(row.sign), quoted(row.year), quoted(row.formula), inputs,
          quoted(row.meaning),
        ]
        return "  {" + zip(names, values).map { "\(quoted($0)): \($1)" }.joined(separator: ", ") + "}"
      }
      return .fine("[\n" + lines.joined(separator: ",\n") + "\n]\n")
    default:
      return .fine(
        rows.map { row in
          "\(row.path)\n  \(row.meaning)\n  \(row.unit), \(row.sign); its year is \(row.year)\n  \(row.formula)\n"
        }.joined(separator: "\n"))
    }
  }
}
