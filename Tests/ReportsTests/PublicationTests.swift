import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import CashFlow
@testable import Reports

/// A public report says nothing that turns on what is withheld: it is the same whatever that is.
@Suite struct PublicationTests {
  typealias Files = [(name: String, bytes: [UInt8])]
  static let path = "programme.home.homes.two-bed.cost"

  /// The worked example, which buys one home; its works are nothing, so that spend over homes is the price.
  static func worked(
    cost: String, _ more: String = "", reason: String = "reason = \"The price is being agreed\""
  )
    throws -> LoadedModel
  {
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
      .replacing("cost = \"£250,000\"", with: "cost = \"\(cost)\" # the sellers' agent")
      .replacing("works = \"£20,000\"", with: "works = \"£0\"")
    let publication = "[publication]\nwithhold = [\"\(path)\"]\n\(reason)\n"
    return try LoadedModel([(name: "m.toml", text: Array((text + "\n" + publication + more).utf8))])
  }

  private func publicFiles(_ loaded: LoadedModel) throws -> Files {
    try Reports.publicFiles(of: try Findings(loaded))
  }

  private func expectSame(_ one: Files, _ other: Files, at location: SourceLocation = #_sourceLocation) {
    #expect(one.map { $0.name } == other.map { $0.name }, sourceLocation: location)
    for (a, b) in zip(one, other) where a.bytes != b.bytes {
      let (x, y) = (a.bytes.split(separator: 10), b.bytes.split(separator: 10))
      let place = zip(x, y).enumerated().first { $1.0 != $1.1 }
      let lines = place.map {
        String(decoding: $1.0, as: UTF8.self) + "\n" + String(decoding: $1.1, as: UTF8.self)
      }
      Issue.record("\(a.name): \(lines ?? "lengths differ")", sourceLocation: location)
    }
  }

  @Test func nothingWithheldChangesNoByte() throws {
    let loaded = try LoadedModel([(name: "worked-example.toml", text: fixture("worked-example.toml"))])
    let findings = try Findings(loaded)
    let (all, open) = (Reports.files(of: findings), try Reports.publicFiles(of: findings))
    #expect(all.map { $0.name } == open.map { $0.name } && zip(all, open).allSatisfy { $0.bytes == $1.bytes })
  }

  /// The strongest attack there is, to know all but the secret, the method too, and to try values: all give the same bytes.
  @Test func itIsTheSameWhateverThePriceIs() throws {
    let first = try publicFiles(Self.worked(cost: "£187,431.37"))
    for cost in ["£172,000", "£250,000", "£330,000.01"] {
      expectSame(first, try publicFiles(Self.worked(cost: cost)))
    }
  }

  /// In a model of every feature, a price and a rate at once.
  @Test func itIsTheSameOfEveryFeature() throws {
    let text = String(decoding: try fixture("everything.toml"), as: UTF8.self)
    func made(_ cost: String, _ rate: String) throws -> Files {
      var text = text.replacing("cost = \"£235,000\"", with: "cost = \"\(cost)\"")
      let loan = try #require(text.range(of: "[loan.hra-annuity]"))
      let line = try #require(text.range(of: "\nrate = ", range: loan.upperBound..<text.endIndex))
      let end = try #require(text.range(of: "\n", range: line.upperBound..<text.endIndex))
      text.replaceSubrange(line.upperBound..<end.lowerBound, with: "\"\(rate)\"")
      return try publicFiles(try LoadedModel([(name: "models/everything.toml", text: Array(text.utf8))]))
    }
    expectSame(try made("£235,000", "4.75%"), try made("£261,307", "5.31%"))
  }

