import CashFlow
import Finance
import Housing
import ModelFile

/// A figure of a forecast that a question can name: `npv`, `rehoused`, `ta@2031-32`, `hra.balance@2035-36`, `gf.net@difference`.
public struct Measure: Hashable, Sendable {
  /// As it was typed.
  public let name: String
  /// In words, as a heading: "NPV to the council, real".
  public let label: String
  public let unit: Unit
  let figure: Figure

  /// What its whole number counts.
  public enum Unit: Hashable, Sendable {
    case pence, homes, households
    /// Millionths of a home, household or night.
    case millionths
    case tests
    /// The calendar year in which a financial year starts.
    case year
    /// 1 where it is so, 0 where it is not.
    case verdict
  }

  enum Figure: Hashable, Sendable {
    case rehoused(Year?)
    case inTA(Year?, Forecast.Run)
    case budget(String)
    case value, presentValue, nominalValue, borrowed, spent, granted, homes, payback
    case costPerHousehold, householdYears
    case testsPassed, passes
    case test(Int)
    case lowestBalance
    case line(String, When, Forecast.Run)
  }

  /// Which of a line's years.
  enum When: Hashable, Sendable {
    /// All of them together: a flow's sum, a stock as the last March leaves it.
    case all
    case year(Year)
  }
}

extension Measure {
  /// What it comes to, in its unit; nothing where there is no such figure, such as the payback of a plan that never pays back.
  public func value(in forecast: Forecast) -> Int64? {
    switch figure {
    case .rehoused(let year):
      return forecast.wholeHouseholds(.with).rehoused.prefix(forecast.place(year) + 1).reduce(0, +)
    case .inTA(let year, let run):
      let place = forecast.place(year)
      func households(_ run: Forecast.Run) -> Int64 { forecast.wholeHouseholds(run).households[place] }
      return run == .difference ? households(.without) - households(.with) : households(run)
    case .budget(let line): return forecast.total(line)
    case .value: return forecast.total("council.cashflow")
    case .presentValue: return forecast.netPresentValue.pence
    case .nominalValue: return forecast.measures().nominalValue.pence
    case .borrowed: return forecast.total("loan.hra.drawn") + forecast.total("loan.gf.drawn")
    case .spent: return forecast.total("capital.hra.programme") + forecast.total("capital.gf.programme")
    case .granted: return forecast.total("capital.hra.grant") + forecast.total("capital.gf.grant")
    case .homes: return forecast.measures().homes
    case .payback: return forecast.measures().payback.map { Int64($0.start) }
    case .costPerHousehold: return forecast.measures().costPerHousehold?.pence
    case .householdYears: return forecast.measures().householdYearsAvoided
    case .testsPassed: return Int64(forecast.testResults().count { $0.isPassed })
    case .passes: return forecast.passes ? 1 : 0
    case .test(let place):
      let results = forecast.testResults()
      return results.indices.contains(place) ? (results[place].isPassed ? 1 : 0) : nil
    case .lowestBalance:
      return forecast.model.hra == nil ? nil : forecast.yearly("hra.balance").min()
    case .line(let path, let when, let run):
      guard let line = forecast.plan.lines.line(named: path) else { return nil }
      let years = forecast.yearly(line, run)
      switch when {
      case .year(let year):
        let place = year.start - forecast.model.firstYear.start
        return years.indices.contains(place) ? years[place] : nil
      case .all:
        return forecast.plan.lines.meaning(of: line).period == .stock ? years.last : years.reduce(0, +)
      }
    }
  }
}

extension Forecast {
  /// Whether every test is passed, the HRA is never in deficit, and every home is paid for.
  public var passes: Bool {
    with.shortfalls.isEmpty && deficitYears.isEmpty && testResults().allSatisfy { $0.isPassed }
  }

  /// The place of a year, or of the headline year.
  fileprivate func place(_ year: Year?) -> Int {
    let year = year ?? model.appraisal.headlineYear
    return max(0, min(Int(model.years) - 1, year.start - model.firstYear.start))
  }

  /// The difference that the plan makes to a line over all years.
  fileprivate func total(_ path: String) -> Int64 { yearly(path, .difference).reduce(0, +) }
}

extension Measure {
  /// The value as it is read aloud: "£1,234,567", "412 households", "2036-37".
  public func write(_ value: Int64?) -> String {
    guard let value else { return "none" }
    switch unit {
    case .pence:
      // no pence where they say nothing
      let isLarge = value.magnitude >= 1_000_000
      return Kind.money(per: "").write(isLarge ? roundedQuotient(value, 100) * 100 : value)
    case .homes: return Kind.count(of: "homes").write(value)
    case .households: return Kind.count(of: "households").write(value)
    case .millionths: return Kind.count(of: "").write(roundedQuotient(value, 1_000_000))
    case .tests: return Kind.count(of: "tests").write(value)
    case .year: return Year(start: Int(value)).description
    case .verdict: return value == 0 ? "no" : "yes"
    }
  }

  /// What a value of it is, as a model file writes such.
  public var kind: Kind {
    switch unit {
    case .pence: .money(per: "")
    case .homes: .count(of: "homes")
    case .households: .count(of: "households")
    case .millionths: .count(of: "")
    case .tests: .count(of: "tests")
    case .year: .year
    case .verdict: .choice(["no", "yes"])
    }
  }
}
