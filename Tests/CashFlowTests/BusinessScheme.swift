import CashFlow
import Housing
import ModelFile

/// Homes bought for households in temporary accommodation, as small as a press statement says: so many homes of a size at a
/// price, and what a night costs. Nothing rises, nobody comes or leaves, so that the third year holds what the plan saves.
struct BusinessScheme {
  /// Homes of a size, and what one costs in pounds.
  var rows: [(bedrooms: Int, homes: Int, cost: Int64)]
  /// Pounds of grant for each home.
  var grant: Int64 = 0
  /// Pence a night for a household of each size in the order of the rows.
  var nightly: [Int64] = [10_00]
  var account = "general_fund"
  /// More of the model, such as the receipts that pay for homes.
  var more = ""

  func forecast() throws -> Forecast {
    let needs = ["one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"]
    let all = rows.reduce(0) { $0 + $1.homes }
    var text = """
      council = "A council"
      title = "A scheme"
      first_year = "2023-24"
      years = 3
      \(more)
      [rent_policy]
      september_cpi = "0%"
      above_cpi = "0 points"
      [treasury]
      rate = "0%"
      [appraisal]
      nominal_rate = "3.5%"
      [loan.pwlb]
      account = "\(account)"
      rate = "5%"
      repayment = "annuity"
      term = "40 years"
      [programme.homes]
      delivery = "buy"
      account = "\(account)"
      use = "temporary"
      relet_rate = "0%"
      void_rate = "0%"
      bad_debt_rate = "0%"
      grant = "per home"
      grant_per_home = "£\(grant)"
      [ta]
      new_households = 0
      [ta.need]

      """
    var left = 1_000_000
    for (place, row) in rows.enumerated() {
      let share = place == rows.count - 1 ? left : row.homes * 1_000_000 / all
      left -= share
      text +=
        "\(needs[row.bedrooms - 1]) = \"\(share / 10_000).\(String(share % 10_000 + 10_000).dropFirst())%\"\n"
    }
    for (place, row) in rows.enumerated() {
      text += """
        [programme.homes.homes.size-\(row.bedrooms)]
        bedrooms = \(row.bedrooms)
        starts = [\(row.homes)]
        cost = "£\(row.cost)"
        sdlt = "relief"
        rent = "£100 per week"
        [ta.type.nightly-\(row.bedrooms)]
        under_6_months = \(row.homes)
        nightly_cost = "£\(pounds(nightly[min(place, nightly.count - 1)])) per night"
        placement_share = "\(place == 0 ? 100 : 0)%"

        """
      if place > 0 { text += "capacity = \(row.homes)\n" }
    }
    return Forecast(try LoadedModel([("scheme.toml", Array(text.utf8))]).model)
  }
}

/// What the engine makes of a scheme, in pounds: over all years, but for what is saved, which is of the third.
struct SchemeResult {
  let spent, granted, receipts, borrowed, saved: Double
  let homes: Double

  init(_ scheme: BusinessScheme) throws {
    let forecast = try scheme.forecast()
    let x = scheme.account == "hra" ? "hra" : "gf"
    func total(_ path: String) throws -> Double { pounds(try forecast.total(path)) }
    spent = try total("capital.\(x).programme")
    granted = try total("capital.\(x).grant")
    receipts = try total("capital.\(x).receipts") + (x == "hra" ? total("capital.hra.rtb") : 0)
    borrowed = try total("loan.\(x).drawn")
    saved = pounds(forecast.yearly("gf.ta.gross", .difference)[2])
    homes = Double(
      try forecast.plannedGroups.reduce(Int64(0)) { try $0 + forecast.total("stock.\($1).homes.completed") })
  }

  var costOfHome: Double { spent / homes }
}
