import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// One home, one loan, two kinds of temporary accommodation, thirteen months, worked out by hand.
@Suite struct WorkedExampleTests {
  let model: Model
  let plan: Plan
  let with: Projection, without: Projection

  init() throws {
    model = try Self.load().model
    plan = Plan(model)
    with = project(model, plan)
    without = project(model, plan, withPlan: false)
  }

  static func load(_ overrides: String...) throws -> LoadedModel {
    try LoadedModel([("worked-example.toml", try fixture("worked-example.toml"))], overrides: overrides)
  }

  func line(_ path: String) throws -> Line { try #require(plan.lines.line(named: path), "no line \(path)") }

  /// Pounds with two decimals, or households with six, as whole pence or millionths.
  func months(_ projection: Projection, _ path: String, _ range: Range<Int>) throws -> [Int64] {
    let line = try line(path)
    return range.map { projection.ledger[line, $0] }
  }

  static let accounts: [(path: String, pence: [Int64])] = [
    ("hra.rent.due", [52000, 52000, 52000, 52000, 52000, 53716]),
    ("hra.rent.void", [-36320, -1040, -1040, -1040, -1040, -1074]),
    ("hra.baddebt", [-157, -510, -510, -510, -510, -526]),
    ("hra.management", [-5000, -5000, -5000, -5000, -5000, -5100]),
    ("hra.repairs", [-10000, -10000, -10000, -10000, -10000, -10200]),
    ("hra.depreciation", [-15000, -15000, -15000, -15000, -15000, -15300]),
    ("hra.interest.loans", [-65071, -65071, -65070, -65071, -65071, -65071]),
    ("hra.interest.cash", [12720, 12754, 12874, 12995, 13116, 13237]),
    ("hra.surplus", [-66828, -31867, -31746, -31626, -31505, -30318]),
    ("hra.balance", [5_021_331, 4_989_464, 4_957_718, 4_926_092, 4_894_587, 4_864_269]),
    ("cash.hra", [5_101_402, 5_149_606, 5_197_930, 5_246_375, 5_294_941, 4_832_969]),
  ]

  @Test(arguments: accounts) func accountsOfMonthsSevenToTwelve(path: String, pence: [Int64]) throws {
    #expect(try months(with, path, 7..<13) == pence)
  }

  @Test func theFirstMonthsEarnInterestOnly() throws {
    #expect(
      try months(with, "hra.interest.cash", 0..<7) == [12500, 12531, 12563, 12594, 12625, 12657, 12689])
    #expect(try months(with, "hra.balance", 6..<7) == [5_088_159])
    #expect(try months(with, "cash.hra", 6..<7) == [5_088_159])
  }

  @Test func theHomeIsPaidForInMonthSix() throws {
    #expect(try months(with, "capital.hra.spend", 0..<8) == [0, 0, 0, 0, 0, 0, 27_000_000, 0])
    #expect(try months(with, "capital.hra.grant", 6..<7) == [10_900_000])
    #expect(try months(with, "capital.hra.borrowing", 6..<7) == [16_100_000])
    #expect(try months(with, "cfr.hra", 6..<7) == [16_100_000])
    let vintage = try #require(with.vintages.first)
    #expect(vintage.month == 6 && with.vintages.count == 1)
    #expect(vintage.loan.levelPayment == Money(pence: 512_025))
  }

  @Test func theLoanAccruesAcrossTheYearEnd() throws {
    #expect(try months(with, "loan.hra.accrued", 11..<13) == [325_354, 0])
    #expect(try months(with, "loan.hra.balance", 11..<13) == [16_100_000, 15_978_400])
    #expect(try months(with, "loan.hra.interest.paid", 12..<13) == [390_425])
    #expect(try months(with, "loan.hra.repaid", 12..<13) == [121_600])
    #expect(try months(with, "mrr.balance", 12..<13) == [90300])
  }

  @Test func withoutThePlanOnlyCashEarns() throws {
    #expect(try months(without, "hra.balance", 11..<13) == [5_152_079, 5_164_959])
  }

