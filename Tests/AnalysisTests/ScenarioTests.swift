import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// A scenario is its base with what it sets, in the words of `--set`.
@Suite struct ScenarioTests {
  static let scenarios = """

    [scenario.slow]
    set = ["programme.home.delay=2 months"] # assumption: late

    [scenario.dear]
    title = "Dear and late"
    extends = "slow"
    set = [
      "loan.pwlb.rate+=1%", # a citation
      "loan.pwlb.rate+=0.5%",
    ]

    [scenario.same]
    set = ["programme.home.delay=0 months"]

    """

  func files(_ rest: String = scenarios) throws -> Layered {
    Layered([("x.toml", try fixture("worked-example.toml") + Array(rest.utf8))])
  }

  @Test func aScenarioIsWhatOverridesWouldMakeOfIt() throws {
    let files = try files()
    let dear = try LoadedModel(files, scenario: "dear")
    let set = try LoadedModel(
      files, overrides: ["programme.home.delay=2 months", "loan.pwlb.rate+=1.5%"])
    #expect(dear.model == set.model)
    #expect(files.scenarioNames == ["slow", "dear", "same"])
    #expect(try LoadedModel(files).model.scenarios[1].title == "Dear and late")
  }

  @Test func whatIsSetOverAScenarioComesLast() throws {
    let model = try LoadedModel(files(), scenario: "slow", overrides: ["programme.home.delay+=1 month"]).model
    #expect(model.programmes[0].delay == 3)
  }

  @Test func changesAreThoseOfValue() throws {
    let dear = try #require(try LoadedModel(files(), scenario: "dear").besideBase())
    #expect(dear.changes.map { $0.path } == ["loan.pwlb.rate", "programme.home.delay"])
    #expect(dear.changes.map { $0.to?.valueText } == ["6.35%", "2 months"])
    #expect(dear.changes.map { $0.from?.valueText } == ["4.85%", "0 months"])
    let same = try #require(try LoadedModel(files(), scenario: "same").besideBase())
    #expect(same.changes.isEmpty)
    let base = try LoadedModel(files())
    #expect(same.loaded.assumptions.map { $0.place } == base.assumptions.map { $0.place })
  }

  @Test func whatIsWrongIsToldWhereItStands() throws {
    let rest = """

      [scenario.a]
      set = ["loan.pwlb.rat=1%", "loan.pwlb.rate=9"]
      [scenario.b]
      extends = "c"
      [scenario.c]
      extends = "b"
      set = ["=", 5]

      """
    let error = #expect(throws: ModelFileError.self) { try LoadedModel(files(rest)) }
    let lines = try #require(error?.lines)
    #expect(lines.count == 4)
    #expect(lines.contains { $0.hasSuffix("the scenarios extend one another; take one extends out") })
    #expect(lines.contains { $0.contains("\"=\": this is not PATH=VALUE") })
    #expect(lines.contains { $0.contains("set 5 is not text") })
    let one = "\n[scenario.a]\nset = [\"loan.pwlb.rat=1%\", \"loan.pwlb.rate=9\"]\n"
    let inIt = #expect(throws: ModelFileError.self) { try LoadedModel(files(one), scenario: "a") }
    let start = try fixture("worked-example.toml").count { $0 == 10 } + 3
    #expect(
      inIt?.lines == [
        "x.toml:\(start):8: there is no assumption \"loan.pwlb.rat\"; did you mean \"loan.pwlb.rate\"?",
        "x.toml:\(start):28: rate \"9\" is not a percentage; write \"9%\"",
      ])
  }

  @Test func runsStandBesideTheBase() throws {
    let loaded = try LoadedModel(files(), scenario: "slow", overrides: ["years=3"])
    let measures = Measure.headline(loaded.model)
    let results = try ScenarioResult.all(loaded, measures)
    #expect(results.map { $0.scenario?.name } == [nil, "slow", "dear", "same"])
    let base = Forecast(try loaded.base().model)
    #expect(results[0].values == measures.map { $0.value(in: base) })
    #expect(results[3].values == results[0].values && results[3].changes.isEmpty)
    #expect(results[2].values != results[1].values)
  }
}
