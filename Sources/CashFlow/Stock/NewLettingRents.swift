import Finance
import Housing

/// What a new letting pays on each basis, by year from the first; pence a week, unrounded.
struct NewLettingRents {
  let weeklyPence: [Double]
  /// The formula rent by which it is set, or below which it is not, if there is one.
  let formula: FormulaRentPath?

  init(_ basis: RentBasis, bedrooms: Int64, _ model: Model, _ levels: IndexLevels) {
    let years = Int(model.years)
    let policy = model.rentPolicy
    func shares(_ market: MarketShare) -> [Double] {
      let level = levels.levels(market.prices)
      return (0..<years).map { market.share.ratio * Double(market.marketRent.pence) * level[$0] }
    }
    switch basis {
    case .fixed(let given):
      var rents = [given]
      for k in 1..<max(1, years) { rents.append(rents[k - 1] * (1 + policy.growth(in: model.firstYear + k))) }
      (weeklyPence, formula) = (rents, nil)
    case .formula(let terms):
      let path = FormulaRentPath(terms, bedrooms: bedrooms, model)
      (weeklyPence, formula) = (path.weeklyPence, path)
    case .affordable(let terms):
      let path = terms.floor.map { FormulaRentPath($0, bedrooms: bedrooms, model) }
      let shares = shares(terms.market)
      formula = path
      weeklyPence = path.map { zip(shares, $0.weeklyPence).map { max($0, $1) } } ?? shares
    case .londonAffordable(let terms):
      (weeklyPence, formula) = (terms.weeklyPence(policy, from: model.firstYear, years: years), nil)
    case .market(let terms): (weeklyPence, formula) = (shares(terms), nil)
    case .localHousingAllowance(let terms):
      let share = terms.share.ratio
      weeklyPence = Self.allowances(terms.allowance, bedrooms: bedrooms, model, levels).map { share * $0 }
      formula = nil
    }
  }

  private static func allowances(
    _ allowance: AllowanceShare.Allowance, bedrooms: Int64, _ model: Model, _ levels: IndexLevels
  ) -> [Double] {
    let years = Int(model.years)
    switch allowance {
    case .given(let series): return (0..<years).map { Double(series[model.firstYear + $0].pence) }
    case .area(let area, let isSharedRoom):
      let rates = model.allowanceRates[area]
      let size = LocalHousingAllowance.size(bedrooms: bedrooms, isSharedRoom: isSharedRoom)
      let level = rates.prices(of: size).map { levels.levels($0) } ?? []
      return rates.weeklyPence(size, levels: level, from: model.firstYear, years: years)
        ?? Array(repeating: 0, count: years)
    }
  }
}

/// Formula rent by year, its cap, and what a new letting pays: formula with the flexibility that the council claims, capped.
struct FormulaRentPath {
  private(set) var formulaPence: [Double] = []
  /// Nothing in a year whose cap is not known.
  private(set) var capPence: [Double?] = []
  private(set) var weeklyPence: [Double] = []

  init(_ terms: FormulaTerms, bedrooms: Int64, _ model: Model) {
    let policy = model.rentPolicy
    let last = FormulaRent.lastPublishedYear
    let opening = min(model.firstYear, last)
    var formula = FormulaRent.weeklyPence(
      county: terms.county, bedrooms: bedrooms, value1999: terms.value1999, in: opening)
    var cap = FormulaRent.capPence(bedrooms: bedrooms, in: opening)
    var year = opening
    while weeklyPence.count < Int(model.years) {
      if year >= model.firstYear {
        let flexible = formula * (1 + terms.flexibility.ratio)
        formulaPence.append(formula)
        capPence.append(cap)
        weeklyPence.append((cap.map { min(flexible, $0) } ?? flexible) * terms.level.ratio)
      }
      year = year + 1
      let september = policy.septemberInflation[year + -1]
      formula =
        formula * (1 + (FormulaRent.uplift(in: year) ?? september + policy.formulaAbovePrices[year]).ratio)
      if year <= last {
        cap = FormulaRent.capPence(bedrooms: bedrooms, in: year)
      } else {
        cap = cap.map { $0 * (1 + (september + policy.capsAbovePrices[year]).ratio) }
      }
    }
  }
}
