import Finance
import Foundation
import TestSupport
import Testing

@Suite struct ValuationTests {
  /// HM Treasury, Green Book table of long-term discount factors, standard rate.
  @Test func greenBookFactors() {
    let factors = DiscountRates.greenBook.factors(through: 125)
    #expect(factors.count == 126 && factors[0] == 1)
    for (year, published) in [(1, 0.966184), (30, 0.356278), (31, 0.345901), (60, 0.146782)] {
      #expect(abs(factors[year] - published) <= 5e-7, "year \(year)")
    }
    let flows = (0...125).map { $0 == 60 ? 1_000.0 : 0 }
    #expect(abs(DiscountRates.greenBook.presentValue(of: flows) - 146.782) <= 5e-4)
    #expect(DiscountRates.greenBook.factors(through: -1) == [1])
    #expect(DiscountRates.greenBook.presentValue(of: []) == 0)
  }

  @Test(.enabled(if: sharedFolder != nil, "there is no shared folder")) func greenBookRatesAsCollected()
    throws
  {
    let file = try #require(sharedFolder).appending(path: "reference/data/green_book_discount.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 6)
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let from = try #require(Int(cells[0]))
      let rate = Rate(millionths: Int64((try #require(Double(cells[2])) * 10_000).rounded()))
      #expect(DiscountRates.greenBook.rate(inYear: max(1, from)) == rate)
      if let through = Int(cells[1]) { #expect(DiscountRates.greenBook.rate(inYear: through) == rate) }
    }
  }

  @Test func oneRateIsTheGeometricSeries() {
    let flows = [-100.0, 40, 50, 60]
    let rates = DiscountRates(Rate(millionths: 35_000))
    #expect(abs(rates.presentValue(of: flows) - presentValue(of: flows, at: 0.035)) < 1e-12)
  }

  static func flows(_ pounds: Int64...) -> [Money] { pounds.map { Money.pounds($0) } }

  @Test func paybackIsForGood() {
    #expect(payback(of: Self.flows(-10, 5, 5, 1)) == 2)
    #expect(payback(of: Self.flows(-10, 15, -8, 2)) == nil)
    #expect(payback(of: Self.flows(-10, 15, -8, 3)) == 3)
    #expect(payback(of: Self.flows(1, -1, 1)) == 0)
    #expect(payback(of: Self.flows(-10, 9)) == nil)
    #expect(payback(of: []) == nil)
    #expect(discountedPayback(of: [-10, 10], at: 0) == 1)
    #expect(discountedPayback(of: [-10, 15, -8, 2], at: 0) == nil)
  }

  /// The published answers, to the 0.0001% of the report, where they are within its range.
  @Test func reportRate() {
    #expect(InternalRate.of(Self.flows(-100, 10, 10, 100)) == .one(Rate(millionths: 68_860)))
    #expect(
      InternalRate.of(Self.flows(-40_000, 5_000, 8_000, 12_000, 30_000)) == .one(Rate(millionths: 105_823)))
    #expect(InternalRate.of(Self.flows(-100, -10, 10, 100)) == .one(.zero))
    #expect(InternalRate.of(Self.flows(-123, 12, 15, 50, 200)) == .one(Rate(millionths: 260_952)))
    #expect(InternalRate.of(Self.flows(100, 200)) == .none)
    #expect(InternalRate.of(Self.flows(0, 0)) == .none)
    #expect(InternalRate.of([]) == .none)
    // At the ends of the range: halved, and doubled, in one year.
    #expect(InternalRate.of(Self.flows(-100, 50)) == .one(Rate(millionths: -500_000)))
    #expect(InternalRate.of(Self.flows(-100, 200)) == .one(.whole))
    #expect(InternalRate.of(Self.flows(-100, 201)) == .none)
  }

  /// A scheme whose late repairs turn it negative again: −87.0%, 8.86% and 71.0%, the first out of the report's range.
  @Test func severalRates() throws {
    let flows = [
      Money(pence: -500), Money(pence: 1_050), Money(pence: 100), Money(pence: -800), Money(pence: 100),
    ]
    guard case .several(let rates) = InternalRate.of(flows) else {
      Issue.record("not several")
      return
    }
    #expect(rates.count == 2)
    let precise = internalRates(of: flows.map { Double($0.pence) })
    #expect(precise.count == 3)
    for (rate, published) in zip(precise, [-0.870, 0.0886, 0.710]) { #expect(abs(rate - published) <= 5e-4) }
    for (rate, close) in zip(rates, precise.dropFirst()) { #expect(abs(rate.ratio - close) <= 1e-6) }
  }

  /// Every rate found makes the flows worth nothing, and the report's rates are among the precise ones.
  @Test func everyRateIsOne() {
    var chance = Chance(state: 11)
    for _ in 0..<50 {
      let flows = (0..<Int.random(in: 2...40, using: &chance)).map { _ in
        Money(pence: .random(in: -1_000_000...1_000_000, using: &chance))
      }
      let amounts = flows.map { Double($0.pence) }
      let precise = internalRates(of: amounts)
      for rate in precise {
        let worth = amounts.enumerated().map { $1 * pow(1 + rate, -Double($0)) }
        #expect(abs(worth.reduce(0, +)) <= 1e-9 * worth.reduce(0) { $0 + abs($1) })
      }
      let found: [Rate] =
        switch InternalRate.of(flows) {
        case .none: []
        case .one(let rate): [rate]
        case .several(let rates): rates
        }
      for rate in found { #expect(precise.contains { abs($0 - rate.ratio) <= 1e-6 }) }
    }
  }

  /// Two centuries at −99%, where powers are past any double.
  @Test func ratesWhereValuesWouldOverflow() {
    var flows = [Double](repeating: 0, count: 200)
    (flows[0], flows[198], flows[199]) = (-1, 1, -0.01)
    #expect(internalRates(of: flows).contains { abs($0 + 0.99) < 1e-12 })
  }

  /// What equal payments are worth at a rate has that rate among its own, below zero too.
  @Test func theRateOfWhatARateIsWorth() {
    var chance = Chance(state: 12)
    for _ in 0..<50 {
      let rate = Double.random(in: -0.5...0.5, using: &chance)
      let count = Int64.random(in: 1...40, using: &chance)
      let due = Bool.random(using: &chance)
      let worth = TimeValue.presentValue(
        rate: rate, periods: count, payment: -10, futureValue: -50, isDueAtStart: due)
      let found = TimeValue.rates(
        periods: count, payment: -10, presentValue: worth, futureValue: -50, isDueAtStart: due)
      #expect(found.contains { abs($0 - rate) < 1e-11 }, "\(rate) \(count)")
      let taken = TimeValue.periods(
        rate: rate, payment: -10, presentValue: worth, futureValue: -50, isDueAtStart: due)
      if abs(rate) > 0.01 { #expect(taken.map { abs($0 - Double(count)) < 1e-8 } ?? true) }
    }
  }

  /// No arguments, however strange, stop the program.
  @Test func strangeArguments() {
    let rates = [-2, -1, -0.999, 0, 1e-300, 1, 1e300, .infinity, .nan]
    let counts: [Int64] = [.min, -1, 0, 1, 1_000_000_000, .max]
    for rate in rates {
      for count in counts {
        let value = TimeValue(rate: rate, periods: count, presentValue: 100, futureValue: -rate)
        _ = value.payment
        for number in counts {
          _ = (value.interest(in: number), value.principal(in: number))
          _ = value.interestOfEqualInstalments(in: number)
          if number <= count { _ = (value.interest(in: number...count), value.principal(in: number...count)) }
        }
        _ = TimeValue.futureValue(rate: rate, periods: count, payment: 1)
        _ = TimeValue.presentValue(rate: rate, periods: count, payment: 1)
        _ = annuityShareRepaid(after: 1, of: count, at: rate)
      }
      _ = TimeValue.periods(rate: rate, payment: 1, presentValue: -rate, futureValue: 3)
      _ = TimeValue.growthRate(periods: rate, from: 1, to: rate)
      _ = TimeValue.growthPeriods(rate: rate, from: 1, to: rate)
      _ = internalRates(of: [-1, rate, 2])
      _ = modifiedInternalRate(of: [-1, 2], finance: rate, reinvestment: rate)
      _ = discountedPayback(of: [-1, 2], at: rate)
    }
    #expect(TimeValue.rates(periods: .max, payment: 10, presentValue: -1_000).allSatisfy { $0 > 0 })
    #expect(internalRates(of: [DatedFlow]()).isEmpty)
    #expect(presentValue(of: [DatedFlow](), at: 0.1) == 0)
    #expect(duration(of: [], at: 0.1) == nil)
  }

  /// MRP by annuity, £161,000 over 50 years at 5%: £769.05 in the first year.
  @Test func shareOfAnAnnuityRepaid() {
    #expect(
      Money.pounds(161_000).scaled(by: annuityShareRepaid(after: 1, of: 50, at: 0.05)) == Money(pence: 769_05)
    )
    #expect(annuityShareRepaid(after: 25, of: 50, at: 0) == 0.5)
    #expect(
      annuityShareRepaid(after: 50, of: 50, at: 0.05) == 1
        && annuityShareRepaid(after: 0, of: 50, at: 0.05) == 0)
    let whole = annuityShareRepaid(after: 49, of: 50, at: 0.05)
    #expect(abs(whole - (pow(1.05, 49) - 1) / (pow(1.05, 50) - 1)) < 1e-14)
  }
}
