import Finance
import Housing

/// What is to be checked of the Stamp Duty Land Tax of a programme.
public enum StampDutyFinding: Hashable, Sendable {
  /// Relief is claimed for a purchase, and no grant or Right to Buy receipt pays for it.
  case reliefWithoutSubsidy
  /// Tax falls in a month before the earliest bands that are known.
  case bandsNotKnown
}

extension Forecast {
  /// By programme, what is to be checked.
  public func stampDutyFindings() -> [[StampDutyFinding]] {
    var groups = plannedGroups[...]
    let usesReceipts = yearly("capital.hra.rtb").contains { $0 != 0 }
    return model.programmes.map { programme in
      let names = groups.prefix(programme.rows.count)
      groups = groups.dropFirst(programme.rows.count)
      var found: [StampDutyFinding] = []
      let hasSubsidy =
        programme.grant.amount != .shareOfSpend(.zero) && programme.grant.amount != .perHome(.zero)
        || programme.account == .hra && usesReceipts
      for (row, name) in zip(programme.rows, names) {
        guard case .buy = programme.delivery, let first = firstCompletion(of: name) else { continue }
        if row.stampDuty == .relief {
          if !hasSubsidy { found.append(.reliefWithoutSubsidy) }
        } else if !StampDuty.isKnown(in: Month(first, from: model.firstYear)) {
          found.append(.bandsNotKnown)
        }
      }
      return [StampDutyFinding.reliefWithoutSubsidy, .bandsNotKnown].filter { found.contains($0) }
    }
  }
}
