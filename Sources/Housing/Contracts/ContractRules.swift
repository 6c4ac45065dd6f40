extension Rule {
  public static let outcomesContract = Rule(
    title:
      "An outcomes contract pays a tariff for each outcome achieved, at most a cap for one person and a cap in all",
    source:
      "GO Lab, INDIGO impact bond dataset v2, INDIGO-POJ-0182 (Single Homeless Prevention Service, 2019); Manchester Community Central, Fair Chance Fund (claims capped for one client), https://manchestercommunitycentral.org/node/32534"
  )
  public static let stillInPlace = Rule(
    title: "Those in place later were in place before, so the share in place never rises with time",
    source: "follows from what is counted: the same people, later on", certainty: .unverified)
  public static let waterfall = Rule(
    title:
      "Payments meet fees, the senior coupon, the senior principal, the concessional ones, and what is left; the tranche that is paid last bears the first loss",
    source: "general knowledge of blended funds; the order is the model’s to give", certainty: .unverified)
  public static let socialValueApart = Rule(
    title:
      "A proxy for social value is not money of the council, may count what temporary accommodation already counts, and is never added to cash",
    source:
      "GOV.UK, Terms of reference for thematic value for money review on homelessness, 20 January 2026 (the public cost of sleeping rough); no proxy is shipped, because none with a licence was found",
    certainty: .unverified)
}
