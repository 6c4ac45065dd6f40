import Finance
import Foundation
import TestSupport
import Testing

/// Every row of the published function tables.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct FunctionCaseTests {
  @Test func everyRowOfTheTables() throws {
    var (tried, agreed) = (0, 0)
    for published in try Case.all(in: "functions") {
      for (index, row) in published.rows.enumerated() {
        let name = try #require(row["function"].text)
        let arguments = Arguments(json: row["args"])
        let tolerance = try #require(row["tol"].number)
        let answers = try #require(
          try Self.answers(name, arguments), "\(published.id) row \(index): no function \(name)")
        tried += 1
        let agrees: Bool
        if let expected = row["expected"].number {
          agrees = answers.contains { abs($0 - expected) <= tolerance }
        } else if name == "xirr" {
          // Its source finds none where there may be one: then it must be one.
          agrees = answers.allSatisfy { isRate($0, arguments.flows) }
        } else {
          agrees = answers.isEmpty
        }
        agreed += agrees ? 1 : 0
        #expect(agrees, "\(published.id) row \(index): \(name) gives \(answers), not \(row["expected"])")
      }
    }
    print("\(agreed) of \(tried) rows of the tables of functions.json")
    #expect(tried == 298)
  }

  struct Arguments {
    let json: JSON
    func callAsFunction(_ name: String) -> Double { json[name].number ?? 0 }
    func whole(_ name: String) -> Int64 { Int64(self(name)) }
    var isDueAtStart: Bool { self("w") == 1 }
    var cashFlows: [Double] { json["cashflows"].list.compactMap { $0.number } }
    var flows: [DatedFlow] {
      let days = json["dates"].list.compactMap { $0.text.flatMap { Day(iso: $0) } }
      return zip(days, cashFlows).map { DatedFlow(day: $0, amount: $1) }
    }
    var value: TimeValue {
      TimeValue(
        rate: self("r"), periods: whole("n"), presentValue: self("pv"), futureValue: self("fv"),
        isDueAtStart: isDueAtStart)
    }
  }

  /// Nil where the function is not one of ours.
  static func answers(_ function: String, _ a: Arguments) throws -> [Double]? {
    func some(_ answer: Double?) -> [Double] { answer.map { [$0] } ?? [] }
    switch function {
    case "pmt": return [a.value.payment]
    case "ipmt": return [a.value.interest(in: a.whole("per"))]
    case "ppmt": return [a.value.principal(in: a.whole("per"))]
    case "cumipmt": return [a.value.interest(in: a.whole("s")...a.whole("e"))]
    case "cumprinc": return [a.value.principal(in: a.whole("s")...a.whole("e"))]
    case "ispmt":
      let value = TimeValue(rate: a("rate"), periods: a.whole("n"), presentValue: a("pv"))
      return [value.interestOfEqualInstalments(in: a.whole("period"))]
    case "pv":
      return [
        TimeValue.presentValue(
          rate: a("r"), periods: a.whole("n"), payment: a("p"), futureValue: a("fv"),
          isDueAtStart: a.isDueAtStart)
      ]
    case "fv":
      return [
        TimeValue.futureValue(
          rate: a("r"), periods: a.whole("n"), payment: a("p"), presentValue: a("pv"),
          isDueAtStart: a.isDueAtStart)
      ]
    case "nper":
      return some(
        TimeValue.periods(
          rate: a("r"), payment: a("p"), presentValue: a("pv"), futureValue: a("fv"),
          isDueAtStart: a.isDueAtStart))
    case "rate":
      return TimeValue.rates(
        periods: a.whole("n"), payment: a("pmt"), presentValue: a("pv"), futureValue: a("fv"),
        isDueAtStart: a.isDueAtStart)
    case "rri": return some(TimeValue.growthRate(periods: a("n"), from: a("pv"), to: a("fv")))
    case "pduration": return some(TimeValue.growthPeriods(rate: a("rate"), from: a("pv"), to: a("fv")))
    case "npv0": return [presentValue(of: a.cashFlows, at: a("rate"))]
    case "npv1": return [presentValue(of: a.cashFlows, at: a("rate"), first: .discounted)]
    case "irr": return internalRates(of: a.cashFlows)
    case "mirr":
      return some(
        modifiedInternalRate(of: a.cashFlows, finance: a("finance_rate"), reinvestment: a("reinvest_rate")))
    case "xnpv": return [presentValue(of: a.flows, at: a("rate"))]
    case "xirr": return internalRates(of: a.flows)
    default: return nil
    }
  }

  /// Whether the flows are worth nothing, within a millionth of what they are worth in magnitude.
  func isRate(_ rate: Double, _ flows: [DatedFlow]) -> Bool {
    guard let first = flows.map({ $0.day }).min() else { return false }
    let values = flows.map { $0.amount * pow(1 + rate, -Double($0.day - first) / 365) }
    return abs(values.reduce(0, +)) <= 1e-6 * values.reduce(0) { $0 + abs($1) }
  }

  /// JuliaActuary; the flows of the run-off, 1, 2 and 3 at 1%, are inferred from its three values.
  @Test func presentValueAndBreakEven() throws {
    let published = try #require(try Case.all(in: "functions").first { $0.id == "fn-julia-pv-breakeven" })
    let bond = [5.0, 5, 105]
    var ours: [String: Double] = [
      "1,000,000 at year 5, 4%": presentValue(of: [0, 0, 0, 0, 0, 1_000_000], at: 0.04),
      "5% three-year bond at 3%": presentValue(of: bond, at: 0.03, first: .discounted),
      "its Macaulay duration": try #require(duration(of: bond, at: 0.03)),
    ]
    for step in 0...2 {
      ours["present value of remaining flows at step \(step)"] = presentValue(
        of: Array([1.0, 2, 3].dropFirst(step)), at: 0.01, first: .discounted)
    }
    for start in [[-10.0, 1], [-10, 15], [10, 15]] {
      let flows = start + [2, 3, 4, 8]
      let words = flows.map { String(Int($0)) }.joined(separator: ", ")
      ours["discounted break-even at 10%: [\(words)]"] = discountedPayback(of: flows, at: 0.1).map {
        Double($0)
      }
    }
    #expect(discountedPayback(of: [-10, -15, 2, 3, 4, 8], at: 0.1) == nil)
    for figure in published.figures {
      let value = try #require(ours[figure.name], "\(figure.name)")
      let expected = try #require(figure.value.number)
      #expect(abs(value - expected) <= figure.tolerance, "\(figure.name)")
    }
    print("\(published.figures.count) figures of fn-julia-pv-breakeven")
  }
}
