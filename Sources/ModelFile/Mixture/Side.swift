import Finance

/// Files, how they were read, and the register that came of it: one side of a comparison.
public struct Side: Sendable {
  public var files: Layered
  public var scenario: String?
  public var overrides: [String]
  public var register: [Assumption]
  public var firstYear: Year

  public init(
    _ files: Layered, scenario: String?, overrides: [String], register: [Assumption], firstYear: Year
  ) {
    (self.files, self.scenario, self.overrides) = (files, scenario, overrides)
    (self.register, self.firstYear) = (register, firstYear)
  }
}
