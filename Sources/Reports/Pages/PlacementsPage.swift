func placementsPage(_ findings: Findings) -> Section { Section("placements", "Placements", []) }
