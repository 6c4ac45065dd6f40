import Finance
import ModelFile

/// Local Housing Allowance of the area by size of home, a week by year; beside rents, and no part of them.
public struct LocalAllowances: Hashable, Sendable {
  /// The shared-room rate, then one, two, three and four bedrooms; nothing where the model gives none.
  public var weekly: [Series<Money>?]

  public static let rule = Rule(
    title: "Local Housing Allowance has five rates, for a room and for one to four bedrooms",
    source: "Statutory instrument 2026/5, in force 30 January 2026, as repeated by policy-wire.co.uk",
    certainty: .secondary)

  public var isGiven: Bool { weekly.contains { $0 != nil } }

  /// The rate for a home of so many bedrooms; a bedsit takes the rate for one.
  public subscript(bedrooms: Int64) -> Series<Money>? { weekly[Int(max(1, min(4, bedrooms)))] }
}

extension LocalAllowances {
  init(_ form: inout Form) {
    let sizes = [
      (key: "shared", words: "a room in a shared home"), (key: "one_bedroom", words: "one bedroom"),
      (key: "two_bedrooms", words: "two bedrooms"), (key: "three_bedrooms", words: "three bedrooms"),
      (key: "four_bedrooms", words: "four bedrooms or more"),
    ]
    weekly = []
    for size in sizes {
      weekly.append(
        form.optionalMonies(
          size.key, per: "week", in: .pounds(0...2_000), after: .same,
          "Local Housing Allowance for \(size.words), beside which rents are set"))
    }
  }
}
