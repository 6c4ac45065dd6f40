func stockPage(_ findings: Findings) -> Section { Section("stock", "Stock", []) }
