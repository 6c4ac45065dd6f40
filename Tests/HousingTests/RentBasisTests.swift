import Housing
import Testing

/// What a rent must not say, each message at its spot and naming its rule.
@Suite struct RentBasisTests {
  func small(_ rent: String, _ rest: String = "") -> Small {
    var small = Small()
    small.rest += "[stock.homes]\nhomes = 100\nbedrooms = 3\nrelet_rate = \"5%\"\n" + rent + rest
    return small
  }

  static let formula = "rent_basis = \"formula\"\ncounty = \"Kent\"\nvalue_1999 = \"£50,000\"\n"

  @Test func flexibilityBeyondTheRule() {
    expect(small(Self.formula + "flexibility = \"5%\"\n"))
    expect(small(Self.formula + "flexibility = \"10%\"\nsupported = true\n"))
    expect(
      small(Self.formula + "flexibility = ▸\"5.01%\"\n"),
      "flexibility 5.01% is above the 5% of general needs (a rent may be set above formula by up to 5%, or 10% in supported housing); write at most 5%, or supported = true for supported housing"
    )
    expect(
      small(Self.formula + "flexibility = ▸\"10.1%\"\nsupported = true\n"),
      "flexibility \"10.1%\" is out of bounds; it must be from 0% to 10%")
  }

  @Test func aShareAboveTheRule() {
    expect(
      small("rent_basis = \"affordable\"\nshare = ▸\"81%\"\nmarket_rent = \"£200 per week\"\n"),
      "share \"81%\" is out of bounds; it must be from 0% to 80%, for an affordable rent is at most 80% of market rent"
    )
    expect(small("rent_basis = \"market\"\nshare = \"81%\"\nmarket_rent = \"£200 per week\"\n"))
  }

  @Test func theFloorOfAnAffordableRentNeedsItsHome() {
    let terms = "rent_basis = \"affordable\"\nshare = \"70%\"\nmarket_rent = \"£200 per week\"\n"
    expect(small(terms + "at_least_formula = true\ncounty = \"Kent\"\nvalue_1999 = \"£50,000\"\n"))
  }

  @Test func aSizeWithoutAnAllowance() {
    let lha = "rent_basis = \"lha\"\nshare = \"100%\"\n"
    let area = "[lha_rates.stafford]\nshared = \"£85 per week\"\ntwo_bedrooms = \"£136.93 per week\"\n"
    expect(
      small(lha + "lha_rates = ▸\"stafford\"\n", area),
      "[lha_rates.stafford] has no value for three_bedrooms; write three_bedrooms in it, or the home's own allowance as lha"
    )
    expect(small(lha + "lha_rates = \"stafford\"\nshared_room = true\n", area))
    expect(
      small(lha + "lha = \"£150 per week\"\nlha_rates = ▸\"stafford\"\n", area),
      "lha and lha_rates must not both be given, nor both left out; write the allowance a week, or the NAME of an [lha_rates.NAME]"
    )
    expect(
      small("▸" + lha).atTheTable,
      "lha and lha_rates must not both be given, nor both left out; write the allowance a week, or the NAME of an [lha_rates.NAME]"
    )
  }

  @Test func quotedWeeks() {
    expect(
      small("rent = \"£100 per week\"\nquoted_weeks = ▸45\n"),
      "quoted_weeks 45 is out of bounds; it must be from 46 weeks to 53 weeks")
  }
}

extension Small {
  /// The mark moved to the table of the homes, where what is left out of it is missed.
  fileprivate var atTheTable: Small {
    var small = self
    small.rest = small.rest.replacing("▸", "").replacing("[stock.homes]", "▸[stock.homes]")
    return small
  }
}
