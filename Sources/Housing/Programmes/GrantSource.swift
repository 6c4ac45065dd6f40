import ModelFile

/// Which national programme a grant comes from, and so what it may pay for.
public enum GrantSource: String, CaseIterable, Hashable, Sendable {
  case other
  /// Social and Affordable Homes Programme 2026-36.
  case affordableHomes = "SAHP"
  /// Local Authority Housing Fund.
  case housingFund = "LAHF"
}

extension GrantSource {
  public static let noTemporaryHomes = Rule(
    title:
      "The Social and Affordable Homes Programme does not pay for temporary social housing or section 106 homes",
    source:
      "GC Insight, Funding the next decade of social and affordable homes, on the programme of 2026 to 2036, "
      + "https://gcinsight.co.uk/news-views/funding-the-next-decade-of-social-and-affordable-homes-exploring-the-governments-new-39bn-programme"
  )
}

/// The months of a financial year, by which starts can be held to a part of it.
public enum MonthOfYear: String, CaseIterable, Hashable, Sendable {
  case april, may, june, july, august, september, october, november, december, january, february, march

  /// From 0 for April.
  public var place: Int { MonthOfYear.allCases.firstIndex(of: self) ?? 0 }
}
