import Finance
import Housing

/// A number that a derivation names in words and no line holds: the level of an index, the weeks of a year.
public struct Working: Sendable {
  /// As the derivation has it: "index".
  public var words: String
  public var value: Value
  /// The assumptions that it comes from, by their paths; one that the model does not have says nothing.
  public var from: [String]

  public enum Value: Sendable {
    /// What one pound of the price base has become.
    case level(Double)
    case count(Int)
    /// Pence a week, unrounded.
    case weeklyPence(Double)
    /// Pence a month.
    case monthlyPence(Double)
  }
}

extension Forecast {
  /// The numbers that the derivation of a line names in words, in a month.
  public func workings(of line: Line, _ run: Run = .with, month: Int) -> [Working] {
    let meaning = plan.lines.meaning(of: line)
    var all: [Working] = []
    let id = meaning.id
    func isNamed(_ other: String) -> Bool { id.isSame(as: other) }
    if let basis = priceBasis(of: meaning) { all.append(index(basis.prices, basis.from, month)) }
    if isNamed("stock.*.rent.due") { all += rent(meaning, run, month) }
    if isNamed("stock.*.rent.void") { all += homeMonth(meaning, run, month) }
    if isNamed("stock.*.service.income") { all.append(weeks("weeks", month)) }
    if isNamed("ta.type.*.nights") || isNamed("ta.type.*.places") {
      all.append(
        Working(words: "days", value: .count(Month(month, from: model.firstYear).days), from: []))
    }
    return all
  }

  private func index(_ prices: PriceBasis, _ from: [String], _ month: Int) -> Working {
    let level = IndexLevels(model).levels(prices)[month / 12]
    let named = prices.index.map { model.indices[$0].name }
    let growth = named.map { ["index.\($0).growth", "index.\($0).real_growth"] } ?? []
    return Working(words: "index", value: .level(level), from: from + growth)
  }

  private func weeks(_ words: String, _ month: Int) -> Working {
    let count = model.rentPolicy.weeks.count(in: model.firstYear + month / 12)
    return Working(words: words, value: .count(count), from: ["rent_policy.weeks"])
  }

  /// What the homes of a group pay a week on average, from rent due, opening homes and weeks; and those weeks.
  private func rent(_ meaning: Meaning, _ run: Run, _ month: Int) -> [Working] {
    let weeks = weeks("weeks of the year", month)
    guard let due = plan.lines.line(named: meaning.path), let place = groups(named: meaning.owner),
      let homes = plan.lines.line(named: "stock.\(meaning.owner).homes")
    else { return [weeks] }
    let opening = opening(homes, run, month: month)
    guard opening > 0, case .count(let number) = weeks.value else { return [weeks] }
    let weekly = Double(figure(due, run, month: month)) * 12 / (Double(opening) * Double(number))
    let keys = [
      "rent_basis", "rent", "rent_roll", "quoted_weeks", "county", "value_1999", "flexibility", "supported",
      "share", "market_rent", "rent_index", "rent_base", "at_least_formula", "benchmark",
      "benchmark_above_cpi", "lha", "lha_rates", "shared_room",
    ]
    let rises = ["rent_policy.september_cpi", "rent_policy.above_cpi", "rent_policy.limit"]
    return [
      Working(
        words: "weekly rent on its basis", value: .weeklyPence(weekly),
        from: keys.map { "\(place.rows).\($0)" } + rises), weeks,
    ]
  }

  /// The rent of one home in the month: rent due over opening homes.
  private func homeMonth(_ meaning: Meaning, _ run: Run, _ month: Int) -> [Working] {
    guard let due = plan.lines.line(named: "stock.\(meaning.owner).rent.due"),
      let homes = plan.lines.line(named: "stock.\(meaning.owner).homes")
    else { return [] }
    let opening = opening(homes, run, month: month)
    guard opening > 0 else { return [] }
    let pence = Double(figure(due, run, month: month)) / Double(opening)
    return [Working(words: "home-month", value: .monthlyPence(pence), from: [])]
  }

  /// Where the assumptions of a group stand: those of its costs, and those of its homes.
  private func groups(named owner: String) -> (costs: String, rows: String)? {
    for stock in model.stock where stock.name.isSame(as: owner) {
      return (costs: "stock.\(owner)", rows: "stock.\(owner)")
    }
    for programme in model.programmes {
      for row in programme.rows where "\(programme.name).\(row.name)".isSame(as: owner) {
        return (costs: "programme.\(programme.name)", rows: "programme.\(programme.name).homes.\(row.name)")
      }
    }
    return nil
  }

  /// What the index in the derivation of a line follows, and the assumptions that say so.
  private func priceBasis(of meaning: Meaning) -> (prices: PriceBasis, from: [String])? {
    func isOne(of ids: [String]) -> Bool { ids.contains { $0.isSame(as: meaning.id) } }
    if isOne(of: ["gf.ta.moveon"]) {
      return (
        prices: model.temporaryAccommodation.moveOnPrices, from: ["ta.move_on_index", "ta.move_on_base"]
      )
    }
    if isOne(of: ["sum.*"]) {
      let sum = model.sums.first { $0.name.isSame(as: meaning.owner) }
      return sum.map { (prices: $0.prices, from: ["sum.\($0.name).index", "sum.\($0.name).price_base"]) }
    }
    if isOne(of: ["ta.type.*.gross"]) {
      let type = model.temporaryAccommodation.types.first { $0.name.isSame(as: meaning.owner) }
      return type.map {
        (prices: $0.prices, from: ["ta.type.\($0.name).index", "ta.type.\($0.name).price_base"])
      }
    }
    let isOfRepairs = isOne(of: ["stock.*.repairs", "stock.*.depreciation", "stock.*.majorrepairs"])
    let isOfCosts = isOne(of: [
      "stock.*.management", "stock.*.insurance", "stock.*.service.cost", "stock.*.service.income",
      "stock.*.lease", "stock.*.lease.outstanding",
    ])
    guard isOfRepairs || isOfCosts, let place = groups(named: meaning.owner) else { return nil }
    let stock = model.stock.first { $0.name.isSame(as: meaning.owner) }
    let programme = model.programmes.first { "programme.\($0.name)".isSame(as: place.costs) }
    guard let costs = stock?.costs ?? programme?.costs else { return nil }
    return isOfRepairs
      ? (
        prices: costs.repairPrices,
        from: ["\(place.costs).repairs_index", "\(place.costs).index", "\(place.costs).price_base"]
      ) : (prices: costs.prices, from: ["\(place.costs).index", "\(place.costs).price_base"])
  }
}
