import CashFlow
import Finance

/// Every line by year, exact: with the plan, without it, and the difference, which the tables of the report show rounded.
///
/// Lines stand in the order of the ledger; one that is nil in every year of both runs is left out.
func figures(_ forecast: Forecast) -> [UInt8] {
  var writer = CSVWriter(header: ["line", "label", "unit", "year", "with", "without", "difference"])
  let lines = forecast.plan.lines
  let years = forecast.years.map { CSVWriter.Field.text($0.description) }
  for (meaning, line) in zip(lines.meanings, lines.all) {
    let with = forecast.yearly(line, .with)
    let without = forecast.yearly(line, .without)
    if with.allSatisfy({ $0 == 0 }) && without.allSatisfy({ $0 == 0 }) { continue }
    let path = CSVWriter.Field.text(meaning.path)
    let label = CSVWriter.Field.text(meaning.label)
    let unit = CSVWriter.Field.text(meaning.quantity.unit)
    let places = meaning.quantity.places
    for k in years.indices {
      writer.row([
        path, label, unit, years[k], .decimal(with[k], places: places), .decimal(without[k], places: places),
        .decimal(with[k] - without[k], places: places),
      ])
    }
  }
  return writer.bytes
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
