func checksPage(_ findings: Findings) -> Section { Section("checks", "Checks", []) }
