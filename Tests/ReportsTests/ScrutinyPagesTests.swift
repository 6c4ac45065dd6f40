import Finance
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// What a section 151 officer reads, on the worked example with every section that he may ask for.
@Suite struct ScrutinyPagesTests {
  static let sections = """

    [prudential]
    operational_boundary = "£160,000"
    authorised_limit = { 2026-27 = "£170,000", 2027-28 = "£162,000" }
    other_debt = "£5,000"
    net_revenue_stream = "£12,000,000 per year"
    liquidity_allowance = "£10,000"

    [budget.rents]
    line = "hra.rent.due"
    approved = "£0 per year"
    [budget.temporary]
    line = "gf.ta.gross"
    approved = "£270,000 per year"
    [budget.interest]
    line = "hra.interest.cash"
    approved = "£1,500 per year"
    why = "the budget takes a lower balance"

    [actual.rents]
    line = "hra.rent.due"
    year = "2026-27"
    amount = "£2,550 per year"

    [lha_rates.area]
    two_bedrooms = "£123.00 per week"
    [benefit_cap.family]
    bedrooms = 2
    cap = "£423.46 per week"
    other_benefits = "£300.00 per week"

    [stress.dear-and-late]
    rate = "2 points"
    delay = "3 months"
    cost = "15%"
    why = "gilts and builders together"
    [mitigation.stop]
    starts = "0%"
    [mitigation.raise-rents]
    rent = "1 points"
    """

