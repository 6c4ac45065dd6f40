import TOML
import TestSupport
import Testing

@Suite struct NumberTests {
  func float(_ text: String) -> Double? {
    let (table, problems) = Parser.parse([UInt8]("a = \(text)".utf8), source: 0)
    guard problems.isEmpty, case .float(let number)? = table.node("a")?.value else { return nil }
    return number
  }

  /// Bits worked out by exact arithmetic; known hard cases of David Gay's strtod and Rick Regan's notes on it.
  @Test(arguments: [
    ("2.2250738585072011e-308", 0x000F_FFFF_FFFF_FFFF as UInt64),
    ("2.2250738585072012e-308", 0x0010_0000_0000_0000),
    ("4.9e-324", 1), ("2.4703282292062327e-324", 0), ("2.4703282292062328e-324", 1),
    ("1.7976931348623157e308", 0x7FEF_FFFF_FFFF_FFFF),
    ("1.7976931348623158e308", 0x7FEF_FFFF_FFFF_FFFF),
    ("1.7976931348623159e308", 0x7FF0_0000_0000_0000),
    ("1e99999999999999999999999", 0x7FF0_0000_0000_0000), ("1e-99999999999999999999999", 0),
    ("0e99999999999999999999999", 0), ("-0.0", 0x8000_0000_0000_0000), ("+0.0", 0),
    ("9007199254740993.0", 0x4340_0000_0000_0000),
    ("9007199254740993.0000000000000001", 0x4340_0000_0000_0001),
    ("9007199254740995.0", 0x4340_0000_0000_0002), ("1e23", 0x44B5_2D02_C7E1_4AF6),
    ("8.5e1_0", 0x4233_CA65_1200_0000), ("0.1", 0x3FB9_9999_9999_999A),
    ("123_456.789_012", 0x40FE_240C_9FCB_0C02),
  ])
  func doubleIsTheNearest(text: String, bits: UInt64) throws {
    #expect(try #require(float(text)).bitPattern == bits)
  }

  /// The C library's reading is exact as well.
  @Test func doublesAgreeWithTheHost() throws {
    var chance = Chance(seed: 1)
    for i in 0..<8_000 {
      var text = String(chance.below(9) + 1) + "."
      for _ in 0...chance.below(i.isMultiple(of: 100) ? 900 : 25) { text += String(chance.below(10)) }
      text += "e\(chance.below(660) - 330)"
      #expect(float(text) == Double(text), "\(text)")
      let bits = Double(bitPattern: chance.next() & 0x7FFF_FFFF_FFFF_FFFF)
      if bits.isFinite { #expect(float("\(bits)") == bits) }
    }
  }

  /// Halfway between two doubles the even one is nearest; a last digit more or less decides, however far out.
  @Test func tiesGoToTheEvenDouble() throws {
    let half = "1.00000000000000011102230246251565404236316680908203125"  // 1 + 2^-53
    #expect(float(half) == 1)
    #expect(float(half + String(repeating: "0", count: 2000) + "1") == 1.0.nextUp)
    #expect(float("1.0000000000000001110223024625156540423631668090820312499999") == 1)
    let whole = "9007199254740993" + String(repeating: "0", count: 900)
    #expect(float(whole + ".0e-900") == 9_007_199_254_740_992)
    #expect(float(whole + ".1e-900") == 9_007_199_254_740_994)
    #expect(float("0." + String(repeating: "0", count: 5000) + "25e5001") == 2.5)
  }

  @Test(arguments: [
    ("9_223_372_036_854_775_807", Int64.max), ("-9223372036854775808", .min), ("+0", 0), ("-0", 0),
    ("0x7fff_FFFF_ffff_ffff", .max), ("0o777", 511), ("0b1101", 13), ("0x0", 0), ("0x00ff", 255),
  ])
  func integerIsExact(text: String, expected: Int64) throws {
    let (table, problems) = Parser.parse([UInt8]("a = \(text)".utf8), source: 0)
    #expect(problems.isEmpty)
    guard case .integer(let number)? = table.node("a")?.value else {
      Issue.record("not an integer")
      return
    }
    #expect(number == expected)
  }

  @Test(arguments: [
    "-9223372036854775809", "18446744073709551616", "99999999999999999999999999", "0x8000000000000000",
    "0xffffffffffffffffff", "0x", "0x_1", "1_", "_1", "+", "-", "0b2", "0o8", "-0x1", "1e", "1.e1", "1.1.1",
    "+-1",
    "infinity", "1e1.0", "1.0_", "0xg",
  ])
  func otherNumbersAreRefused(text: String) {
    #expect(!Parser.parse([UInt8]("a = \(text)".utf8), source: 0).problems.isEmpty)
  }
}
