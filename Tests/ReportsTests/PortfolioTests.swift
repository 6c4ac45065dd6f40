import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// One report over many councils: every total is the sum of what stands above it.
@Suite struct PortfolioTests {
  private func findings(_ name: String, _ overrides: String...) throws -> Findings {
    try Findings(LoadedModel([(name: "\(name).toml", text: fixture("\(name).toml"))], overrides: overrides))
  }

  private func both() throws -> [Findings] {
    try [findings("worked-example", "region=South West"), findings("temporary-homes")]
  }

  @Test func twoCouncilsReadAsRecorded() throws {
    let files = try portfolioFiles(of: both())
    #expect(
      files.map { $0.name } == [
        "portfolio.md", "portfolio.html", "rehoused.svg", "households.svg", "portfolio.csv",
      ])
    for file in files where file.name.hasSuffix(".md") || file.name.hasSuffix(".csv") {
      #expect(goldenDifference(file.bytes, "portfolio/\(file.name)") == nil)
    }
  }

  @Test func theOrderOfTheModelsChangesNothing() throws {
    let all = try both()
    let (one, other) = (portfolioFiles(of: all), portfolioFiles(of: all.reversed()))
    for (a, b) in zip(one, other) { #expect(a.bytes == b.bytes, "\(a.name)") }
  }

  /// Councils come to regions, regions to the whole, and years to the whole.
  @Test func totalsTie() throws {
    let portfolio = try Portfolio(
      both() + [
        findings(
          "temporary-homes", "council=Another", "code=E09000002", "first_year=2024-25", "ta.new_households=40"
        )
      ])
    #expect(portfolio.groups.map { $0.region } == [.london, .southWest])
    func add(_ sums: [Portfolio.Sums]) -> [Int64] { sums.reduce(Portfolio.Sums()) { $0 + $1 }.figures }
    for group in portfolio.groups { #expect(add(group.councils.map { $0.sums }) == group.sums.figures) }
    #expect(add(portfolio.councils.map { $0.sums }) == portfolio.all.figures)
    let years = portfolio.byYear
    #expect(years.first?.year == Year(start: 2024) && years.last?.year == Year(start: 2029))
    #expect(years.map { $0.councils } == [1, 1, 2, 2, 1, 1])
    #expect(years.reduce(0) { $0 + $1.homes } == portfolio.all.homes)
    #expect(years.reduce(0) { $0 + $1.rehoused } == portfolio.all.rehousedInAll)
    #expect(years.reduce(.zero) { $0 + $1.spent } == portfolio.all.spent)
    #expect(years.reduce(.zero) { $0 + $1.borrowed } == portfolio.all.borrowed)
    #expect(years.reduce(.zero) { $0 + $1.budget } == portfolio.all.budget)
    // from 2024-25 to 2026-27 and from 2027-28 to 2029-30 there is no year in common
    #expect(portfolio.byMarch.isEmpty)
  }

  /// The worked example is £270,000 and one home, £161,000 borrowed and £109,000 of grant; the other is twice £210,000.
  @Test func sumsAreThoseOfTheModels() throws {
    let all = try Portfolio(both()).all
    #expect(all.homes == 3 && all.spent == .pounds(270_000 + 420_000))
    #expect(all.borrowed == .pounds(161_000 + 420_000) && all.granted == .pounds(109_000))
    #expect(all.rehoused == 1 && all.housedInOwn == 2)
  }

  /// 31 March 2027 is the end of the worked example's first year, and the start of the other's.
  @Test func householdsAreAddedOnDaysThatAllHave() throws {
    let marches = try Portfolio(both()).byMarch
    #expect(marches.map { $0.year } == [2027, 2028])
    // 15.0586 and 16.0290 in the worked example's March 2027, beside the other's opening 9
    #expect(marches[0].with == 15 + 9 && marches[0].without == 16 + 9)
  }

  @Test func aCouncilsKindIsLeftOutOfItsShortName() {
    #expect("East Devon District Council".shortened == "East Devon")
    #expect("Barnsley Metropolitan Borough Council".shortened == "Barnsley")
    #expect("London Borough of Bromley".shortened == "Bromley")
    #expect("City Council".shortened == "City" && "Council".shortened == "Council")
    #expect("Worked example".shortened == "Worked example")
  }
}

extension Portfolio.Sums {
  fileprivate var figures: [Int64] {
    [
      homes, spent.pence, granted.pence, borrowed.pence, rehoused, rehousedInAll, fewer, housedInOwn,
      budgetHRA.pence, budgetGeneralFund.pence, netPresentValue.pence, passed, tests,
    ]
  }
}
