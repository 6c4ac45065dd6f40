import Finance
import ModelFile

/// From how many homes a council must keep a Housing Revenue Account.
public enum AccountThreshold {
  public static let rule = Rule(
    title: "More than 199 social or affordable homes need a Housing Revenue Account",
    source:
      "Written answer 33580, early 2025, https://parallelparliament.co.uk/question/33580/council-housing-and-housing-revenue-accounts; a change was announced in January 2026 and its number was not found"
  )

  static func read(_ form: inout Form) -> Int64 {
    form.count(
      "hra_threshold", of: "homes", in: 1...1_000_000,
      or: Assumed(200, "more than 199 homes (written answer 33580, early 2025)"),
      "Homes, temporary ones apart, from which a Housing Revenue Account is needed")
  }
}
