func accountsPage(_ findings: Findings) -> Section { Section("accounts", "Accounts", []) }
