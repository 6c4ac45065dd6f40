import Finance
import Testing

@testable import homeward

@Suite struct FiguresTests {
  @Test(
    arguments: [
      (0.05, 9, "0.05"), (25, 9, "25"), (-0.7, 12, "-0.7"), (0, 9, "0"), (-0.0, 9, "0"), (1e-13, 12, "0"),
      (1.0 / 3, 9, "0.333333333"), (-1.5e-9, 9, "-0.000000002"), (1_234_567.5, 2, "1234567.5"),
    ] as [(Double, Int, String)])
  func decimalsAreShortAndWithoutExponent(number: Double, places: Int, text: String) {
    #expect(decimal(number, places: places) == text)
  }

  @Test func greatNumbersKeepTheDecimalsThereIsRoomFor() {
    #expect(decimal(123_456_789_012.25, places: 9) == "123456789012.25")
    #expect(decimal(1e18, places: 12) == "1000000000000000000")
  }

  @Test(
    arguments: [
      (0, "0.00", "£0.00"), (5, "0.05", "£0.05"), (-1, "-0.01", "-£0.01"), (100_000, "1000.00", "£1,000.00"),
      (-123_456_789, "-1234567.89", "-£1,234,567.89"), (99_999, "999.99", "£999.99"),
    ] as [(Int64, String, String)])
  func moneyIsPlainForMachinesAndGroupedForPeople(pence: Int64, machine: String, person: String) {
    #expect(plain(Money(pence: pence)) == machine)
    #expect(grouped(Money(pence: pence)) == person)
  }

  @Test func textsAreQuotedForJSONAndCSV() {
    #expect(quoted("a\"b\\c\n£\u{1}") == "\"a\\\"b\\\\c\\n£\\u0001\"")
    #expect(field("plain") == "plain")
    #expect(field("a,\"b\"") == "\"a,\"\"b\"\"\"")
  }

  @Test(arguments: ["", "-", ".", "1e5", "nan", "inf", "0x10", "1,000", "--1", "1.2.3", " 1", "£1"])
  func whatIsNoPlainNumberIsRefused(text: String) {
    #expect(number(text[...]) == nil)
  }

  @Test(
    arguments: [("-1000", -1000), ("300.25", 300.25), ("+5", 5), (".5", 0.5), ("7.", 7)] as [(String, Double)]
  )
  func plainNumbersAreRead(text: String, value: Double) {
    #expect(number(text[...]) == value)
  }

  @Test(arguments: [
    ("raport", "; did you mean \"report\"?"), ("lone", "; did you mean \"loan\"?"), ("frobnicate", ""),
    ("", ""),
  ])
  func theNearestWordIsSuggested(word: String, text: String) {
    #expect(suggestion(for: word, among: ["report", "check", "loan"]) == text)
  }

  @Test(arguments: [
    ("--out", "; did you mean \"--output\"?"), ("EIP", "; did you mean \"eip\"?"),
    ("Devonshire", "; did you mean \"Devon\"?"), ("pdf", ""),
  ])
  func aWordCutShortOrDrawnOutOrInCapitalsIsNear(word: String, text: String) {
    #expect(suggestion(for: word, among: ["--set", "--output", "eip", "Devon", "md"]) == text)
  }

  @Test func namesAreShownWithoutWhatATerminalObeys() {
    #expect(shown("a\u{1b}[31m\nb\u{202e}£") == #"a\u{1b}[31m\nb\u{202e}£"#)
    #expect(escaped("a\u{9b}\nb") == "a\\u{9b}\nb")
  }

  @Test(arguments: [("x", "x/y"), ("x/", "x/y"), ("/", "/y")])
  func aPathHasOneSlash(folder: String, joined: String) {
    #expect(path(folder, "y") == joined)
  }
}
