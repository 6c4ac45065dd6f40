import Finance

// Levels and rents by year.
extension Magnitude {
  /// Years beyond the last in which a home that starts in the last can be complete.
  private static let beyond = 21

  /// By year from the first, and beyond the last, what one pound of the price base has become.
  func level(_ basis: PriceBasis) -> [Double] {
    let count = years + Self.beyond
    guard let index = basis.index else { return Array(repeating: 1, count: count) }
    let prices = model.indices[index]
    func factor(_ year: Year) -> Double {
      (1 + prices.growth[year].ratio) * (1 + prices.realGrowth[year].ratio)
    }
    var level = 1.0
    var year = basis.base
    while year < model.firstYear {
      year = year + 1
      level *= factor(year)
    }
    while model.firstYear < year {
      level /= factor(year)
      year = year + -1
    }
    var levels = [level]
    while levels.count < count {
      level *= factor(model.firstYear + levels.count)
      levels.append(level)
    }
    return levels
  }

  /// The most that a home can be let for by year, a week: to a new tenant, or to one who stays.
  func rents(_ basis: RentBasis, bedrooms: Int64) -> [Double] {
    let new: [Double]
    var sitting: Money?
    switch basis {
    case .fixed(let weeklyPence):
      new = Array(repeating: 0, count: years)
      sitting = Money(pence: Int64(wholeNearest(weeklyPence)) + 1)
    case .formula(let terms): (new, sitting) = (formula(terms, bedrooms: bedrooms), terms.sittingRent)
    case .affordable(let terms), .market(let terms):
      let level = level(terms.prices)
      new = (0..<years).map { terms.share.ratio * Double(terms.marketRent.pence) * level[$0] }
      sitting = terms.sittingRent
    case .localHousingAllowance(let terms):
      new = (0..<years).map { Double(terms.allowance[model.firstYear + $0].pence) }
    }
    var rents: [Double] = []
    var rent = Double((sitting ?? .zero).pence)
    for k in 0..<years {
      if k > 0 { rent *= 1 + model.rentPolicy.growth(in: model.firstYear + k) }
      rent = max(rent, new[k])
      rents.append(rent)
    }
    return rents
  }

  /// A formula rent without its cap.
  private func formula(_ terms: FormulaTerms, bedrooms: Int64) -> [Double] {
    let policy = model.rentPolicy
    var year = min(model.firstYear, FormulaRent.lastPublishedYear)
    var rent =
      FormulaRent.weeklyPence(
        county: terms.county, bedrooms: bedrooms, value1999: terms.value1999, in: year)
      * (1 + terms.flexibility.ratio)
    var rents: [Double] = []
    while rents.count < years {
      if year >= model.firstYear { rents.append(rent) }
      year = year + 1
      let forecast = policy.septemberInflation[year + -1] + policy.formulaAbovePrices[year]
      rent *= 1 + (FormulaRent.uplift(in: year) ?? forecast).ratio
    }
    return rents
  }

  /// Every basis on which a price of the model moves.
  var bases: [PriceBasis] {
    func ofRent(_ basis: RentBasis) -> [PriceBasis] {
      switch basis {
      case .affordable(let terms), .market(let terms): [terms.prices]
      case .fixed, .formula, .localHousingAllowance: []
      }
    }
    func ofValue(_ value: HomeValue?) -> [PriceBasis] { value.map { [$0.prices] } ?? [] }
    var bases = model.sums.map { $0.prices } + model.temporaryAccommodation.types.map { $0.prices }
    for group in model.stock {
      bases += [group.costs.prices, group.costs.repairPrices] + ofRent(group.rent) + ofValue(group.value)
    }
    for programme in model.programmes {
      bases += [programme.prices, programme.costs.prices, programme.costs.repairPrices]
      for row in programme.rows { bases += ofRent(row.rent) + ofValue(row.value) }
    }
    return bases + [model.temporaryAccommodation.moveOnPrices, model.appraisal.deflator]
  }
}
