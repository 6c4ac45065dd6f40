import Finance
import Housing
import ModelFile
import Testing

/// What a group of homes must not say, each message at its spot; and what a sale leaves.
@Suite struct StockGroupTests {
  func small(_ lines: String, _ rest: String = "") -> Small {
    var small = Small()
    small.rest +=
      "[stock.homes]\nhomes = 100\nbedrooms = 2\nrelet_rate = \"5%\"\nrent = \"£100 per week\"\n" + lines
      + rest
    return small
  }

  @Test func oneWayOfEach() {
    for (key, share) in [("sales", "sales_rate"), ("losses", "loss_rate"), ("disposals", "disposal_rate")] {
      expect(
        small("\(key) = 1\n\(share) = ▸\"1%\"\n"),
        "\(key) and \(share) must not both be given; write a number of homes, or a share of them")
      expect(small("\(share) = \"1%\"\n"))
    }
    expect(
      small("void_rate = \"1%\"\nvoid_days = ▸29\n"),
      "void_rate and void_days must not both be given; write the share of rent that is lost, or the days that a home stands empty"
    )
    expect(
      small("sale_receipt = ▸\"£1\"\n[stock.homes.sale]\nprice = \"£100,000\"\ndiscount = \"35%\"\n"),
      "sale_receipt and [stock.homes.sale] must not both be given; write what a sale leaves, or its price, discount and costs"
    )
  }

  @Test func conversions() {
    let other =
      "[stock.flats]\naccount = \"general_fund\"\nhomes = 1\nbedrooms = 1\nrelet_rate = \"5%\"\nrent = \"£90 per week\"\n"
    expect(
      small("conversions = ▸1\n"),
      "homes are converted, and converts_to does not say into what; write the NAME of a [stock.NAME] as converts_to"
    )
    expect(
      small("conversions = 1\nconverts_to = ▸\"homes\"\n"),
      "homes is converted into itself; name another group")
    expect(
      small("conversions = 1\nconverts_to = ▸\"flats\"\n", other),
      "flats is in the other account, and the debt of a home moves with it between accounts; name a group of the same account"
    )
  }

  /// £150,000 at 35% is a discount of £52,500, held to £38,000; less costs of £1,500: £110,500. In a year whose index is 1.1,
  /// £165,000 less £38,000 and £1,650.
  @Test func aSaleLeavesPriceLessDiscountAndCosts() throws {
    let sale = "[stock.homes.sale]\nprice = \"£150,000\"\ndiscount = \"35%\"\ncosts = \"£1,500\"\n"
    func receipt(_ more: String, _ level: Double) throws -> Double {
      let model = try LoadedModel([("x.toml", Array(small(sale + more).text.utf8))]).model
      return try #require(model.stock.first?.sale).receiptPence(in: model.firstYear, level: level)
    }
    #expect(try receipt("discount_cap = \"£38,000\"\n", 1) == 110_500_00)
    #expect(abs(try receipt("discount_cap = \"£38,000\"\n", 1.1) - 125_350_00) < 0.01)
    #expect(try receipt("", 1) == 96_000_00)
  }

  /// The median of 29 days for a relet (CORE 2023-24) at a relet rate of 5%: 5% × 29 / 365 = 0.3973%.
  @Test func voidDays() throws {
    let model = try LoadedModel([("x.toml", Array(small("void_days = 29\n").text.utf8))]).model
    let group = try #require(model.stock.first)
    #expect(abs(group.costs.voidShare(relets: group.reletRate) - 0.003973) < 0.0000005)
  }
}
