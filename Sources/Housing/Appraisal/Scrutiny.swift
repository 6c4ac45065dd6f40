import Finance
import ModelFile

/// What a section 151 officer asks of a plan beside its projection. Nothing here moves a line of the ledger.
public struct Scrutiny: Hashable, Sendable {
  public var prudential: PrudentialTerms
  public var budget: [BudgetFigure]
  public var actuals: [BudgetFigure]
  public var benefitCaps: [BenefitCap]
  public var publicPurse: PublicShares
  public var stresses: [Stress]
  public var mitigations: [Stress]
}

extension Scrutiny {
  init(_ form: inout Form, firstYear: Year) {
    prudential = form.section("prudential") { form in PrudentialTerms(&form) }
    budget = form.each("budget") { form in BudgetFigure(approved: &form, in: firstYear) }
    actuals = form.each("actual") { form in BudgetFigure(actual: &form) }
    benefitCaps = form.each("benefit_cap") { form in BenefitCap(&form) }
    publicPurse = form.section("public") { form in PublicShares(&form) }
    stresses = form.each("stress") { form in Stress(&form) }
    mitigations = form.each("mitigation") { form in Stress(&form) }
  }
}
