extension RandomModel {
  /// What a section 151 officer asks of a model, each perhaps.
  static func scrutiny(_ chance: inout Chance, years: Int, hasHRA: Bool) -> [Section] {
    var sections: [Section] = []
    func add(_ kind: String, _ lines: [String]) { sections.append(Section(kind: kind, lines: lines)) }
    if chance.maybe() {
      var lines = ["[prudential]"]
      if chance.maybe() {
        lines.append("operational_boundary = " + chance.series(years: years) { $0.pounds(0...40_000_000) })
        lines.append(
          "authorised_limit = " + chance.series(years: years) { $0.pounds(40_000_000...90_000_000) })
      }
      if chance.maybe() {
        lines.append(
          "net_revenue_stream = " + chance.series(years: years) { $0.pounds(1...9_000_000, per: "year") })
      }
      for key in ["other_debt", "liquidity_allowance", "other_balances"] where chance.maybe() {
        lines.append("\(key) = \(chance.pounds(0...9_000_000))")
      }
      add("prudential", lines)
    }
    let lines =
      (hasHRA ? ["hra.rent.due", "hra.management", "hra.surplus"] : []) + ["gf.ta.gross", "gf.net"]
    for (number, line) in lines.enumerated() where chance.maybe(40) {
      let amount = chance.pounds(0...900_000, per: "year")
      add(
        "budget",
        ["[budget.b\(number)]", "line = \"\(line)\"", "approved = \(amount)"]
          + (chance.maybe() ? ["why = \"a reason\""] : []))
      add(
        "actual",
        [
          "[actual.a\(number)]", "line = \"\(line)\"", "year = \"2026-27\"", "amount = \(amount)",
        ])
    }
    if chance.maybe() {
      add(
        "benefit_cap",
        [
          "[benefit_cap.family]", "bedrooms = \(chance.whole(0...6))",
          "cap = " + chance.series(years: years) { $0.pounds(300...500, per: "week") },
          "other_benefits = \(chance.pounds(0...400, per: "week"))",
        ])
    }
    if chance.maybe() {
      add(
        "public",
        [
          "[public]", "benefit_share_of_rent = \(chance.percent(0...100))",
          "benefit_share_of_recovery = \(chance.percent(0...100))",
        ])
    }
    for kind in ["stress", "mitigation"] {
      for number in 0..<chance.whole(0...2) {
        var lines = ["[\(kind).x\(number)]"]
        if chance.maybe() { lines.append("rate = \"\(chance.whole(-2...2)) points\"") }
        if chance.maybe() { lines.append("delay = \(chance.months(0...24))") }
        if chance.maybe() { lines.append("starts = \(chance.percent(0...100))") }
        for key in ["cost", "running_costs", "ta_cost"] where chance.maybe() {
          lines.append("\(key) = \(chance.percent(-20...40))")
        }
        if chance.maybe() { lines.append("rent = \"\(chance.whole(-2...2)) points\"") }
        add(kind, lines)
      }
    }
    // of a chance of its own, so that what else a seed makes stays as it was
    var own = chance
    sections += register(&own)
    return sections
  }

  /// Ranges of a few assumptions that every model has, and who answers for them.
  private static func register(_ chance: inout Chance) -> [Section] {
    let ranges = [
      (path: "rent_policy.september_cpi", low: "+=-1%", high: "+=0.5 points"),
      (path: "appraisal.nominal_rate", low: "0%", high: "9%"),
      (path: "index.*.growth", low: "+=-2%", high: "+=2%"),
      (path: "slippage", low: "0 months", high: "9 months"), (path: "years", low: "", high: ""),
    ]
    var sections: [Section] = []
    for (number, range) in ranges.enumerated() where chance.maybe(30) {
      var lines = ["[register.x\(number)]", "path = \"\(range.path)\""]
      if !range.low.isEmpty, chance.maybe(80) { lines.append("low = \"\(range.low)\"") }
      if !range.high.isEmpty, chance.maybe(80) { lines.append("high = \"\(range.high)\"") }
      if chance.maybe() { lines.append("owner = \"Somebody\"") }
      if chance.maybe() {
        lines.append("review_by = \"\(chance.one(of: ["2026-27", "2027-01", "2025-12"]))\"")
      }
      if chance.maybe() { lines.append("confidence = \"\(chance.one(of: ["high", "medium", "low"]))\"") }
      sections.append(Section(kind: "register", lines: lines))
    }
    return sections
  }
}
