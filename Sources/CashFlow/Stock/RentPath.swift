import Finance
import Housing

/// What the homes of a group pay a week: new lettings by year, sitting tenants year after year. Pence, unrounded.
struct RentPath {
  /// What a new letting pays, by year from the first.
  let newLetting: [Double]
  /// By year, what a sitting tenant's rent is multiplied by in April; nothing where it is what a new letting pays.
  private let growth: [Double]
  /// By year, for a rent that converges on the formula: the rise of one above it, and the pounds more of one below it.
  private let growthOver: [Double], step: [Double]
  private let reletRate: Double
  /// What the homes pay on average now.
  private(set) var weekly: Double

  init(_ basis: RentBasis, bedrooms: Int64, reletRate: Rate, _ model: Model, _ levels: IndexLevels) {
    let years = (0..<Int(model.years)).map { model.firstYear + $0 }
    let policy = model.rentPolicy
    newLetting = NewLettingRents(basis, bedrooms: bedrooms, model, levels).weeklyPence
    self.reletRate = reletRate.ratio
    switch basis {
    case .fixed, .market, .localHousingAllowance:
      (growth, growthOver, step) = ([], [], [])
      weekly = newLetting[0]
    case .affordable(let terms):
      (growth, growthOver, step) = (years.map { 1 + policy.growth(in: $0) }, [], [])
      weekly = terms.sittingPence ?? newLetting[0]
    case .londonAffordable(let terms):
      (growth, growthOver, step) = (years.map { 1 + policy.growth(in: $0) }, [], [])
      weekly = terms.sittingPence ?? newLetting[0]
    case .formula(let terms):
      let isSupported = terms.isSupported
      growth = years.map { 1 + policy.growth(in: $0, isSupported: isSupported) }
      growthOver = years.map { 1 + policy.growthOverFormula(in: $0, isSupported: isSupported) }
      step = years.map { Double(policy.convergenceStep(in: $0).pence) }
      weekly = terms.sittingPence ?? newLetting[0]
    }
  }

  /// Steps to the April of a year after the first.
  mutating func step(to year: Int) {
    let new = newLetting[year]
    guard !growth.isEmpty else {
      weekly = new
      return
    }
    let risen = weekly * growth[year]
    let staying: Double
    if step.isEmpty {
      staying = risen
    } else if risen < new {
      staying = min(new, risen + step[year])
    } else {
      staying = max(new, weekly * growthOver[year])
    }
    weekly = (1 - reletRate) * staying + reletRate * new
  }

  /// Takes in homes that are complete, at what a new letting pays.
  mutating func add(_ homes: Int64, to existing: Int64, in year: Int) {
    guard existing + homes > 0 else { return }
    weekly = (weekly * Double(existing) + newLetting[year] * Double(homes)) / Double(existing + homes)
  }
}
