import Finance
import Housing
import Testing

/// Stamp Duty Land Tax against worked figures of the published slices.
@Suite struct StampDutyTests {
  /// HMRC's slice rates from 1 April 2025, with 5 points more for additional dwellings from 31 October 2024.
  @Test(arguments: [
    (300_000, 5_000, 20_000), (550_000, 17_500, 45_000), (125_000, 0, 6_250), (250_000, 2_500, 15_000),
    (925_000, 36_250, 82_500), (1_500_000, 93_750, 168_750),
  ]) func agreesWithThePublishedSlices(price: Int64, standard: Int64, surcharge: Int64) {
    let month = Month(year: 2025, number: 4)
    #expect(StampDuty.tax(on: .pounds(price), .standard, in: month) == .pounds(standard))
    #expect(StampDuty.tax(on: .pounds(price), .surcharge, in: month) == .pounds(surcharge))
    #expect(StampDuty.tax(on: .pounds(price), .relief, in: month) == .zero)
  }

  /// The slices from 31 October 2024: nothing to £250,000 and 5% to £925,000, with 5 points more for additional dwellings.
  /// £300,000: 5% of 50,000, and 15,000 more. £1m: 33,750 and 10% of 75,000; 50,000 more.
  @Test(arguments: [
    (250_000, 0, 12_500), (300_000, 2_500, 17_500), (1_000_000, 41_250, 91_250),
  ]) func theBandsOfTheMonthHold(price: Int64, standard: Int64, surcharge: Int64) {
    for month in [Month(year: 2024, number: 10), Month(year: 2025, number: 3)] {
      #expect(StampDuty.tax(on: .pounds(price), .standard, in: month) == .pounds(standard))
      #expect(StampDuty.tax(on: .pounds(price), .surcharge, in: month) == .pounds(surcharge))
    }
    // before the first that are known, those
    let before = Month(year: 2024, number: 9)
    #expect(!StampDuty.isKnown(in: before) && StampDuty.isKnown(in: Month(year: 2024, number: 10)))
    #expect(StampDuty.tax(on: .pounds(price), .standard, in: before) == .pounds(standard))
    #expect(
      StampDuty.tax(on: .pounds(300_000), .standard, in: Month(year: 2040, number: 1)) == .pounds(5_000))
  }

  @Test func isDownToTheWholePound() {
    let month = Month(year: 2026, number: 4)
    // 2% of £1.50 over £125,000 is 3 pence; of £74.99, £1.49
    #expect(StampDuty.tax(on: Money(pence: 125_001_50), .standard, in: month) == .zero)
    #expect(StampDuty.tax(on: Money(pence: 125_074_99), .standard, in: month) == .pounds(1))
  }

  @Test func neverFallsAsThePriceRises() {
    for treatment in StampDuty.Treatment.allCases {
      var last = Money.zero
      for thousands in 0...5_000 {
        let tax = StampDuty.tax(
          on: .pounds(Int64(thousands) * 1_000), treatment, in: Month(year: 2026, number: 4))
        #expect(tax >= last)
        last = tax
      }
    }
  }
}
