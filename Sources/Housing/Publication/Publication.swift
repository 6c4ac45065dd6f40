import ModelFile

/// What of a model is not for the public, and why.
public struct Publication: Hashable, Sendable {
  /// The assumptions that a public report withholds, with every figure that turns on one.
  public var withheld: [NamedPath]
  /// Why, as a public report says it.
  public var reason: String?
}

extension Publication {
  init(_ form: inout Form) {
    withheld = form.paths("withhold", "The assumptions that a public report withholds, as paths")
    reason = form.optionalText("reason", most: 600, "Why, as the public report says it")
    if !withheld.isEmpty, reason == nil {
      form.problem(
        at: "withhold", fault: "figures are withheld, and there is no reason",
        remedy: "write reason = \"…\", as the public is to read it")
    }
  }
}

extension Rule {
  /// General knowledge: the text of the Schedule was not read.
  public static let exemptInformation = Rule(
    title:
      "Information on the financial or business affairs of any particular person may be kept from the public while the public interest in that outweighs the public interest in disclosure",
    source: "Local Government Act 1972, Schedule 12A, paragraphs 3 and 10 (general knowledge)",
    certainty: .unverified)
}
