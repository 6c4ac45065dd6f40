func programmesPage(_ findings: Findings) -> Section { Section("programmes", "Programmes", []) }
