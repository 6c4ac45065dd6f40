import CashFlow
import Finance

/// Every line by year, exact: with the plan, without it, and the difference, which the tables of the report show rounded.
///
/// Lines stand in the order of the ledger; one that is nil in every year of both runs is left out. Behind them stands the
/// public's list of temporary accommodation, month by month.
///
/// - Parameter versions: of one forecast; where they differ the figure is withheld.
func figures(_ versions: [Forecast]) -> [UInt8] {
  guard let forecast = versions.first else { return [] }
  var output = CSVWriter(header: ["line", "label", "unit", "year", "with", "without", "difference"]).output
  let lines = forecast.plan.lines
  let names = lines.meanings.map { $0.path }
  // versions of which one has other lines agree in nothing
  guard versions.dropFirst().allSatisfy({ $0.plan.lines.meanings.map { $0.path } == names }) else {
    return output.bytes
  }
  let years = forecast.years.map { ",\($0.description)" }
  for (meaning, line) in zip(lines.meanings, lines.all) {
    let with = versions.map { $0.yearly(line, .with) }
    let without = versions.map { $0.yearly(line, .without) }
    if (with + without).allSatisfy({ $0.allSatisfy { $0 == 0 } }) { continue }
    // what every row of the line begins with is escaped once
    let start = CSVWriter(header: [meaning.path, meaning.label, meaning.quantity.unit]).bytes.dropLast(2)
    let places = meaning.quantity.places
    let figures = LineFigures(with, without)
    for k in years.indices {
      output.write(bytes: start)
      output.write(years[k])
      output.write(figures, k, places: places)
    }
  }
  writeMonths(of: versions, &output)
  return output.bytes
}

/// A line with the plan, without it, and the difference: each withheld where versions of it are not the same all along.
struct LineFigures {
  let with, without, difference: [Int64]?

  init(_ with: [[Int64]], _ without: [[Int64]]) {
    func common(_ versions: [[Int64]]) -> [Int64]? {
      versions.allSatisfy { $0 == versions[0] } ? versions.first : nil
    }
    (self.with, self.without) = (common(with), common(without))
    difference = common(zip(with, without).map { a, b in zip(a, b).map { $0 - $1 } })
  }
}

extension Output {
  mutating func write(bytes: ArraySlice<UInt8>) { write(bytes.span) }

  /// The figures that end a row: with the plan, without it, and the difference.
  mutating func write(_ figures: LineFigures, _ place: Int, places: Int) {
    write(afterComma: figures.with?[place], places)
    write(afterComma: figures.without?[place], places)
    write(afterComma: figures.difference?[place], places)
    write("\r\n")
  }

  private mutating func write(afterComma value: Int64?, _ places: Int) {
    guard let value else {
      write(",")
      write(.withheld)
      return
    }
    var numeral = Numeral()
    numeral.add(value.magnitude, decimals: places, grouped: false)
    if value < 0 { numeral.add(UInt8(ascii: "-")) }
    numeral.add(UInt8(ascii: ","))
    numeral.write(to: &self)
  }
}

extension Quantity {
  var unit: String {
    switch self {
    case .pence: "GBP"
    case .homes, .homeMillionths: "homes"
    case .households: "households"
    case .nights: "household-nights"
    }
  }

  /// Decimal places of one in the ledger's whole numbers.
  var places: Int {
    switch self {
    case .pence: 2
    case .homes: 0
    case .homeMillionths, .households, .nights: 6
    }
  }
}
