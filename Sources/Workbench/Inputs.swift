import Finance
import Housing
import ModelFile
import Reports

/// Every assumption of a model that a person may change, in the order of its register, each from its one declaration: what the page
/// draws its fields from.
///
/// What a file says of its own scenarios and of its register of reviews is not among them: it is said of other assumptions.
public struct Inputs: Sendable {
  public struct Input: Sendable {
    public var row: Assumption
    public var base: Assumption?
    /// `file:line:column`, or the override.
    public var place: String?
    /// Nothing where the assumption is no number.
    public var slider: Slider?
    public var isChanged: Bool
  }
  public let all: [Input]
  let firstYear: Year
  let lastYear: Year

  public init(_ loaded: LoadedModel) {
    (firstYear, lastYear) = (loaded.model.firstYear, loaded.model.lastYear)
    let base = (try? loaded.base())?.assumptions ?? []
    let places = loaded.sources.places(of: loaded.assumptions)
    var next = 0
    var inputs: [Input] = []
    for (index, row) in loaded.assumptions.enumerated() where Self.isInput(row) {
      // both registers are mostly in one order
      var before: Assumption?
      if next < base.count, base[next].path.isSame(as: row.path) {
        before = base[next]
        next += 1
      } else if let found = base.firstIndex(where: { $0.path.isSame(as: row.path) }) {
        before = base[found]
        next = found + 1
      }
      let register = loaded.model.register.filter { entry in
        entry.paths.contains { $0.isSame(as: row.path) }
      }
      inputs.append(
        Input(
          row: row, base: before, place: places[index], slider: Slider(row, before, register),
          isChanged: !(before?.isEqual(to: row) ?? false)))
    }
    all = inputs
  }

  private static func isInput(_ row: Assumption) -> Bool {
    let group = row.path.utf8.prefix { $0 != UInt8(ascii: ".") }
    return !group.elementsEqual("scenario".utf8) && !group.elementsEqual("register".utf8)
  }

  /// A list of objects, a line each; what an input does not have is left out of it.
  public var json: [UInt8] {
    var output = Output()
    output.write("[\n")
    for (index, input) in all.enumerated() {
      if index > 0 { output.write(",\n") }
      write(input, to: &output)
    }
    output.write("\n]\n")
    return output.bytes
  }

  private func write(_ input: Input, to output: inout Output) {
    let row = input.row
    output.write("{\"path\":")
    output.write(json: row.path)
    output.write(",\"group\":", json: InputGroup.title(of: row.path))
    output.write(",\"table\":", json: InputGroup.table(of: row.path))
    output.write(",\"label\":", json: row.meaning)
    output.write(",\"kind\":", json: Self.kind(of: row))
    output.write(",\"unit\":", json: row.kind.words)
    if let affixes = row.kind.affixes {
      output.write(",\"prefix\":", json: affixes.before)
      output.write(",\"suffix\":", json: affixes.behind)
      output.write(",\"decimals\":\(affixes.decimals)")
    }
    switch row.kind {
    case .choice(let names), .name(_, let names):
      for (place, name) in names.enumerated() {
        output.write(place == 0 ? ",\"options\":[" : ",", json: name)
      }
      if !names.isEmpty { output.write("]") }
    case .text, .flag: break
    default:
      output.write(",\"lowest\":", json: row.kind.write(row.bounds.lowerBound))
      output.write(",\"highest\":", json: row.kind.write(row.bounds.upperBound))
    }
    if let slider = input.slider {
      output.write(
        ",\"from\":\(slider.range.lowerBound),\"to\":\(slider.range.upperBound),\"step\":\(slider.step)")
    }
    write("value", "whole", row, to: &output)
    if input.isChanged, let base = input.base { write("base", "base_whole", base, to: &output) }
    if let values = row.values, row.isByYear { write(values, of: row, to: &output) }
    if row.place == nil {
      output.write(",\"default\":true")
      if let source = row.assumed?.source ?? row.assumedText?.source {
        output.write(",\"source\":", json: source)
      }
    } else if !row.citation.isEmpty {
      output.write(",\"source\":", json: String(decoding: row.citation, as: UTF8.self))
    } else {
      output.write(",\"unsourced\":true")
    }
    if let place = input.place { output.write(",\"place\":", json: place) }
    if input.isChanged { output.write(",\"changed\":true") }
    output.write("}")
  }

  /// As `--set` takes it; and the whole number inside, if it is one number.
  private func write(_ text: String, _ whole: String, _ row: Assumption, to output: inout Output) {
    if let setting = row.setting { output.write(",\"\(text)\":", json: setting) }
    guard row.text == nil, let values = row.values, values.values.count == 1 else { return }
    output.write(",\"\(whole)\":\(values.values[0])")
  }

  /// The years of the model until the value changes no more, each with its whole number.
  private func write(_ series: Series<Int64>, of row: Assumption, to output: inout Output) {
    output.write(",\"after\":\"\(row.after == .nothing ? "nothing" : "same")\",\"years\":[")
    var last = lastYear
    while last > firstYear, series[last] == series[lastYear + 1] { last = last + -1 }
    var year = firstYear
    while year <= last {
      output.write("\(year == firstYear ? "" : ",")[\"\(year)\",\(series[year])]")
      year = year + 1
    }
    output.write("]")
  }

  private static func kind(of row: Assumption) -> String {
    switch row.kind {
    case .text: "text"
    case .flag: "yes or no"
    case .year: "year"
    case .choice: "choice"
    case .name: row.text == nil ? "choice" : "list"
    case .rate, .points, .money, .count, .weeks, .months: row.isByYear ? "by year" : "number"
    }
  }
}

extension Kind {
  /// What stands before and behind a figure where it is typed, and how many digits of the whole number inside are decimals.
  fileprivate var affixes: (before: String, behind: String, decimals: Int)? {
    switch self {
    case .rate: ("", "%", 4)
    case .points: ("", " points", 4)
    case .money(let period): ("£", period.utf8.isEmpty ? "" : " per \(period)", 2)
    case .count: ("", "", 0)
    case .weeks: ("", " weeks", 0)
    case .months: ("", " months", 0)
    case .text, .flag, .year, .choice, .name: nil
    }
  }
}

extension Output {
  /// A text in quotes, as JSON has it.
  mutating func write(json text: String) {
    let digits = Array("0123456789abcdef".utf8)
    write(byte: 34)
    for byte in text.utf8 {
      switch byte {
      case 34, 92:
        write(byte: 92)
        write(byte: byte)
      case 0..<32:
        write("\\u00")
        write(byte: digits[Int(byte >> 4)])
        write(byte: digits[Int(byte & 15)])
      default: write(byte: byte)
      }
    }
    write(byte: 34)
  }

  /// Something as it is, and a text after it.
  mutating func write(_ before: String, json text: String) {
    write(before)
    write(json: text)
  }
}
