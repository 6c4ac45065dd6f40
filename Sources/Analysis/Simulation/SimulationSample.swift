import CashFlow
import Finance
import Housing

/// What is read of a forecast: households and pounds by year, totals, and what failed when.
struct SimulationSample: Sendable {
  /// By track, then year.
  var tracks: [Int64]
  var totals: [Int64]
  var met: [Bool]
  /// The first year of each failure, if it failed.
  var failures: [Int?]
  let years: Int

  init(_ sampler: SimulationSampler, years: Int) {
    self.years = years
    tracks = Array(repeating: 0, count: sampler.trackNames.count * years)
    totals = Array(repeating: 0, count: sampler.totalNames.count)
    met = Array(repeating: false, count: sampler.conditions.count)
    failures = Array(repeating: nil, count: sampler.tests.count)
  }

  func count(in tally: inout SimulationTally) {
    tally.paths += 1
    for track in tally.tracks.indices {
      for year in 0..<years { tally.tracks[track][year].add(tracks[track * years + year]) }
    }
    for total in totals.indices { tally.totals[total].add(totals[total]) }
    var isAll = true
    for condition in met.indices {
      if met[condition] { tally.met[condition] += 1 } else { isAll = false }
    }
    if isAll { tally.metAll += 1 }
    var passes = true
    for test in failures.indices {
      tally.fail(test, first: failures[test])
      if failures[test] != nil { passes = false }
    }
    if passes { tally.passes += 1 }
  }
}

/// Reads forecasts of one model and of those that stray from it.
struct SimulationSampler: Sendable {
  typealias Named = (name: String, label: String, unit: SimulationOutline.Track.Unit)
  let conditions: [Condition]
  let tests: [String]
  let trackNames: [Named]
  let totalNames: [Named]
  private let hasHRA: Bool
  private let years: Int
  private let headline: Int
  private let householdLines: HouseholdLines

  init(_ forecast: Forecast, _ conditions: [Condition]) {
    let model = forecast.model
    self.conditions = conditions
    householdLines = HouseholdLines(forecast.plan)
    (hasHRA, years) = (model.hra != nil, Int(model.years))
    headline = max(0, min(years - 1, model.appraisal.headlineYear.start - model.firstYear.start))
    tests =
      model.tests.map { "Test \($0.name)" } + (hasHRA ? ["HRA in deficit"] : [])
      + ["Homes that no loan pays for"]
    trackNames =
      [
        (name: "ta", label: "Households in TA with the plan", unit: .households),
        (name: "fewer", label: "Fewer in TA, net", unit: .households),
        (name: "budget-gf", label: "Budget effect to date, General Fund", unit: .pounds),
      ]
      + (hasHRA
        ? [
          (name: "budget-hra", label: "Budget effect to date, HRA", unit: .pounds),
          (name: "hra.balance", label: "HRA balance", unit: .pounds),
        ] : [])
      + [(name: "debt", label: "Loans owed", unit: .pounds)]
    totalNames =
      [
        (name: "rehoused", label: "Rehoused from TA, gross", unit: .households),
        (name: "fewer", label: "Fewer in TA, net", unit: .households),
        (name: "budget", label: "Budget effect, whole council", unit: .pounds),
        (name: "budget-gf", label: "Budget effect, General Fund", unit: .pounds),
      ] + (hasHRA ? [(name: "budget-hra", label: "Budget effect, HRA", unit: .pounds)] : [])
      + [(name: "npv", label: "NPV to the council, real", unit: .pounds)]
  }

  func tracks(_ base: SimulationSample) -> [SimulationOutline.Track] {
    trackNames.indices.map { track in
      SimulationOutline.Track(
        name: trackNames[track].name, label: trackNames[track].label, unit: trackNames[track].unit,
        base: Array(base.tracks[track * years..<(track + 1) * years]))
    }
  }

  func totals(_ base: SimulationSample) -> [SimulationOutline.Track] {
    totalNames.indices.map { total in
      SimulationOutline.Track(
        name: totalNames[total].name, label: totalNames[total].label, unit: totalNames[total].unit,
        base: [base.totals[total]])
    }
  }

  func take(_ sample: inout SimulationSample, of forecast: Forecast) {
    let with = forecast.shownHouseholds(householdLines, .with)
    let without = forecast.shownHouseholds(householdLines, .without)
    var row = 0
    func put(_ values: [Int64]) {
      for year in 0..<years { sample.tracks[row * years + year] = values[year] }
      row += 1
    }
    func pounds(_ pence: Int64) -> Int64 { roundedQuotient(pence, 100) }
    func toDate(_ path: String) -> [Int64] {
      var sum: Int64 = 0
      return forecast.yearly(path, .difference).map { pence in
        sum += pence
        return pounds(sum)
      }
    }
    put(with.households)
    put((0..<years).map { without.households[$0] - with.households[$0] })
    let generalFund = toDate("gf.net")
    put(generalFund)
    var hra: [Int64] = []
    if hasHRA {
      hra = toDate("hra.surplus")
      put(hra)
      put(forecast.yearly("hra.balance").map { pounds($0) })
    }
    let owed = forecast.yearly("loan.hra.balance")
    put(forecast.yearly("loan.gf.balance").enumerated().map { pounds($1 + owed[$0]) })
    var totals = [
      with.rehoused.prefix(headline + 1).reduce(0, +),
      without.households[headline] - with.households[headline],
      pounds(forecast.yearly("council.budget", .difference).reduce(0, +)), generalFund[years - 1],
    ]
    if hasHRA { totals.append(hra[years - 1]) }
    totals.append(pounds(forecast.netPresentValue.pence))
    sample.totals = totals
    for condition in conditions.indices { sample.met[condition] = conditions[condition].isMet(by: forecast) }
    for (test, result) in forecast.testResults().enumerated() {
      sample.failures[test] = result.passes.firstIndex(of: false)
    }
    var last = forecast.model.tests.count
    if hasHRA {
      sample.failures[last] = forecast.deficitYears.first.map { $0.start - forecast.model.firstYear.start }
      last += 1
    }
    sample.failures[last] = forecast.with.shortfalls.map { $0.month / 12 }.min()
  }
}
