import Finance
import Housing

/// Homes that leave each group of existing stock, and those that come to it from another, by month; whole, spread over the
/// year, and never more than there are. Those that come in a month leave in none before the next.
struct Departing {
  /// Of one group, by month.
  struct Homes {
    var sold, lost, disposed, convertedOut, convertedIn: [Int64]
    /// Whether any leave or come in any way, and in these.
    var moves = false, disposes = false, converts = false

    /// None.
    init(months: Int) {
      sold = Array(repeating: 0, count: months)
      // one array, which is copied for the ways that have homes
      (lost, disposed, convertedOut, convertedIn) = (sold, sold, sold, sold)
    }
  }

  /// A share of the homes at 1 April, as a running exact total from the first month: in twelve-millionths of a home.
  private struct Running {
    let ways: HomesLeaving
    let isNone: Bool
    var total: Int64 = 0, posted: Int64 = 0

    init(_ ways: HomesLeaving) {
      self.ways = ways
      switch ways {
      case .number(let series): isNone = series.values.allSatisfy { $0 == 0 }
      case .share(let rate): isNone = rate == .zero
      }
    }

    /// What leaves in a month, if there are enough.
    mutating func step(_ year: Year, _ month: Int, april homes: Int64) -> Int64 {
      switch ways {
      case .number(let series): return spread(series[year], part: Int64(month % 12 + 1), of: 12)
      case .share(let rate):
        total += homes * rate.millionths
        let whole = roundedQuotient(total, 12_000_000)
        defer { posted = whole }
        return whole - posted
      }
    }
  }

  /// The ways in which homes of a group leave it, in the order in which they take them.
  private struct Leaving {
    var sales, losses, disposals: Running
    let conversions: Running, target: Int?
    /// Homes left, now and at 1 April.
    var left: Int64, april: Int64

    init(_ group: StockGroup) {
      sales = Running(group.sales)
      losses = Running(group.departures.losses)
      disposals = Running(group.departures.disposals)
      conversions = Running(.number(group.departures.conversions))
      target = group.departures.convertsTo
      (left, april) = (group.homes, group.homes)
    }

    var isNone: Bool {
      sales.isNone && losses.isNone && disposals.isNone && (conversions.isNone || target == nil)
    }

    mutating func take(_ wanted: Int64) -> Int64 {
      let taken = min(left, wanted)
      left -= taken
      return taken
    }
  }

  private(set) var groups: [Homes]

  init(_ model: Model) {
    let months = Int(model.years) * 12
    let none = Homes(months: months)
    groups = model.stock.map { _ in none }
    var leaving = model.stock.map { Leaving($0) }
    if leaving.allSatisfy({ $0.isNone }) { return }
    for month in 0..<months {
      let year = model.firstYear + month / 12
      for i in leaving.indices where !leaving[i].isNone {
        if month % 12 == 0 { leaving[i].april = leaving[i].left }
        step(i, &leaving[i], year, month)
      }
      for i in leaving.indices { leaving[i].left += groups[i].convertedIn[month] }
    }
    for i in groups.indices {
      let homes = groups[i]
      groups[i].disposes = homes.disposed.contains { $0 > 0 }
      groups[i].converts =
        homes.convertedOut.contains { $0 > 0 } || homes.convertedIn.contains { $0 > 0 }
      groups[i].moves = !leaving[i].isNone || groups[i].converts
    }
  }

  /// Homes of a group that leave it in a month.
  private mutating func step(_ i: Int, _ leaving: inout Leaving, _ year: Year, _ month: Int) {
    let april = leaving.april
    if !leaving.sales.isNone {
      groups[i].sold[month] = leaving.take(leaving.sales.step(year, month, april: april))
    }
    if !leaving.losses.isNone {
      groups[i].lost[month] = leaving.take(leaving.losses.step(year, month, april: april))
    }
    if !leaving.disposals.isNone {
      groups[i].disposed[month] = leaving.take(leaving.disposals.step(year, month, april: april))
    }
    guard let target = leaving.target, case .number(let series) = leaving.conversions.ways,
      !leaving.conversions.isNone
    else { return }
    let out = leaving.take(spread(series[year], part: Int64(month % 12 + 1), of: 12))
    groups[i].convertedOut[month] = out
    groups[target].convertedIn[month] += out
  }
}
