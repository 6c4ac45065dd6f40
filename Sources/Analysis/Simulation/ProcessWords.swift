import Finance
import Housing
import ModelFile

extension Simulation {
  /// Each process, and each correlation, in a sentence.
  func inWords(_ model: Model) -> [String] {
    processes.map { process in
      let moves: String
      switch process.kind {
      case .rates:
        let names = process.loans.map { model.loans[$0].name }
        moves =
          (names.isEmpty ? "the rates of all new borrowing" : "the rates of \(names.joined(separator: ", "))")
          + (process.movesBeside ? " and what cash earns" : "")
      case .inflow: moves = "the households that come into TA"
      case .consumerPrices, .housePrices, .buildCost, .nightlyCost:
        let names = process.indices.map { model.indices[$0].name }
        moves = (names + (process.movesBeside ? ["the September CPI of rents"] : [])).joined(separator: ", ")
      }
      let size =
        process.kind == .inflow
        ? Kind.rate.write(process.volatility.millionths)
        : Kind.points.write(process.volatility.millionths)
      return
        "\(process.kind.words): \(size) a year (standard deviation), \(Kind.rate.write(process.reversion.millionths)) of a deviation gone a year later; moves \(moves)"
    }
      + correlations.map {
        "Correlation of \($0.one.words) and \($0.other.words): \($0.value.millionths < 0 ? "\u{2212}" : "")\(Kind.rate.write(abs($0.value.millionths)))"
      }
  }
}

extension RandomProcess.Kind {
  var words: String {
    switch self {
    case .consumerPrices: "Consumer prices"
    case .rates: "Interest rates"
    case .housePrices: "House prices"
    case .buildCost: "Build cost"
    case .inflow: "Households coming into TA"
    case .nightlyCost: "Nightly cost"
    }
  }
}
