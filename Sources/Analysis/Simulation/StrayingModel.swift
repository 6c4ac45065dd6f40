import CashFlow
import Finance
import Housing

/// What strays of a model from one future to the next, prices, rates and new households, and how it is on the model's own path.
struct StrayingModel: Sendable {
  private let firstYear: Year
  private let years: Int
  private let rates: RandomProcess?
  private let movesInflow: Bool
  /// What grows by the same processes from the same year, and what it grows by on the model's own path.
  private var growths: [Growth] = []
  private let loanRates: [Series<Rate>], trancheRates: [[Series<Rate>]]
  private let treasuryRate: Series<Rate>
  private let newHouseholds: Series<Int64>

  private struct Growth: Sendable {
    enum Target: Hashable, Sendable {
      case index(Int)
      case september
    }
    var kinds: [RandomProcess.Kind]
    /// The first place, from the first year of the model, that strays.
    var from: Int
    var targets: [(target: Target, base: Series<Rate>)] = []
  }

  init(_ model: Model, _ simulation: Simulation) {
    (firstYear, years) = (model.firstYear, Int(model.years))
    rates = simulation.process(.rates)
    movesInflow = simulation.process(.inflow) != nil
    let (first, span) = (firstYear, years)
    func byYear<Value>(_ series: Series<Value>) -> Series<Value> {
      let start = min(series.first, first + -1)
      let end = max(first.start + span, series.first.start + series.values.count - 1)
      return Series(first: start, values: (start.start...end).map { series[Year(start: $0)] })
    }
    loanRates = model.loans.map { byYear($0.annualRate) }
    trancheRates = model.funds.map { $0.tranches.map { byYear($0.annualRate) } }
    treasuryRate = byYear(model.treasuryRate)
    newHouseholds = byYear(model.temporaryAccommodation.newHouseholds)
    for index in model.indices.indices {
      let kinds = simulation.processes.filter { $0.indices.contains(index) }.map { $0.kind }
      guard !kinds.isEmpty else { continue }
      add(.index(index), byYear(model.indices[index].growth), kinds, model.firstStray(of: index, simulation))
    }
    if simulation.process(.consumerPrices)?.movesBeside ?? false {
      add(
        .september, byYear(model.rentPolicy.septemberInflation), [.consumerPrices],
        max(firstYear, simulation.from))
    }
  }

  /// Gives a model a value of its own in every year of what strays, so that futures can change it in place.
  func prepare(_ model: inout Model) {
    for growth in growths {
      for (target, base) in growth.targets {
        switch target {
        case .index(let index): model.indices[index].growth = base
        case .september: model.rentPolicy.septemberInflation = base
        }
      }
    }
    if let rates {
      for i in loanRates.indices where rates.moves(loan: i) { model.loans[i].annualRate = loanRates[i] }
      if rates.loans.isEmpty {
        for f in trancheRates.indices {
          for t in trancheRates[f].indices { model.funds[f].tranches[t].annualRate = trancheRates[f][t] }
        }
      }
      if rates.movesBeside { model.treasuryRate = treasuryRate }
    }
    if movesInflow { model.temporaryAccommodation.newHouseholds = newHouseholds }
  }

  private mutating func add(
    _ target: Growth.Target, _ base: Series<Rate>, _ kinds: [RandomProcess.Kind], _ year: Year
  ) {
    let from = year.start - firstYear.start
    let place = growths.firstIndex { $0.kinds == kinds && $0.from == from } ?? growths.count
    if place == growths.count { growths.append(Growth(kinds: kinds, from: from)) }
    growths[place].targets.append((target: target, base: base))
  }

  /// Makes a model that is prepared that of a future.
  func stray(_ model: inout Model, _ deviations: Deviations) {
    for growth in growths { stray(growth, &model, deviations) }
    if let rates { strayRates(rates, &model, deviations) }
    if movesInflow {
      let most = naturalLogarithm(Simulation.mostInflowFactor)
      for year in 0..<years {
        let deviation = max(-most, min(most, deviations.of(.inflow, year)))
        let place = firstYear.start + year - newHouseholds.first.start
        let coming = Double(newHouseholds.values[place]) * naturalExponential(deviation)
        model.temporaryAccommodation.newHouseholds.values[place] = Int64(wholeNearest(coming))
      }
    }
  }

  /// Growth is multiplied by e to the deviation, so that half of all futures are above the model's level and half below.
  private func stray(_ growth: Growth, _ model: inout Model, _ deviations: Deviations) {
    let most = naturalLogarithm(Simulation.mostPriceFactor)
    var sum = 0.0
    var level = 0.0
    guard growth.from < years else { return }
    for year in growth.from..<years {
      for kind in growth.kinds { sum += deviations.of(kind, year) }
      let next = max(-most, min(most, sum))
      let factor = naturalExponential(next - level)
      level = next
      for (target, base) in growth.targets {
        let place = firstYear.start + year - base.first.start
        let grown = (1_000_000 + Double(base.values[place].millionths)) * factor - 1_000_000
        let rate = Rate(millionths: Int64(wholeNearest(grown)))
        switch target {
        case .index(let index): model.indices[index].growth.values[place] = rate
        case .september:
          let bounds = Simulation.septemberInflation
          model.rentPolicy.septemberInflation.values[place] =
            max(bounds.lowerBound, min(bounds.upperBound, rate))
        }
      }
    }
  }

  private func strayRates(_ process: RandomProcess, _ model: inout Model, _ deviations: Deviations) {
    let most = Simulation.mostPoints.ratio
    for year in 0..<years {
      let deviation = max(-most, min(most, deviations.of(.rates, year)))
      let points = Rate(millionths: Int64(wholeNearest(deviation * 1e6)))
      func moved(_ base: Series<Rate>) -> (place: Int, rate: Rate) {
        let place = firstYear.start + year - base.first.start
        let rate = base.values[place] + points
        return (place: place, rate: max(Simulation.rates.lowerBound, min(Simulation.rates.upperBound, rate)))
      }
      for i in loanRates.indices where process.moves(loan: i) {
        let (place, rate) = moved(loanRates[i])
        model.loans[i].annualRate.values[place] = rate
      }
      if process.loans.isEmpty {
        for f in trancheRates.indices {
          for t in trancheRates[f].indices {
            let (place, rate) = moved(trancheRates[f][t])
            model.funds[f].tranches[t].annualRate.values[place] = rate
          }
        }
      }
      if process.movesBeside {
        let (place, rate) = moved(treasuryRate)
        model.treasuryRate.values[place] = rate
      }
    }
  }
}

extension RandomProcess {
  func moves(loan: Int) -> Bool { loans.isEmpty || loans.contains(loan) }
}
