import Finance
import ModelFile

extension Simulation {
  /// A price is never more than so many times, nor less than that part of, what it is on the model's own path.
  public static let mostPriceFactor = 4.0
  /// Households that come in likewise.
  public static let mostInflowFactor = 5.0
  /// A rate is never further than this from the model's own, nor below nothing or above what a model may say.
  public static let mostPoints = Rate.percent(5)
  public static let rates: ClosedRange<Rate> = .percent(0...25)
  public static let septemberInflation: ClosedRange<Rate> = .percent(-10...30)
}

extension Model {
  /// The first year in which an index may stray: a price that the model gives is known, so none strays up to the latest year in
  /// whose prices anything on the index is given.
  public func firstStray(of index: Int, _ simulation: Simulation) -> Year {
    Magnitude(self).bases.reduce(max(firstYear, simulation.from)) { first, basis in
      basis.index == index ? max(first, basis.base + 1) : first
    }
  }

  /// The model with every price, rate and number of households as high, from the first year on, as a simulation lets it come.
  private func atItsHighest(_ simulation: Simulation) -> Model {
    var model = self
    func raised(_ rates: Series<Rate>, _ from: Year) -> Series<Rate> {
      let start = min(rates.first, firstYear)
      // a year more than the last that can be raised: a series holds its last value
      var values = (start.start...lastYear.start + 2).map { rates[Year(start: $0)] }
      let place = min(values.count - 2, max(0, from.start - start.start))
      let raised = (1 + values[place].ratio) * Simulation.mostPriceFactor - 1
      values[place] = Rate(millionths: Int64(wholeNearest(raised * 1e6)))
      return Series(first: start, values: values)
    }
    func raised(_ rates: Series<Rate>) -> Series<Rate> {
      let most = Simulation.rates.upperBound
      return Series(
        first: rates.first, values: rates.values.map { max($0, min(most, $0 + Simulation.mostPoints)) })
    }
    for process in simulation.processes {
      for index in process.indices where model.indices[index].growth == indices[index].growth {
        model.indices[index].growth = raised(indices[index].growth, firstYear + 1)
      }
      switch process.kind {
      case .consumerPrices where process.movesBeside:
        model.rentPolicy.septemberInflation = raised(rentPolicy.septemberInflation, firstYear)
        (model.rentPolicy.limit, model.rentPolicy.risesAsPublished) = (nil, false)
      case .rates:
        for i in loans.indices { model.loans[i].annualRate = raised(loans[i].annualRate) }
        for f in funds.indices {
          for t in funds[f].tranches.indices {
            model.funds[f].tranches[t].annualRate = raised(funds[f].tranches[t].annualRate)
          }
        }
        if process.movesBeside { model.treasuryRate = raised(treasuryRate) }
      case .inflow:
        let coming = temporaryAccommodation.newHouseholds
        model.temporaryAccommodation.newHouseholds = Series(
          first: coming.first, values: coming.values.map { $0 * Int64(Simulation.mostInflowFactor) })
      case .consumerPrices, .housePrices, .buildCost, .nightlyCost: break
      }
    }
    return model
  }

  /// What a simulation makes of a model is held to the same bounds as any other.
  func checkSimulation(_ form: inout Form) {
    guard let simulation else { return }
    let magnitude = Magnitude(atItsHighest(simulation))
    let isWithin =
      magnitude.indicesOutOfBounds.isEmpty && magnitude.households <= Magnitude.mostHouseholds
      && magnitude.isCapitalWithin && magnitude.keyBeyondWorth == nil && magnitude.isWithin
    guard !isWithin else { return }
    form.problem(
      at: "simulation",
      fault:
        "with prices and rates as high as a simulation lets them come, the sums of this model may run beyond what is projected",
      remedy: "take [simulation] out, or write fewer years")
  }
}
