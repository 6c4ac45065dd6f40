import Analysis
import CashFlow
import Finance
import Foundation
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Reports

/// Where figures come from.
@Suite struct ExplanationTests {
  static func worked() throws -> Explainer {
    let loaded = try LoadedModel([
      (name: "models/worked-example.toml", text: fixture("worked-example.toml"))
    ])
    return Explainer(loaded, Forecast(loaded.model))
  }

  static func asked(_ text: String, depth: Int = 2, _ run: Forecast.Run = .with) throws -> Explanation {
    let explainer = try worked()
    let question = try explainer.question(text)
    guard case .line(let line) = question.subject, let time = question.time else {
      throw ModelFileError(problems: [], sources: Sources())
    }
    return explainer.explain(line, run, time, depth: depth)
  }

  // MARK: The worked example, by hand

  /// One home at £120.00 × 1.033 = £123.96 a week, 52 / 12 of it: £537.16; void 2%, bad debt 1% of what is left.
  @Test(
    arguments: [
      ("stock.home.two-bed.rent.due@2027-04", "1 × £123.96 × 52 / 12", 537_16),
      ("stock.home.two-bed.baddebt@2027-04", "−(£537.16 + (−£10.74)) × 1%", -5_26),
      ("stock.home.two-bed.management@2027-04", "−1 × £600 per year × 1.02 / 12", -51_00),
      ("stock.home.two-bed.repairs@2027-04", "−1 × £1,200 per year × 1.02 / 12", -102_00),
      ("hra.interest.cash@2026-04", "£50,000.00 × 3% / 12", 125_00),
      ("hra.balance@2026-11", "£50,881.59 − £668.28", 50_213_31),
      ("hra.interest.cash@2026-11", "£50,881.59 × 3% / 12", 127_20),
      // 30 days × (10 + 9.94) / 2
      ("ta.type.nightly.gross@2026-04", "−299.1 × £65 per night × 1", -19_441_50),
    ] as [(String, String, Int64)])
  func formulasHaveTheirNumbers(line: String, words: String, pence: Int64) throws {
    let made = try Self.asked(line)
    #expect(made.amount.value == pence)
    #expect(made.numbers?.words == words)
    #expect(made.numbers?.amount.value == pence)
  }

  /// Payments of 30 April and 31 October 2027: interest 3,904.25 and R(159,784.00 × 2.425%) = 3,874.76, principal 1,216.00 and 1,245.49.
  @Test func aLoanIsExplainedByItsDraws() throws {
    let paid = try Self.asked("loan.pwlb.interest.paid@2027-28")
    #expect(paid.amount.value == 3_904_25 + 3_874_76)
    let draw = try #require(paid.draws.first)
    #expect(paid.draws.count == 1 && draw.month == 6 && draw.principal == Money(pence: 161_000_00))
    #expect(draw.annualRate == Rate(millionths: 48_500) && draw.amount.value == paid.amount.value)
    #expect(try Self.asked("loan.pwlb.repaid@2027-28").draws.first?.amount.value == 1_216_00 + 1_245_49)
    #expect(try Self.asked("loan.pwlb.balance@2027-28").draws.first?.amount.value == 161_000_00 - 2_461_49)
  }

  @Test func aCountIsItsOpeningAndItsFlows() throws {
    let made = try Self.asked("ta.need.two-bedroom.households@2026-12")
    #expect(made.parts.map { $0.isOpening } == [true, false, false, false])
    // 14.873741 + 0.5 came in − 0.461551 left − 0.0025 settled
    #expect(made.parts.map { $0.signed.value } == [14_873_741, 500_000, -461_551, -2_500])
    let first = try Self.asked("ta.type.nightly.households@2026-27").parts[0]
    #expect(first.amount.value == 10_000_000)
    #expect(first.assumptions.first?.place == "models/worked-example.toml:74:18")
    #expect(first.assumptions.first?.value == "10 households")
  }

  @Test func aDifferenceIsTheOneRunLessTheOther() throws {
    let made = try Self.asked("ta.type.nightly.gross@2026-12", .difference)
    #expect(made.parts.map { $0.signed.value } == [-17_916_81, 19_924_25])
    #expect(try Self.asked("gf.net@2026-27", .difference).amount.value == 5_368_48)
  }

  @Test(arguments: ["hra.surplus@2026-11", "hra.balance@2026-27", "gf.net@2026-27", "ta.households@2026-11"])
  func theWorkedExampleIsExplainedAsRecorded(question: String) throws {
    let text = try Self.worked().markdown(of: Self.asked(question, depth: 4))
    let difference = goldenDifference(Array(text.utf8), "worked-example/explain-\(question).md")
    #expect(difference == nil)
  }

  // MARK: Every line

  static let models = [
    "bromley", "east-devon", "greenwich", "rother", "sheffield", "thanet", "winchester",
  ]

