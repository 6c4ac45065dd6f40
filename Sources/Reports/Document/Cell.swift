import Finance

/// What stands in one cell of a table. No cell is blank: an absence has a word of its own.
public enum Cell: Hashable, Sendable {
  case text(Text)
  case figure(Figure)
  /// A change: with + or −, or "no effect" when it is nil.
  case change(Figure)
  /// A figure that equals the base it is set beside, and so is shown quietly.
  case same(Figure)
  /// A figure that fails its test: "fails 1.22".
  case fails(Figure)
  /// Words for what is wrong: "Fail".
  case bad(Text)
  /// A financial year: 2029-30.
  case year(Year)
  /// A month: March 2036.
  case month(Month)
}

extension Cell {
  public static func text(_ words: String) -> Cell { .text(Text(words)) }
  public static func code(_ words: String) -> Cell { .text(.code(words)) }
  public static func count(_ count: Int64) -> Cell { .figure(.count(count)) }
  public static func count(_ count: Int) -> Cell { .figure(.count(Int64(count))) }
  public static func households(millionths: Int64, decimals: Int = 0) -> Cell {
    .figure(.households(millionths: millionths, decimals: decimals))
  }
  public static func pounds(_ money: Money) -> Cell { .figure(.pounds(money)) }
  public static func pence(_ money: Money) -> Cell { .figure(.pence(money)) }
  public static func price(_ money: Money) -> Cell { .figure(.price(money)) }
  public static func rate(_ rate: Rate) -> Cell { .figure(.rate(rate)) }
  public static func plainRate(_ rate: Rate) -> Cell { .figure(.plainRate(rate)) }
  public static func points(_ rate: Rate) -> Cell { .figure(.points(rate)) }
  public static func ratio(millionths: Int64, decimals: Int = 2) -> Cell {
    .figure(.ratio(millionths: millionths, decimals: decimals))
  }

  public static let nothing: Cell = .text("none")
  public static let never: Cell = .text("never")
  public static let notVaried: Cell = .text("not varied")
  public static let noEffect: Cell = .text("no effect")
  public static let noSource: Cell = .bad("No source")
  public static let notRecorded: Cell = .text("not recorded")
}

extension Cell: ExpressibleByStringInterpolation {
  public init(stringInterpolation: Text.StringInterpolation) {
    self = .text(Text(stringInterpolation: stringInterpolation))
  }
  public init(stringLiteral: String) { self = .text(Text(stringLiteral)) }
}
