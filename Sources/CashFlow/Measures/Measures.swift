import Finance
import Housing

/// What the plan does, in the figures of a first page. Every one is with the plan less without it, but for households rehoused.
public struct Measures: Sendable {
  /// Households as shown, whole.
  public var with: WholeHouseholds, without: WholeHouseholds
  /// Fewer households in temporary accommodation at each 31 March; a minus is more.
  public var fewer: [Int64]
  /// Household-years in temporary accommodation avoided over the whole projection, in millionths.
  public var householdYearsAvoided: Int64
  /// Difference in the year, in pence: a plus is better for the council.
  public var budgetHRA: [Int64], budgetGeneralFund: [Int64], budget: [Int64]
  /// The same in the prices of the price base.
  public var realBudget: [Int64]
  /// Difference in cash before borrowing, by year.
  public var value: [Int64]
  /// Real, at the Treasury's rates, in the prices of the price base, first year undiscounted.
  public var netPresentValue: Money
  /// Nominal, at the council's own rate.
  public var nominalValue: Money
  /// The first year from which cumulative value stays at or above nil.
  public var payback: Year?
  public var internalRate: InternalRate
  /// Spent, borrowed and granted over the whole projection.
  public var spent: Money, borrowed: Money, granted: Money
  /// Homes completed by the plan, and started but not complete at the end.
  public var homes: Int64
  /// Principal of the plan still owed at the end.
  public var owedAtEnd: Money
  /// Spent on capital and not yet provided for at the end: the difference in the capital financing requirement.
  public var unprovidedAtEnd: Money
  /// Cost a household rehoused, and a household-year avoided; nothing where there is none. A plus is a cost.
  public var costPerHousehold: Money?, costPerHouseholdYear: Money?
}

extension Forecast {
  public func measures() -> Measures {
    let with = wholeHouseholds(.with)
    let without = wholeHouseholds(.without)
    let deflators = deflators()
    let value = yearly("council.cashflow", .difference)
    let appraisal = model.appraisal
    let present = netPresentValue
    let nominal = DiscountRates(appraisal.nominalRate).presentValue(of: value.map { Double($0) })
    let budget = yearly("council.budget", .difference)
    let paid = payback(of: value.map { Money(pence: $0) })
    let nights = placeNames.reduce(Int64(0)) { $0 + yearly("ta.type.\($1).nights", .difference).reduce(0, +) }
    let avoided = roundedQuotient(-nights, 365)
    let rehoused = rehousedByPlan.reduce(0, +)
    func total(_ hra: String, _ generalFund: String) -> Money {
      Money(pence: yearly(hra, .difference).reduce(0, +) + yearly(generalFund, .difference).reduce(0, +))
    }
    func last(_ path: String) -> Int64 { yearly(path, .difference).last ?? 0 }
    return Measures(
      with: with, without: without,
      fewer: with.households.indices.map { without.households[$0] - with.households[$0] },
      householdYearsAvoided: avoided,
      budgetHRA: yearly("hra.surplus", .difference), budgetGeneralFund: yearly("gf.net", .difference),
      budget: budget,
      realBudget: budget.indices.map { Int64(wholeNearest(Double(budget[$0]) * deflators[$0])) },
      value: value, netPresentValue: present, nominalValue: Money(pence: Int64(wholeNearest(nominal))),
      payback: value.allSatisfy { $0 == 0 } ? nil : paid.map { model.firstYear + $0 },
      internalRate: InternalRate.of(value.map { Money(pence: $0) }),
      spent: total("capital.hra.programme", "capital.gf.programme"),
      borrowed: total("loan.hra.drawn", "loan.gf.drawn"),
      granted: total("capital.hra.grant", "capital.gf.grant"),
      homes: plannedGroups.reduce(0) { $0 + yearly("stock.\($1).homes.completed").reduce(0, +) },
      owedAtEnd: Money(pence: last("loan.hra.balance") + last("loan.gf.balance")),
      unprovidedAtEnd: Money(pence: last("cfr.hra") + last("cfr.gf")),
      costPerHousehold: rehoused > 0
        ? Money(pence: roundedProduct(-present.pence, 1_000_000, over: rehoused)) : nil,
      costPerHouseholdYear: avoided > 0
        ? Money(pence: roundedProduct(-present.pence, 1_000_000, over: avoided)) : nil)
  }

  /// The difference that the plan makes to cash before borrowing, real and discounted, as `Measures` has it.
  public var netPresentValue: Money { presentValue(of: yearly("council.cashflow", .difference)) }

  /// The groups of homes that the plan adds: one for each row of each programme.
  public var plannedGroups: [String] { Array(plan.groupNames.dropFirst(model.stock.count)) }

  /// Pence by year, in the prices of the price base and at the Treasury's rates, the first year not discounted.
  func presentValue(of pence: [Int64]) -> Money {
    let deflators = deflators()
    let rates = discountRates
    let real = pence.indices.map { Double(pence[$0]) * deflators[$0] }
    return Money(pence: Int64(wholeNearest(rates.presentValue(of: real))))
  }

  /// The rates of the model's appraisal: those of the Treasury unless it gives others.
  public var discountRates: DiscountRates {
    DiscountRates(
      bands: [
        DiscountRates.Band(through: 30, rate: model.appraisal.discountRate),
        DiscountRates.Band(through: nil, rate: model.appraisal.laterDiscountRate),
      ], source: "")
  }

  /// By year, what turns its cash into the prices of the price base.
  public func deflators() -> [Double] {
    let levels = IndexLevels(model).levels(model.appraisal.deflator)
    return years.indices.map { 1 / levels[$0] }
  }
}