  /// Each name in a derivation is a line of the model, an assumption with a value or an honest "not given", or something that only
  /// other models have.
  @Test(arguments: models) func everyNameOfEveryLineIsFound(model: String) throws {
    func layer(_ name: String) throws -> (name: String, text: [UInt8]) {
      (name, [UInt8](try Data(contentsOf: packageFolder.appending(path: "models/\(name).toml"))))
    }
    let loaded = try LoadedModel([layer("england-2026"), layer(model)])
    let explainer = Explainer(loaded, Forecast(loaded.model))
    let known = Set(Model.blank().asked.map { $0.path } + everyLine().map { $0.id })
    for line in explainer.lines.all {
      let made = explainer.explain(line, .with, .year(4), depth: 0)
      #expect(made.isSettled && !made.formula.contains("{"), "\(made.name)")
      #expect(!made.inputs.contains { !$0.isOpening && $0.name == made.name }, "\(made.name) of itself")
      for name in made.absent { #expect(known.contains(name), "\(made.name): {\(name)}") }
      for row in made.assumptions where row.standing != .notGiven {
        #expect(!row.value.isEmpty || row.path.hasSuffix(".name"), "\(made.name): \(row.path)")
        #expect(row.standing == .byDefault ? !row.citation.isEmpty : row.place != nil, "\(row.path)")
      }
    }
  }

  /// Over models made by chance: parts come to their line, to the penny or the millionth, in every run, in years and in months.
  @Test(arguments: 0..<4) func partsAddUp(part: Int) throws {
    for seed in part * 4..<part * 4 + 4 {
      let loaded = try LoadedModel([("random.toml", Array(RandomModel(seed).text.utf8))])
      let explainer = Explainer(loaded, Forecast(loaded.model))
      var chance = Chance(seed + 77)
      let years = Int(loaded.model.years)
      for line in explainer.lines.all where explainer.lines.sum(of: line) != nil {
        for run in [Forecast.Run.with, .without, .difference] {
          let times: [Explanation.Time] = [
            .year(chance.whole(0...years - 1)), .month(chance.whole(0...12 * years - 1)),
          ]
          for time in times {
            let made = explainer.explain(line, run, time, depth: 0)
            #expect(made.sumOfParts == made.amount.value, "seed \(seed), \(made.name), \(run)")
            let rest = made.parts.first { $0.name == "rounding" }?.amount
            #expect(rest == nil || rest?.quantity == .households && abs(rest?.value ?? 0) <= 60)
            if made.period == .flow, case .year = time {
              #expect(made.months.reduce(0) { $0 + $1.value } == made.amount.value, "\(made.name)")
            }
          }
        }
      }
    }
  }

  /// Every total of the accounts and every balance is explained as a sum, or the law above would say nothing of it.
  @Test func totalsAndBalancesAreSums() throws {
    let explainer = try Self.worked()
    for name in [
      "hra.rent.due", "hra.operating", "hra.surplus", "hra.balance", "mrr.balance", "cfr.hra", "cash.hra",
      "capital.hra.spend", "capital.hra.borrowing", "loan.hra.balance", "loan.pwlb.balance",
      "loan.pwlb.accrued",
      "gf.net", "gf.ta.gross", "council.budget", "council.cashflow", "ta.households",
      "ta.type.nightly.households", "ta.need.two-bedroom.households", "stock.home.two-bed.homes",
      "receipts.rtb.balance", "capital.hra.grant.unapplied",
    ] {
      let line = try #require(explainer.lines.line(named: name), "\(name)")
      #expect(!explainer.explain(line, .with, .year(1), depth: 0).parts.isEmpty, "\(name)")
    }
  }

  @Test func noLevelIsExplainedBelowTheLast() throws {
    func depth(_ made: Explanation) -> Int {
      (made.parts + made.inputs).flatMap { $0.below }.map { 1 + depth($0) }.max() ?? 0
    }
    #expect(depth(try Self.asked("hra.balance@2027-28", depth: 0)) == 0)
    for level in 1...5 {
      // a line that ends at the model file is explained one level further
      let reached = depth(try Self.asked("hra.balance@2027-28", depth: level))
      #expect(reached == level || reached == level + 1)
    }
  }

  // MARK: Questions

  @Test(arguments: [
    ("hra.ballance", "there is no line or assumption \"hra.ballance\"; did you mean \"hra.balance\"?"),
    ("hra.balance@2030-31", "2030-31 is outside the horizon; the model runs from 2026-27 to 2027-28"),
    (
      "hra.balance@2028-04", "April 2028 is outside the horizon; the model runs from April 2026 to March 2028"
    ),
    (
      "hra.balance@2026-28",
      "\"2026-28\" is neither a financial year nor a month; write hra.balance@2026-27, or hra.balance@2026-10 for its October"
    ),
    ("stock.*.homes", "\"stock.*.homes\" stands for one of many; write \"stock.home.two-bed.homes\""),
    (
      "programme.home.two-bed.homes",
      "there is no line \"programme.home.two-bed.homes\"; did you mean \"stock.home.two-bed.homes\"?"
    ),
  ])
  func aWrongQuestionIsToldWhatWouldBeRight(question: String, words: String) throws {
    let explainer = try Self.worked()
    do throws(QuestionFault) {
      _ = try explainer.question(question)
      Issue.record("not refused")
    } catch {
      #expect("\(error.fault); \(error.remedy)" == words)
    }
  }

  @Test func namesOfLinesComeBeforeThoseOfAssumptions() throws {
    let explainer = try Self.worked()
    guard case .line = try explainer.question("hra.balance").subject else {
      Issue.record("a line")
      return
    }
    guard case .assumption(let place) = try explainer.question("loan.pwlb.rate@2027-28").subject else {
      Issue.record("an assumption")
      return
    }
    #expect(explainer.given(place, 1).value == "4.85%")
  }
}
