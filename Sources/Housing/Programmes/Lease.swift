import Finance
import ModelFile

/// Homes that a council takes on lease from their owners and lets: no capital, a rent to pay, and an end.
public struct Lease: Hashable, Sendable {
  /// Months from completion, when the homes come, to the day on which they are handed back.
  public var term: Int64
  /// Share of the households then in them who come into temporary accommodation again.
  public var rehoused: Rate
}

extension Lease {
  public static let liability = Rule(
    title: "A lease counts in the capital financing requirement and the authorised limit",
    source:
      "CIPFA/LASAAC, Code of Practice on Local Authority Accounting: IFRS 16 from 1 April 2024 (general knowledge); "
      + "here the rents still to pay are shown beside debt, and do not enter the requirement",
    certainty: .unverified)

  static func read(_ form: inout Form) -> Lease {
    let term = form.months("lease_term", in: 1...720, "From the day the homes come to the end of the lease")
    let end = form.optionalMonths(
      "lease_break", in: 1...720,
      "When the council ends the lease early, if it does, from the day the homes come")
    if let end, end > term {
      form.problem(
        at: "lease_break", fault: "lease_break is later than the end of the lease",
        remedy: "write at most \(term) months, or leave it out")
    }
    return Lease(
      term: min(term, end ?? term),
      rehoused: form.rate(
        "rehouse", in: .percent(0...100),
        or: Assumed(.whole, "every household comes into TA again unless the model says so"),
        "Share of households who come into TA again when the homes are handed back"))
  }
}
