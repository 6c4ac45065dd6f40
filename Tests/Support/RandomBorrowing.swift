/// Loans, bonds, funds, and the curves and margins that they are priced by.
extension RandomModel {
  mutating func ratesOfTheMarket() {
    guard chance.maybe(70) else { return }
    for name in ["gilts", "swaps"] {
      var lines = ["[curve.\(name)]"]
      for years in [30, 1, 10] where years == 10 || chance.maybe(70) {
        lines += ["[curve.\(name).at.y\(years)]", "term = \"\(years) years\""]
        for kind in ["annuity", "eip", "maturity"] {
          lines.append("\(kind) = " + series { $0.percent(0...6) })
        }
      }
      add("curve", lines)
    }
    add(
      "margin",
      [
        "[margin.local]", "points = " + series { "\"0.\($0.whole(0...99)) points\"" },
        "last_year = \"2028-29\"",
        "then = \"\(chance.one(of: ["certainty", "standard", "far"]))\"", "[margin.far]",
        "points = \"1.5 points\"",
      ])
  }

  /// A rate, or where it comes from.
  private mutating func rate(_ path: String, _ account: String) -> [String] {
    guard sections.contains(where: { $0.kind == "curve" }), chance.maybe(40) else {
      note(rate: "\(path).rate")
      return ["rate = " + series { $0.percent(0...7) }]
    }
    let margins =
      ["local", "far", "standard", "certainty", "infrastructure"] + (account == "hra" ? ["hra"] : [])
    return ["curve = \"\(chance.one(of: ["gilts", "swaps"]))\""]
      + optional("margin = \"\(chance.one(of: margins))\"", percent: 80)
  }

  private mutating func anyRepayment() -> [String] {
    switch chance.whole(1...5) {
    case 1:
      return [
        "repayment = \"bond\"", "price = \(chance.percent(90...100))",
        "issue_cost = \(chance.percent(0...2))",
      ]
    case 2: return ["repayment = \"variable\"", "principal = \"\(chance.one(of: ["eip", "maturity"]))\""]
    default: return [repayment()]
    }
  }

  mutating func borrowing() {
    for account in accounts {
      let name = account == "hra" ? "hra-main" : "gf-main"
      if chance.maybe(35) {
        draws(first: true)
        var lines =
          ["[loan.\(name)-first]", "account = \"\(account)\""] + rate("loan.\(name)-first", account)
        lines += anyRepayment() + ["term = \"20 years\"", "limit = \(chance.pounds(0...2_000_000))"]
        add("loan", lines + (programmes > 0 ? optional("programmes = [\"p0\"]") : []))
      }
      var lines =
        ["[loan.\(name)]", "account = \"\(account)\""] + rate("loan.\(name)", account) + anyRepayment()
      lines += [
        "term = \"\(chance.whole(1...(chance.maybe() ? 4 : 50))) years\"",
        "payments_per_year = \(chance.one(of: [1, 2, 4, 12]))", "round_up = \(chance.maybe())",
      ]
      add("loan", lines + optional("limit = \"£500,000,000\"", percent: 80))
      if chance.maybe(45) { fund(account) }
    }
  }

  private mutating func fund(_ account: String) {
    let name = account == "hra" ? "hra-blend" : "gf-blend"
    var lines = ["[fund.\(name)]", "account = \"\(account)\"", "drawn_first = \(chance.maybe(75))"]
    lines += optional("limit = \(chance.pounds(0...20_000_000))")
    if programmes > 0 { lines += optional("programmes = [\"p0\"]", percent: 30) }
    var left = 100
    let tranches = ["senior", "concessional", "first-loss"]
    for (place, tranche) in tranches.enumerated() {
      let share = place == 2 ? left : chance.whole(0...left)
      left -= share
      let path = "fund.\(name).tranche.\(tranche)"
      lines += ["[\(path)]", "share = \"\(share)%\""] + rate(path, account) + [repayment()]
      lines += [
        "term = \"\(chance.whole(1...9)) years\"", "payments_per_year = \(chance.one(of: [1, 2, 4, 12]))",
      ]
      if account == "hra" && chance.maybe() {
        lines += ["deferrable = true", "rank = \(chance.whole(1...3))"]
        dependsOnWhatIsLeft()
      }
    }
    add("fund", lines)
  }
}
