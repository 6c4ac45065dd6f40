import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// Homes that leave a group, or join another, and what they bring.
@Suite struct DeparturesTests {
  static func forecast(_ stock: String, years: Int = 2) throws -> Forecast {
    let text = """
      council = "A council"
      title = "A plan"
      first_year = "2026-27"
      years = \(years)
      [rent_policy]
      september_cpi = "2%"
      [treasury]
      rate = "0%"
      [hra]
      balance = "£1,000,000"
      [receipts]
      return_unused = false
      \(stock)
      [ta]
      new_households = 24
      [ta.need]
      one_bedroom = "100%"
      [ta.type.nightly]
      under_6_months = 50
      nightly_cost = "£60 per night"
      placement_share = "100%"
      [appraisal]
      nominal_rate = "4%"
      """
    let forecast = Forecast(try LoadedModel([("x.toml", Array(text.utf8))]).model)
    #expect(forecast.laws().filter { !$0.holds } == [])
    return forecast
  }

  static func group(_ name: String, homes: Int, rent: Int, _ lines: String) -> String {
    "[stock.\(name)]\nhomes = \(homes)\nbedrooms = 1\nrelet_rate = \"12%\"\nrent = \"£\(rent) per week\"\n\(lines)\n"
  }

  /// 0.3% of 100 homes is three homes in ten years, not none: what is left over from one year goes on in the next. The share
  /// is of the homes at 1 April: 0.3 × 10 is 3.00 less a hair for those that left, and rounds to three.
  @Test func aShareAddsUpOverTheYears() throws {
    let forecast = try Self.forecast(
      Self.group("homes", homes: 100, rent: 100, "loss_rate = \"0.3%\""), years: 10)
    #expect(forecast.yearly("stock.homes.homes.lost").reduce(0, +) == 3)
    #expect(forecast.yearly("stock.homes.homes").last == 97)
  }

  /// Ten homes sold of £100,000 at 35%, held to £20,000: £800,000 of Right to Buy receipts, a quarter set aside. Two disposed
  /// of at £90,000: £180,000 of other receipts.
  @Test func receipts() throws {
    let lines = """
      sales = [10, 0]
      sale_debt_share = "25%"
      disposals = [2, 0]
      disposal_receipt = "£90,000"
      [stock.homes.sale]
      price = "£100,000"
      discount = "35%"
      discount_cap = "£20,000"
      """
    let forecast = try Self.forecast(Self.group("homes", homes: 100, rent: 100, lines))
    #expect(forecast.yearly("receipts.rtb.in") == [800_000_00, 0])
    #expect(forecast.yearly("receipts.rtb.setaside") == [-200_000_00, 0])
    #expect(forecast.yearly("receipts.other.hra.in") == [180_000_00, 0])
    #expect(forecast.yearly("stock.homes.homes.sold") == [10, 0])
    #expect(forecast.yearly("stock.homes.homes.disposed") == [2, 0])
    #expect(forecast.yearly("stock.homes.homes") == [88, 88])
    #expect(forecast.opening("stock.homes.homes") == 100)
  }

  /// Twelve homes let at £100 a week become homes of another group, let at £90, one at the end of each month.
  @Test func aConvertedHomeJoinsTheOtherGroupAtItsRent() throws {
    let stock =
      Self.group(
        "houses", homes: 100, rent: 100, "conversions = [12, 0]\nconverts_to = \"flats\"\nta_share = \"100%\""
      )
      + Self.group("flats", homes: 10, rent: 90, "ta_share = \"50%\"")
    let forecast = try Self.forecast(stock)
    #expect(forecast.yearly("stock.houses.homes") == [88, 88])
    #expect(forecast.yearly("stock.flats.homes") == [22, 22])
    #expect(forecast.yearly("stock.houses.homes.convertedout") == [12, 0])
    #expect(forecast.yearly("stock.flats.homes.convertedin") == [12, 0])
    #expect(forecast.yearly("stock.flats.homes.completed") == [0, 0])
    // 22 × 90 × 52, since nothing rises in the year of the model's rent; a year on, by CPI + 1 point
    #expect(forecast.yearly("stock.flats.rent.due")[1] == 22 * 92_70 * 52)
    // April: a relet of 1% of 100 houses is taken up by the tenant of the home converted; of 10 flats half of 0.1 goes to TA.
    // May: of 99 houses nothing again, and of the flats half of 0.1 and of the home let for the first time.
    let line = try #require(forecast.plan.lines.line(named: "ta.out.settled.existing"))
    let monthly = forecast.with.ledger.monthly(line)
    #expect(monthly[0] == 50_000)
    #expect(monthly[1] == 550_000)
    #expect(forecast.yearly("ta.out.settled.new") == [0, 0])
  }

  /// Relief from Stamp Duty Land Tax needs public subsidy: the worked example has grant, and without it is to be checked.
  @Test func reliefWithoutSubsidyIsFound() throws {
    let text = String(decoding: try fixture("worked-example.toml"), as: UTF8.self)
    #expect(Forecast(try LawTests.load(text).model).stampDutyFindings() == [[]])
    let bare = Forecast(try LawTests.load(text, ["programme.home.grant_per_home=£0"]).model)
    #expect(bare.stampDutyFindings() == [[.reliefWithoutSubsidy]])
    let taxed = ["programme.home.grant_per_home=£0", "programme.home.homes.two-bed.sdlt=standard"]
    #expect(Forecast(try LawTests.load(text, taxed).model).stampDutyFindings() == [[]])
    let early = taxed + ["first_year=2023-24", "price_base=2023-24"]
    #expect(Forecast(try LawTests.load(text, early).model).stampDutyFindings() == [[.bandsNotKnown]])
  }
}
