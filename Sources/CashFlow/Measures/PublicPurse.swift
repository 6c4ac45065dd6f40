import Finance
import Housing

/// The plan's value to the public purse as a whole, beside the council's: without grant and benefit, which one public body
/// pays to another. By year in shown pounds, with the plan less without.
public struct PublicPurse: Sendable {
  /// Cash before borrowing to the council; what of it is grant; benefit for places in TA; benefit for rents.
  public var council: [Money], grant: [Money], benefitForPlaces: [Money], benefitForRents: [Money]
  /// What tenants and households pay themselves.
  public var households: [Money]
  /// Each discounted, real, at the Treasury's rates, in whole pounds.
  public var present: Present
  public var homes: Int64

  public struct Present: Hashable, Sendable {
    public var council, grant, benefitForPlaces, benefitForRents, households: Money
    public var purse: Money { council - grant - benefitForPlaces - benefitForRents }
  }

  public var purse: [Money] {
    council.indices.map { council[$0] - grant[$0] - benefitForPlaces[$0] - benefitForRents[$0] }
  }
}

extension PublicPurse {
  public init(_ forecast: Forecast, _ pounds: WholePounds, _ measures: Measures) {
    let model = forecast.model
    let shares = model.scrutiny.publicPurse
    func difference(_ paths: String...) -> [Money] {
      var all = forecast.years.map { _ in Money.zero }
      for path in paths {
        for (k, money) in pounds.yearly(path, .difference).enumerated() { all[k] += money }
      }
      return all
    }
    func share(_ rate: Rate, of money: [Money]) -> [Money] {
      money.map { .pounds(roundedProduct($0.pence, rate.millionths, over: 100_000_000)) }
    }
    council = pounds.yearly("council.cashflow", .difference)
    grant = difference("capital.hra.grant.received", "capital.gf.grant.received")
    let recovered = difference("gf.ta.recovered")
    let rents = difference(
      "hra.rent.due", "hra.rent.void", "hra.baddebt", "hra.service.income", "gf.homes.rent.due",
      "gf.homes.rent.void", "gf.homes.baddebt", "gf.homes.service.income")
    benefitForPlaces = share(shares.benefitShareOfRecovery, of: recovered)
    benefitForRents = share(shares.benefitShareOfRent, of: rents)
    let (places, homes) = (benefitForPlaces, benefitForRents)
    households = forecast.years.indices.map { recovered[$0] + rents[$0] - places[$0] - homes[$0] }
    func worth(_ money: [Money]) -> Money {
      wholePounds(forecast.presentValue(of: money.map { $0.pence }))
    }
    present = Present(
      council: wholePounds(measures.netPresentValue), grant: worth(grant),
      benefitForPlaces: worth(places), benefitForRents: worth(homes), households: worth(households))
    self.homes = measures.homes
  }
}
