// Temporary accommodation of a random model.
extension RandomModel {
  private mutating func recovery() -> [String] {
    let isLong = chance.maybe(30)
    guard hasSubsidyLimit || isLong, chance.maybe() else {
      return ["recovery = " + series { $0.pounds(0...40, per: "night") }]
    }
    return [
      "recovery_basis = \"benefit\"", "charge = " + series { $0.pounds(50...700, per: "week") },
      "benefit_share = \(chance.percent(0...100))", "collected = \(chance.percent(0...100))",
      "self_contained = \(chance.maybe())", "owned_or_long_lease = \(isLong)",
    ]
  }

  mutating func temporaryAccommodation() {
    let bands = ["under_6_months", "from_6_months", "from_1_year", "from_2_years", "from_5_years"]
    var lines = [
      "[ta]", "new_households = " + series { "\($0.whole(0...400))" },
      "order = \"\(chance.one(of: ["longest first", "newest first", "proportional"]))\"",
      "fit = \"\(chance.one(of: ["exact", "or smaller"]))\"",
    ]
    if chance.maybe() { lines.append("offers = " + series { "\($0.whole(0...40))" }) }
    if chance.maybe() { lines.append("residual = " + series { "\($0.whole(-200...20))" }) }
    if chance.maybe() {
      lines += ["move_on_cost = \(chance.pounds(0...3_000))", "move_on_index = \"costs\""]
    }
    if chance.maybe() {
      lines += ["return_share = \(chance.percent(0...60))", "return_lag = \(chance.months(1...40))"]
    }
    let small = chance.whole(0...50)
    let large = chance.whole(0...20)
    lines += ["[ta.need]", "one_bedroom = \"\(small)%\"", "two_bedrooms = \"\(80 - small)%\""]
    lines += ["three_bedrooms = \"\(20 - large)%\"", "four_bedrooms = \"\(large)%\"", "[ta.leaving]"]
    for band in bands { lines.append("\(band) = \(chance.percent(0...150))") }
    if chance.maybe() { lines.append("path = " + series { $0.percent(50...120) }) }
    if chance.maybe(30) { lines += ["[ta.families]", "one_bedroom = \(chance.percent(0...30))"] }
    if hasSubsidyLimit {
      lines += [
        "[ta.lha_2011]", "area = \"\(chance.one(of: ["certain London areas", "elsewhere"]))\"",
      ]
      for size in ["one_bedroom", "two_bedrooms", "three_bedrooms", "four_bedrooms"] {
        lines.append("\(size) = \(chance.pounds(60...500, per: "week"))")
      }
    }
    let types = chance.whole(1...4)
    let open = chance.whole(0...types - 1)
    var left = 100
    for number in 0..<types {
      let share = number == types - 1 ? left : chance.whole(0...left)
      left -= share
      lines.append("[ta.type.t\(number)]")
      for band in bands where chance.maybe(70) { lines.append("\(band) = \(chance.whole(0...60))") }
      lines.append("nightly_cost = \(chance.pounds(10...120, per: "night"))")
      lines += recovery()
      lines += optional("out_of_area = \(chance.percent(0...100))", percent: 30)
      lines += optional("bed_and_breakfast = true", percent: 30)
      lines.append("placement_share = \"\(share)%\"")
      lines += optional("index = \"costs\"", percent: 80)
      if chance.maybe(40) { lines.append("notice = \(chance.months(0...12))") }
      if number != open { lines.append("capacity = " + series { "\($0.whole(0...200))" }) }
      if chance.maybe(40) { lines.append("refilled = \(chance.percent(0...100))") }
    }
    add("ta", lines)
  }
}
