import Finance
import Housing

/// The lines of an outcomes contract.
struct ContractLines {
  let starts: Line
  /// In the order of the contract's outcomes.
  let reached: [Line]
  let advance, payment, council: Line

  init(_ contract: OutcomesContract, _ lines: inout Lines) {
    let name = contract.name
    starts = lines.flow(
      "contract.*.started", of: name, "Households that start", .households,
      from: "{contract.*.starts} spread over the year, or lettings of {contract.*.counts} to households in TA"
    )
    reached = contract.outcomes.map { outcome in
      lines.flow(
        "outcome.*.reached", of: "\(name).\(outcome.name)", "Households in place", .households,
        from: "{contract.*.started} of {contract.*.outcome.*.after} before × {contract.*.outcome.*.share}")
    }
    advance = lines.flow(
      "contract.*.advanced", of: name, "Advanced by investors",
      from: "{contract.*.started} × {contract.*.cost}")
    payment = lines.flow(
      "contract.*.paid", of: name, "Paid for outcomes",
      from:
        "{outcome.*.reached} × {contract.*.outcome.*.tariff} within {contract.*.cap_per_start}, until {contract.*.cap}"
    )
    council = lines.flow(
      "contract.*.council", of: name, "Paid by the council",
      from: "{contract.*.paid} × {contract.*.council_share}")
  }

  /// The lines of every contract, and what the General Fund pays; nothing in a model without one.
  static func all(_ model: Model, _ lines: inout Lines) -> (each: [ContractLines], outcomes: Line?) {
    let each = model.contracts.map { ContractLines($0, &lines) }
    guard !each.isEmpty else { return (each: [], outcomes: nil) }
    let outcomes = lines.total("gf.outcomes", "Outcome payments", in: [], out: each.map { $0.council })
    return (each: each, outcomes: outcomes)
  }
}
