import Finance
import TestSupport
import Testing

/// All measures of timed flows at once, against worked examples and by hand.
@Suite struct FlowAppraisalTests {
  private func yearly(_ amounts: [Double], from first: Double = 0) -> [TimedFlow] {
    amounts.enumerated().map { TimedFlow(years: Double($0) + first, amount: $1) }
  }

  private func percent(_ rate: Int64) -> DiscountRates { DiscountRates(.percent(rate)) }

  /// Microsoft's documentation of NPV: 10% on −10,000 a year from now, 3,000, 4,200, 6,800 gives 1,188.44; 8% on −40,000 now,
  /// 8,000, 9,200, 10,000, 12,000, 14,500 gives 1,922.06, and with a loss of 9,000 in the sixth year −3,749.47.
  @Test func documentedNetPresentValues() {
    let first = FlowAppraisal(of: yearly([-10_000, 3_000, 4_200, 6_800], from: 1), at: percent(10))
    #expect(abs(first.presentValue - 1_188.44) < 0.005)
    let shop = [-40_000.0, 8_000, 9_200, 10_000, 12_000, 14_500]
    #expect(abs(FlowAppraisal(of: yearly(shop), at: percent(8)).presentValue - 1_922.06) < 0.005)
    #expect(abs(FlowAppraisal(of: yearly(shop + [-9_000]), at: percent(8)).presentValue + 3_749.47) < 0.005)
  }

  /// Microsoft's documentation of IRR: −2.1% after four years, 8.7% after five, −44.4% after two.
  @Test func documentedRates() throws {
    let flows = [-70_000.0, 12_000, 15_000, 18_000, 21_000, 26_000]
    for (count, rate) in [(5, -0.021), (6, 0.087), (3, -0.444)] {
      let found = FlowAppraisal(of: yearly(Array(flows.prefix(count))), at: percent(0))
      #expect(found.rates.count == 1 && found.signChanges == 1)
      #expect(abs(try #require(found.rates.first) - rate) < 0.000_5)
    }
  }

  /// Microsoft's documentation of XNPV and XIRR: 2,086.65 at 9%, and 37.34%, over a leap year. In any order of days.
  @Test func documentedDatedFlows() throws {
    let days = ["2008-01-01", "2008-03-01", "2008-10-30", "2009-02-15", "2009-04-01"]
    let amounts = [-10_000.0, 2_750, 4_250, 3_250, 2_750]
    let first = try #require(Day(iso: days[0]))
    var flows: [TimedFlow] = []
    for (text, amount) in zip(days, amounts).reversed() {
      flows.append(TimedFlow(years: Double(try #require(Day(iso: text)) - first) / 365, amount: amount))
    }
    let worth = FlowAppraisal(of: flows, at: percent(9))
    #expect(abs(worth.presentValue - 2_086.647_602) < 5e-7)
    #expect(worth.rates.count == 1)
    #expect(abs(try #require(worth.rates.first) - 0.373_362_535) < 5e-9)
    #expect(flows[4].years == 0 && flows[0].years == 456.0 / 365)  // 366 days of 2008 and 90 of 2009
  }

  /// 100 × 1.1⁻¹ − … by hand: at 10%, −1,000 + 600/1.1 + 600/1.21 = 41.32; 1,041.32 to 1,000 is 1.041.
  @Test func measuresByHand() throws {
    let worth = FlowAppraisal(of: yearly([-1_000, 600, 600]), at: percent(10))
    #expect(abs(worth.presentValue - 41.322_314) < 1e-6)
    #expect(abs(worth.benefits - 1_041.322_314) < 1e-6 && worth.costs == 1_000)
    #expect(abs(try #require(worth.benefitCostRatio) - 1.041_322) < 1e-6)
    #expect(worth.payback == 2 && worth.discountedPayback == 2)
    let slow = FlowAppraisal(of: yearly([-1_000, 500, 500, 100, 200]), at: percent(10))
    // 454.55 + 413.22 + 75.13 = 942.90, and 136.60 in the fourth year
    #expect(slow.payback == 2 && slow.discountedPayback == 4)
    #expect(FlowAppraisal(of: yearly([1, 2]), at: percent(10)).benefitCostRatio == nil)
    // two flows at one time are one
    let twice = FlowAppraisal(of: yearly([-1_000, 600]) + yearly([600], from: 2), at: percent(10))
    #expect(twice.presentValue == worth.presentValue)
  }

  /// (1 − 1.1/g)(1 − 1.1002/g), two rates within one step of the search, and (1 − 1.1/g)² that only touches nothing.
  @Test func ratesThatLieCloseAreFound() {
    let close = FlowAppraisal(of: yearly([-1, 2.2002, -1.1 * 1.1002]), at: percent(0))
    #expect(close.signChanges == 2 && close.rates.count == 2)
    for (rate, expected) in zip(close.rates, [0.1, 0.100_2]) { #expect(abs(rate - expected) < 1e-6) }
    let touching = FlowAppraisal(of: yearly([-100, 220, -121]), at: percent(0))
    #expect(touching.rates.count == 1 && abs(touching.rates[0] - 0.1) < 1e-6)
    #expect(FlowAppraisal(of: yearly([-100, 220, -121.1]), at: percent(0)).rates.isEmpty)
  }

  /// The published factors of the Green Book (30, 31 and 60 years), and half a year between them.
  @Test func decliningRates() {
    for (years, factor) in [(30.0, 0.356_278), (31, 0.345_901), (60, 0.146_782)] {
      #expect(abs(DiscountRates.greenBook.factor(after: years) - factor) <= 5e-7)
    }
    let half = DiscountRates.greenBook.factor(after: 30.5)
    #expect(abs(half * half - 0.356_278 * 0.345_901) < 5e-7)
    let factors = DiscountRates.greenBook.factors(through: 400)
    for year in 0...400 {
      #expect(abs(DiscountRates.greenBook.factor(after: Double(year)) / factors[year] - 1) < 1e-12)
    }
  }

  /// Laws over random flows: the value is nothing at each rate found, there are no more than changes of sign, and an odd
  /// number of changes leaves at least one where the search reaches.
  @Test func lawsOfRandomFlows() {
    var chance = Chance(state: 4)
    for _ in 0..<100 {
      let flows = (0..<Int.random(in: 1...30, using: &chance)).map { _ in
        TimedFlow(
          years: Double(Int.random(in: 0...9_000, using: &chance)) / 365,
          amount: Double(Int.random(in: -1_000_000...1_000_000, using: &chance)) / 100)
      }
      let worth = FlowAppraisal(of: flows, at: percent(3))
      #expect(worth.rates.count <= worth.signChanges)
      #expect(abs(worth.benefits - worth.costs - worth.presentValue) < 1e-6)
      for rate in worth.rates {
        var (value, size) = (0.0, 0.0)
        for flow in worth.flows {
          let term =
            flow.amount * power(1 + rate, (rate < 0 ? (worth.flows.last?.years ?? 0) : 0) - flow.years)
          value += term
          size += term.magnitude
        }
        #expect(value.magnitude <= 1e-9 * size)
      }
    }
  }
}
