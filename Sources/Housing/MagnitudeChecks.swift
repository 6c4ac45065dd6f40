import Finance
import ModelFile

extension Model {
  /// Refuses a model whose sums could run beyond what a projection holds, at the value that most makes them so.
  func checkMagnitude(_ form: inout Form) {
    let magnitude = Magnitude(self)
    // an index that runs off is the fault itself
    let indices = magnitude.indicesOutOfBounds
    for name in indices {
      form.problem(
        at: "index.\(name).growth",
        fault: "a price that follows \(name) moves more than a million times over",
        remedy: "bring its growth nearer to 0%, or its price_base nearer to \(firstYear)")
    }
    guard indices.isEmpty else { return }
    guard magnitude.households <= Magnitude.mostHouseholds else {
      return form.problem(
        at: "ta.new_households", fault: "households in TA may run beyond 30 million",
        remedy: "write fewer, or fewer years")
    }
    guard magnitude.isCapitalWithin else {
      return form.problem(
        at: magnitude.driver(ofCapital: true),
        fault: "the capital spend of a year may run beyond £92 billion",
        remedy: "lower it, or what it grows by, or the years")
    }
    if let key = magnitude.keyBeyondWorth {
      return form.problem(
        at: key, fault: "its homes may come to be worth more than £10 trillion",
        remedy: "lower the value, or what it grows by, or the years")
    }
    guard magnitude.isWithin else {
      return form.problem(
        at: magnitude.driver(ofCapital: false),
        fault: "the sums of this model may run beyond £10 trillion, or those of a year beyond £1 trillion",
        remedy: "lower it, or what it grows by, or the years")
    }
  }
}

extension Magnitude {
  /// The names of the indices on which a price leaves the levels that are reckoned with.
  var indicesOutOfBounds: [String] {
    var isOut = model.indices.map { _ in false }
    for basis in bases {
      guard let index = basis.index, !isOut[index] else { continue }
      isOut[index] = level(basis).contains { !Self.levels.contains($0) }
    }
    return model.indices.indices.filter { isOut[$0] }.map { model.indices[$0].name }
  }

  var isCapitalWithin: Bool {
    let par = mostOwedForAPound
    return (0..<years).allSatisfy { (hra.capital[$0] + generalFund.capital[$0]) * par <= Self.mostCapital }
  }

  var isWithin: Bool {
    let rate = highestRate
    let cash = compound(highestTreasuryRate.ratio)
    // a bond owes more than it brings, and one that refinances does so each time
    let par = mostOwedForAPound
    let debt = compound(rate) * (model.refinances ? par : 1)
    var openings = model.debts.reduce(0) { $0 + abs(Double($1.balance.pence)) }
    if let hra = model.hra {
      let balances = [
        hra.balance, hra.majorRepairsReserve, hra.receipts, hra.rightToBuyReceipts,
        hra.capitalFinancingRequirement,
      ]
      openings += balances.reduce(0) { $0 + abs(Double($1.pence)) }
    }
    let floors = [model.hra?.refinancing.cashFloor, model.generalFund.refinancing.cashFloor]
    openings += floors.reduce(0) { $0 + abs(Double(($1 ?? .zero).pence)) }
    openings += Double(model.generalFund.receipts.pence + model.generalFund.capitalFinancingRequirement.pence)
    // what could be held and what could be owed, were the other side nothing
    var (held, owed, financed, all) = (openings, openings, openings, 0.0)
    for k in 0..<years {
      let capital = (hra.capital[k] + generalFund.capital[k]) * par
      let inAYear = hra.income[k] + generalFund.income[k]
      let outAYear = hra.cost[k] + generalFund.cost[k]
      held = held * cash + hra.income[k] + capital
      owed = owed * debt + hra.cost[k] + capital
      financed += capital
      all += max(inAYear, outAYear) + capital + financed * rate
      if max(inAYear, outAYear) > Self.mostInAYear { return false }
    }
    guard max(held, owed) + financed + all <= Self.mostPence else { return false }
    let lowest = level(model.appraisal.deflator).min() ?? 1
    return (max(held, owed) + all) / min(1, lowest) <= Self.mostPence
  }

  private var highestTreasuryRate: Rate { highest(model.treasuryRate) }

  /// The highest of the years that are projected.
  private func highest(_ rates: Series<Rate>) -> Rate {
    (0..<years).reduce(.zero) { max($0, rates[model.firstYear + $1]) }
  }

  /// The highest rate that anything owed bears.
  private var highestRate: Double {
    let tranches = model.funds.flatMap { fund in fund.tranches.map { highest($0.annualRate) } }
    let loans = model.loans.map { highest($0.annualRate) } + model.debts.map { $0.annualRate }
    return max(highestTreasuryRate, (loans + tranches).max() ?? .zero).ratio
  }

  /// The most that any loan owes, its cost of issue included, for a pound that it brings.
  private var mostOwedForAPound: Double {
    model.loans.reduce(1) { most, terms in
      guard case .bond(let bond) = terms.kind else { return most }
      return max(most, (1 + bond.cost.ratio) / bond.price.ratio)
    }
  }

  /// What a year at a rate, month by month, makes of one.
  private func compound(_ rate: Double) -> Double { power(1 + rate / 12, 12) }

  /// What makes the sums grow the most, if it makes them grow tenfold; or else the key of the largest sum.
  func driver(ofCapital isCapital: Bool) -> String {
    var growth = 10.0
    var driver = isCapital ? largestCapital.key : largest.key
    func consider(_ factor: Double, _ key: String) {
      if factor > growth { (growth, driver) = (factor, key) }
    }
    for basis in bases {
      guard let index = basis.index else { continue }
      let levels = level(basis).prefix(years)
      let spread = max(levels.max() ?? 1, 1 / (levels.min() ?? 1))
      consider(spread, "index.\(model.indices[index].name).growth")
    }
    if isCapital { return driver }
    var rent = 1.0
    for k in 1..<max(2, years) { rent *= 1 + max(0, model.rentPolicy.growth(in: model.firstYear + k)) }
    consider(rent, "rent_policy.september_cpi")
    consider(power(compound(highestTreasuryRate.ratio), Double(years)), "treasury.rate")
    return driver
  }
}

extension Model {
  /// Whether either account makes up its cash by a loan.
  fileprivate var refinances: Bool { hra?.refinancing.loan != nil || generalFund.refinancing.loan != nil }
}
