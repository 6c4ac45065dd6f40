import Finance
import Housing
import ModelFile
import Testing

/// What a section 151 officer asks for, as a model file says it.
@Suite struct ScrutinyTests {
  func small(_ rest: String, _ change: (inout Small) -> Void = { _ in }) -> Small {
    var small = Small()
    small.rest += rest
    change(&small)
    return small
  }

  @Test func limitsOfDebt() {
    let limits = "[prudential]\noperational_boundary = \"£40,000,000\"\n"
    expect(small(limits + "authorised_limit = \"£40,000,000\"\n"))
    expect(
      small(limits + "authorised_limit = ▸[\"£41,000,000\", \"£39,000,000\"]\n"),
      "the authorised limit of 2027-28 is below its operational boundary; write at least the boundary (Local Government Act 2003, section 3)"
    )
  }

  @Test func budgetsAndActuals() {
    let rents = "[budget.rents]\nline = \"hra.rent.due\"\napproved = \"£1,000 per year\"\n"
    expect(small(rents))
    expect(
      small(rents + "[budget.again]\nline = ▸\"hra.rent.due\"\napproved = \"£1 per year\"\n"),
      "hra.rent.due of 2026-27 is given twice, here and in [budget.rents]; write one figure for it")
    expect(
      small(rents.replacing("line = ", "line = ▸")) { $0.hra = "" },
      "hra.rent.due is a line of the HRA, and there is no [hra]; write [hra] with its balance, or take this out"
    )
    let actual = "[actual.net]\nline = \"gf.net\"\namount = \"-£900 per year\"\n"
    expect(small(actual + "year = \"2027-28\"\n"))
    expect(
      small(actual + "year = ▸\"2030-31\"\n"),
      "year 2030-31 is outside the horizon; the model runs from 2026-27 to 2029-30")
    expect(
      small("[budget.x]\nline = ▸\"hra.rents\"\napproved = \"£1 per year\"\n"),
      "line \"hra.rents\" is not \"hra.rent.due\", \"hra.rent.void\", \"hra.baddebt\", \"hra.service.income\", \"hra.other.income\", \"hra.service.cost\", \"hra.management\", \"hra.repairs\", \"hra.insurance\", \"hra.lease\", \"hra.partner\", \"hra.other.cost\" or another 38; did you mean \"hra.rent.due\"?"
    )
  }

  @Test func aBudgetWritesCostsPositive() throws {
    let text = small(
      "[budget.a]\nline = \"hra.repairs\"\napproved = \"£7 per year\"\n[budget.b]\nline = \"hra.rent.due\"\napproved = \"£9 per year\"\n"
    ).text
    let model = try LoadedModel([("x.toml", Array(text.utf8))]).model
    #expect(model.scrutiny.budget.map { $0.signed } == [.pounds(-7), .pounds(9)])
  }

  @Test func aValueOfAHome() {
    let stock = "[stock.homes]\nhomes = 500000\nbedrooms = 2\nrelet_rate = \"5%\"\nrent = \"£100 per week\"\n"
    expect(small(stock + "value = \"£150,000\"\nvalue_index = \"costs\"\n"))
    expect(
      small(stock + "value_index = ▸\"costs\"\n"),
      "how a value moves is given, and no value; write value, or take this out")
    // 500,000 homes at £5m are £2.5 trillion; at 50% a year they pass £10 trillion in the fifth year
    expect(
      small(
        stock
          + "value = ▸\"£5,000,000\"\nvalue_index = \"homes\"\nvalue_base = \"2022-23\"\n[index.homes]\ngrowth = \"50%\"\n"
      ),
      "its homes may come to be worth more than £10 trillion; lower the value, or what it grows by, or the years"
    )
  }

  @Test func aStressIsHeldToTheBoundsOfAModel() {
    let sum = "[sum.cost]\nline = \"other_cost\"\namount = \"£2,000,000,000 per year\"\n"
    let many = (0..<300).map { sum.replacing("cost]", "cost\($0)]") }.joined()
    expect(small(many))
    expect(
      small(many + "▸[stress.all]\nrunning_costs = \"200%\"\n"),
      "under all the sums of this model may run beyond what is projected; lower what it changes, or what the mitigations do"
    )
  }

  @Test func aStressChangesWhatItSays() throws {
    let text = small(
      CheckTests.programme
        + "[loan.new]\naccount = \"hra\"\nrate = \"4%\"\nrepayment = \"eip\"\nterm = \"15 years\"\n"
        + "[stress.worse]\nrate = \"1 point\"\ndelay = \"6 months\"\nstarts = \"60%\"\ncost = \"-10%\"\nta_cost = \"50%\"\nrent = \"-0.5 points\"\n"
        + "[mitigation.cheaper]\ncost = \"10%\"\n[mitigation.fewer]\nstarts = \"50%\"\n"
    ).text
    let model = try #require(try? LoadedModel([("x.toml", Array(text.utf8))]).model)
    #expect(
      model.scrutiny.runs(of: 0).map { $0.mitigations } == [[], [0], [1], [0, 1]])
    let worse = model.under(StressRun(stress: 0, mitigations: []))
    #expect(worse.loans[0].annualRate.values == [.percent(5)])
    #expect(worse.programmes[0].delay == 6)
    // three of five homes; £171,000, £7,200 and £1,800, so that a grant of £200,000 is cut to £180,000
    #expect(worse.programmes[0].rows[0].starts.values == [3, 0])
    #expect(worse.programmes[0].rows[0].cost == .pounds(171_000))
    #expect(worse.programmes[0].grant.amount == .perHome(.pounds(180_000)))
    #expect(worse.temporaryAccommodation.types[0].nightlyCost == .pounds(90))
    #expect(worse.rentPolicy.abovePrices.values == [Rate(millionths: 5_000)])
    let mended = model.under(StressRun(stress: 0, mitigations: [0, 1]))
    #expect(mended.programmes[0].rows[0].cost == .pounds(188_100))
    #expect(mended.programmes[0].rows[0].starts.values == [2, 0])
  }
}
