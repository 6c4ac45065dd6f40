import Finance

/// Weeks for which rent is charged, as a rule.
extension RentWeeks {
  public static let rule = Rule(
    title: "A rent is a week's over 52 weeks; one quoted over 46 to 53 weeks is restated",
    source:
      "Gateshead Council, Rent setting: social rent; the payment periods of lettings returns (CORE service, MHCLG, 5 August 2026)"
  )
}

extension Model {
  /// The rules that the model's rents follow, in order: what each is based on, then how it rises.
  public var rentRules: [Rule] {
    let bases = stock.map { $0.rent } + programmes.flatMap { $0.rows.map { $0.rent } }
    var rules: [Rule] = bases.isEmpty ? [] : [RentWeeks.rule]
    func add(_ more: [Rule]) {
      for rule in more where !rules.contains(rule) { rules.append(rule) }
    }
    for basis in bases {
      switch basis {
      case .fixed, .market: break
      case .formula(let terms):
        add(formulaRules)
        if terms.flexibility > .zero { add([FormulaRent.flexibility]) }
      case .affordable(let terms):
        add([AffordableRent.rule])
        if terms.floor != nil { add([AffordableRent.floor] + formulaRules) }
      case .londonAffordable: add([LondonAffordableRent.rule, LondonAffordableRent.uprating])
      case .localHousingAllowance(let terms):
        add([LocalHousingAllowance.rule])
        if case .area(_, isSharedRoom: true) = terms.allowance { add([LocalHousingAllowance.sharedRate]) }
      }
    }
    let rises = bases.contains { basis in
      switch basis {
      case .fixed, .formula, .affordable, .londonAffordable: true
      case .localHousingAllowance, .market: false
      }
    }
    if rises {
      add(published(SittingTenants.limits.map { (year: $0.year, rule: $0.rule) }, after: firstYear))
      add([SittingTenants.settlement])
    }
    let converges = bases.contains { basis in
      if case .formula = basis { return true }
      return false
    }
    if converges { add([SittingTenants.convergence]) }
    return rules
  }

  private var formulaRules: [Rule] {
    [
      FormulaRent.rule, FormulaRent.bedroomWeights, FormulaRent.countyEarnings, FormulaRent.valuation,
    ] + published(FormulaRent.uplifts.map { (year: $0.year, rule: $0.rule) }, after: FormulaRent.baseYear)
      + [FormulaRent.caps(in: firstYear)?.rule ?? FormulaRent.capGrowth]
  }

  /// The rules of those years that the projection steps through.
  private func published(_ figures: [(year: Year, rule: Rule)], after first: Year) -> [Rule] {
    figures.filter { first < $0.year && $0.year <= lastYear }.map { $0.rule }
  }
}
