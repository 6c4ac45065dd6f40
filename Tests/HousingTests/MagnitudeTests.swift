import Housing
import Testing

/// A model whose numbers run off is refused at what makes them; a large one is not.
@Suite struct MagnitudeTests {
  func small(_ years: Int, _ prices: (growth: String, rate: String), _ rest: String = "") -> Small {
    var small = Small()
    small.head = small.head.replacing("years = 4", "years = \(years)")
    small.prices = small.prices.replacing("growth = \"2%\"", "growth = \(prices.growth)")
    small.prices = small.prices.replacing("rate = \"3%\"", "rate = \(prices.rate)")
    small.rest += rest
    return small
  }

  static let homes = """
    [stock.homes]
    homes = 200000
    bedrooms = 2
    relet_rate = "4%"
    rent = "£110 per week"
    management = "£1,500 per year"
    repairs = "£1,500 per year"
    major_repairs = "£1,500 per year"
    depreciation = "£1,500 per year"
    index = "costs"
    [debt.all]
    account = "hra"
    balance = "£10,000,000,000"
    rate = "6%"
    repayment = "maturity"
    payments_left = 80
    next_payment = "6 months"
    [debt.more]
    account = "hra"
    balance = "£10,000,000,000"
    rate = "6%"
    repayment = "maturity"
    payments_left = 80
    next_payment = "6 months"
    [programme.new]
    delivery = "build"
    lead = "2 years"
    account = "hra"
    use = "settled"
    relet_rate = "5%"
    cost_index = "costs"
    [programme.new.homes.two-bed]
    bedrooms = 2
    starts = \(String(repeating: "[5000", count: 1) + String(repeating: ", 5000", count: 59) + "]")
    cost = "£300,000"
    rent = "£110 per week"
    [loan.pwlb]
    account = "hra"
    rate = "6%"
    repayment = "annuity"
    term = "40 years"

    """

  @Test func allOfEnglandOverSixtyYearsIsRead() {
    expect(small(60, (growth: "\"3%\"", rate: "\"6%\""), Self.homes))
  }

  @Test func anIndexThatRunsOff() {
    let message =
      "a price that follows costs moves more than a million times over; bring its growth nearer to 0%, or its price_base nearer to 2026-27"
    let sum = "[sum.one]\nline = \"repairs\"\namount = \"£1 per year\"\nindex = \"costs\"\n"
    expect(small(60, (growth: "▸\"100%\"", rate: "\"3%\""), sum), message)
    expect(small(60, (growth: "▸\"-50%\"", rate: "\"3%\""), sum), message)
    // an index that nothing follows moves nothing
    expect(small(60, (growth: "\"100%\"", rate: "\"3%\"")))
  }

  @Test func aDeficitThatCompounds() {
    expect(
      small(60, (growth: "\"3%\"", rate: "▸\"25%\""), Self.homes),
      "the sums of this model may run beyond £10 trillion, or those of a year beyond £1 trillion; lower it, or what it grows by, or the years"
    )
  }

  @Test func manyDearHomes() {
    let homes = Self.homes.replacing("[5000", "[10000").replacing("\"£300,000\"", "\"£5,000,000\"")
    let message =
      "the capital spend of a year may run beyond £92 billion; lower it, or what it grows by, or the years"
    expect(small(60, (growth: "▸\"20%\"", rate: "\"6%\""), homes).atYears(20), message)
    let now = homes.replacing(", 5000", ", 10000")
    let more =
      "[programme.new.homes.more]\nbedrooms = 2\nstarts = ▸10000\ncost = \"£5,000,000\"\nrent = \"£1 per week\"\n"
    expect(
      small(60, (growth: "\"3%\"", rate: "\"6%\""), now.replacing("[loan.pwlb]", more + "[loan.pwlb]")),
      message)
  }

  @Test func householdsBeyondCounting() {
    var many = Small()
    many.temporaryAccommodation = many.temporaryAccommodation.replacing("= 12", "= ▸200000")
    for number in 0..<70 {
      many.temporaryAccommodation += "[ta.type.t\(number)]\nnightly_cost = \"£1 per night\"\ncapacity = 1\n"
      for band in ["under_6_months", "from_6_months", "from_1_year", "from_2_years", "from_5_years"] {
        many.temporaryAccommodation += "\(band) = 100000\n"
      }
    }
    expect(many, "households in TA may run beyond 30 million; write fewer, or fewer years")
  }
}

extension Small {
  fileprivate func atYears(_ years: Int) -> Small {
    var small = self
    small.head = small.head.replacing("years = 60", "years = \(years)")
    // a list is held to the years of the model
    let fewer = "[10000" + String(repeating: ", 5000", count: years - 1) + "]"
    let all = "[10000" + String(repeating: ", 5000", count: 59) + "]"
    small.rest = small.rest.replacing(all, fewer)
    return small
  }
}
