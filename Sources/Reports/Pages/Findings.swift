import Analysis
import CashFlow
import Finance
import Housing
import ModelFile

/// All that the pages of one report say, worked out once: a report of many councils reads them again.
///
/// A class, since it holds whole models and forecasts and is handed about.
public final class Findings: Sendable {
  let loaded: LoadedModel
  let forecast: Forecast
  let pounds: WholePounds
  let measures: Measures
  let planned: [PlannedHomes]
  let tests: [TestResult]
  let deficitYears: [Year]
  let rates: SustainableRates
  let laws: [LawCheck]
  let register: Register
  /// A word in a public report that withholds something: a guess at what is withheld could be checked against more.
  let fingerprint: String
  /// Nothing where no tables were read.
  let backcast: Backcast?
  /// What a scenario or `--set` changed; nothing where the files cannot be read without it.
  let changes: [ChangedAssumption]?
  /// The model in its scenarios, the base first; nothing where none was run.
  let scenarios: [ScenarioResult]?
  /// Whether what is withheld is left out.
  let isPublic: Bool

  /// - Throws: a problem for each programme that no loan has room for, with the month and the sum, since there is no report of
  ///   a plan that is not paid for; or why the council's tables bear no backcast.
  public convenience init(_ loaded: LoadedModel) throws(ModelFileError) {
    let forecast = try Self.paidFor(loaded)
    let beside = loaded.besideBase()
    var scenarios: [ScenarioResult]?
    if let changes = beside?.changes, !changes.isEmpty || !loaded.model.scenarios.isEmpty {
      scenarios = try ScenarioResult.all(
        loaded, Measure.headline(loaded.model), base: changes.isEmpty ? forecast : nil)
    }
    self.init(
      beside?.loaded ?? loaded, forecast, try Reports.backcast(of: loaded),
      changes: beside.map { $0.changes },
      scenarios: scenarios)
  }

  /// What the first page says, and nothing else: neither scenarios, nor a backcast, nor the highest rate of each test.
  convenience init(firstPageOf loaded: LoadedModel) throws(ModelFileError) {
    let forecast = try Self.paidFor(loaded)
    let beside = loaded.besideBase()
    self.init(
      beside?.loaded ?? loaded, forecast, changes: beside.map { $0.changes }, rates: .every(of: forecast))
  }

  /// The forecast of a plan that is paid for.
  private static func paidFor(_ loaded: LoadedModel) throws(ModelFileError) -> Forecast {
    let forecast = Forecast(loaded.model)
    let problems = shortfallProblems(of: forecast, loaded)
    guard problems.isEmpty else { throw ModelFileError(problems: problems, sources: loaded.sources) }
    return forecast
  }

  init(
    _ loaded: LoadedModel, _ forecast: Forecast, _ backcast: Backcast? = nil,
    changes: [ChangedAssumption]? = [], scenarios: [ScenarioResult]? = nil, rates: SustainableRates? = nil,
    isPublic: Bool = false
  ) {
    (self.loaded, self.forecast, self.backcast) = (loaded, forecast, backcast)
    (self.changes, self.scenarios) = (changes, scenarios)
    pounds = WholePounds(forecast)
    measures = forecast.measures()
    planned = forecast.plannedHomes()
    tests = forecast.testResults()
    deficitYears = forecast.deficitYears
    self.rates = rates ?? SustainableRates.of(forecast)
    laws = forecast.laws()
    register = Register(loaded)
    fingerprint = isPublic ? "withheld" : SHA256.fingerprint(of: loaded.sources, changes: changes)
    self.isPublic = isPublic
  }

  public var model: Model { loaded.model }
  var years: [Year] { forecast.years }
  var hasHRA: Bool { model.hra != nil }

  /// The place of the headline year among the years.
  var headline: Int {
    max(0, min(years.count - 1, model.appraisal.headlineYear.start - model.firstYear.start))
  }
  /// The month to whose end the first page counts households: March 2036.
  var headlineMonth: String { Wording.march(of: years[headline]) }
  /// "30 years", "one year".
  var span: String { Wording.number(model.years, of: "year", "years") }

  /// Rehoused by the plan up to the headline year, and fewer then in TA.
  var rehoused: Int64 { measures.with.rehoused.prefix(headline + 1).reduce(0, +) }
  var fewer: Int64 { measures.fewer[headline] }

  /// Difference over all years, in shown pounds.
  var budget: Money { pounds.total("council.budget", .difference) }
  var budgetHRA: Money { pounds.total("hra.surplus", .difference) }
  var budgetGeneralFund: Money { pounds.total("gf.net", .difference) }
  var value: Money { pounds.total("council.cashflow", .difference) }

  var hasPlan: Bool { planned.contains { $0.total > 0 } }
}
