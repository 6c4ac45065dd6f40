import CashFlow
import Finance
import Housing
import TestSupport
import Testing

/// East Devon's published housing revenue account, line by line to the pound, in the first year of its model.
@Suite(.enabled(if: sharedFolder != nil, "there is no shared folder")) struct BusinessCaseEastDevonTests {
  /// A line of the budget, and the lines of the model that it is; our costs are below nil, and so is income in a cost line.
  struct Budgeted {
    let name: String
    let lines: [String]
    let sign: Int64
  }
  static let income = [
    Budgeted(name: "dwelling rents (income)", lines: ["hra.rent.due", "hra.rent.void"], sign: 1),
    Budgeted(name: "garages (income)", lines: ["sum.garage-rents"], sign: 1),
    Budgeted(name: "other income", lines: ["sum.other-income"], sign: 1),
  ]
  static let expenditure = [
    Budgeted(name: "responsive repairs", lines: ["sum.responsive-repairs"], sign: -1),
    Budgeted(name: "annual programmed repairs", lines: ["sum.annual-programmed-repairs"], sign: -1),
    Budgeted(name: "special repairs", lines: ["sum.special-repairs"], sign: -1),
    Budgeted(
      name: "supervision and management, general", lines: ["sum.supervision-and-management-general"], sign: -1
    ),
    Budgeted(
      name: "supervision and management, special", lines: ["sum.supervision-and-management-special"], sign: -1
    ),
    Budgeted(name: "other expenditure", lines: ["sum.other-expenditure"], sign: -1),
    Budgeted(name: "sewerage", lines: ["sum.sewerage"], sign: -1),
    Budgeted(name: "bad debt provision", lines: ["hra.baddebt"], sign: -1),
    Budgeted(name: "depreciation", lines: ["hra.depreciation"], sign: -1),
  ]
  static let financing = [
    Budgeted(
      name: "interest on balances", lines: ["sum.interest-on-balances", "hra.interest.cash"], sign: -1),
    Budgeted(
      name: "loan principal and interest",
      lines: ["hra.interest.loans", "hra.vrp", "sum.loan-interest-balancing"], sign: -1),
    Budgeted(name: "other financing", lines: ["sum.other-financing"], sign: -1),
    Budgeted(
      name: "movement in reserves statement adjustments", lines: ["sum.movement-in-reserves", "hra.rcco"],
      sign: -1),
  ]

  /// To the pound, as the budget is: rents of a month are rounded to the penny, so twelve of them may be pence off.
  func wholePounds(_ pence: Int64) -> Double { pounds(pence).rounded(.toNearestOrEven) }

  func sum(_ budgeted: [Budgeted], _ forecast: Forecast) throws -> Double {
    wholePounds(
      try budgeted.reduce(0) { sum, line in
        try line.lines.reduce(sum) { try $0 + line.sign * forecast.first($1) }
      })
  }

  /// What puts the column of 2018 in place of the one that the model holds: the same account of one year, other sums.
  func columnOf2018(_ lines: JSON) throws -> [String] {
    func pounds(_ name: String) throws -> Int { try Int(#require(lines[name].number)) }
    func set(_ sum: String, _ amount: Int) -> String { "sum.\(sum).amount[2019-20]=£\(amount) per year" }
    let rents = try pounds("dwelling rents (income)")
    return try [
      // Two of the three groups stay as they are; the third has what they leave.
      "stock.three-bedroom.rent_roll=£\(rents - 5_400_000 - 6_000_000) per year",
      set("garage-rents", pounds("garages (income)")),
      set("other-income", pounds("other income")),
      set("responsive-repairs", pounds("responsive repairs")),
      set("annual-programmed-repairs", pounds("annual programmed repairs")),
      set("special-repairs", pounds("special repairs")),
      set("supervision-and-management-general", pounds("supervision and management, general")),
      set("supervision-and-management-special", pounds("supervision and management, special")),
      set("other-expenditure", pounds("other expenditure")),
      set("sewerage", pounds("sewerage")),
      set("depreciation", pounds("depreciation")),
      set("interest-on-balances", -pounds("interest on balances")),
      // What the loan of 84.4 million at 2.99% does not bear.
      set("loan-interest-balancing", pounds("loan principal and interest") - 2_523_560),
      set("other-financing", -pounds("other financing")),
      // As in the model: major repairs of the year are what the reserve takes in.
      set("major-repairs", pounds("depreciation")),
      set("movement-in-reserves", pounds("movement in reserves statement adjustments")),
    ]
  }

  @Test func housingRevenueAccount() throws {
    var business = try BusinessCase("biz-hra-east-devon", in: "business")
    let columns = business.published.input("lines")
    let forecasts = try [
      ("2018", shippedForecast("east-devon", set: columnOf2018(columns["2018"]))),
      ("2019", shippedForecast("east-devon")),
    ]
    for (column, forecast) in forecasts {
      for line in Self.income + Self.expenditure + Self.financing {
        let (ours, published) = try (sum([line], forecast), #require(columns[column][line.name].number))
        #expect(ours == published, "\(line.name), \(column): \(ours), not \(published)")
      }
      let sums = try [Self.income, Self.expenditure, Self.financing].map { try sum($0, forecast) }
      try business.expect("income, \(column) column", is: sums[0])
      try business.expect("expenditure, \(column) column", is: sums[1])
      try business.expect("financing and adjustments, \(column) column", is: sums[2])
      try business.expect(
        "surplus for the year, \(column) column", is: wholePounds(forecast.first("hra.surplus")))
    }
    let rents = try forecasts.map { try Double($0.1.first("hra.rent.due")) }
    try business.expect("rents, change between columns", is: (rents[1] / rents[0] - 1) * 100)
    business.close()
    #expect(business.agreed == 9)
  }

  /// The budget of the first year stands with the plan and without it: the plan starts later.
  @Test func firstYearIsTheSameWithoutThePlan() throws {
    let forecast = try shippedForecast("east-devon")
    for line in Self.income + Self.expenditure + Self.financing {
      for path in line.lines { #expect(try forecast.first(path, .difference) == 0, "\(path)") }
    }
  }

  @Test func selfFinancingDebt() throws {
    var business = try BusinessCase("loan-self-financing-east-devon", in: "loans")
    let forecast = try shippedForecast("east-devon")
    let debt = try #require(forecast.model.debts.first { $0.name == "self-financing" })
    let (owed, rate) = try (
      #require(business.published.input("debt").number),
      #require(business.published.input("average_rate").number)
    )
    #expect(debt.balance == Money(pence: Int64((owed * 100_000_000).rounded())))
    #expect(debt.annualRate == Rate(millionths: Int64((rate * 10_000).rounded())))
    #expect(debt.repayment == .maturity && business.published.input("type").text == "maturity")
    try business.expect(
      "annual interest", is: pounds(forecast.first("debt.self-financing.interest.charged")))
    business.close()
    #expect(business.agreed == 1)
  }
}
