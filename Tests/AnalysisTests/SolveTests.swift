import Analysis
import CashFlow
import Finance
import Housing
import TestSupport
import Testing

@testable import laws

/// An answer holds and its neighbour fails, by forecasts made anew of the model's own text.
@Suite struct SolveTests {
  static let balance = "[test.balance]\ntest = \"hra balance\"\n"

  func layers(_ more: String = "") throws -> [(name: String, text: [UInt8])] {
    [(name: "worked-example.toml", text: try fixture("worked-example.toml") + Array(more.utf8))]
  }

  func solved(
    _ aim: SolveQuestion.Aim, _ path: String, _ conditions: [String] = [], between: String? = nil,
    step: String? = nil, set: [String] = [], _ more: String = ""
  ) throws -> Solution {
    let loaded = try LoadedModel(layers(more), overrides: set)
    let sought = try Sought(path, in: loaded, between: between, step: step)
    return Solution(try SolveQuestion(loaded, aim, sought, soThat: conditions))
  }

  /// The same question as the sustainable rate of a model whose one loan has one rate.
  @Test(arguments: ["£42,000", "£44,000", "£46,000"]) func agreesWithTheSustainableRate(minimum: String)
    throws
  {
    let set = ["hra.minimum=\(minimum)"]
    let model = try LoadedModel(layers(Self.balance), overrides: set).model
    guard case .passesUpTo(let rate) = SustainableRates.of(Forecast(model)).every else {
      Issue.record("no sustainable rate")
      return
    }
    for aim in [SolveQuestion.Aim.find, .most] {
      let solution = try solved(aim, "loan.pwlb.rate", between: "0%..15%", set: set, Self.balance)
      #expect(solution.answers == [rate.millionths])
      #expect(solution.brackets.first?.fails.value == rate.millionths + 100)
      #expect(solution.brackets.first?.fails.failing == ["balance in 2027-28"])
    }
  }

  /// A minimum of the HRA's balance is passed as long as it is at most the lowest balance, £48,945.87 at 31 March 2027 (design 11).
  @Test func findsTheLowestBalanceToThePenny() throws {
    let solution = try solved(
      .most, "hra.minimum", between: "£0..£60,000", step: "£0.01", set: ["hra.minimum=£1", "years=1"],
      Self.balance)
    #expect(solution.answers == [48_945_87])
    #expect(solution.answer == "The most is £48,945.87: it fails at £48,945.88.")
  }

  /// More than one condition, and an answer at each of several boundaries: surplus in one year between two values.
  @Test func allConditionsMustHold() throws {
    let both = try solved(
      .find, "loan.pwlb.rate", ["budget-hra >= -£4,000", "budget-hra <= -£2,000"], between: "0%..10%")
    #expect(both.brackets.count == 2 && both.stretches.count == 1)
    let least = try solved(.least, "loan.pwlb.rate", ["budget-hra <= -£2,000"], between: "0%..10%")
    let most = try solved(.most, "loan.pwlb.rate", ["budget-hra >= -£4,000"], between: "0%..10%")
    #expect(both.answers == least.answers + most.answers)
  }

  @Test func saysThatThereIsNone() throws {
    let none = try solved(.find, "loan.pwlb.rate", ["rehoused >= 5000"], between: "0%..10%")
    #expect(none.answers.isEmpty)
    #expect(none.answer == "There is no such value between 0% and 10%: it fails at every value tried.")
    let all = try solved(.find, "loan.pwlb.rate", ["rehoused >= 0"], between: "0%..10%")
    #expect(all.answer == "There is no such value between 0% and 10%: it holds at every value tried.")
    let most = try solved(.most, "loan.pwlb.rate", ["rehoused >= 0"], between: "0%..10%")
    #expect(most.answers == [100_000] && most.isAtEnd)
  }

  /// Grant above what the home costs is refused by a rule of the model file: no answer lies there, and nothing traps.
  @Test func whatTheFileMayNotSayFails() throws {
    let solution = try solved(
      .most, "programme.home.grant_per_home", ["rehoused >= 0"], between: "£0..£2,000,000")
    #expect(solution.answers == [270_000_00])
    #expect(solution.brackets.first?.fails.refusal != nil)
  }

  @Test(
    arguments: [
      (
        "loan.pwlb.rat", nil, nil,
        "there is no assumption \"loan.pwlb.rat\"; did you mean \"loan.pwlb.rate\"?"
      ),
      (
        "council", nil, nil, "council is not a number but text; look for a rate, an amount, a count or a time"
      ),
      (
        "loan.pwlb.repayment", nil, nil,
        "loan.pwlb.repayment is not a number but \"annuity\", \"eip\", \"maturity\", \"bond\" or \"variable\"; look for a rate, an amount, a count or a time"
      ),
      ("loan.pwlb.term[2026-27]", nil, nil, "loan.pwlb.term is not given by year; leave out the brackets"),
      ("loan.pwlb.rate[2026]", nil, nil, "\"2026\" is not a financial year; write one such as [2028-29]"),
      (
        "loan.pwlb.rate[2046-47]", nil, nil,
        "2046-47 is outside the horizon; the model runs from 2026-27 to 2027-28"
      ),
      (
        "loan.pwlb.rate", "3%", nil,
        "--between \"3%\" is not A..B; write two values with .. between them, such as 0%..25%"
      ),
      ("loan.pwlb.rate", "3..7", nil, "--between \"3\" is not a percentage; write \"3%\""),
      ("loan.pwlb.rate", "7%..3%", nil, "--between \"7%..3%\" runs backwards; write 3%..7%"),
      ("loan.pwlb.rate", "3%..3%", nil, "--between \"3%..3%\" is an empty range; give two different values"),
      ("loan.pwlb.rate", "3%..70%", nil, "--between \"70%\" is out of bounds; it must be from 0% to 25%"),
      ("loan.pwlb.rate", nil, "0%", "--step \"0%\" is not above nothing; write one such as 0.01%"),
      (
        "loan.pwlb.rate", "3%..4%", "2 points",
        "a step of 2% is larger than the range from 3% to 4%; give a smaller --step, or a wider --between"
      ),
      (
        "general_fund.receipts", nil, nil,
        "general_fund.receipts is nothing now, so there is no telling how far to look; say so with --between A..B"
      ),
    ] as [(String, String?, String?, String)])
  func aQuestionThatCannotBeAskedIsTold(path: String, between: String?, step: String?, message: String) throws
  {
    let loaded = try LoadedModel(layers())
    do throws(QuestionFault) {
      _ = try Sought(path, in: loaded, between: between, step: step)
      Issue.record("taken")
    } catch {
      #expect("\(error.fault); \(error.remedy)" == message)
    }
  }

  /// Over random models, a random number of each, and a target between what the ends give: fewer here than `laws --solve` holds.
  @Test(arguments: 0..<12) func theAnswerHoldsAndItsNeighbourFails(seed: Int) throws {
    var answers = 0
    try #expect(solveFaults(seed, questions: 1, &answers) == [])
  }
}
