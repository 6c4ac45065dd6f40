import Finance
import ModelFile

/// A formula rent, and what sitting tenants pay while it converges.
public struct FormulaTerms: Hashable, Sendable {
  public var county: Int
  public var value1999: Money
  public var flexibility: Rate
  /// Whether the homes are supported housing, which may go further above formula and was not held to the limit of 2023-24.
  public var isSupported: Bool
  /// What sitting tenants pay on average in the first year, weekly pence over 52 weeks; the formula if nothing is said.
  public var sittingPence: Double?
  /// What is let at, as a share of what a new letting may pay.
  public var level = Rate.whole
}

extension FormulaTerms {
  init(_ form: inout Form) {
    self.init(home: &form)
    flexibility = form.rate(
      "flexibility", in: .percent(0...10),
      or: Assumed(.zero, "no flexibility unless the council's policy says so"),
      "How far above formula a new letting is, at most 5% (10% supported)")
    isSupported = form.flag(
      "supported", or: Assumed(false, "general needs unless the model says so"),
      "Whether the homes are supported housing or for older people")
    if flexibility > FormulaRent.mostFlexibility(isSupported: isSupported) {
      form.problem(
        at: "flexibility",
        fault:
          "flexibility \(Kind.rate.write(flexibility.millionths)) is above the 5% of general needs (\(FormulaRent.flexibility.title.lowercasedFirst))",
        remedy: "write at most 5%, or supported = true for supported housing")
    }
    sittingPence = RentBasis.sittingRent(&form)
  }

  /// What the formula needs of a home, and no more.
  init(home form: inout Form) {
    county = form.choice(
      "county", among: FormulaRent.counties.map { $0.name }, "The 1974 county whose 1999 earnings count")
    value1999 = form.money("value_1999", in: .pounds(0...2_000_000), "Value of the home at January 1999")
    (flexibility, isSupported, sittingPence) = (.zero, false, nil)
  }
}

extension String {
  /// With its first letter small, to stand inside a sentence.
  var lowercasedFirst: String {
    guard let first = utf8.first, (65...90).contains(first) else { return self }
    return String(decoding: [first + 32] + utf8.dropFirst(), as: UTF8.self)
  }
}
