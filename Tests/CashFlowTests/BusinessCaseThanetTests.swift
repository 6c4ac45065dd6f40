import CashFlow
import Finance
import Housing
import TestSupport
import Testing

/// Thanet's 170 homes for £38.762m, and the five homes of the second round of the Local Authority Housing Fund.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct BusinessCaseThanetTests {
  @Test func homesAndWhatTheyCost() throws {
    var business = try BusinessCase("biz-thanet-170", in: "business")
    let inputs = business.published.inputs
    let forecast = try shippedForecast("thanet")
    func completed(_ programme: String) throws -> Int64 {
      try forecast.plannedGroups.filter { $0.hasPrefix("\(programme).") }.reduce(0) {
        try $0 + forecast.total("stock.\($1).homes.completed")
      }
    }

    // The homes of the budget are the only ones in the General Fund; its whole sum is borrowed.
    let homes = try completed("temporary-homes")
    let spent = try forecast.total("capital.gf.programme")
    let millions = try #require(business.published.input("capital").number)
    #expect(try Double(homes) == #require(business.published.input("homes").number))
    #expect(spent == Int64((millions * 100_000_000).rounded()))
    #expect(try forecast.total("loan.gf.drawn") == spent)
    try business.expect("average cost", is: pounds(spent) / Double(homes))

    // The five are the only ones in the HRA that are bought or built.
    let five = try completed("lahf-round-2")
    let (cost, grant) = try (forecast.total("capital.hra.programme"), forecast.total("capital.hra.grant"))
    #expect(try Double(five) == #require(inputs["lahf2"]["homes"].number))
    #expect(try grant == business.pence(inputs["lahf2"]["grant"]["value"]))
    #expect(try cost - grant == business.pence(inputs["lahf2"]["hra_match"]["value"]))
    try business.expect("LAHF 2 cost per home", is: pounds(cost) / Double(five))
    try business.expect("LAHF 2 grant share", is: Double(grant) / Double(cost) * 100)

    // of December 2024 and of 2017: the model opens with the later stock of 30 June 2025, and does not hold the purchase
    let (households, receipts) = (
      business.published.input("households"), business.published.inputs["rtb_2017"]
    )
    try business.expect(
      "households in TA", is: #require(households["a"].number) + #require(households["b"].number))
    try business.expect(
      "RTB share 2017",
      is: #require(receipts["receipts"]["value"].number) / #require(receipts["total"]["value"].number) * 100)
    business.close()
    #expect(business.agreed == 5)
  }
}
