/// A small model of every kind of thing that a model file can say, the same for the same seed, as the text of a file.
public struct RandomModel {
  /// A `[table]` with the tables inside it; of one kind, so that tables can be set out in another order.
  struct Section {
    var kind: String
    var lines: [String]
  }

  let years: Int
  private(set) var head: [String] = []
  private(set) var sections: [Section] = []
  /// `programme.NAME.homes.ROW` of each row of homes.
  public private(set) var rows: [String] = []
  /// The paths of the rates that loans and tranches are given.
  public private(set) var rates: [String] = []
  /// Whether an account has more than one loan, so that their order says which is drawn first.
  public private(set) var hasLoansInTurn = false
  /// Whether what the HRA sets aside or contributes depends on what it has left.
  public private(set) var spendsSurplus = false
  private(set) var accounts = ["general_fund"]
  var programmes = 0
  private var hasLoans = false
  /// Whether the January 2011 allowances are given, which limits of subsidy need.
  var hasSubsidyLimit = false
  var chance: Chance
  var stockAccounts: [String] = []

  public init(_ seed: Int) {
    chance = Chance(seed)
    years = chance.whole(1...8)
    programmes = chance.whole(0...3)
    hasSubsidyLimit = chance.maybe(60)
    hasLoans = programmes > 0 || chance.maybe()
    prices()
    hra()
    generalFund()
    for number in 0..<chance.whole(0...3) { sum(number) }
    for number in 0..<chance.whole(0...3) { stock(number) }
    for number in 0..<chance.whole(0...3) { debt(number) }
    for number in 0..<programmes { programme(number) }
    ratesOfTheMarket()
    if hasLoans { borrowing() }
    temporaryAccommodation()
    add(
      "appraisal",
      ["[appraisal]", "nominal_rate = \(chance.percent(0...8))"] + optional("deflator = \"costs\""))
    for number in 0..<max(0, chance.whole(-1...2)) { contract(number) }
    sections += Self.scrutiny(&chance, years: years, hasHRA: accounts.contains("hra"))
    sections += Self.simulation(&chance)
  }

  public var text: String { text(of: sections) }

  /// The tables of a kind backwards, and the kinds backwards, but for those whose order has a meaning.
  public var textInAnotherOrder: String {
    let free =
      ["index", "sum", "debt", "test", "lha_rates", "curve", "margin"] + (hasLoansInTurn ? [] : ["loan"])
    let moved = sections.filter { free.contains($0.kind) }.reversed()
    return text(of: Array(moved) + sections.filter { !free.contains($0.kind) }.reversedByKind)
  }

  private func text(of sections: [Section]) -> String {
    (head + sections.flatMap { $0.lines }).joined(separator: "\n") + "\n"
  }

  mutating func add(_ kind: String, _ lines: [String]) {
    sections.append(Section(kind: kind, lines: lines))
  }

  mutating func optional(_ lines: String..., percent: Int = 50) -> [String] {
    chance.maybe(percent) ? lines : []
  }

  mutating func series(_ value: (inout Chance) -> String) -> String {
    chance.series(years: years, value)
  }

  private mutating func prices() {
    let base = chance.one(of: ["2024-25", "2026-27", "2028-29"])
    head = [
      "council = \"Random\"", "title = \"Random\"", "first_year = \"2026-27\"", "years = \(years)",
      "price_base = \"\(base)\"",
    ]
    for name in ["costs", "repairs", "houses"] {
      var lines = ["[index.\(name)]", "growth = " + series { $0.percent(-2...7) }]
      if chance.maybe(30) { lines.append("real_growth = \(chance.percent(0...1))") }
      add("index", lines)
    }
    var policy = [
      "[rent_policy]", "september_cpi = " + series { $0.percent(-1...5) },
    ]
    if chance.maybe(80) {
      policy.append("above_cpi = " + series { $0.one(of: ["\"1 point\"", "\"0 points\"", "\"-1 points\""]) })
    }
    if chance.maybe(20) { policy.append("limit = " + series { $0.percent(2...4) }) }
    if chance.maybe() { policy.append("convergence = " + series { $0.pounds(0...3, per: "week") }) }
    if chance.maybe(30) {
      policy.append("over_formula_above_cpi = " + series { $0.one(of: ["\"0 points\"", "\"-2 points\""]) })
    }
    if chance.maybe(30) { policy.append("weeks = \"mondays\"") }
    add("rent_policy", policy)
    allowances()
    if chance.maybe(20) { head.append("slippage = \(chance.months(0...9))") }
    add(
      "treasury",
      ["[treasury]", "rate = " + series { $0.percent(0...6) }, "capitalise_interest = \(chance.maybe(40))"])
    add(
      "receipts",
      [
        "[receipts]", "right_to_buy_share = " + series { $0.percent(20...100) },
        "beside_grant_from = \"\(chance.one(of: ["2026-27", "2028-29"]))\"",
        "return_unused = \(chance.maybe(80))",
        "return_after = \"\(chance.whole(1...5)) years\"", "return_rate = \(chance.percent(0...9))",
      ])
  }

