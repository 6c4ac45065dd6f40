import Finance
import Testing

@Suite struct ChanceTests {
  /// The known answers of Random123 (D. E. Shaw Research), examples/kat_vectors, philox4x32 with 10 rounds.
  @Test func philoxGivesThePublishedBits() {
    let none = Philox.bits((0, 0, 0, 0), key: (0, 0))
    #expect(none == (0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8))
    let all = UInt32.max
    let full = Philox.bits((all, all, all, all), key: (all, all))
    #expect(full == (0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD))
    let pi = Philox.bits(
      (0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344), key: (0xA409_3822, 0x299F_31D0))
    #expect(pi == (0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1))
  }

  /// Wichura, AS 241, gives 0.25, 0.001 and 1e-20 to try an implementation by; the last digits as Python's statistics module,
  /// which has the same algorithm, prints them.
  @Test(arguments: [
    (0.25, -0.6744897501960817), (0.001, -3.090232306167813), (1e-20, -9.262340089798405), (0.5, 0),
    (0.975, 1.9599639845400539), (0.9999, 3.719016485455709),
  ])
  func quantilesAreThePublishedOnes(chance: Double, expected: Double) {
    #expect((normalQuantile(chance) - expected).magnitude <= 4e-15 * max(1, expected.magnitude))
  }

  @Test func theEndsAreInfinite() {
    #expect(normalQuantile(0) == -.infinity && normalQuantile(1) == .infinity)
    #expect(normalQuantile(-0.1).isNaN && normalQuantile(1.1).isNaN)
  }

  /// Of 20,000 draws the mean is within four of its standard errors of 0, 1/√20,000, and the variance of 1, √(2/20,000).
  @Test func drawsAreStandardNormal() {
    var sum = 0.0
    var squares = 0.0
    for path in 0..<UInt32(20_000) {
      let z = normalQuantile(Philox.uniform((path, 2030, 0, 0), key: (1, 0)))
      sum += z
      squares += z * z
    }
    #expect((sum / 20_000).magnitude < 4 * 0.00707)
    #expect((squares / 20_000 - 1).magnitude < 4 * 0.01)
  }

  /// By hand: 1; 0.5, √(1 − 0.25); −0.3, (0.2 + 0.15)/0.866025 = 0.404145, √(1 − 0.09 − 0.163333) = 0.864099.
  @Test func aFactorGivesItsMatrixBack() throws {
    let rows = try #require(choleskyFactor([[1], [0.5, 1], [-0.3, 0.2, 1]]))
    let expected = [[1], [0.5, 0.8660254], [-0.3, 0.4041452, 0.8640988]]
    for (row, hand) in zip(rows, expected) {
      for (one, other) in zip(row, hand) { #expect((one - other).magnitude < 1e-6) }
    }
  }

  /// Two that move together and with a third in opposite ways cannot be.
  @Test func whatCannotBeHasNoFactor() {
    #expect(choleskyFactor([[1], [0.9, 1], [0.9, -0.9, 1]]) == nil)
    #expect(choleskyFactor([[1], [1, 1]]) == nil)
  }
}
