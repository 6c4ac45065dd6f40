import CashFlow
import Housing

/// What a section 151 officer asks for, each page where the model has something for it.
func scrutinyPages(_ findings: Findings) -> [Section] {
  let scrutiny = findings.model.scrutiny
  var pages = [prudentialPage(findings)]
  if !findings.model.allowanceRates.isEmpty || !scrutiny.benefitCaps.isEmpty {
    pages.append(affordabilityPage(findings))
  }
  pages += [otherApplicantsPage(findings), publicPursePage(findings)]
  if !scrutiny.stresses.isEmpty { pages.append(stressPage(findings)) }
  return pages
}

/// The rules behind them, and how sure each is.
func scrutinyRules(_ model: Model) -> [Fact] {
  let scrutiny = model.scrutiny
  var rules = [
    PrudentialTerms.limits, PrudentialTerms.grossDebt, PrudentialTerms.financingCosts,
    PrudentialTerms.liabilityBenchmark, PublicShares.rule,
  ]
  if model.hra == nil { rules.append(AccountThreshold.rule) }
  if !model.allowanceRates.isEmpty { rules.append(LocalHousingAllowance.rule) }
  if !scrutiny.benefitCaps.isEmpty { rules.append(BenefitCap.rule) }
  return rules.map { Fact($0) }
}
