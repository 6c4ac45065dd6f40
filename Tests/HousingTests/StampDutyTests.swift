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
    #expect(StampDuty.tax(on: .pounds(price), .standard) == .pounds(standard))
    #expect(StampDuty.tax(on: .pounds(price), .surcharge) == .pounds(surcharge))
    #expect(StampDuty.tax(on: .pounds(price), .relief) == .zero)
  }

  @Test func isDownToTheWholePound() {
    // 2% of £1.50 over £125,000 is 3 pence; of £74.99, £1.49
    #expect(StampDuty.tax(on: Money(pence: 125_001_50), .standard) == .zero)
    #expect(StampDuty.tax(on: Money(pence: 125_074_99), .standard) == .pounds(1))
  }

  @Test func neverFallsAsThePriceRises() {
    for treatment in StampDuty.Treatment.allCases {
      var last = Money.zero
      for thousands in 0...5_000 {
        let tax = StampDuty.tax(on: .pounds(Int64(thousands) * 1_000), treatment)
        #expect(tax >= last)
        last = tax
      }
    }
  }
}
