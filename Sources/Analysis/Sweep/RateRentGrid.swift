import CashFlow
import Finance
import Housing

/// The plan at every combination of a borrowing rate and a level of rents: how dear money can be, and how low rents.
public struct RateRentGrid: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    public var budget: Money, netPresentValue: Money
    public var testsPassed: Int
    /// Every test, no HRA deficit, all paid for.
    public var passes: Bool
  }

  /// All that is the same at every rate.
  public struct Row: Hashable, Sendable {
    /// Of the rents that the model has.
    public var level: Rate
    /// What a new letting of the plan's homes would pay a week on average in the first year.
    public var weeklyRent: Money
    /// Households as the first page counts them.
    public var rehoused: Int64
    /// Whether a rule on rents does not allow it.
    public var breaksCeiling: Bool
    /// The highest rate at which every test passes.
    public var highest: SustainableRate
    /// By rate.
    public var cells: [Cell]
  }

  public var rates: [Rate]
  /// From the lowest level of rents.
  public var rows: [Row]
  /// What the plan's loans bear on average as the model has it, by what is drawn.
  public var assumedRate: Rate

  /// The place of the rents that the model has.
  public var own: Int { rows.firstIndex { $0.level == .whole } ?? 0 }
}

extension RateRentGrid {
  /// Levels of rent that are looked at: what the model has, less, and more.
  public static let levels: [Rate] = [80, 90, 100, 110, 120].map { .percent($0) }

  /// Nothing for a plan that borrows nothing at a rate of its own, or lets no homes.
  public static func of(_ forecast: Forecast, highest: SustainableRate) -> RateRentGrid? {
    let model = forecast.model
    guard !model.loans.isEmpty || !model.funds.isEmpty, let assumed = forecast.averageRate,
      let rent = forecast.averageNewRent
    else { return nil }
    let rates = rates(around: assumed)
    let rows = levels.map { level in
      let lived =
        level == .whole ? forecast : Forecast(model.rentsOfPlan(at: level), sharing: forecast)
      return row(
        lived, level, rent, rates, level == .whole ? highest : SustainableRates.every(of: lived).every)
    }
    return RateRentGrid(rates: rates, rows: rows, assumedRate: assumed)
  }

  /// Nine rates, half a point apart, around what is assumed.
  static func rates(around assumed: Rate) -> [Rate] {
    let half: Int64 = 5_000
    let middle = max(4 * half, roundedQuotient(assumed.millionths, half) * half)
    return (-4...4).map { Rate(millionths: middle + $0 * half) }
  }

  private static func row(
    _ forecast: Forecast, _ level: Rate, _ rent: Money, _ rates: [Rate], _ highest: SustainableRate
  ) -> Row {
    var trial = forecast
    let cells = rates.map { rate in
      trial.reborrow(forecast.model.borrowing(at: rate))
      return Cell(
        budget: Money(pence: trial.yearly("council.budget", .difference).reduce(0, +)),
        netPresentValue: trial.netPresentValue, testsPassed: trial.testResults().count { $0.isPassed },
        passes: trial.passes)
    }
    let headline = forecast.model.appraisal.headlineYear.start - forecast.model.firstYear.start
    return Row(
      level: level, weeklyRent: rent.share(level),
      rehoused: forecast.wholeHouseholds(.with).rehoused.prefix(max(0, headline) + 1).reduce(0, +),
      breaksCeiling: forecast.model.breaksRentCeiling, highest: highest, cells: cells)
  }
}

extension Forecast {
  /// The rate of the plan's loans, weighed by what is drawn; nothing where nothing is.
  public var averageRate: Rate? {
    var drawn = 0.0
    var weighed = 0.0
    for vintage in with.vintages {
      drawn += Double(vintage.loan.principal.pence)
      weighed += Double(vintage.loan.principal.pence) * Double(vintage.loan.annualRate.millionths)
    }
    return drawn > 0 ? Rate(millionths: Int64(wholeNearest(weighed / drawn))) : nil
  }

  /// What a new letting of the plan's homes pays a week in the first year, by the homes of each size; nothing without homes.
  public var averageNewRent: Money? {
    let rents = groupRents().dropFirst(model.stock.count)
    var homes = 0.0
    var weighed = 0.0
    for (rent, row) in zip(rents, model.programmes.flatMap { $0.rows }) {
      let count = Double(years.reduce(Int64(0)) { $0 + row.starts[$1] })
      homes += count
      weighed += count * Double(rent.newLetting.first?.pence ?? 0)
    }
    return homes > 0 ? Money(pence: Int64(wholeNearest(weighed / homes))) : nil
  }
}
