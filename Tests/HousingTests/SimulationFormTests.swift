import Finance
import Housing
import ModelFile
import Testing

/// What a simulation must not say of its processes.
@Suite struct SimulationFormTests {
  static let cpi = "[simulation.cpi]\nvolatility = \"1.5 points\"\nreversion = \"40%\"\nindex = [\"costs\"]\n"
  static let rates = "[simulation.rates]\nvolatility = \"1 points\"\nreversion = \"20%\"\n"
  static let houses =
    "[simulation.house_prices]\nvolatility = \"4 points\"\nreversion = \"50%\"\nindex = [\"costs\"]\n"

  func small(_ rest: String) -> Small {
    var small = Small()
    small.rest += rest
    return small
  }

  func pair(_ name: String, _ of: String, _ with: String, _ value: String = "50%") -> String {
    "[simulation.correlation.\(name)]\nof = \"\(of)\"\nwith = \"\(with)\"\nvalue = \"\(value)\"\n"
  }

  @Test func aSimulationIsRead() throws {
    let text = small(Self.cpi + Self.rates + pair("money", "cpi", "rates")).text
    let model = try LoadedModel([("x.toml", Array(text.utf8))]).model
    let simulation = try #require(model.simulation)
    #expect(simulation.paths == 1_000 && simulation.seed == 1)
    // the year after the first
    #expect(simulation.from == Year(start: 2027))
    #expect(simulation.process(.consumerPrices)?.indices == [0])
    #expect(simulation.process(.nightlyCost) == nil)
    expect(small(""))
  }

  @Test func somethingIsUncertain() {
    expect(
      small("▸[simulation]\npaths = 10\n"),
      "a simulation in which nothing is uncertain; write [simulation.cpi], or another of cpi, rates, house_prices, build_cost, ta_inflow, nightly_cost, with its volatility and reversion"
    )
    expect(
      small("▸[simulation.build_cost]\nvolatility = \"1 points\"\nreversion = \"0%\"\n"),
      "build_cost moves nothing; write index = [\"…\"], the indices that follow it, or take it out")
    expect(
      small("[simulation.cpi]\nvolatility = \"1 points\"\nreversion = \"0%\"\nindex = [▸\"prices\"]\n"),
      "index \"prices\" is not the NAME of an [index.NAME]; write \"costs\"")
  }

  @Test func volatilityAndReversionAreAsked() {
    expect(
      small("▸▸[simulation.ta_inflow]\n"),
      "simulation.ta_inflow.volatility is missing; write volatility = \"5.5%\" under [simulation.ta_inflow]",
      "simulation.ta_inflow.reversion is missing; write reversion = \"5.5%\" under [simulation.ta_inflow]")
    expect(
      small("[simulation.ta_inflow]\nvolatility = ▸\"60%\"\nreversion = ▸\"101%\"\n"),
      "volatility \"60%\" is out of bounds; it must be from 0% to 50%",
      "reversion \"101%\" is out of bounds; it must be from 0% to 100%")
  }

  @Test func correlationsArePossible() {
    let two = Self.cpi + Self.rates
    expect(
      small(two + "▸" + pair("odd", "cpi", "house_prices")),
      "house_prices is correlated, and there is no [simulation.house_prices]; write it, or take the correlation out"
    )
    expect(
      small(two + pair("odd", "cpi", "cpi").replacing("with = ", with: "with = ▸")),
      "cpi is correlated with itself; name another process")
    expect(
      small(two + pair("one", "cpi", "rates") + "▸" + pair("two", "rates", "cpi")),
      "rates and cpi are correlated twice, here and in one; take one of them out")
    // what goes with both of two that go against each other cannot be
    expect(
      small(
        two + Self.houses + pair("one", "cpi", "rates", "90%").replacing("correlation", with: "▸correlation")
          + pair("two", "cpi", "house_prices", "90%")
          + pair("three", "rates", "house_prices", "-90%")),
      "no shocks can have these correlations: their matrix is not positive definite; bring them nearer to 0%")
  }

  /// Within the bounds of a model as it is, and beyond them with prices four times as high.
  @Test func theFuturesOfAModelAreHeldToItsBounds() {
    var large = small("")
    large.temporaryAccommodation = large.temporaryAccommodation.replacing("= 12", with: "= 100000")
      .replacing("£60 per night\"", with: "£1,000 per night\"\nindex = \"costs\"")
    expect(large)
    large.rest += "[▸" + Self.cpi.dropFirst()
    expect(
      large,
      "with prices and rates as high as a simulation lets them come, the sums of this model may run beyond what is projected; take [simulation] out, or write fewer years"
    )
  }
}
