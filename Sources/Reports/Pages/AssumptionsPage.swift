func assumptionsPage(_ findings: Findings) -> Section { Section("assumptions", "Assumptions", []) }
