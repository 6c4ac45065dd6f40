func methodPage(_ findings: Findings) -> Section { Section("method", "Method", []) }