  private mutating func provision() -> [String] {
    var lines = ["provision_life = \(chance.months(12...600))"]
    if chance.maybe() {
      lines += ["provision_method = \"annuity\"", "provision_rate = \(chance.percent(0...6))"]
    }
    return lines
  }

  private mutating func hra() {
    guard chance.maybe(85) else { return }
    accounts.append("hra")
    let way = chance.one(of: ["none", "principal", "life", "surplus"])
    let contributes = chance.maybe()
    spendsSurplus = contributes || way == "principal" || way == "surplus"
    var lines = ["[hra]", "balance = \(chance.pounds(0...3_000_000))"]
    if chance.maybe() { lines.append("minimum = " + series { $0.pounds(0...900_000) }) }
    if chance.maybe() {
      lines += ["major_repairs_reserve = \(chance.pounds(0...600_000))"]
      lines += ["major_repairs_minimum = \(chance.pounds(0...100_000))"]
    }
    if chance.maybe() { lines.append("receipts = \(chance.pounds(0...400_000))") }
    if chance.maybe() { lines.append("right_to_buy_receipts = \(chance.pounds(0...900_000))") }
    if chance.maybe(30) { lines.append("right_to_buy_due = " + series { $0.pounds(0...200_000) }) }
    if chance.maybe() { lines.append("capital_financing_requirement = \(chance.pounds(0...40_000_000))") }
    lines += ["revenue_contributions = \(contributes)", "voluntary_provision = \"\(way)\""]
    add("hra", lines + (way == "life" ? provision() : []) + refinancing("hra"))
    if chance.maybe() { add("test", ["[test.balance]", "test = \"hra balance\""]) }
    if chance.maybe() {
      add("test", ["[test.cover]", "test = \"interest cover\"", "cover = \(chance.percent(90...180))"])
    }
  }

  private mutating func generalFund() {
    var lines = ["[general_fund]"]
    if chance.maybe() { lines.append("receipts = \(chance.pounds(0...300_000))") }
    if chance.maybe() { lines.append("capital_financing_requirement = \(chance.pounds(0...900_000))") }
    if chance.maybe() { lines.append("capital_budget = " + series { $0.pounds(0...90_000, per: "year") }) }
    add("general_fund", lines + provision() + refinancing("general_fund"))
  }

