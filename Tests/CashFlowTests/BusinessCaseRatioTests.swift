import Finance
import Foundation
import TestSupport
import Testing

/// Published statements too short to be a model: no loan, rent or running cost goes with them, so their ratios are reckoned
/// from the sums that were printed, in the project's money where a penny could be lost.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct BusinessCaseRatioTests {
  /// The cases that are held to the engine elsewhere, or here.
  static let elsewhere = [
    "biz-rother", "biz-thanet-170", "biz-hra-east-devon", "biz-swale-2023", "biz-north-devon",
    "biz-north-devon-lahf3", "biz-torbay-lahf", "biz-bristol", "biz-winchester", "biz-bromley-bellegrove",
    "biz-cornwall", "biz-greenwich-2018", "biz-reading-modular", "biz-hra-tower-hamlets",
  ]
  static let here = [
    "biz-swale-2014", "biz-plymouth", "biz-scarborough-2011", "biz-south-hams", "biz-north-norfolk",
    "biz-weymouth-2017", "biz-reigate", "biz-civicplace", "biz-lawn-2004", "biz-bvi-2004", "biz-nsse",
    "biz-hra-east-suffolk", "biz-ta-costs-hansard", "biz-cebr-shelter", "biz-nef-chap", "biz-minor-ratios",
  ]

  @Test func everyCaseIsHeldToSomething() throws {
    #expect(try Set(Case.all(in: "business").map { $0.id }) == Set(Self.elsewhere + Self.here))
  }

  @Test(arguments: here) func reproduces(id: String) throws {
    var business = try BusinessCase(id, in: "business")
    for (name, value) in try Self.figures(business.published) { try business.expect(name, is: value) }
    business.close()
  }

  static func figures(_ published: Case) throws -> KeyValuePairs<String, Double> {
    func number(_ path: String...) throws -> Double {
      let input = path.dropFirst().reduce(published.inputs[path[0]]) { $0[$1] }
      return try #require(input.number ?? input["value"].number, "\(published.id) has no \(path)")
    }
    func list(_ path: String...) throws -> [Double] {
      let input = path.dropFirst().reduce(published.inputs[path[0]]) { $0[$1] }
      return try (input.list.isEmpty ? input["value"].list : input.list).map { try #require($0.number) }
    }
    func money(_ pounds: Double) -> Money { Money(pence: Int64((pounds * 100).rounded())) }
    func share(_ percent: Double) -> Rate { Rate(millionths: Int64((percent * 10_000).rounded())) }

    switch published.id {
    case "biz-swale-2014":
      let price = try number("price")
      return try [
        "rent a year": number("rent") * 52, "fallback rent a year": number("fallback_rent") * 12,
        "funds in hand": list("funds").reduce(0, +),
        "simple payback on price": price / 19_000,  // the saving as printed, "almost 19,000"
      ]
    case "biz-plymouth":
      let homes = try number("homes")
      return try [
        "growth in households": (number("households", "after") / number("households", "before") - 1) * 100,
        "total at the minuted saving of 13,600 each": homes * 13_600,
        "total at the councillor's 16,000 each": homes * 16_000,
      ]
    case "biz-scarborough-2011":
      let (borrowing, saving) = try (number("borrowing"), number("saving"))
      return [
        "payback on the borrowing": borrowing / saving,
        "payback on all capital": borrowing * 2 / saving,  // borrowing is half of the scheme
      ]
    case "biz-south-hams":
      let own = try money(number("council_cost") * 1e6)
      let total =
        try Double(own.share(1_000_000, of: 1_000_000 - share(number("grant_share")).millionths).pence) / 100
      let (homes, saving) = try (number("homes"), number("saving_per_home"))
      return try [
        "total cost implied": total / 1e6, "cost per home implied": total / homes,
        "payback on council share": Double(own.pence) / 100 / homes / saving,
        "average LAHF grant per home to 2025": number("to_2025", "grant") * 1e6 / number("to_2025", "homes"),
      ]
    case "biz-north-norfolk":
      let (price, grant) = try (money(number("price")), money(number("grant")))
      return [
        "net cost": pounds((price - grant).pence),
        "grant share": Double(grant.pence) / Double(price.pence) * 100,
      ]
    case "biz-weymouth-2017":
      // a year of 52 weeks, as rents have it
      let net = try number("people") * (number("bed_and_breakfast") - number("housing_benefit")) * 52
      let price = try number("price") + number("works")
      return ["net B&B cost for 8 people": net, "simple payback on stated saving": price / 30_000]
    case "biz-reigate":
      let (capital, saving) = try (number("y2016", "capital"), number("y2016", "saving"))
      return try [
        "2016 payback on saving plus income": capital / (saving + number("y2016", "income")),
        "2016 payback on saving only": capital / saving,
        "2023 cost per family home": number("y2023", "family", "capital") * 1e6
          / number("y2023", "family", "homes"),
      ]
    case "biz-civicplace":
      // a cost that grows each year: the sum over the years of 1.02 to the power of years gone
      let growth = try 1 + number("growth") / 100
      let years = try Int(number("years"))
      let units = try number("units")
      var (sum, level) = (0.0, 1.0)
      for _ in 0..<years {
        sum += level
        level *= growth
      }
      let first = try number("scheme") * 1e6 / sum
      return try [
        "implied scheme cost in year 1": first, "per unit and week in year 1": first / units / 52,
        "implied growth-free equivalent of emergency TA per unit and night":
          number("emergency_ta") * 1e6 / units / Double(years) / 365,
      ]
    case "biz-lawn-2004":
      let reduction = try zip(list("mix"), list("reduction")).reduce(0) { $0 + $1.0 * $1.1 / 100 }
      let week = try money(number("ta_cost")).share(share(reduction))
      return try [
        "weighted reduction": reduction, "saved a week (printed \"about 175\")": pounds(week.pence),
        "saved a year (printed \"9,000\")": pounds(week.pence * 52),
        "payback of 4,500": (number("dowry") + number("admin")) / pounds(week.pence),
      ]
    case "biz-bvi-2004":
      return try [
        "cost per family": number("cost") * 1e9 / number("families"),
        "homes per TA place": number("permanent") / number("ta_dwellings"),
      ]
    case "biz-nsse":
      let parts = published.input("allowance_parts")
      func part(_ name: String) throws -> Money { try money(#require(parts[name].number)) }
      let homes = try Int64(#require(parts["homes"].number))
      let allowances = try part("fixed") + Money(pence: part("per_home").pence * homes) + part("other")
      let costs = try ["land", "works", "fees", "other"].map {
        try money(#require(published.input("costs")[$0].number))
      }
      let total = costs.reduce(allowances, +)
      let sale = try Money(pence: money(number("sale", "price")).pence * Int64(number("sale", "homes")))
      let owners = try sale.share(share(number("sale", "owner_share")))
      return [
        "allowances": pounds(allowances.pence), "total cost": pounds(total.pence),
        "owners pay": pounds(owners.pence), "grant": pounds((total - owners).pence),
      ]
    case "biz-hra-east-suffolk":
      let cpi = try 1 + (#require(published.input("assumptions")["cpi"].number)) / 100
      let first = published.input("first_year")
      let (income, spending) = try (#require(first["income"].number), #require(first["expenditure"].number))
      return try [
        "investment total": list("investment").reduce(0, +), "headroom": number("debt_cap") - number("debt"),
        "first-year result": income - spending,
        // −1% twice, CPI + 1 twice, CPI twice
        "rent factor after 6 years": 0.99 * 0.99 * (cpi + 0.01) * (cpi + 0.01) * cpi * cpi,
      ]
    case "biz-ta-costs-hansard":
      let year = published.inputs["y2001_02"]
      func million(_ name: String) throws -> Double { try #require(year[name]["value"].number) * 1e6 }
      let week = try #require(year["gross_week"]["value"].number)
      let (breakfast, home) = try (number("y1986", "bed_and_breakfast"), number("y1986", "new_council_home"))
      return try [
        "households implied by gross and weekly gross": (million("gross") + million("hra")) / 52 / week,
        // a level charge over 60 years at 10%
        "capital behind 4,740 a year": home * AnnuityFactor(rate: 0.1, periods: 60).annuity,
        "B&B over new home, 1986": breakfast / home,
      ]
    case "biz-cebr-shelter":
      let benefits = try list("benefits").reduce(0, +)
      return try ["benefits": benefits, "net benefit": benefits - number("grant")]
    case "biz-nef-chap": return try ["savings over 20 years": list("savings_20_years").reduce(0, +)]
    case "biz-minor-ratios":
      // the statements are words; their figures, in order
      return [
        "Hastings 2023: 50 homes for 11,865,400 GBP": 11_865_400 / 50,
        "Hastings 2024: 22.8m grant plus 6.3m for 134 homes": (22.8e6 + 6.3e6) / 134,
        "Kingston: 50 homes saving up to 750,000 a year": 750_000 / 50,
        "Kingston: 970 households at 9.3m net": 9.3e6 / 970,
        "Eastbourne: 70 homes saving 352,000 a year": 352_000.0 / 70,
        "Havering: 34 two-bed homes leased 10 years, saves 1.8m": 1.8e6 / 34 / 10,
        "Leicester: 45m for 225 homes, avoids 23m": 45e6 / 225,
        "Mid Sussex 2023: 2.08m + about 1m + grant 1.285m for 12 homes": (2.08e6 + 1e6 + 1.285e6) / 12,
        "Melton: 360,000 + 390,000 for 3 homes": (360_000 + 390_000) / 3,
        "Colchester: 2.9m for 16, of which 1m New Homes Bonus and 864,000 receipts": 2.9e6 / 16,
        "Bolton: hotel 100 a night against 98 a week": 100 * 7 - 98,
        "South Norfolk: B&B 300 a week, housing benefit 95 a week": 300 - 95,
        "Folkestone and Hythe 2025: 5m for 20 homes": 5e6 / 20,
        "West Devon (Plymouth Road): 3 flats for 500,000 saving 45,000 to 75,000": 500_000.0 / 60_000,
      ]
    default:
      Issue.record("\(published.id) is a case that these tests do not know")
      return [:]
    }
  }
}
