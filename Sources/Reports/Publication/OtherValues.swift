import Finance
import Housing
import ModelFile

/// Other values for what is withheld, by which the figures that turn on it show themselves.
///
/// They stand at powers of two, whatever the value: two values between the same powers have the same others, and so the same
/// public report. Of up to four assumptions every corner is taken, each above or below its value: a figure that rises, or
/// falls, with each of them and is the same at all the corners is the same between them too.
struct OtherValues {
  /// Each a value for each of the withheld assumptions.
  var sets: [[Series<Int64>]]

  init(of withheld: [Assumption]) {
    sets = []
    let all = withheld.map { OtherValues.values(of: $0) }
    guard all.allSatisfy({ !$0.isEmpty }) else { return }
    let most = all.map { $0.count }.max() ?? 0
    for place in 0..<most { sets.append(all.map { $0[min(place, $0.count - 1)] }) }
    if all.count <= 4 {
      for corner in 1..<max(1, 1 << all.count - 1) {
        sets.append(all.indices.map { all[$0][corner >> $0 & 1 == 1 ? min(1, all[$0].count - 1) : 0] })
      }
    } else {
      for one in all.indices {
        for place in 0..<2 {
          sets.append(all.indices.map { all[$0][min($0 == one ? 1 - place : place, all[$0].count - 1)] })
        }
      }
    }
  }

  /// Above it, below it, and far above it; of choices, all the others.
  private static func values(of row: Assumption) -> [Series<Int64>] {
    guard let given = row.given else { return [] }
    switch row.kind {
    case .choice, .name, .flag:
      return row.bounds.filter { $0 != given.values[0] }.prefix(20).map { value in
        Series(first: given.first, values: [value])
      }
    case .year:
      return [1, -1, 2].map { step in Series(first: given.first, values: given.values.map { $0 + step }) }
    default: break
    }
    func scaled(_ numerator: Int64, _ denominator: Int64) -> Series<Int64> {
      Series(
        first: given.first,
        values: given.values.map { value in
          guard value != 0 else { return row.isByYear ? 0 : min(row.bounds.upperBound, numerator * 4_096) }
          let power = Int64(1) << Int64(min(61, 63 - value.magnitude.leadingZeroBitCount))
          let size = (power / denominator).multipliedReportingOverflow(by: numerator)
          let other =
            size.overflow ? row.bounds.upperBound : value < 0 ? -size.partialValue : size.partialValue
          return max(row.bounds.lowerBound, min(row.bounds.upperBound, other))
        })
    }
    return [scaled(2, 1), scaled(1, 1), scaled(3, 1)]
  }
}

extension Assumption {
  /// The assumption with a value, as a layer of a model file says it.
  func line(saying values: Series<Int64>) -> String {
    guard isByYear, values.values.count > 1 else { return "\(key) = \(quoted(values.values[0]))\n" }
    var entries: [String] = []
    for (index, value) in values.values.enumerated() {
      let isLast = index == values.values.count - 1
      entries.append("\(isLast ? "then" : (values.first + index).description) = \(quoted(value))")
    }
    return "\(key) = { \(entries.joined(separator: ", ")) }\n"
  }

  private var key: String {
    let bytes = Array(path.utf8)
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0
    return String(decoding: bytes[dot...], as: UTF8.self)
  }

  /// The table in which it stands; nothing where it is above all tables.
  var table: String? {
    let bytes = Array(path.utf8)
    return bytes.lastIndex(of: UInt8(ascii: ".")).map { String(decoding: bytes[..<$0], as: UTF8.self) }
  }

  private func quoted(_ value: Int64) -> String {
    switch kind {
    case .flag: value == 0 ? "false" : "true"
    case .count: "\(value)"
    default: "\"\(kind.write(value))\""
    }
  }
}

extension LoadedModel {
  /// The assumptions that the model withholds, in the order of the register.
  var withheldAssumptions: [Assumption] {
    let paths = model.publication.withheld.map { Array($0.path.utf8) }
    return assumptions.filter { row in paths.contains { row.path.utf8.elementsEqual($0) } }
  }

  /// The same model with other values for some of its assumptions, as if the file said so; nothing where it cannot be read so.
  func saying(_ values: [(row: Assumption, value: Series<Int64>)]) -> LoadedModel? {
    // what stands above all tables must stand first
    var text = values.filter { $0.row.table == nil }.map { $0.row.line(saying: $0.value) }.joined()
    let inTables = values.filter { $0.row.table != nil }
    var tables: [String] = []
    for (row, _) in inTables where !tables.contains(row.table ?? "") { tables.append(row.table ?? "") }
    for table in tables {
      text += "[\(table)]\n"
      for (row, value) in inTables where row.table == table { text += row.line(saying: value) }
    }
    var layers = files.sources.all.map { (name: $0.name, text: $0.text) }
    layers.append((name: "withheld", text: Array(text.utf8)))
    guard
      var other = try? LoadedModel(Layered(layers), scenario: scenario, overrides: overrides)
    else { return nil }
    other.published = published
    return other
  }
}
