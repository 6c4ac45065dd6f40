import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// The pages of outcomes contracts and of social value: there only where a model has any, and adding up as printed.
@Suite struct PagesContractsTests {
  static let proxy = """
    [social_value.tenancy]
    measure = "A settled tenancy"
    counts = "household-years avoided"
    proxy = "£1,200"
    licence = "Of the council’s own survey"

    """

  func sections(_ model: String, _ more: String = "", _ overrides: String...) throws -> [Section] {
    let text = String(decoding: try fixture(model), as: UTF8.self) + more
    let loaded = try LoadedModel([(model, Array(text.utf8))], overrides: overrides)
    return Reports.report(on: loaded).parts.flatMap { $0.sections }
  }

  func tables(_ blocks: [Block]) -> [Table] {
    blocks.flatMap { block -> [Table] in
      switch block {
      case .table(let table): [table]
      case .chart(let chart): [chart.table]
      case .section(let section): tables(section.blocks)
      case .note(let note): tables(note.blocks)
      case .fold(_, let inner): tables(inner)
      case .paragraph, .answer, .list, .keyFigures, .facts, .definitions, .signOff: []
      }
    }
  }

  func table(_ id: String, _ sections: [Section]) throws -> Table {
    try #require(sections.flatMap { tables($0.blocks) }.first { $0.id == id }, "no table \(id)")
  }

  func pence(_ cell: Cell) -> Int64 {
    switch cell {
    case .figure(.pounds(let money)), .figure(.pence(let money)): money.pence
    case .figure(.count(let count)): count
    default: 0
    }
  }

  @Test func thePagesAreThereOnlyWithSomethingOnThem() throws {
    let plain = try sections("worked-example.toml").map { $0.id }
    #expect(!plain.contains("contracts") && !plain.contains("social-value"))
    let contract = try sections("contract.toml").map { $0.id }
    #expect(contract.contains("contracts") && !contract.contains("social-value"))
    let empty = Self.proxy.replacing("proxy = \"£1,200\"\n", with: "")
    #expect(try !sections("contract.toml", empty).map { $0.id }.contains("social-value"))
    #expect(try sections("contract.toml", Self.proxy).map { $0.id }.contains("social-value"))
  }

  @Test(arguments: ["investor-flows-bridge", "contract-effect-bridge", "contract-years-bridge"])
  func columnsAddUp(id: String) throws {
    let table = try table(id, sections("contract.toml"))
    let total = try #require(table.rows.firstIndex { $0.role == .total })
    for column in 1..<table.columns.count {
      let above = table.rows[..<total].reduce(Int64(0)) { $0 + pence($1.cells[column]) }
      #expect(above == pence(table.rows[total].cells[column]), "\(id), column \(column)")
    }
  }

  @Test func investorsComeToAll() throws {
    let table = try table("investors-bridge", sections("contract.toml"))
    for column in 3...7 {
      let all = table.rows.dropLast().reduce(Int64(0)) { $0 + pence($1.cells[column]) }
      #expect(all == pence(try #require(table.rows.last).cells[column]))
    }
  }

  @Test func whoLeavesByAContractIsCounted() throws {
    let rows = try table("flows", sections("contract.toml")).rows
    for row in rows {
      let moves = row.cells[2..<row.cells.count - 1].reduce(Int64(0)) { $0 + pence($1) }
      #expect(pence(row.cells[1]) + moves == pence(try #require(row.cells.last)))
    }
    #expect(rows[0].cells.contains(.count(-12)))
  }

  @Test func noRateIsSaidPlainly() throws {
    let rows = try table("investors-bridge", sections("contract.toml", "", "contract.bridge.cap=£0")).rows
    #expect(rows.allSatisfy { $0.cells.last == .text("no rate") })
  }

  @Test func socialValueSaysItsLicenceAndIsNotCash() throws {
    let all = try sections("contract.toml", Self.proxy)
    let page = try #require(all.first { $0.id == "social-value" })
    let rows = try table("social-value", [page]).rows
    #expect(rows.count == 1 && rows[0].cells.last == .text("Of the council’s own survey"))
    guard case .paragraph(let words) = try #require(page.blocks.first) else {
      Issue.record("no sentence")
      return
    }
    #expect(words.spans.contains(.strong("never added to cash")))
    // household-years: no other table of the report moves by it
    let without = try sections("contract.toml")
    for id in ["budget", "value", "council-difference", "reconciliation"] {
      #expect(try table(id, all) == table(id, without))
    }
  }

  /// £20m for about 90 homes, "£222,000 each": Gloucestershire Pension Fund in NHPF2, 2024.
  @Test func aPublishedPriceOfAHome() {
    #expect(Wording.money(Money.pounds(20_000_000).share(1, of: 90)) == "£222,000")
  }
}
