import CashFlow
import Finance
import Housing

/// A gain of one account that a pressure of the other cannot have.
func ringFenceNote(_ findings: Findings) -> Block? {
  guard findings.hasHRA else { return nil }
  let (hra, generalFund) = (findings.budgetHRA, findings.budgetGeneralFund)
  guard hra > .zero && generalFund < .zero || hra < .zero && generalFund > .zero else { return nil }
  let title: Text =
    hra > .zero
    ? "The HRA gains \(Wording.size(hra)) and the General Fund loses \(Wording.size(generalFund)): the one cannot pay for the other"
    : "The General Fund gains \(Wording.size(generalFund)) and the HRA loses \(Wording.size(hra)): the one cannot pay for the other"
  let words: Text =
    hra > .zero
    ? "The General Fund must find its cost from its own budget. The HRA’s gain stays in the HRA (Local Government and Housing Act 1989, part VI; general knowledge)."
    : "The HRA must bear its cost from rents and its own balance. What the General Fund saves does not come to it by itself (Local Government and Housing Act 1989, part VI; general knowledge)."
  return .note(Note(.warning, title, id: "ring-fence", [.paragraph(words)]))
}

/// Homes in the General Fund beyond which a Housing Revenue Account is needed.
func thresholdNote(_ findings: Findings) -> Block? {
  let years = findings.forecast.yearsWithoutNeededAccount
  guard !years.isEmpty else { return nil }
  let threshold = findings.model.generalFund.hraThreshold
  let most = findings.forecast.settledHomesOfGeneralFund.max() ?? 0
  return .note(
    Note(
      .warning,
      "The General Fund would hold \(Wording.homes(most)) that are not temporary, and the model has no HRA",
      id: "hra-threshold",
      [
        .paragraph(
          "From \(Wording.homes(threshold)) a council needs a Housing Revenue Account, and the homes belong in it (\(Text(AccountThreshold.rule.source))). The plan reaches that \(Sentences.when(years))."
        )
      ]))
}
