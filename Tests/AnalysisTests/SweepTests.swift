import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@Suite struct SweepTests {
  func example(_ overrides: [String] = []) throws -> LoadedModel {
    try LoadedModel([("x.toml", try fixture("worked-example.toml"))], overrides: overrides)
  }

  func axes(_ loaded: LoadedModel, _ texts: [String]) throws -> [Varied] {
    var axes: [Varied] = []
    for text in texts { axes.append(try Varied(text, loaded)) }
    return axes
  }

  /// Whatever is put together or run again in part: each point is the model read with its values and run afresh.
  @Test(arguments: [
    ["loan.*.rate=3%..6%:1.5%", "programme.home.rent_level=50%..100%:25%"],
    [
      "programme.home.homes.two-bed.cost=£200,000..£240,000:£20,000",
      "programme.home.delay=0 months|3 months",
    ],
    ["loan.pwlb.rate+=-1%..1%:1%", "treasury.rate=1%..5%:2%", "loan.pwlb.repayment=annuity|eip|maturity"],
    ["programme.home.account=hra|general_fund"],
  ])
  func everyPointIsTheModelReadSo(texts: [String]) throws {
    let loaded = try example()
    let forecast = Forecast(loaded.model)
    let measures = try ["budget", "npv", "hra.balance@2027-28", "gf.net@difference", "rehoused", "passes"].map
    {
      try Measure.named($0, loaded.model, forecast.plan)
    }
    let sweep = try Sweep(loaded, forecast, axes: axes(loaded, texts), measures: measures)
    let values = try sweep.values(0..<sweep.count)
    let split = try sweep.values(0..<1) + sweep.values(1..<sweep.count)
    #expect(values == split)
    for point in 0..<sweep.count {
      let overrides = zip(sweep.axes, sweep.places(of: point)).flatMap { $0.values[$1].overrides }
      let afresh = Forecast(try loaded.setting(overrides).model)
      #expect(values[point] == measures.map { $0.value(in: afresh) }, "\(overrides)")
    }
  }

  @Test func modelsMadeByChanceAgreeToo() throws {
    for seed in 0..<40 {
      let random = RandomModel(seed)
      let loaded = try LoadedModel([("random.toml", Array(random.text.utf8))])
      let forecast = Forecast(loaded.model)
      guard let rate = random.rates.first, let row = random.rows.first else { continue }
      let measures = Measure.headline(loaded.model)
      let sweep = try Sweep(
        loaded, forecast, axes: axes(loaded, ["\(rate)+=0%..2%:2%", "\(row).starts=0..4:4"]),
        measures: measures)
      let values = try sweep.values(0..<sweep.count)
      for point in 0..<sweep.count {
        let overrides = zip(sweep.axes, sweep.places(of: point)).flatMap { $0.values[$1].overrides }
        let afresh = Forecast(try loaded.setting(overrides).model)
        #expect(values[point] == measures.map { $0.value(in: afresh) }, "seed \(seed): \(overrides)")
      }
    }
  }

  @Test(arguments: [
    (
      "loan.pwlb.rat=1%..2%:1%", "there is no assumption \"loan.pwlb.rat\"",
      "did you mean \"loan.pwlb.rate\"?"
    ),
    (
      "loan.pwlb.rate=2%..1%:1%", "the range of loan.pwlb.rate runs backwards, from 2% to 1%",
      "write the lower first: 1%..2%"
    ),
    ("loan.pwlb.rate=1%..2%:0%", "the step of loan.pwlb.rate is 0%", "write one above nothing"),
    ("loan.pwlb.rate=1%..26%:1%", "loan.pwlb.rate cannot be 26%", "it must be from 0% to 25%"),
    (
      "loan.pwlb.rate=1%..2%", "the range of loan.pwlb.rate has no step",
      "write one such as loan.pwlb.rate=3%..7%:0.25%"
    ),
    (
      "loan.pwlb.rate=1%..2%:0.0001%", "the range of loan.pwlb.rate has 10001 values",
      "write a longer step: at most 1000 values"
    ),
    ("title=1..2:1", "title is no number, but text", "write its values: title=VALUE|VALUE"),
    (
      "loan.pwlb.rate", "\"loan.pwlb.rate\" varies nothing",
      "write PATH=FROM..TO:STEP, such as loan.pwlb.rate=3%..7%:0.25%"
    ),
  ])
  func whatCannotBeVariedSaysWhy(text: String, fault: String, remedy: String) throws {
    let loaded = try example()
    #expect(throws: QuestionFault(fault, remedy)) { try Varied(text, loaded) }
  }

  @Test func aMillionPointsAreRefusedBeforeAnyWork() throws {
    let loaded = try example()
    let axes = try axes(
      loaded, ["loan.pwlb.rate=0%..9.99%:0.01%", "treasury.rate=0%..9.99%:0.01%"])
    #expect(throws: SweepFault.self) {
      try Sweep(loaded, Forecast(loaded.model), axes: axes, measures: [])
    }
  }

  @Test func measuresAreNamed() throws {
    let loaded = try example()
    let forecast = Forecast(loaded.model)
    func value(_ name: String) throws -> Int64? {
      try Measure.named(name, loaded.model, forecast.plan).value(in: forecast)
    }
    // design of the worked example: 2026-27 differences to the penny
    #expect(try value("gf.net@2026-27@difference") == 5_368_48)
    #expect(try value("hra.surplus@2026-27@with") == -1_054_13)
    #expect(try value("gf.net@without@2026-27") == -166_441_34)
    #expect(throws: QuestionFault("there is no measure \"nvp\"", "did you mean \"npv\"?")) {
      try value("nvp")
    }
    #expect(throws: QuestionFault.self) { try value("npv@2026-27") }
    #expect(throws: QuestionFault.self) { try value("gf.net@2099-00") }
    let condition = try Condition("gf.net@2026-27 >= -£161,072.86", loaded.model, forecast.plan)
    #expect(condition.isMet(by: forecast))
    #expect(try !Condition("gf.net@2026-27 > -£161,072.86", loaded.model, forecast.plan).isMet(by: forecast))
    #expect(throws: QuestionFault.self) { try Condition("npv >= 5 homes", loaded.model, forecast.plan) }
  }

  /// Ten per cent less rent is ten per cent less rent due.
  @Test func aLevelMovesRents() throws {
    let whole = Forecast(try example().model)
    let less = Forecast(try example(["programme.home.rent_level=90%"]).model)
    let line = "stock.home.two-bed.rent.due"
    #expect(whole.yearly(line).allSatisfy { $0 > 0 })
    for (one, other) in zip(whole.yearly(line), less.yearly(line)) {
      #expect((one * 9 / 10 - other).magnitude <= 12)
    }
    #expect(less.yearly(line) == Forecast(whole.model.rentsOfPlan(at: .percent(90))).yearly(line))
  }
}
