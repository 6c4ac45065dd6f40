import CashFlow
import Finance

/// Every line by year, exact: with the plan, without it, and the difference, which the tables of the report show rounded.
///
/// Lines stand in the order of the ledger; one that is nil in every year of both runs is left out. Behind them stands the
/// public's list of temporary accommodation, month by month.
func figures(_ forecast: Forecast) -> [UInt8] {
  var output = CSVWriter(header: ["line", "label", "unit", "year", "with", "without", "difference"]).output
  let lines = forecast.plan.lines
  let years = forecast.years.map { ",\($0.description)" }
  for (meaning, line) in zip(lines.meanings, lines.all) {
    let with = forecast.yearly(line, .with)
    let without = forecast.yearly(line, .without)
    if with.allSatisfy({ $0 == 0 }) && without.allSatisfy({ $0 == 0 }) { continue }
    // what every row of the line begins with is escaped once
    let start = CSVWriter(header: [meaning.path, meaning.label, meaning.quantity.unit]).bytes.dropLast(2)
    let places = meaning.quantity.places
    for k in years.indices {
      output.write(bytes: start)
      output.write(years[k])
      output.write(with[k], without[k], places: places)
    }
  }
  writeMonths(of: forecast, &output)
  return output.bytes
}

extension Output {
  mutating func write(bytes: ArraySlice<UInt8>) { write(bytes.span) }

  /// The figures that end a row: with the plan, without it, and the difference.
  mutating func write(_ with: Int64, _ without: Int64, places: Int) {
    write(afterComma: with, places)
    write(afterComma: without, places)
    write(afterComma: with - without, places)
    write("\r\n")
  }

  private mutating func write(afterComma value: Int64, _ places: Int) {
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
