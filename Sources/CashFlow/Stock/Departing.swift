import Finance
import Housing

/// Homes that leave each group of existing stock, and those that come to it from another, by month; whole, spread over the
/// year, and never more than there are. Those that come in a month leave in none before the next.
struct Departing {
  /// Of one group.
  struct Homes {
    var sold, lost, disposed, convertedOut, convertedIn: [Int64]
    /// Whether any leave or come in these ways.
    var disposes = false, converts = false

    init(months: Int) {
      sold = Array(repeating: 0, count: months)
      (lost, disposed, convertedOut, convertedIn) = (sold, sold, sold, sold)
    }
  }

  /// A share of the homes at 1 April, as a running exact total from the first month: in twelve-millionths of a home.
  private struct Running {
    let ways: HomesLeaving
    var total: Int64 = 0, posted: Int64 = 0
    init(_ ways: HomesLeaving) { self.ways = ways }

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

  let groups: [Homes]

  init(_ model: Model) {
    let months = Int(model.years) * 12
    var all = model.stock.map { _ in Homes(months: months) }
    var left = model.stock.map { $0.homes }
    var april = left
    var sales = model.stock.map { Running($0.sales) }
    var losses = model.stock.map { Running($0.departures.losses) }
    var disposals = model.stock.map { Running($0.departures.disposals) }
    for month in 0..<months {
      let year = model.firstYear + month / 12
      if month % 12 == 0 { april = left }
      for (i, group) in model.stock.enumerated() {
        func take(_ wanted: Int64) -> Int64 {
          let taken = min(left[i], wanted)
          left[i] -= taken
          return taken
        }
        all[i].sold[month] = take(sales[i].step(year, month, april: april[i]))
        all[i].lost[month] = take(losses[i].step(year, month, april: april[i]))
        all[i].disposed[month] = take(disposals[i].step(year, month, april: april[i]))
        guard let target = group.departures.convertsTo else { continue }
        let out = take(spread(group.departures.conversions[year], part: Int64(month % 12 + 1), of: 12))
        all[i].convertedOut[month] = out
        all[target].convertedIn[month] += out
      }
      for i in left.indices { left[i] += all[i].convertedIn[month] }
    }
    for i in all.indices {
      all[i].disposes = all[i].disposed.contains { $0 > 0 }
      all[i].converts = all[i].convertedOut.contains { $0 > 0 } || all[i].convertedIn.contains { $0 > 0 }
    }
    groups = all
  }
}