  @Test func householdsOfTheFirstSevenMonthsAreTheSameInBothRuns() throws {
    for run in [with, without] {
      #expect(
        try months(run, "ta.out.other", 0..<7) == [
          560_000, 543_567, 529_356, 517_161, 506_789, 498_065, 490_827,
        ])
      #expect(
        try months(run, "ta.moved.refill", 0..<7) == [60_000, 62_305, 64_406, 66_321, 68_067, 69_663, 71_125])
      #expect(
        try months(run, "ta.households", 0..<7) == [
          15_940_000, 15_896_433, 15_867_077, 15_849_917, 15_843_128, 15_845_063, 15_854_236,
        ])
      #expect(
        try months(run, "ta.type.nightly.gross", 0..<7) == [
          -1_944_150, -1_998_521, -1_926_942, -1_986_487, -1_984_074, -1_919_599, -1_984_704,
        ])
      #expect(
        try months(run, "ta.type.nightly.recovered", 0..<7) == [
          747_750, 768_662, 741_132, 764_034, 763_105, 738_307, 763_348,
        ])
    }
  }

  static let households: [(path: String, isPlan: Bool, figures: [Int64])] = [
    ("ta.out.other", true, [480_495, 461_551, 453_953, 447_519, 442_146, 437_743]),
    ("ta.moved.refill", true, [1_072_270, 106_113, 105_263, 104_350, 103_399, 102_429]),
    ("ta.households", true, [14_873_741, 14_909_690, 14_953_237, 15_003_219, 15_058_572, 15_118_329]),
    ("ta.out.settled.new", true, [1_000_000, 0, 0, 0, 0, 0]),
    ("ta.out.settled.relet", true, [0, 2_500, 2_500, 2_500, 2_500, 2_500]),
    ("ta.out.other", false, [480_495, 471_551, 463_878, 457_369, 451_924, 447_448]),
    ("ta.households", false, [15_873_741, 15_902_190, 15_938_312, 15_980_943, 16_029_019, 16_081_572]),
    (
      "ta.type.nightly.gross", true, [-1_825_978, -1_791_681, -1_799_690, -1_634_038, -1_819_725, -1_825_415]
    ),
    ("ta.type.nightly.recovered", true, [702_299, 689_108, 692_188, 628_476, 699_894, 681_634]),
    (
      "ta.type.nightly.gross", false,
      [-1_923_478, -1_992_425, -1_998_931, -1_812_652, -2_016_004, -2_019_606]
    ),
    ("ta.type.nightly.recovered", false, [739_799, 766_317, 768_819, 697_174, 775_386, 754_147]),
    ("ta.type.leased.households", true, Array(repeating: 6_000_000, count: 6)),
    ("ta.type.leased.gross", true, [30, 31, 31, 28, 31].map { $0 * -21000 } + [30 * -21630]),
    ("ta.type.leased.recovered", true, [30, 31, 31, 28, 31, 30].map { $0 * 15000 }),
  ]

  @Test(arguments: households) func householdsOfMonthsSevenToTwelve(
    path: String, isPlan: Bool, figures: [Int64]
  ) throws {
    #expect(try months(isPlan ? with : without, path, 7..<13) == figures)
  }

  func sum(_ projection: Projection, _ path: String, _ range: Range<Int>) throws -> Int64 {
    try months(projection, path, range).reduce(0, +)
  }

  @Test func theYearsTotals() throws {
    #expect(try sum(with, "gf.net", 0..<12) == -16_107_286)
    #expect(try sum(without, "gf.net", 0..<12) == -16_644_134)
    #expect(try sum(with, "hra.surplus", 0..<12) == -105_413)
    #expect(try sum(without, "hra.surplus", 0..<12) == 152_079)
    #expect(try sum(with, "council.budget", 0..<12) - sum(without, "council.budget", 0..<12) == 279_356)
    #expect(
      try sum(with, "council.cashflow", 0..<12) - sum(without, "council.cashflow", 0..<12) == -15_420_829)
    #expect(try sum(with, "hra.operating", 0..<12) == 142_323)
    let april = 12..<13
    #expect(try sum(with, "gf.net", april) - sum(without, "gf.net", april) == 121_678)
    #expect(try sum(with, "hra.surplus", april) - sum(without, "hra.surplus", april) == -43_198)
  }

  @Test func rehousedAndFewerInTemporaryAccommodation() throws {
    #expect(
      try sum(with, "ta.out.settled.new", 0..<12) + sum(with, "ta.out.settled.relet", 0..<12) == 1_010_000)
    #expect(
      try months(without, "ta.households", 11..<12)[0] - months(with, "ta.households", 11..<12)[0] == 970_447)
    let nights = try ["nightly", "leased"].map { type in
      try sum(without, "ta.type.\(type).nights", 0..<12) - sum(with, "ta.type.\(type).nights", 0..<12)
    }
    #expect(Int64((Double(nights[0] + nights[1]) / 365).rounded()) == 367_704)
  }

  @Test func provisionOfMarch2028() throws {
    for (overrides, path, pence) in [
      (["hra.voluntary_provision=principal"], "hra.vrp", Int64(-246_149)),
      (["programme.home.account=general_fund", "loan.pwlb.account=general_fund"], "gf.mrp", -322_000),
      (
        [
          "programme.home.account=general_fund", "loan.pwlb.account=general_fund",
          "general_fund.provision_method=annuity", "general_fund.provision_rate=5%",
        ], "gf.mrp", -76_905
      ),
    ] {
      let loaded = try LoadedModel(
        [("worked-example.toml", try fixture("worked-example.toml"))], overrides: overrides)
      let plan = Plan(loaded.model)
      let line = try #require(plan.lines.line(named: path))
      #expect(project(loaded.model, plan).ledger[line, 23] == pence, "\(path) with \(overrides)")
    }
  }
}
