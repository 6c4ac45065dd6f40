import Finance
import Testing

/// Published sums over published numbers, as the sources round them.
@Suite struct PublishedAveragesTests {
  /// - NHF, 21 June 2019: £46.2bn a year for 145,000 homes, 318,600 each.
  /// - Cebr, 2024: £11.8bn of grant for 90,000 homes, £131,000 each.
  /// - Social and Affordable Homes Programme 2026 to 2036: £39bn for about 300,000 homes, £130,000 each.
  /// - Winchester, 13 September 2023: £2,917,500 for six homes, £486,250 each.
  /// - Inside Housing, 2023-24: £1.1bn of repairs to 300,000 empty homes, £3,667 each.
  /// - AHP 2021 to 2026, strategic partnerships: £5.2bn for 90,000 homes, £57,600 each as published from figures less rounded.
  @Test(arguments: [
    (46_200_000_000, 145_000, 318_600, 100), (11_800_000_000, 90_000, 131_000, 1_000),
    (39_000_000_000, 300_000, 130_000, 1), (2_917_500, 6, 486_250, 1), (1_100_000_000, 300_000, 3_667, 1),
    (5_200_000_000, 90_000, 57_600, 400),
  ]) func aSumForEach(pounds: Int64, number: Int64, published: Int64, unit: Int64) {
    let each = Money.pounds(pounds).share(1, of: number)
    let difference = each - .pounds(published)
    // within half of what the source rounds to
    #expect(2 * abs(difference.pence) <= unit * 100)
  }

  /// Eight London boroughs spent £543m on temporary accommodation in 2024-25, of which £223m, 41%, was not covered.
  @Test func theShareThatBoroughsMet() {
    #expect(roundedQuotient(223_000_000 * 100, 543_000_000) == 41)
  }
}