  static func report(_ overrides: String...) throws -> Report {
    var text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self) + sections
    text = text.replacingOccurrences(of: "[appraisal]\n", with: "[appraisal]\ndeflator = \"costs\"\n")
    return Reports.report(
      on: try LoadedModel([(name: "x.toml", text: Array(text.utf8))], overrides: overrides))
  }

  func blocks(_ report: Report) -> [Block] {
    func inner(_ blocks: [Block]) -> [Block] {
      blocks.flatMap { block -> [Block] in
        switch block {
        case .section(let section): [block] + inner(section.blocks)
        case .note(let note): [block] + inner(note.blocks)
        case .fold(_, let folded): [block] + inner(folded)
        default: [block]
        }
      }
    }
    return inner(report.opening)
      + report.parts.flatMap { $0.sections }.flatMap { [.section($0)] + inner($0.blocks) }
  }

  func table(_ id: String, _ report: Report) throws -> Table {
    for block in blocks(report) {
      if case .table(let table) = block, table.id == id { return table }
      if case .chart(let chart) = block, chart.table.id == id { return chart.table }
    }
    Issue.record("there is no table \(id)")
    throw Missing()
  }

  struct Missing: Error {}

  func pounds(_ cell: Cell) -> Int64? {
    switch cell {
    case .figure(.pounds(let money)), .fails(.pounds(let money)), .change(.pounds(let money)):
      money.pence / 100
    case .figure(.count(let count)), .change(.count(let count)): count
    default: nil
    }
  }

  /// Down each column, a subtotal or total is what stands above it since the last total.
  @Test(arguments: [
    "prudential-debt", "prudential-limits", "balances-hra-with", "balances-hra-without",
    "real-hra-with", "real-hra-difference", "real-gf-with", "real-gf-without", "public-purse",
    "other-applicants",
  ]) func columnsAddUp(id: String) throws {
    let table = try table(id, try Self.report())
    for column in 1..<table.columns.count {
      var sum: Int64 = 0
      for row in table.rows where !(row.role == .plain && row.cells[0] == "NPV, real") {
        let value = try #require(pounds(row.cells[column]))
        if row.role == .plain { sum += value } else { #expect(value == sum, "\(id), column \(column)") }
        if row.role == .total { sum = 0 }
      }
    }
  }

  @Test func rowsAddUp() throws {
    let report = try Self.report()
    for row in try table("liability-benchmark", report).rows {
      let figures = try row.cells.dropFirst().map { try #require(pounds($0)) }
      #expect(figures[0] + figures[1] == figures[2])
      #expect(figures[2] + figures[3] == figures[4])
      #expect(figures[5] + figures[6] - figures[4] == figures[7])
    }
    for row in try table("public-purse", report).rows {
      let figures = try row.cells.dropFirst().map { try #require(pounds($0)) }
      #expect(figures.dropLast().reduce(0, +) == figures[4])
    }
    for row in try table("other-applicants", report).rows {
      let figures = try row.cells.dropFirst().map { try #require(pounds($0)) }
      #expect(figures[0] == figures[1] + figures[2] && figures[3] == figures[4] + figures[5])
      #expect(figures[6] == figures[2] - figures[5])
    }
  }

  /// £161,000 owed at March 2027 and £158,538.51 a year on, with £5,000 outside the model.
  @Test func limitsThatArePassedAreNamedByYear() throws {
    let report = try Self.report()
    let notes = blocks(report).compactMap { block -> Text? in
      if case .note(let note) = block { note.title } else { nil }
    }
    #expect(notes.contains("External debt would be above the authorised limit in 2027-28"))
    #expect(notes.contains("External debt would be above the operational boundary in 2026-27 and 2027-28"))
    #expect(!notes.contains { "\($0)".contains("capital financing requirement of the year") })
  }

  @Test func aDifferenceWithoutAReasonComesFirst() throws {
    let report = try Self.report()
    // 2026-27 without the plan: TA gross, the sum of its months; a budget has no minus before a cost
    let rows = try table("approved-budget", report).rows
    #expect(rows.count == 3)
    #expect(rows[0].cells[5] == .bad("No reason given"))
    #expect(pounds(rows[0].cells[2]) == -270_000)
    #expect(rows[1].cells[5] == "as given")
    #expect(rows[2].cells[5] == "the budget takes a lower balance")
    // £125.00 in April 2026, and £1,520.79 in the year
    #expect(
      rows[2].cells[2...4] == [
        .pounds(.pounds(1_500)), .pounds(.pounds(1_521)), .change(.pounds(.pounds(21))),
      ])
    // five months of £520.00 with the plan
    #expect(
      try table("actuals", report).rows[0].cells[2...4] == [
        .pounds(.pounds(2_550)), .pounds(.pounds(2_600)), .change(.pounds(.pounds(50))),
      ])
  }

  /// £120.00 and then £123.96 a week, beside £123.00, and beside £423.46 less £300.00.
  @Test func rentsBesideAllowances() throws {
    let report = try Self.report()
    #expect(try table("lha", report).rows[0].cells.last == "Within")
    #expect(
      try table("lha-years", report).rows[0].cells.dropFirst() == [
        .change(.pence(Money(pence: -300))), .change(.pence(Money(pence: 96))),
      ])
    #expect(
      try table("benefit-cap-family", report).rows[1].cells.dropFirst() == [
        .change(.pence(Money(pence: -346))), .change(.pence(Money(pence: 50))),
      ])
    #expect(
      blocks(report).contains { block in
        if case .section(let section) = block, section.id == "affordability" {
          return section.message == "Plan: home, two bed is above the Local Housing Allowance in some year"
        }
        return false
      })
  }

  @Test func stressesStandBesideTheBase() throws {
    let rows = try table("stress-dear-and-late", try Self.report()).rows
    #expect(
      rows.map { $0.cells[0] } == [
        "The plan as the model has it", "In the stress", "With stop", "With raise rents", "With both",
      ])
    #expect(rows.map { pounds($0.cells[7]) } == [161_000, 201_500, 0, 201_500, 0])
  }

  @Test func anHRAGainDoesNotPayForTheGeneralFund() throws {
    func note(_ overrides: String...) throws -> Bool {
      let text = try fixture("worked-example.toml")
      let report = Reports.report(on: try LoadedModel([(name: "x.toml", text: text)], overrides: overrides))
      return report.opening.contains { block in
        if case .note(let note) = block { note.id == "ring-fence" } else { false }
      }
    }
    // the home costs the HRA and saves the General Fund; at no interest, cost or depreciation both gain
    #expect(try note())
    #expect(
      try !note(
        "loan.pwlb.rate=0%", "programme.home.management=£0 per year", "programme.home.repairs=£0 per year",
        "programme.home.depreciation=£0 per year",
        "treasury.rate=0%"))
  }

  @Test func everyPageIsWhole() throws {
    let report = try Self.report()
    var ids: [String] = []
    for block in blocks(report) {
      switch block {
      case .table(let table): ids.append(table.id)
      case .chart(let chart): ids.append(chart.table.id)
      default: break
      }
    }
    #expect(Set(ids).count == ids.count)
    for block in blocks(report) {
      guard case .table(let table) = block else { continue }
      for row in table.rows where row.role != .heading {
        #expect(row.cells.count == table.columns.count, "\(table.id)")
        for case .text(let text) in row.cells { #expect(!text.isEmpty, "\(table.id)") }
      }
    }
    let page = String(decoding: html(report), as: UTF8.self)
    let places = Set(page.matches(of: /\ id="([^"]*)"/).map { String($0.1) })
    let links = page.matches(of: /\ href="#([^"]*)"/).map { String($0.1) }
    #expect(links.filter { !places.contains($0) } == [])
  }

  /// Four lines in one picture, each with its own stroke.
  @Test func theLiabilityBenchmarkHasFourLines() throws {
    let picture = try #require(charts(try Self.report()).first { $0.name == "liability-benchmark.svg" })
    let text = String(decoding: picture.bytes, as: UTF8.self)
    for mark in ["plan", "without", "base", "beside"] {
      #expect(text.contains("<path class=\"\(mark)\""), "\(mark)")
    }
  }
}

/// A line that the table of an account shows can be given a budget.
@Suite struct BudgetLineTests {
  @Test func everyLineOfAnAccountCanHaveABudget() {
    let known = Set(BudgetLine.allCases.map { $0.rawValue })
    #expect((hraLines + generalFundLines).map { $0.path }.filter { !known.contains($0) } == [])
  }
}
