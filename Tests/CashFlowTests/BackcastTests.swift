import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// Temporary accommodation run forward from a past quarter.
@Suite struct BackcastTests {
  static let header = "quarter,area_code,area_name,main_accepted,main_ended,ta_total\n"
  static let start = Quarter(year: 2020, number: 1)

  /// A model of a council with 12 households a year coming in and 10% of them leaving, and what was published of it.
  static func loaded(_ rows: [(accepted: String, ended: String, stock: String)], years: Int = 4) throws
    -> LoadedModel
  {
    let text = """
      council = "A council"
      code = "E07000040"
      title = "A plan"
      first_year = "2026-27"
      years = \(years)
      [rent_policy]
      september_cpi = "2%"
      above_cpi = "1 point"
      [treasury]
      rate = "3%"
      [ta]
      new_households = 12
      [ta.need]
      two_bedrooms = "100%"
      [ta.leaving]
      under_6_months = "120%"
      from_6_months = "120%"
      from_1_year = "120%"
      from_2_years = "120%"
      [ta.type.nightly]
      under_6_months = 50
      nightly_cost = "£60 per night"
      placement_share = "100%"
      [appraisal]
      nominal_rate = "4%"
      """
    var loaded = try LoadedModel([("x.toml", Array(text.utf8))])
    var table = header
    for (k, row) in rows.enumerated() {
      table += "\(start + k),E07000040,Somewhere,\(row.accepted),\(row.ended),\(row.stock)\n"
    }
    try loaded.readTables("t.csv") { _ in .text(Array(table.utf8)) }
    return loaded
  }

  static func backcast(
    _ rows: [(accepted: String, ended: String, stock: String)], from: Quarter? = nil, quarters: Int? = nil,
    years: Int = 4
  ) throws -> Backcast {
    let loaded = try loaded(rows, years: years)
    return try Backcast(loaded.model, #require(loaded.published), from: from, quarters: quarters)
  }

  /// 100, then 100 + 20 − 10 = 110, 110 + 5 − 15 = 100, 100 + 0 − 30 = 70, 70 + 12 − 12 = 70.
  @Test func publishedFlowsAddUp() throws {
    let backcast = try Self.backcast([
      ("3", "3", "100"), ("20", "10", "104"), ("5", "15", ".."), ("0", "30", "75"), ("12", "12", "70"),
    ])
    #expect(backcast.start == Self.start && backcast.opening == 100)
    #expect(backcast.steps.map { $0[.flows] } == [110, 100, 70, 70])
    #expect(backcast.steps.map { $0.error(.flows) } == [6, nil, -5, 0])
    #expect(backcast.steps.map { $0[.noChange] } == [100, 100, 100, 100])
    // (6 + 5 + 0) / 3 and (4 + 25 + 30) / 3
    #expect(backcast.compared == 3 && backcast.meanAbsoluteError(.flows) == 3_666_667)
    #expect(backcast.meanAbsoluteError(.noChange) == 19_666_667)
    #expect(backcast.beats(.flows, .noChange) == true)
    // the stock of a year before the start is not known
    #expect(backcast.steps.allSatisfy { $0[.trend] == nil } && backcast.beats(.flows, .trend) == nil)
    #expect(backcast.unexplained?.households == 0 && backcast.unexplained?.quarters == 4)
  }

  /// A year before the start 80, then 100: 20 a year, 5 a quarter.
  @Test func lastYearsChangeIsRepeated() throws {
    let rows =
      [("1", "1", "80")] + Array(repeating: ("1", "1", "90"), count: 3) + [("1", "1", "100")]
      + Array(repeating: ("2", "1", "101"), count: 5)
    let backcast = try Self.backcast(rows, from: Self.start + 4)
    #expect(backcast.steps.map { $0[.trend] } == [105, 110, 115, 120, 125])
    #expect(backcast.unexplained?.households == -4)
  }

  /// Never more leave than are there.
  @Test func nobodyLeavesTwice() throws {
    let backcast = try Self.backcast([
      ("0", "0", "10"), ("0", "50", "0"), ("4", "0", "4"), ("0", "0", "4"), ("0", "0", "4"),
    ])
    #expect(backcast.steps.map { $0[.flows] } == [0, 4, 4, 4])
  }

  /// Each month a tenth of those there leave, and one comes: 100 → 91 → 82.9 → 75.61 after a quarter.
  @Test func theModelsOwnRatesRunFromThePublishedStock() throws {
    let rows = [("0", "0", "100")] + Array(repeating: ("0", "0", "90"), count: 8)
    let backcast = try Self.backcast(rows)
    #expect(backcast.steps[0][.model] == 76)
    var households = 100.0
    for month in 1...24 {
      households = households * 0.9 + 1
      if month % 3 == 0 {
        #expect(backcast.steps[month / 3 - 1][.model] == Int64(households.rounded(.toNearestOrEven)))
      }
    }
    // a model of one year says nothing of the second
    let short = try Self.backcast(rows, years: 1)
    #expect(short.steps.map { $0[.model] != nil } == [true, true, true, true, false, false, false, false])
    #expect(short.absoluteError(.model) == nil && short.beats(.model, .noChange) == nil)
  }

  /// It ends as late as it can; a gap in the flows stops it, one in the stock only where it would start.
  @Test func whereItStarts() throws {
    let whole = ("1", "1", "10")
    func start(_ rows: [(String, String, String)], quarters: Int? = nil) throws -> (Int, Int) {
      let backcast = try Self.backcast(rows, quarters: quarters)
      return (backcast.start - Self.start, backcast.steps.count)
    }
    #expect(try start(Array(repeating: whole, count: 12)) == (3, 8))
    #expect(try start(Array(repeating: whole, count: 12), quarters: 11) == (0, 11))
    #expect(try start(Array(repeating: whole, count: 5)) == (0, 4))
    // 2020Q3 has no flow: from its end on there are four quarters
    #expect(try start([whole, whole, ("..", "1", "10")] + Array(repeating: whole, count: 4)) == (2, 4))
    // too few at the end: the stretch before the gap
    #expect(try start(Array(repeating: whole, count: 6) + [("", "1", "10"), whole]) == (0, 5))
    // no stock to start from eight quarters back, so from seven
    #expect(try start([whole, ("1", "1", "")] + Array(repeating: whole, count: 8)) == (2, 7))
  }

  @Test func whyThereIsNone() throws {
    let whole = ("1", "1", "10")
    func fault(
      _ rows: [(String, String, String)], from: Quarter? = nil, quarters: Int? = nil
    ) throws -> Backcast.Fault? {
      #expect(throws: Backcast.Fault.self) { try Self.backcast(rows, from: from, quarters: quarters) }
    }
    let start = Self.start
    #expect(try fault([whole, whole, whole]) == .tooFew(wanted: 4, longest: 2))
    #expect(try fault([whole, whole, whole], quarters: 3) == .tooFew(wanted: 3, longest: 2))
    #expect(try fault([whole, whole], from: start + 1) == .tooFew(wanted: 1, longest: 0))
    #expect(try fault([("1", "1", ".."), whole], from: start, quarters: 1) == .noStock(start))
    #expect(try fault([whole, whole], from: start + -1, quarters: 1) == .noStock(start + -1))
    #expect(try fault([whole, ("", "1", "10"), whole], from: start) == .noFlow(start + 1))
    #expect(try fault([whole, ("1", "1", "..")], from: start) == .nothingToCompare(start))
  }
}
