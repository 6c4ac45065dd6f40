import Finance

extension FormulaRent {
  public static let flexibility = Rule(
    title: "A rent may be set above formula by up to 5%, or 10% in supported housing",
    source:
      "wvht.co.uk, How we set your rent; the policy statement itself was not read",
    certainty: .secondary)

  /// How far above formula a new letting's rent may be set. Never above the cap.
  public static func mostFlexibility(isSupported: Bool) -> Rate { isSupported ? .percent(10) : .percent(5) }
}
