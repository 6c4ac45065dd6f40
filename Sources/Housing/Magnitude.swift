import Finance
import ModelFile

/// How large the sums of a model can become at most, so that a projection never meets a number it cannot hold.
///
/// A bound, not a forecast: homes and households are counted as if none ever left, whatever is owed bears the highest rate
/// there is, and what is held earns at the treasury's. Pence and levels as `Double`.
///
/// A class, since it holds a whole model while it adds up.
final class Magnitude {
  /// What all sums stay below: £10 trillion.
  static let mostPence = 1e15
  /// What the income and the costs of a year stay below, so that a month of them times a millionth is exact: £1 trillion.
  static let mostInAYear = 1e14
  /// What the capital of a year stays below, so that every draw is a loan that has a schedule.
  static let mostCapital = Double(Loan.principals.upperBound.pence)
  static let mostHouseholds = 3e7
  static let levels = 1e-6...1e6

  /// Of one account by year.
  struct Flows {
    var income: [Double], cost: [Double], capital: [Double]

    init(years: Int) {
      income = Array(repeating: 0, count: years)
      (cost, capital) = (income, income)
    }
  }

  let model: Model
  let years: Int
  var hra: Flows, generalFund: Flows
  /// Households in temporary accommodation at the end, if none ever left.
  var households = 0.0
  /// Households that homes bring with them, by year: a home's starts stand for its completion.
  private var arriving: [Double]
  /// The value whose flow is the largest in any year, and of capital.
  var largest = (key: "", pence: 0.0), largestCapital = (key: "", pence: 0.0)

  init(_ model: Model) {
    (self.model, years) = (model, Int(model.years))
    (hra, generalFund) = (Flows(years: years), Flows(years: years))
    arriving = Array(repeating: 0, count: years)
    for sum in model.sums {
      let level = level(sum.prices)
      for k in 0..<years {
        let pence = abs(Double(sum.amount[model.firstYear + k].pence)) * level[k]
        if sum.kind == .majorRepairs && sum.account == .hra {
          addCapital(.hra, k, pence, "sum.\(sum.name).amount")
        } else {
          add(sum.account, k, income: pence, cost: pence, "sum.\(sum.name).amount")
        }
      }
    }
    for (place, group) in model.stock.enumerated() { add(group, place) }
    for programme in model.programmes {
      for row in programme.rows { add(row, programme) }
    }
    addPlacements()
    for (key, pence) in contracts() {
      for k in 0..<years { add(.generalFund, k, income: 0, cost: pence[k], key) }
    }
  }

  /// A group of homes, and all those that could be converted into it, whatever is sold of them.
  private func add(_ group: StockGroup, _ place: Int) {
    let grows = model.stock.contains { $0.departures.convertsTo == place }
    let count = grows ? model.stock.reduce(0) { $0 + Double($1.homes) } : Double(group.homes)
    let homes = Array(repeating: count, count: years)
    let key = "stock.\(group.name)"
    add(homes, group.rent, bedrooms: group.bedrooms, group.costs, group.account, "\(key).homes")
    let level = level(group.costs.prices)
    let saleLevel = group.sale.map { self.level($0.prices) } ?? level
    func leaving(_ ways: HomesLeaving, _ k: Int) -> Double {
      switch ways {
      case .number(let series): min(count, Double(series[model.firstYear + k]))
      case .share: count
      }
    }
    for k in 0..<years {
      let price = group.sale.map { Double($0.price.pence) * saleLevel[k] }
      let receipt = price ?? Double(group.saleReceipt.pence) * level[k]
      add(
        group.account, k, income: leaving(group.sales, k) * receipt, cost: 0,
        price == nil ? "\(key).sale_receipt" : "\(key).sale.price")
      let disposal = Double(group.departures.disposalReceipt.pence) * level[k]
      add(
        group.account, k, income: leaving(group.departures.disposals, k) * disposal, cost: 0,
        "\(key).disposal_receipt")
    }
  }

  private func add(
    _ account: Account, _ k: Int, income: Double, cost: Double, _ key: @autoclosure () -> String
  ) {
    if account == .hra {
      hra.income[k] += income
      hra.cost[k] += cost
    } else {
      generalFund.income[k] += income
      generalFund.cost[k] += cost
    }
    if max(income, cost) > largest.pence { largest = (key: key(), pence: max(income, cost)) }
  }

