import Finance
import Housing

/// What the homes of a group pay a week: new lettings by year, sitting tenants year after year. Pence, unrounded.
struct RentPath {
  private enum Sitting { case asNew, rising, converging }
  /// What a new letting pays, by year from the first.
  let newLetting: [Double]
  private let sitting: Sitting
  private let growth: [Double]
  private let convergence: [Double]
  private let reletRate: Double
  /// What the homes pay on average now.
  private(set) var weekly: Double

  init(_ basis: RentBasis, bedrooms: Int64, reletRate: Rate, _ model: Model, _ levels: IndexLevels) {
    let years = 0..<Int(model.years)
    let policy = model.rentPolicy
    growth = years.map { policy.growth(in: model.firstYear + $0) }
    convergence = years.map { Double(policy.convergence[model.firstYear + $0].pence) }
    self.reletRate = reletRate.ratio
    switch basis {
    case .fixed(let weeklyPence):
      var rent = weeklyPence
      var rents = [rent]
      for k in years.dropFirst() {
        rent = rent * (1 + growth[k])
        rents.append(rent)
      }
      (newLetting, sitting, weekly) = (rents, .asNew, weeklyPence)
    case .formula(let terms):
      newLetting = FormulaRentPath(terms, bedrooms: bedrooms, model).weeklyPence
      (sitting, weekly) = (.converging, terms.sittingRent.map { Double($0.pence) } ?? newLetting[0])
    case .affordable(let market):
      newLetting = Self.shares(market, years, levels)
      (sitting, weekly) = (.rising, market.sittingRent.map { Double($0.pence) } ?? newLetting[0])
    case .market(let market):
      newLetting = Self.shares(market, years, levels)
      (sitting, weekly) = (.asNew, newLetting[0])
    case .localHousingAllowance(let terms):
      newLetting = years.map { terms.share.ratio * Double(terms.allowance[model.firstYear + $0].pence) }
      (sitting, weekly) = (.asNew, newLetting[0])
    }
  }

  private static func shares(_ market: MarketShare, _ years: Range<Int>, _ levels: IndexLevels) -> [Double] {
    let level = levels.levels(market.prices)
    return years.map { market.share.ratio * Double(market.marketRent.pence) * level[$0] }
  }

  /// Steps to the April of a year after the first.
  mutating func step(to year: Int) {
    let new = newLetting[year]
    guard sitting != .asNew else {
      weekly = new
      return
    }
    let risen = weekly * (1 + growth[year])
    let staying: Double
    if sitting == .rising {
      staying = risen
    } else if risen < new {
      staying = min(new, risen + convergence[year])
    } else {
      staying = max(new, risen)
    }
    weekly = (1 - reletRate) * staying + reletRate * new
  }

  /// Takes in homes that are complete, at what a new letting pays.
  mutating func add(_ homes: Int64, to existing: Int64, in year: Int) {
    guard existing + homes > 0 else { return }
    weekly = (weekly * Double(existing) + newLetting[year] * Double(homes)) / Double(existing + homes)
  }
}

/// Formula rent by year, capped, with the flexibility that the council claims.
struct FormulaRentPath {
  let weeklyPence: [Double]

  init(_ terms: FormulaTerms, bedrooms: Int64, _ model: Model) {
    let policy = model.rentPolicy
    let last = FormulaRent.lastPublishedYear
    let opening = min(model.firstYear, last)
    var formula = FormulaRent.weeklyPence(
      county: terms.county, bedrooms: bedrooms, value1999: terms.value1999, in: opening)
    var cap = FormulaRent.capPence(bedrooms: bedrooms, in: opening)
    var year = opening
    var rents: [Double] = []
    while rents.count < Int(model.years) {
      if year >= model.firstYear {
        let flexible = formula * (1 + terms.flexibility.ratio)
        rents.append(cap.map { min(flexible, $0) } ?? flexible)
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
    weeklyPence = rents
  }
}
