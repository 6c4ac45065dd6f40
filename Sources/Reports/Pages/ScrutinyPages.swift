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
