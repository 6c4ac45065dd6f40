func moneyPage(_ findings: Findings) -> Section { Section("money", "Money", []) }
