import Finance

extension Magnitude {
  /// The most that each contract can advance and pay in each year, whoever pays it.
  func contracts() -> [(key: String, pence: [Double])] {
    model.contracts.map { contract in
      let starts = most(contract)
      let tariffs = contract.payableTariffs.reduce(0) { $0 + Double($1.pence) }
      let pence = (0..<years).map { k in
        // an outcome is at most five years after its start
        let paid = starts[max(0, k - 5)...k].reduce(0, +) * tariffs
        return paid + starts[k] * Double(contract.cost.pence)
          + Double(contract.fees[model.firstYear + k].pence)
      }
      return (key: "contract.\(contract.name).cost", pence: pence)
    }
  }

  /// The most that can start in each year.
  private func most(_ contract: OutcomesContract) -> [Double] {
    let range = (0..<years).map { model.firstYear + $0 }
    switch contract.intake {
    case .starts(let starts, _): return range.map { Double(starts[$0]) }
    case .lettings(let place, _):
      guard model.programmes.indices.contains(place) else { return range.map { _ in 0 } }
      var homes = 0.0
      // a home is let once for the first time, and again at most once a year
      return range.map { year in
        let new = model.programmes[place].rows.reduce(0.0) { $0 + Double($1.starts[year]) }
        homes += new
        return 2 * homes
      }
    }
  }
}
