import Finance
import Housing

/// The groups of homes as a measure sees them: existing stock first, then each row of each programme.
struct MeasuredGroup {
  var name: String
  var account: Account
  var isTemporary: Bool
  var bedrooms: Int64
  var value: HomeValue?
  var serviceCharge: Money
  var prices: PriceBasis
}

extension Forecast {
  var measuredGroups: [MeasuredGroup] {
    var groups = model.stock.map { group in
      MeasuredGroup(
        name: group.name, account: group.account, isTemporary: false, bedrooms: group.bedrooms,
        value: group.value, serviceCharge: group.costs.serviceCharge, prices: group.costs.prices)
    }
    for programme in model.programmes {
      for row in programme.rows {
        groups.append(
          MeasuredGroup(
            name: "\(programme.name).\(row.name)", account: programme.account,
            isTemporary: programme.use == .temporary, bedrooms: row.bedrooms, value: row.value,
            serviceCharge: programme.costs.serviceCharge, prices: programme.costs.prices))
      }
    }
    return groups
  }

  /// Homes of an account each 31 March.
  func homes(of account: Account, _ run: Run = .with) -> [Int64] {
    var all = years.map { _ in Int64(0) }
    for group in measuredGroups where group.account == account {
      for (k, homes) in yearly("stock.\(group.name).homes", run).enumerated() { all[k] += homes }
    }
    return all
  }

  /// What the homes of an account are worth each 31 March, at the prices of the year; nothing where a group of them has no value.
  func worth(of account: Account) -> [Money]? {
    let levels = IndexLevels(model)
    var all = years.map { _ in Money.zero }
    for group in measuredGroups where group.account == account {
      let homes = yearly("stock.\(group.name).homes")
      guard homes.contains(where: { $0 > 0 }) else { continue }
      guard let value = group.value else { return nil }
      let level = levels.levels(value.prices)
      for k in all.indices {
        let pounds = Double(homes[k]) * Double(value.each.pence) * level[k] / 100
        all[k] += Money.pounds(Int64(wholeNearest(min(pounds, 1e13))))
      }
    }
    return all
  }

  /// The General Fund's homes, temporary ones apart, each 31 March with the plan.
  public var settledHomesOfGeneralFund: [Int64] {
    var all = years.map { _ in Int64(0) }
    for group in measuredGroups where group.account == .generalFund && !group.isTemporary {
      for (k, homes) in yearly("stock.\(group.name).homes").enumerated() { all[k] += homes }
    }
    return all
  }

  /// The years in which there are so many homes that a Housing Revenue Account is needed, and the model has none.
  public var yearsWithoutNeededAccount: [Year] {
    guard model.hra == nil else { return [] }
    let homes = settledHomesOfGeneralFund
    return years.indices.filter { homes[$0] >= model.generalFund.hraThreshold }.map { years[$0] }
  }
}
