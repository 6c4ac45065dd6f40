import Finance
import ModelFile

/// How much of what the council takes in is paid by another public body: a transfer, and no gain to the public purse.
public struct PublicShares: Hashable, Sendable {
  public var benefitShareOfRent, benefitShareOfRecovery: Rate

  public static let rule = Rule(
    title: "To the public purse as a whole, grant and benefit are transfers",
    source: "HM Treasury, Green Book (general knowledge)", certainty: .unverified)
}

extension PublicShares {
  init(_ form: inout Form) {
    benefitShareOfRent = form.rate(
      "benefit_share_of_rent", in: .percent(0...100),
      or: Assumed(.zero, "tenants are taken to pay their own rent unless the model says so"),
      "Share of rents and service charges that benefit pays")
    benefitShareOfRecovery = form.rate(
      "benefit_share_of_recovery", in: .percent(0...100),
      or: Assumed(.whole, "all that is recovered for TA is taken to be benefit unless the model says so"),
      "Share of what is recovered for TA that benefit pays, the household paying the rest")
  }
}
