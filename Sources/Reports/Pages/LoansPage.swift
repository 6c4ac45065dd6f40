func loansPage(_ findings: Findings) -> Section { Section("loans", "Loans", []) }
