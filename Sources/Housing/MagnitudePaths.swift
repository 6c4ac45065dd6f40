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
    func shares(_ market: MarketShare) -> [Double] {
      let level = level(market.prices)
      return (0..<years).map { market.share.ratio * Double(market.marketRent.pence) * level[$0] }
    }
    let new: [Double]
    var sitting: Double?
    var isSupported = false
    switch basis {
    case .fixed(let weeklyPence):
      (new, sitting) = (Array(repeating: 0, count: years), weeklyPence)
    case .formula(let terms):
      (new, sitting) = (formula(terms, bedrooms: bedrooms), terms.sittingPence)
      isSupported = terms.isSupported
    case .affordable(let terms):
      let floor = terms.floor.map { formula($0, bedrooms: bedrooms) }
      new = zip(shares(terms.market), floor ?? Array(repeating: 0, count: years)).map { max($0, $1) }
      sitting = terms.sittingPence
    case .londonAffordable(let terms):
      new = terms.weeklyPence(model.rentPolicy, from: model.firstYear, years: years)
      sitting = terms.sittingPence
    case .market(let terms): new = shares(terms)
    case .localHousingAllowance(let terms):
      new = allowances(terms, bedrooms: bedrooms)
    }
    var rents: [Double] = []
    var rent = sitting ?? 0
    for k in 0..<years {
      if k > 0 { rent *= 1 + model.rentPolicy.growth(in: model.firstYear + k, isSupported: isSupported) }
      rent = max(rent, new[k])
      rents.append(rent)
    }
    return rents
  }

  private func allowances(_ terms: AllowanceShare, bedrooms: Int64) -> [Double] {
    switch terms.allowance {
    case .given(let series): return (0..<years).map { Double(series[model.firstYear + $0].pence) }
    case .area(let area, let isSharedRoom):
      let rates = model.allowanceRates[area]
      let size = LocalHousingAllowance.size(bedrooms: bedrooms, isSharedRoom: isSharedRoom)
      let levels = rates.prices(of: size).map { level($0) } ?? []
      return rates.weeklyPence(size, levels: levels, from: model.firstYear, years: years)
        ?? Array(repeating: 0, count: years)
    }
  }

  /// A formula rent without its cap.
  private func formula(_ terms: FormulaTerms, bedrooms: Int64) -> [Double] {
    let policy = model.rentPolicy
    var year = min(model.firstYear, FormulaRent.lastPublishedYear)
    var rent =
      FormulaRent.weeklyPence(
        county: terms.county, bedrooms: bedrooms, value1999: terms.value1999, in: year)
      * (1 + terms.flexibility.ratio) * terms.level.ratio
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
    func ofRent(_ basis: RentBasis, bedrooms: Int64) -> [PriceBasis] {
      switch basis {
      case .affordable(let terms): return [terms.market.prices]
      case .market(let terms): return [terms.prices]
      case .localHousingAllowance(let terms):
        guard case .area(let area, let isSharedRoom) = terms.allowance else { return [] }
        let size = LocalHousingAllowance.size(bedrooms: bedrooms, isSharedRoom: isSharedRoom)
        return model.allowanceRates[area].prices(of: size).map { [$0] } ?? []
      case .fixed, .formula, .londonAffordable: return []
      }
    }
    func ofValue(_ value: HomeValue?) -> [PriceBasis] { value.map { [$0.prices] } ?? [] }
    var bases = model.sums.map { $0.prices } + model.temporaryAccommodation.types.map { $0.prices }
    for group in model.stock {
      bases += [group.costs.prices, group.costs.repairPrices] + ofValue(group.value)
      bases += ofRent(group.rent, bedrooms: group.bedrooms) + (group.sale.map { [$0.prices] } ?? [])
    }
    for programme in model.programmes {
      bases += [programme.prices, programme.costs.prices, programme.costs.repairPrices]
      for row in programme.rows { bases += ofRent(row.rent, bedrooms: row.bedrooms) + ofValue(row.value) }
    }
    return bases + [model.temporaryAccommodation.moveOnPrices, model.appraisal.deflator]
  }
}