  /// Every figure that is shown is the true one, so totals that are shown tie; and what does not turn on the price is shown.
  @Test func whatIsShownIsTrue() throws {
    let loaded = try Self.worked(cost: "£187,431.37")
    let findings = try Findings(loaded)
    let all = Sheet(try #require(Reports.files(of: findings).last).bytes, source: 0)
    let open = Sheet(try #require(try Reports.publicFiles(of: findings).last).bytes, source: 0)
    #expect(all.rows.count == open.rows.count)
    var (shown, withheld) = (0, Set<String>())
    for (a, b) in zip(all.rows, open.rows) {
      for column in 0..<7 {
        if open.says(b[column], "withheld") {
          withheld.insert(String(decoding: open.bytes(b[0]), as: UTF8.self))
        } else {
          #expect(all.bytes(a[column]) == open.bytes(b[column]))
          shown += 1
        }
      }
    }
    #expect(shown > 5_000 * all.rows.count / 1_000)
    for line in [
      "capital.hra.programme", "capital.hra.borrowing", "loan.pwlb.balance", "hra.surplus", "council.budget",
    ] {
      #expect(withheld.contains(line), "\(line)")
    }
    for line in ["hra.rent.due", "gf.net", "ta.households", "ta.type.nightly.gross", "capital.hra.grant"] {
      #expect(!withheld.contains(line), "\(line)")
    }
  }

  // MARK: Attacks

  /// The figures with the plan, by line and year; nothing where withheld.
  private func cells(_ csv: [UInt8]) -> [(line: String, year: String, values: [Double?])] {
    let sheet = Sheet(csv, source: 0)
    return sheet.rows.map { row in
      let words = row.map { String(decoding: sheet.bytes($0), as: UTF8.self) }
      return (words[0], words[3], words[4...6].map { Double($0) })
    }
  }

  /// Every figure, sum and difference of two, and quotient of two figures of one year that is the secret to the penny.
  private func recovered(_ secret: Double, from csv: [UInt8]) -> Int {
    var found = 0
    for (_, rows) in Dictionary(grouping: cells(csv), by: { $0.year }) {
      let figures = rows.flatMap { $0.values.compactMap { $0.map(abs) } }.filter { $0 > 0 }
      let known = Set(figures).sorted()
      for a in known {
        if abs(a - secret) < 0.005 { found += 1 }
        for b in known where abs(a / b - secret) < 0.005 && b != 0 { found += 1 }
        for b in known where abs(abs(a - b) - secret) < 0.005 || abs(a + b - secret) < 0.005 { found += 1 }
      }
    }
    return found
  }

  /// How many withheld figures follow from the shown ones by the sums that the method says: with less without is the
  /// difference, and each total is the sum of its parts.
  private func determined(_ forecast: Forecast, _ csv: [UInt8]) -> Int {
    var found = 0
    let rows = cells(csv)
    let lines = forecast.plan.lines
    for year in Set(rows.map { $0.year }) where year.count == 7 {
      var values: [String: [Double?]] = [:]
      for row in rows where row.year == year { values[row.line] = row.values }
      for (_, three) in values where three.count(where: { $0 == nil }) == 1 { found += 1 }
      for run in 0..<3 {
        // totals in unknowns: each row solved for one that stands alone, until none does
        var equations: [[String: Double]] = lines.sums.compactMap { total in
          var unknown: [String: Double] = [:]
          for (name, sign) in total where values[name] != nil && values[name]?[run] == nil {
            unknown[name, default: 0] += sign
          }
          return unknown.isEmpty ? nil : unknown
        }
        equations = reduced(equations)
        found += equations.count { $0.count == 1 }
      }
    }
    return found
  }

  /// Gauss and Jordan, over few whole coefficients.
  private func reduced(_ rows: [[String: Double]]) -> [[String: Double]] {
    var rows = rows
    var done = 0
    for name in Set(rows.flatMap { $0.keys }).sorted() {
      guard let pivot = rows.indices.dropFirst(done).first(where: { rows[$0][name] != nil }),
        let head = rows[pivot][name]
      else { continue }
      rows.swapAt(done, pivot)
      rows[done] = rows[done].mapValues { $0 / head }
      for other in rows.indices where other != done {
        guard let factor = rows[other][name] else { continue }
        for (key, value) in rows[done] {
          let left = (rows[other][key] ?? 0) - factor * value
          rows[other][key] = abs(left) < 1e-9 ? nil : left
        }
      }
      done += 1
    }
    return rows
  }

  /// Each attack finds the price in the report for members, so that it would find it in the public one.
  @Test func attacksFail() throws {
    let findings = try Findings(try Self.worked(cost: "£187,431.37"))
    let (all, open) = (Reports.files(of: findings), try Reports.publicFiles(of: findings))
    #expect(recovered(187_431.37, from: try #require(all.last).bytes) > 0)
    #expect(recovered(187_431.37, from: try #require(open.last).bytes) == 0)
    #expect(determined(findings.forecast, try #require(open.last).bytes) == 0)
    // one figure of the public sheet too many, and sums give others
    var careless: [String] = []
    for row in String(decoding: try #require(open.last).bytes, as: UTF8.self).split(separator: "\r\n") {
      let row = String(row)
      careless.append(
        row.hasPrefix("hra.surplus,") ? row.replacing("withheld", with: "0.00", maxReplacements: 1) : row)
    }
    let sheet = Array(careless.joined(separator: "\r\n").utf8)
    #expect(determined(findings.forecast, sheet) > 0)
    for digits in ["187,431", "187431", "18743137", "187.4"] {
      let pattern = Array(digits.utf8)
      #expect(
        digits == "18743137" || digits == "187.4" || all.contains { $0.bytes.contains(pattern) }, "\(digits)")
      for file in open { #expect(!file.bytes.contains(pattern), "\(file.name) says \(digits)") }
    }
    #expect(open.allSatisfy { !$0.bytes.contains(Array(findings.fingerprint.utf8)) })
    for input in ReportMarks(of: findings).inputs {
      #expect(open.allSatisfy { !$0.bytes.contains(Array(input.digest.utf8)) })
    }
    #expect(open.allSatisfy { !$0.bytes.contains(Array("sellers' agent".utf8)) })
  }

  /// Models made by chance, each with the price of a row of homes withheld: no attack, and the same bytes at another price.
  @Test func attacksFailOnModelsMadeByChance() throws {
    var tried = 0
    for seed in 0..<40 where tried < 3 {
      let random = RandomModel(seed)
      guard let row = random.rows.first, let at = random.text.range(of: "[\(row)]\n"),
        let cost = random.text.range(of: "\ncost = \"", range: at.upperBound..<random.text.endIndex),
        !random.text[at.upperBound..<cost.lowerBound].contains("\n[")
      else { continue }
      let end = try #require(random.text.range(of: "\"", range: cost.upperBound..<random.text.endIndex))
      func made(_ price: String) throws -> LoadedModel {
        var text = random.text
        text.replaceSubrange(cost.upperBound..<end.lowerBound, with: price)
        text += "\n[publication]\nwithhold = [\"\(row).cost\"]\nreason = \"A price\"\n"
        return try LoadedModel([(name: "random.toml", text: Array(text.utf8))])
      }
      guard let findings = try? Findings(try made("£187,431.37")),
        let other = try? Findings(try made("£233,217.90"))
      else { continue }
      tried += 1
      let open = try Reports.publicFiles(of: findings)
      expectSame(open, try Reports.publicFiles(of: other))
      for digits in ["187,431", "187431"] {
        #expect(open.allSatisfy { !$0.bytes.contains(Array(digits.utf8)) }, "seed \(seed) says \(digits)")
      }
      #expect(determined(findings.forecast, try #require(open.last).bytes) == 0, "seed \(seed)")
    }
    #expect(tried == 3)
  }

  // MARK: What it says

  @Test func bothReportsSayWhichTheyAre() throws {
    let findings = try Findings(try Self.worked(cost: "£187,431.37"))
    let all = String(decoding: Reports.files(of: findings)[0].bytes, as: UTF8.self)
    let open = String(decoding: try Reports.publicFiles(of: findings)[0].bytes, as: UTF8.self)
    #expect(all.contains("**Exempt: not for publication**") && !open.contains("Exempt: not for publication"))
    #expect(open.contains("**Public version: exempt figures withheld**"))
    for text in [all, open] {
      #expect(text.contains("The price is being agreed.") && text.contains("- `\(Self.path)`: "))
    }
    #expect(open.contains("Local Government Act 1972, Schedule 12A, paragraphs 3 and 10 (general knowledge)"))
    #expect(!open.contains("*withheld* *withheld*"))
  }

  @Test func aPublicPageHoldsTogether() throws {
    let files = try publicFiles(Self.worked(cost: "£187,431.37"))
    let page = String(decoding: files[1].bytes, as: UTF8.self)
    func values(of attribute: String) -> [String] {
      page.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
    let ids = values(of: "id")
    #expect(Set(ids).count == ids.count)
    let known = Set(ids)
    #expect(values(of: "href").filter { $0.hasPrefix("#") && !known.contains(String($0.dropFirst())) } == [])
    #expect(page.matches(of: /<t[dh][^>]*><\/t/).count == 0)
  }

  @Test func whatCannotBeWithheldIsToldAtItsPlace() throws {
    func lines(_ more: String, _ publication: String = "") -> [String] {
      do {
        _ = try publicFiles(
          publication.isEmpty
            ? Self.worked(cost: "£187,431.37", more)
            : Self.worked(cost: "£187,431.37", more, reason: publication))
        return []
      } catch let error as ModelFileError {
        return error.lines.map { line in String(line.drop { $0 != " " }.dropFirst()) }
      } catch {
        return ["\(error)"]
      }
    }
    // the source of another assumption says the figure
    #expect(
      lines("[sign_off]\nanalyst = \"A person who knows of £187,431.37\"\n") == [
        "sign_off.analyst says the figure of \(Self.path), which is withheld; say it without the figure"
      ])
    #expect(
      lines("", "# none") == [
        "figures are withheld, and there is no reason; write reason = \"…\", as the public is to read it"
      ])
    let loaded = try LoadedModel(
      [(name: "m.toml", text: fixture("worked-example.toml"))],
      overrides: [
        "\(Self.path)=£200,000", "publication.withhold=[\"\(Self.path)\"]", "publication.reason=A price",
      ])
    let error = #expect(throws: ModelFileError.self) { try publicFiles(loaded) }
    #expect(
      error?.lines.first?.hasSuffix(
        "no other value of \(Self.path) can be read, so what turns on it cannot be told; give it in a table of its own in the model file, and not with --set"
      ) == true)
  }
}

extension Lines {
  /// Each total as what must add up to nothing.
  fileprivate var sums: [[(String, Double)]] {
    totals.map { total in
      [(meaning(of: total.line).path, -1)] + total.terms.map { (meaning(of: $0.line).path, Double($0.sign)) }
    }
  }
}