  private func addCapital(
    _ account: Account, _ k: Int, _ pence: Double, _ key: @autoclosure () -> String
  ) {
    if account == .hra { hra.capital[k] += pence } else { generalFund.capital[k] += pence }
    if pence > largestCapital.pence { largestCapital = (key: key(), pence: pence) }
  }

  /// Rents and running costs of so many homes by year.
  private func add(
    _ homes: [Double], _ rent: RentBasis, bedrooms: Int64, _ costs: RunningCosts, _ account: Account,
    _ key: String
  ) {
    let weekly = rents(rent, bedrooms: bedrooms)
    let (level, repairLevel) = (level(costs.prices), level(costs.repairPrices))
    let running = costs.management + costs.insurance + costs.serviceCost + costs.lease
    // major repairs of HRA homes are capital
    let majorRepairs = Double(account == .hra ? costs.majorRepairs.pence : 0)
    let repairs = costs.repairs + costs.depreciation + (account == .hra ? .zero : costs.majorRepairs)
    for k in 0..<years {
      let charges = Double(costs.serviceCharge.pence) * level[k]
      let cost = Double(running.pence) * level[k] + Double(repairs.pence) * repairLevel[k]
      add(account, k, income: homes[k] * 53 * (weekly[k] + charges), cost: homes[k] * cost, key)
      addCapital(account, k, homes[k] * majorRepairs * repairLevel[k], key)
    }
  }

  private func add(_ row: ProgrammeRow, _ programme: Programme) {
    let key = "programme.\(programme.name).homes.\(row.name).starts"
    let level = level(programme.prices)
    // no slice of Stamp Duty Land Tax is above 17% of the price
    let price = Double(row.cost.pence) * 1.17 + Double(row.works.pence + row.fees.pence)
    // the years until the last of it is paid
    let wait = Int(programme.lead + programme.delay) / 12 + 1
    var homes: [Double] = []
    for k in 0..<years {
      let starts = Double(row.starts[model.firstYear + k])
      homes.append((homes.last ?? 0) + starts)
      arriving[k] += starts * programme.displacedShare.ratio
      let highest = level[k...min(k + wait, level.count - 1)].max() ?? 1
      addCapital(programme.account, k, starts * price * highest, key)
    }
    add(homes, row.rent, bedrooms: row.bedrooms, programme.costs, programme.account, key)
    guard let loss = programme.subsidyLoss else { return }
    let weekly = rents(row.rent, bedrooms: row.bedrooms)
    for k in 0..<years {
      add(.generalFund, k, income: 0, cost: homes[k] * 53 * weekly[k] * loss.benefitShare.ratio, key)
    }
  }

  private func addPlacements() {
    let terms = model.temporaryAccommodation
    for type in terms.types { households += Double(type.households.reduce(0, +)) }
    let moveOn = level(terms.moveOnPrices)
    let levels = terms.types.map { level($0.prices) }
    for k in 0..<years {
      let year = model.firstYear + k
      // whoever comes back was counted when first in
      households += Double(terms.newHouseholds[year] + max(0, terms.residual[year])) + arriving[k]
      var dearest = (cost: 0.0, recovery: 0.0, key: "")
      for (type, level) in zip(terms.types, levels) {
        let cost = Double(type.nightlyCost.pence) * level[k]
        let recovery = type.recovery.highestNightlyPence(in: year)
        if cost + recovery > dearest.cost + dearest.recovery || dearest.key.utf8.isEmpty {
          dearest.key = "ta.type.\(type.name).nightly_cost"
        }
        dearest.cost = max(dearest.cost, cost)
        dearest.recovery = max(dearest.recovery, recovery)
      }
      // a place is paid for to the end of its notice: at most two years more than it is needed
      let nights = households * 366
      add(.generalFund, k, income: nights * dearest.recovery, cost: 2 * nights * dearest.cost, dearest.key)
      // a household that comes back can move every month
      let most = terms.returnShare > .zero ? 12.0 : 1
      let moves = households * most * Double(terms.moveOn.pence) * moveOn[k]
      add(.generalFund, k, income: 0, cost: moves, "ta.move_on_cost")
    }
  }
}
