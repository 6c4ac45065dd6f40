import Finance
import TestSupport
import Testing

@testable import ModelFile

/// Flows of money from a file, and what is wrong with them at the spot marked with ▸.
@Suite struct FlowTableTests {
  private func flows(_ text: String) throws -> [(Int64, String, Int64)] {
    try FlowTable(Array(text.utf8), named: "f.csv").flows.map { ($0.time, $0.name, $0.amount.pence) }
  }

  private func expect(_ marked: String, _ messages: String..., at location: SourceLocation = #_sourceLocation)
  {
    var text = ""
    var spots: [String] = []
    for scalar in marked.unicodeScalars {
      guard scalar == "▸" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      spots.append("f.csv:\(lines.count):\((lines.last?.count ?? 0) + 1)")
    }
    do {
      _ = try FlowTable(Array(text.utf8), named: "f.csv")
      Issue.record("there is no problem", sourceLocation: location)
    } catch {
      #expect(error.lines == zip(spots, messages).map { "\($0): \($1)" }, sourceLocation: location)
    }
  }

  @Test func everyWayToSayWhenAndHowMuch() throws {
    for text in [
      "2026-27,\"£1,234.56\"\n2028,-7\n", "year,amount\r\n2026-27,1234.56\r\n2028,−£7.00\r\n",
      "\u{FEFF}# said by\namount,Year\n1234.560,2026-27\n(7),2028",
      "Amount,year\n \"£1,234.56\",2026-27\n-7,2028"
        .replacing(" \"", with: "\""),
    ] {
      let read = try flows(text)
      #expect(read.map { $0.0 } == [2026, 2028] && read.map { $0.2 } == [123_456, -700], "\(text)")
    }
    #expect(try flows("0,-5\n12,+£5\n").map { $0.0 } == [0, 12])
    // 29 February 2028 is a day, and 1 March the next
    let days = try flows("2028-02-29,1\n2028-03-01,2\n").map { $0.0 }
    #expect(days[1] - days[0] == 1)
  }

  @Test func everyProblemHasItsPlaceAndWhatWouldBeRight() {
    let money = "write it as 1234.56, or \"£1,234.56\" in quotes; what goes out is -1234.56"
    expect(
      "date,amount\n▸01/04/2026,1\n2026-04-01,▸12x\n▸2026-04-01,£1,234\n2026-04-01,▸\n2026-04-01,▸0.005\n▸2026-02-29,1\n",
      "date \"01/04/2026\" is not a day; write it as 2026-04-01",
      "amount \"12x\" is not a sum of money; \(money)",
      "this row has 3 fields, and the header has 2; write one for each column, in quotes if it has a comma of its own",
      "amount \"\" is not a sum of money; \(money)",
      "amount \"0.005\" has a part of a penny; write at most two decimals",
      "date \"2026-02-29\" is not a day; write it as 2026-04-01")
    expect(
      "2026-27,▸\"1,23\"\n▸2026-28,1\n▸-1,1\n2026-27,▸1000000000000.01\n",
      "amount \"1,23\" is not a sum of money; \(money)",
      "year \"2026-28\" is not a year; write it as 2026-27, or 2026 for the year that starts then",
      "year \"-1\" is not a year; write it as 2026-27, or 2026 for the year that starts then",
      "amount \"1000000000000.01\" is too large; write one from -£1,000,000,000,000 to £1,000,000,000,000")
    expect(
      "0,1\n▸10001,1\n",
      "period \"10001\" is not a whole number from 0 to 10,000; write 0 for now, 1 for a year from now")
    expect(
      "▸yaer,amount,▸description\n2026,1,x\n",
      "column \"yaer\" is not \"year\", \"period\", \"date\" or \"amount\"; did you mean \"year\"?",
      "column \"description\" is not \"year\", \"period\", \"date\" or \"amount\"; keep two columns, such as year,amount, and take the others out"
    )
    expect(
      "▸year,date\n1,2\n",
      "the header does not name a time and an amount; write year,amount or period,amount or date,amount")
    expect("year,amount\n▸", "there are no flows here; write a row for each, such as 2026-27,-1000")
    expect("▸", "there is no table here; write a header, and rows below it")
    let rows = String(repeating: "0,1\n", count: 10_000)
    expect("\(rows)▸0,1\n", "there are more than 10,000 flows; add up those of a year or of a day")
  }

  /// Random bytes, and a right table with random bytes put into it: answered or refused with a place, and never a trap.
  @Test func whateverTheBytes() {
    var chance = Chance(state: 7)
    let right = Array("date,amount\n2026-04-01,\"£1,234.56\"\n2027-04-01,-1e308\n".utf8)
    let usual = Array("0123456789,,.-\"\n\n£()ey\u{0}".utf8)
    for turn in 0..<3_000 {
      var text = turn.isMultiple(of: 2) ? right : []
      for _ in 0..<Int.random(in: 0...20, using: &chance) {
        let byte =
          Bool.random(using: &chance)
          ? usual.randomElement(using: &chance) ?? 0 : UInt8.random(in: 0...255, using: &chance)
        text.insert(byte, at: Int.random(in: 0...text.count, using: &chance))
      }
      do {
        let table = try FlowTable(text, named: "f.csv")
        #expect(!table.flows.isEmpty)
      } catch {
        #expect(
          !error.lines.isEmpty && error.lines.allSatisfy { $0.hasPrefix("f.csv:") || $0.hasPrefix("and ") })
      }
    }
  }
}
