import CashFlow
import Housing

/// What is to be checked of the Stamp Duty Land Tax of a programme.
func stampDutyNotes(_ place: Int, _ findings: Findings) -> [Block] {
  findings.forecast.stampDutyFindings()[place].map { finding in
    let name = findings.model.programmes[place].name
    switch finding {
    case .reliefWithoutSubsidy:
      return .note(
        Note(
          .warning, "Relief from Stamp Duty Land Tax is claimed, and no public subsidy pays for these homes",
          id: "sdlt-relief-\(name)",
          [
            .paragraph(
              "Relief needs grant or another public subsidy (Finance Act 2003, section 71). The plan pays for these purchases without grant or Right to Buy receipts, so tax may be due: take advice, or write sdlt = \"standard\"."
            )
          ]))
    case .bandsNotKnown:
      return .note(
        Note(
          .warning, "Stamp Duty Land Tax falls before the earliest bands that are known",
          id: "sdlt-bands-\(name)",
          [.paragraph("Homes complete before 31 October 2024 are taxed by the bands from that day.")]))
    }
  }
}
