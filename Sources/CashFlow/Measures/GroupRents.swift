import Finance
import Housing

/// The rents of a group by year, a week over 52 weeks, each rounded once to the penny.
public struct GroupRents: Hashable, Sendable {
  /// What a home pays on average, tenants old and new together; nothing in a year without homes.
  public var average: [Money?]
  /// What a new letting pays.
  public var newLetting: [Money]
  /// The formula rent, before flexibility and cap, where the rent is set by it or held to it.
  public var formula: [Money]?
  /// Its cap, in the years for which one is known.
  public var cap: [Money?]?
}

extension Forecast {
  /// The rents of each group of homes, existing stock first, then each row of each programme.
  public func groupRents() -> [GroupRents] {
    let levels = IndexLevels(model)
    var bases = model.stock.map { (rent: $0.rent, bedrooms: $0.bedrooms) }
    for programme in model.programmes {
      bases += programme.rows.map { (rent: $0.rent, bedrooms: $0.bedrooms) }
    }
    return zip(plan.groupNames, bases).map { name, basis in
      let new = NewLettingRents(basis.rent, bedrooms: basis.bedrooms, model, levels)
      return GroupRents(
        average: averageWeeklyRent(of: name), newLetting: new.weeklyPence.map { rounded($0) },
        formula: new.formula.map { $0.formulaPence.map { rounded($0) } },
        cap: new.formula.map { $0.capPence.map { $0.map { rounded($0) } } })
    }
  }

  private func rounded(_ pence: Double) -> Money { Money(pence: Int64(wholeNearest(pence))) }
}
