extension RandomModel {
  /// What is uncertain, perhaps.
  static func simulation(_ chance: inout Chance) -> [Section] {
    guard chance.maybe() else { return [] }
    var lines = ["[simulation]", "paths = \(chance.whole(2...40))", "seed = \(chance.whole(0...9_999))"]
    if chance.maybe() { lines.append("from = \"\(chance.one(of: ["2026-27", "2028-29", "2031-32"]))\"") }
    lines += ["[simulation.cpi]", "volatility = \"\(chance.whole(0...4)) points\""]
    lines += ["reversion = \(chance.percent(0...100))", "index = [\"costs\", \"repairs\"]"]
    if chance.maybe() { lines.append("rents = \(chance.maybe())") }
    if chance.maybe() {
      lines += ["[simulation.rates]", "volatility = \"\(chance.whole(0...3)) points\""]
      lines += ["reversion = \(chance.percent(0...100))", "treasury = \(chance.maybe())"]
      lines += ["[simulation.correlation.money]", "of = \"cpi\"", "with = \"rates\""]
      lines.append("value = \(chance.percent(-99...99))")
    }
    for (process, index) in [
      ("house_prices", "houses"), ("build_cost", "repairs"), ("nightly_cost", "costs"),
    ]
    where chance.maybe() {
      lines += ["[simulation.\(process)]", "volatility = \"\(chance.whole(0...12)) points\""]
      lines += ["reversion = \(chance.percent(0...100))", "index = [\"\(index)\"]"]
    }
    if chance.maybe() {
      lines += ["[simulation.ta_inflow]", "volatility = \(chance.percent(0...40))"]
      lines.append("reversion = \(chance.percent(0...100))")
    }
    return [Section(kind: "simulation", lines: lines)]
  }
}