  private mutating func refinancing(_ account: String) -> [String] {
    guard hasLoans, chance.maybe(40) else { return [] }
    return ["refinancing = \"\(account == "hra" ? "hra" : "gf")-main\""]
      + optional(
        "cash_floor = \(chance.one(of: ["\"-£5,000,000\"", "\"£90,000\"", "\"£2,000,000\""]))", percent: 60)
  }

  private mutating func sum(_ number: Int) {
    let kinds = ["other_income", "other_cost", "management", "repairs", "depreciation", "major_repairs"]
    add(
      "sum",
      [
        "[sum.s\(number)]", "account = \"\(chance.one(of: accounts))\"",
        "line = \"\(chance.one(of: kinds))\"", "amount = " + series { $0.pounds(0...900_000, per: "year") },
      ] + optional("index = \"costs\""))
  }

  mutating func running() -> [String] {
    var lines: [String] = []
    let costs = [
      "management", "repairs", "major_repairs", "depreciation", "insurance", "service_cost", "lease_rent",
    ]
    for cost in costs where chance.maybe(65) {
      lines.append("\(cost) = \(chance.pounds(0...2_000, per: "year"))")
    }
    if chance.maybe(40) { lines.append("service_charge = \(chance.pounds(0...9, per: "week"))") }
    lines += optional("index = \"costs\"", percent: 80) + optional("repairs_index = \"repairs\"")
    lines += optional("price_base = \"2025-26\"", percent: 20)
    if chance.maybe(20) {
      lines.append("void_days = \(chance.whole(0...90))")
    } else if chance.maybe(60) {
      lines += ["void_rate = \(chance.percent(0...6))", "bad_debt_rate = \(chance.percent(0...3))"]
    }
    return lines
  }

  mutating func worth() -> [String] {
    guard chance.maybe(70) else { return [] }
    return ["value = \(chance.pounds(40_000...400_000))"] + optional("value_index = \"houses\"")
  }

  mutating func repayment() -> String {
    "repayment = \"\(chance.one(of: ["annuity", "eip", "maturity"]))\""
  }

  mutating func draws(first: Bool) { hasLoansInTurn = hasLoansInTurn || first }
  mutating func note(rate path: String) { rates.append(path) }
  mutating func dependsOnWhatIsLeft() { spendsSurplus = true }

  private mutating func debt(_ number: Int) {
    let each = chance.one(of: [1, 2, 3, 4, 6, 12])
    add(
      "debt",
      [
        "[debt.d\(number)]", "account = \"\(chance.one(of: accounts))\"",
        "balance = \(chance.pounds(0...9_000_000))", "rate = \(chance.percent(0...6))", repayment(),
        "payments_per_year = \(each)", "payments_left = \(chance.whole(1...60))",
        "next_payment = \(chance.months(1...12 / each))",
      ])
  }

  private mutating func programme(_ number: Int) {
    let delivery = chance.one(of: ["buy", "build", "convert", "lease"])
    let use = chance.one(of: ["settled", "settled", "temporary"])
    let isLease = delivery == "lease"
    let lead = chance.whole(0...30)
    var lines = [
      "[programme.p\(number)]", "delivery = \"\(delivery)\"", "lead = \"\(lead) months\"",
      "account = \"\(chance.one(of: accounts))\"",
      "use = \"\(use)\"",
      "relet_rate = \(chance.percent(0...10))", "first_let_weeks = \"\(chance.whole(0...30)) weeks\"",
    ]
    if chance.maybe(40) { lines.append("delay = \(chance.months(0...18))") }
    if chance.maybe(20) { lines += ["starts_from = \"june\"", "starts_to = \"november\""] }
    if chance.maybe(30) {
      lines.append("slow_to_let = \(chance.percent(0...100))")
      lines.append("slow_to_let_weeks = \"\(chance.whole(0...20)) weeks\"")
    }
    lines += optional("cost_index = \"houses\"", percent: 80)
    if isLease {
      lines.append("lease_term = \(chance.months(12...72))")
      lines.append("rehouse = \(chance.percent(0...100))")
    } else {
      lines += money()
    }
    if chance.maybe(20) && delivery == "buy" { lines.append("purchase = \"former council homes\"") }
    let tables = delivery == "build" || delivery == "convert" ? profile(number, lead, &lines) : []
    let transfers = use == "settled" && chance.maybe(40)
    if transfers || chance.maybe() {
      lines.append("first_let_share = \(chance.percent(20...(transfers ? 70 : 100)))")
      lines.append("relet_share = \(chance.percent(20...(transfers ? 70 : 100)))")
    }
    if transfers {
      lines.append("transfer_share = \(chance.percent(0...30))")
      lines += optional("chain_lag = \(chance.months(0...30))", "chain_share = \(chance.percent(0...100))")
    }
    if delivery == "buy" || isLease { lines += optional("displaced_share = \(chance.percent(0...60))") }
    lines += running() + tables
    if use == "temporary" && hasSubsidyLimit && chance.maybe() {
      lines += ["[programme.p\(number).subsidy_limit]", "benefit_share = \(chance.percent(0...100))"]
      lines += optional("self_contained = false")
    }
    if chance.maybe(30) {
      lines += ["[programme.p\(number).partner]", "name = \"A partner\""]
      for share in ["homes", "cost", "rent", "risk"] where chance.maybe(70) {
        lines.append("\(share) = \(chance.percent(0...100))")
      }
    }
    for row in 0..<chance.whole(1...2) {
      rows.append("programme.p\(number).homes.r\(row)")
      lines += [
        "[programme.p\(number).homes.r\(row)]", "bedrooms = \(chance.whole(0...6))",
        "starts = " + series { "\($0.whole(0...15))" },
      ]
      if !isLease {
        lines += [
          "cost = \(chance.pounds(100_000...400_000))", "works = \(chance.pounds(0...30_000))",
          "fees = \(chance.pounds(0...5_000))",
          "sdlt = \"\(chance.one(of: ["relief", "standard", "surcharge"]))\"",
        ]
      }
      if transfers { lines += optional("chain_bedrooms = \(chance.whole(0...6))") }
      lines += rent(ofStock: false) + worth()
    }
    add("programme", lines)
  }

  /// What is received towards the capital of a programme.
  private mutating func money() -> [String] {
    let grant = chance.one(of: ["none", "per home", "share"])
    var lines = ["grant = \"\(grant)\""]
    if grant == "per home" { lines.append("grant_per_home = \(chance.pounds(0...80_000))") }
    if grant == "share" { lines.append("grant_share = \(chance.percent(0...100))") }
    if grant != "none" && chance.maybe() { lines.append("grant_at_start = \(chance.percent(0...100))") }
    if grant != "none" { lines += optional("grant_source = \"LAHF\"", percent: 30) }
    if chance.maybe(30) { lines.append("contribution_per_home = \(chance.pounds(0...20_000))") }
    return lines
  }

  /// How the cost of building falls; the tables of its milestones stand after the programme's own lines.
  private mutating func profile(_ number: Int, _ lead: Int, _ lines: inout [String]) -> [String] {
    let profile = chance.one(of: ["even", "s-curve", "milestones"])
    lines.append("profile = \"\(profile)\"")
    guard profile == "milestones" else { return [] }
    let first = chance.whole(0...100)
    return [
      "[programme.p\(number).milestone.start]", "after = \"\(chance.whole(0...lead)) months\"",
      "share = \"\(first)%\"", "[programme.p\(number).milestone.end]", "after = \"\(lead) months\"",
      "share = \"\(100 - first)%\"",
    ]
  }

  /// One that finds its own homes, or counts the lettings of a programme if the first of them is for lasting use.
  private mutating func contract(_ number: Int) {
    var lines = ["[contract.c\(number)]", "cost = \(chance.pounds(0...9_000))"]
    let isSettled = sections.contains {
      $0.lines.first == "[programme.p0]" && $0.lines.contains("use = \"settled\"")
    }
    if isSettled && chance.maybe() {
      lines += ["counts = \"p0\""] + optional("until = \"2027-28\"")
    } else {
      rows.append("contract.c\(number)")
      lines += [
        "starts = " + series { "\($0.whole(0...300))" }, "additional_share = \(chance.percent(0...100))",
      ]
    }
    lines +=
      optional("cap = \(chance.pounds(0...900_000))")
      + optional("cap_per_start = \(chance.pounds(0...9_000))")
    lines += optional("council_share = \(chance.percent(0...100))", "others = \"A central fund\"")
    lines += optional(
      "fees = " + series { $0.pounds(0...20_000, per: "year") }, "fee_rank = \(chance.whole(0...3))")
    var share = 100
    for months in [0, 3, 6, 12, 18] where chance.maybe(70) || months == 18 {
      share = chance.whole(0...share)
      lines += [
        "[contract.c\(number).outcome.o\(months)]", "after = \"\(months) months\"", "share = \"\(share)%\"",
      ]
      lines.append("tariff = \(chance.pounds(0...5_000))")
    }
    let investors = chance.whole(0...3)
    for place in 0..<investors {
      let part = place == investors - 1 ? 100 - 20 * place : 20
      lines += [
        "[contract.c\(number).investor.i\(place)]", "share = \"\(part)%\"", "residual_share = \"\(part)%\"",
      ]
      lines += ["coupon = \(chance.percent(0...12))", "coupon_rank = \(chance.whole(0...3))"]
      lines.append("principal_rank = \(chance.whole(0...3))")
    }
    add("contract", lines)
  }
}

extension [RandomModel.Section] {
  /// The kinds in reverse order, each kind as it is.
  fileprivate var reversedByKind: [RandomModel.Section] {
    var kinds: [String] = []
    for section in self where !kinds.contains(section.kind) { kinds.append(section.kind) }
    return kinds.reversed().flatMap { kind in filter { $0.kind == kind } }
  }
}
