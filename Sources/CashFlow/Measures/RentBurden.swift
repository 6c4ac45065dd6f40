import Finance
import Housing

/// What the homes of a group cost a tenant a week, beside the Local Housing Allowance: rent and service charge, on average.
public struct RentBurden: Sendable {
  public var group: String
  public var bedrooms: Int64
  /// Nothing in a year without homes.
  public var weekly: [Money?]
  /// Nothing where the model gives none for the size.
  public var allowance: [Money]?

  /// What the tenant would pay above the allowance; below nil where it is within it.
  public func above(_ year: Int) -> Money? {
    guard let weekly = weekly[year], let allowance else { return nil }
    return weekly - allowance[year]
  }
}

extension Forecast {
  /// Every group that ever has homes, temporary programmes apart: existing stock first. The allowance is that of the model's
  /// first area.
  public func rentBurdens() -> [RentBurden] {
    let levels = IndexLevels(model)
    return measuredGroups.filter { !$0.isTemporary }.compactMap { group in
      let rents = averageWeeklyRent(of: group.name)
      guard rents.contains(where: { $0 != nil }) else { return nil }
      let level = levels.levels(group.prices)
      return RentBurden(
        group: group.name, bedrooms: group.bedrooms,
        weekly: rents.enumerated().map { k, rent in
          rent.map { $0 + group.serviceCharge.scaled(by: level[k]) }
        },
        allowance: allowance(bedrooms: group.bedrooms, levels))
    }
  }

  private func allowance(bedrooms: Int64, _ levels: IndexLevels) -> [Money]? {
    guard let area = model.allowanceRates.first else { return nil }
    let size = LocalHousingAllowance.size(bedrooms: bedrooms, isSharedRoom: false)
    let level = area.prices(of: size).map { levels.levels($0) } ?? []
    return area.weeklyPence(size, levels: level, from: model.firstYear, years: years.count)?.map {
      Money(pence: Int64(wholeNearest($0)))
    }
  }
}
