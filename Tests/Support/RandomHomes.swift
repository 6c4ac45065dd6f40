/// Existing homes and what homes are let at.
extension RandomModel {
  mutating func rent(ofStock isStock: Bool) -> [String] {
    let basis = chance.one(of: ["fixed", "formula", "affordable", "london affordable rent", "lha", "market"])
    var lines = ["rent_basis = \"\(basis)\""]
    var hasRent = false
    switch basis {
    case "fixed":
      let isRoll = isStock && chance.maybe()
      hasRent = !isRoll
      if isRoll { lines.append("rent_roll = \(chance.pounds(100_000...2_000_000, per: "year"))") }
    case "formula":
      lines += home()
      let isSupported = chance.maybe(30)
      if isSupported { lines.append("supported = true") }
      lines += optional("flexibility = \"\(isSupported ? 10 : 5)%\"", percent: 40)
      hasRent = chance.maybe()
    case "lha":
      lines.append("share = \(chance.percent(60...100))")
      if chance.maybe() {
        lines.append("lha = " + series { $0.pounds(90...250, per: "week") })
      } else {
        lines.append("lha_rates = \"area\"")
        lines += optional("shared_room = true", percent: 30)
      }
    case "london affordable rent":
      lines.append("benchmark = " + series { $0.pounds(90...220, per: "week") })
      lines += optional("benchmark_above_cpi = \"0.5 points\"", percent: 30)
      hasRent = chance.maybe()
    default:
      lines.append("share = \(chance.percent(50...80))")
      lines.append("market_rent = \(chance.pounds(120...300, per: "week"))")
      lines += optional("rent_index = \"costs\"", percent: 70)
      if basis == "affordable" && chance.maybe(40) { lines += ["at_least_formula = true"] + home() }
      hasRent = basis == "affordable" && chance.maybe()
    }
    if hasRent {
      lines.append("rent = \(chance.pounds(70...180, per: "week"))")
      if chance.maybe(20) { lines.append("quoted_weeks = \(chance.one(of: [46, 48, 50, 53]))") }
    }
    return lines
  }

  private mutating func home() -> [String] {
    [
      "county = \"\(chance.one(of: ["Devon", "Kent", "East Sussex"]))\"",
      "value_1999 = \(chance.pounds(30_000...120_000))",
    ]
  }

  /// The allowances of an area, for every size.
  mutating func allowances() {
    var lines = ["[lha_rates.area]"]
    for size in ["shared", "one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"] {
      lines.append("\(size) = " + series { $0.pounds(80...300, per: "week") })
    }
    switch chance.whole(1...3) {
    case 1: lines += ["path = \"indexed\"", "index = \"houses\""]
    case 2:
      let every = chance.whole(1...5)
      lines += [
        "path = \"rebased\"", "index = \"houses\"", "rebased_from = \"2027-28\"", "rebased_every = \(every)",
      ]
    default: break
    }
    add("lha_rates", lines)
  }

  mutating func stock(_ number: Int) {
    let account = chance.one(of: accounts)
    stockAccounts.append(account)
    var lines = [
      "[stock.g\(number)]", "homes = \(chance.whole(0...900))", "bedrooms = \(chance.whole(0...6))",
      "account = \"\(account)\"", "relet_rate = \(chance.percent(0...10))",
      "ta_share = \(chance.percent(0...60))",
    ]
    let sells = chance.maybe()
    let hasPrice = chance.maybe(40)
    if sells {
      lines.append(
        chance.maybe(30)
          ? "sales_rate = \(chance.percent(0...5))" : "sales = " + series { "\($0.whole(0...40))" })
      if !hasPrice { lines.append("sale_receipt = \(chance.pounds(0...90_000))") }
      lines.append("sale_debt_share = \(chance.percent(0...100))")
    }
    if chance.maybe(30) {
      lines.append(
        chance.maybe(30)
          ? "loss_rate = \(chance.percent(0...9))" : "losses = " + series { "\($0.whole(0...300))" })
    }
    if chance.maybe(30) {
      lines.append(
        chance.maybe(30)
          ? "disposal_rate = \(chance.percent(0...9))" : "disposals = " + series { "\($0.whole(0...30))" })
      lines.append("disposal_receipt = \(chance.pounds(0...200_000))")
    }
    // into an earlier group of the same account
    if let target = stockAccounts.dropLast().lastIndex(of: account), chance.maybe(60) {
      lines += ["converts_to = \"g\(target)\"", "conversions = " + series { "\($0.whole(0...60))" }]
    }
    lines += rent(ofStock: true) + running() + worth()
    if sells && hasPrice {
      lines += [
        "[stock.g\(number).sale]", "price = \(chance.pounds(60_000...300_000))",
        "discount = \(chance.percent(0...70))", "costs = \(chance.pounds(0...3_000))",
      ]
      if chance.maybe(70) { lines.append("discount_cap = " + series { $0.pounds(10_000...40_000) }) }
      lines += optional("index = \"houses\"")
    }
    add("stock", lines)
  }
}
