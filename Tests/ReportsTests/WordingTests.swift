import Finance
import Reports
import Testing

/// What figures look like in sentences and in tables, as the report's own rules for numbers have it.
@Suite struct WordingTests {
  @Test(arguments: [
    (1_234_567_00, "£1.23m"), (25_400_000_00, "£25.4m"), (119_280_462_00, "£119m"), (611_000_00, "£611,000"),
    (610_578_00, "£611,000"), (2_091_00, "£2,091"), (2_091_49, "£2,091"), (9_999_49, "£9,999"),
    (9_999_50, "£10,000"), (999_499_00, "£999,000"), (999_500_00, "£1.00m"), (9_994_999_99, "£9.99m"),
    (9_995_000_01, "£10.0m"), (999_500_000_01, "£1.00bn"), (0, "£0"), (49, "£0"), (-49, "£0"), (-51, "−£1"),
    (-6_140_000_00, "−£6.14m"), (835_000_00, "£835,000"), (2_323_363_00, "£2.32m"),
  ])
  func moneyInASentence(pence: Int64, words: String) {
    #expect(Wording.money(Money(pence: pence)) == words)
  }

  @Test func sentencesNeverHaveAMinus() {
    #expect(Wording.size(Money(pence: -3_036_993_00)) == "£3.04m")
    #expect(Wording.size(Money(pence: .min)) == Wording.money(Money(pence: .max)))
    #expect(Wording.points(Rate(millionths: -4_500)) == "0.45 points")
  }

  @Test func countsAreWords() {
    #expect(
      [0, 1, 2, 182, 1_234].map { Wording.households($0) } == [
        "no households", "one household", "2 households", "182 households", "1,234 households",
      ])
    #expect([0, 1, 4, 10, 11].map { Wording.number($0) } == ["no", "one", "four", "ten", "11"])
    #expect(Wording.leadingNumber(3) == "Three")
    #expect(Wording.number(1, of: "year", "years") == "one year")
    #expect(Wording.number(30, of: "year", "years") == "30 years")
    #expect(
      [-84, -1, 0, 1, 12].map { Wording.difference(households: $0) } == [
        "84 fewer households", "one household fewer", "as many households", "one household more",
        "12 more households",
      ])
  }

  @Test(
    arguments: [
      ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    ] as [([String], String)])
  func lists(words: [String], sentence: String) { #expect(Wording.list(words) == sentence) }

  @Test func ratesAndDates() {
    let march = Month(119, from: Year(start: 2026))
    #expect(Wording.month(march) == "March 2036")
    #expect(Wording.endOfMonth(march) == "31 March 2036")
    #expect(Wording.march(of: Year(start: 2035)) == "March 2036")
    #expect(Wording.rate(Rate(millionths: 48_500)) == "4.85%")
    #expect(Wording.rate(Rate(millionths: 120_000)) == "12.00%")
    #expect(Wording.plainRate(Rate(millionths: 120_000)) == "12%")
    #expect(Wording.plainRate(Rate(millionths: 15_000)) == "1.5%")
    #expect(Wording.price(Money(pence: 121_40)) == "£121.40")
    #expect(Wording.price(.pounds(64_000)) == "£64,000")
    #expect(Wording.digits(2036) == "2036")
  }

  /// Interest cover of 1.2496 against a floor of 1.25 must not read "1.25".
  @Test func aRatioNearItsLimitHasMoreDecimals() {
    #expect(Wording.ratio(millionths: 1_217_400, beside: 1_250_000).words == "1.22")
    #expect(Wording.ratio(millionths: 1_249_600, beside: 1_250_000).words == "1.2496")
    #expect(Wording.ratio(millionths: 1_250_000, beside: 1_250_000).words == "1.25")
    #expect(Wording.ratio(millionths: 1_249_999, beside: 1_250_000).words == "1.249999")
  }

  @Test(arguments: [
    (Figure.count(1_234_567), "1,234,567", "+1,234,567"), (.count(0), "0", "0"),
    (.pounds(Money(pence: -45_000_00)), "−45,000", "−45,000"), (.pounds(Money(pence: -49)), "0", "0"),
    (.pounds(Money(pence: 50)), "0", "0"), (.pounds(Money(pence: 1_50)), "2", "+2"),
    (.pence(Money(pence: 193_359_78)), "193,359.78", "+193,359.78"),
    (.pence(Money(pence: -5)), "−0.05", "−0.05"),
    (.rate(Rate(millionths: 48_500)), "4.85%", "+4.85%"),
    (.points(Rate(millionths: -4_500)), "−0.45 points", "−0.45 points"),
    (.ratio(millionths: 1_225_000, decimals: 2), "1.22", "+1.22"),
    (.households(millionths: 182_400_000, decimals: 0), "182", "+182"),
    (.households(millionths: -400_000, decimals: 0), "0", "0"),
    (.households(millionths: 12_345_678, decimals: 1), "12.3", "+12.3"),
    (.price(Money(pence: -121_40)), "−£121.40", "−£121.40"),
    (.count(.min), "−9,223,372,036,854,775,808", "−9,223,372,036,854,775,808"),
  ])
  func figuresInATable(figure: Figure, words: String, signed: String) {
    var (plain, change) = (Output(), Output())
    plain.write(figure)
    change.write(figure, signed: true)
    #expect(String(decoding: plain.bytes, as: UTF8.self) == words)
    #expect(String(decoding: change.bytes, as: UTF8.self) == signed)
  }
}
