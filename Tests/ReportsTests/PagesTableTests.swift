import Finance
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// What is printed adds up as printed: every table that has a total, on a model with every account.
@Suite struct PagesTableTests {
  private static let report: Report? = {
    func text(_ name: String) -> [UInt8] {
      (try? Data(contentsOf: packageFolder.appending(path: "models/\(name)"))).map { [UInt8]($0) } ?? []
    }
    let layers = ["england-2026.toml", "east-devon.toml"].map { (name: $0, text: text($0)) }
    return (try? LoadedModel(layers)).map { Reports.report(on: $0) }
  }()

  private func tables(_ id: String) throws -> [Table] {
    let report = try #require(Self.report)
    let found = report.parts.flatMap { $0.sections }.flatMap { tables(in: $0.blocks) }.filter {
      $0.id == id || $0.id.hasPrefix(id + "-20")
    }
    try #require(!found.isEmpty)
    return found
  }

  private func tables(in blocks: [Block]) -> [Table] {
    blocks.flatMap { block -> [Table] in
      switch block {
      case .table(let table): [table]
      case .chart(let chart): [chart.table]
      case .section(let section): tables(in: section.blocks)
      case .note(let note): tables(in: note.blocks)
      case .fold(_, let inner): tables(in: inner)
      case .paragraph, .answer, .list, .keyFigures, .facts, .definitions, .signOff: []
      }
    }
  }

  private func number(_ cell: Cell) throws -> Int64 {
    switch cell {
    case .figure(.pounds(let money)):
      #expect(money.pence.isMultiple(of: 100))
      return money.pence / 100
    case .figure(.count(let count)): return count
    case .figure(.pence(let money)): return money.pence
    default: throw Missing()
    }
  }

  private struct Missing: Error {}

  /// Down each column, a subtotal or total is what stands above it since the last total.
  @Test(arguments: [
    "account-hra-with", "account-hra-without", "account-hra-difference", "account-gf-with",
    "account-gf-difference", "council-difference", "capital-hra", "financing-hra", "ta-cost-with",
    "ta-cost-difference", "homes", "homes-flows",
  ]) func columnsAddUp(id: String) throws {
    for table in try tables(id) {
      for column in 1..<table.columns.count {
        var sum: Int64 = 0
        for row in table.rows {
          let value = try number(row.cells[column])
          if row.role == .plain {
            sum += value
          } else {
            #expect(value == sum, "\(table.id), column \(column)")
          }
          if row.role == .total { sum = 0 }
        }
      }
    }
  }

  @Test(arguments: ["flows", "flows-without"]) func householdsAreCarried(id: String) throws {
    for table in try tables(id) {
      var last: Int64?
      for row in table.rows {
        let figures = try row.cells.dropFirst().map { try number($0) }
        #expect(figures.dropLast().reduce(0, +) == figures.last)
        if let last { #expect(figures[0] == last) }
        last = figures.last
      }
    }
  }

  @Test(arguments: ["leaving", "places", "places-without"]) func rowsAddUp(id: String) throws {
    for row in try tables(id)[0].rows {
      let figures = try row.cells.dropFirst().map { try number($0) }
      #expect(figures.dropLast().reduce(0, +) == figures.last)
    }
  }

  @Test func budgetAddsUpBothWays() throws {
    let table = try tables("budget")[0]
    var sums: [Int64] = [0, 0, 0]
    for row in table.rows {
      let figures = try row.cells.dropFirst().map { try number($0) }
      #expect(figures[0] + figures[1] == figures[2])
      if row.role == .total {
        #expect(figures == sums + [sums[2]])
      } else {
        for k in 0..<3 { sums[k] += figures[k] }
        #expect(figures[3] == sums[2])
      }
    }
  }

  @Test func loansAreCarried() throws {
    for row in try tables("years-loan.pwlb-hra")[0].rows {
      let figures = try row.cells.dropFirst().map { try number($0) }
      #expect(figures[0] + figures[1] + figures[2] == figures[3])
    }
  }

  /// East Devon's published budget of 2019-20, gross property rents: the three groups come to it.
  @Test func theFirstYearIsThePublishedBudget() throws {
    let table = try tables("first-year")[0]
    for row in table.rows { #expect(row.cells[3] == .change(.pounds(.zero))) }
    let rents = try table.rows.prefix(3).reduce(Int64(0)) { $0 + (try number($1.cells[2])) }
    #expect(rents == 17_107_710)
  }

  @Test func noCellIsBlank() throws {
    let report = try #require(Self.report)
    for table in report.parts.flatMap({ $0.sections }).flatMap({ tables(in: $0.blocks) }) {
      for row in table.rows where row.role != .heading {
        #expect(row.cells.count == table.columns.count, "\(table.id)")
        for case .text(let text) in row.cells { #expect(!text.isEmpty, "\(table.id)") }
      }
    }
  }
}
