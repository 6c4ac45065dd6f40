func testsPage(_ findings: Findings) -> Section { Section("tests", "Tests", []) }
