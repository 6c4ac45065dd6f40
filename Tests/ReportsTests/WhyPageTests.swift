import CashFlow
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// The end of a report, where each figure of its first page is explained.
@Suite struct WhyPageTests {
  static func findings(_ name: String = "worked-example", _ overrides: [String] = []) throws -> Findings {
    try Findings(
      LoadedModel([(name: "models/\(name).toml", text: fixture("\(name).toml"))], overrides: overrides))
  }

  /// Every figure that links to its explanation finds it, once, and none is explained that has no link.
  @Test(arguments: ["worked-example", "everything", "temporary-homes"])
  func everyFigureLeadsToItsExplanation(name: String) throws {
    let findings = try Self.findings(name)
    var whys: [String] = []
    for block in opening(findings) {
      switch block {
      case .keyFigures(let figures): whys += figures.compactMap { $0.why }
      case .facts(let facts): whys += facts.compactMap { $0.why }
      default: break
      }
    }
    #expect(whys.count > 12 && Set(whys).count == whys.count)
    let ids = findings.firstPageFigures().map { $0.id }
    #expect(ids == whys)
  }

  @Test func theLinkSaysItsFigureAndWhereItLeads() throws {
    let page = String(decoding: try Reports.files(of: Self.findings())[1].bytes, as: UTF8.self)
    #expect(
      page.contains(
        ##"<a class="why" href="#why-borrowed" aria-label="£161,000: where Borrowed comes from">£161,000</a>"##
      ))
    #expect(page.contains(#"<section id="why-npv" aria-labelledby="h-why-npv">"#))
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    let links = page.components(separatedBy: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(links.filter { !ids.contains($0) } == [])
  }

  /// The worked example by hand: drawn £161,000.00, spent £270,000.00, grant £109,000.00; budget effect of 2026-27 £2,793.56 is
  /// 5,368.48 of the General Fund less 2,574.92 of the HRA.
  @Test func figuresAreExplainedExactly() throws {
    let text = String(
      decoding: try Reports.files(of: Self.findings("worked-example", ["years=1"]))[0].bytes, as: UTF8.self)
    for line in [
      "| `loan.pwlb.drawn` | `loan.hra.drawn` | £161,000.00 |",
      "| `capital.hra.programme, with the plan` | `capital.hra.programme` | £270,000.00 |",
      "| `hra.surplus` | `council.budget` | −£2,574.92 | the sum of its parts |",
      "| `gf.net` | `council.budget` | £5,368.48 | the sum of its parts |",
      "- With its numbers: −£2,574.92 + £5,368.48 = £2,793.56",
      "| `ta.out.settled.new` | the figure | 1 household |",
      "| `programme.home.homes.two-bed.cost`: Price of a home, or the cost of building one; not of a lease | £250,000 | no source (worked-example.toml:54) |",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  /// Worth by year adds up to the NPV, as printed.
  @Test(arguments: ["worked-example", "everything"]) func worthAddsUp(name: String) throws {
    let findings = try Self.findings(name)
    for (figure, worth) in [
      (findings.presentValueFigure, findings.measures.netPresentValue),
      (findings.nominalValueFigure, findings.measures.nominalValue),
    ] {
      guard case .table(let table)? = figure.blocks.first else {
        Issue.record("no table")
        continue
      }
      let worths = table.rows.compactMap { row -> Int64? in
        if case .figure(.pence(let money))? = row.cells.last { return money.pence }
        return nil
      }
      #expect(worths.last == worth.pence && worths.dropLast().reduce(0, +) == worth.pence)
    }
  }
}
