import Analysis
import Finance
import TestSupport
import Testing

@testable import Reports

/// The sentences of a report in each of their cases: one, none, many; better, worse, neither.
@Suite struct PagesSentenceTests {
  private let years = (0..<5).map { Year(start: 2028) + $0 }

  @Test(arguments: [
    ([96, 48, 0, 0], false, "buy 96 homes and build 48"), ([1, 0, 0, 0], false, "buy one home"),
    ([0, 1, 0, 0], true, "building one home"), ([2, 1, 0, 0], true, "buying 2 homes and building one"),
    ([1200, 0, 0, 0], true, "buying 1,200 homes"), ([0, 0, 0, 30], true, "leasing 30 homes"),
    ([9, 8, 7, 6], false, "buy 9 homes, build 8, convert 7 and lease 6"),
  ]) func worksAreNamedByCount(counts: [Int64], gerund: Bool, words: String) {
    let homes = DeliveredHomes(
      bought: counts[0], built: counts[1], converted: counts[2], leased: counts[3])
    #expect(Sentences.works(homes, gerund: gerund) == words)
  }

  @Test(arguments: [
    (232_000_000, "improve the council’s budgets by £2.32m over 30 years"),
    (-120_000_000, "cost the council’s budgets £1.20m over 30 years"),
    (0, "leave the council’s budgets as they are over 30 years"),
  ]) func budgetSaysWhichWay(pence: Int64, words: String) {
    #expect(Sentences.budget(Money(pence: pence), span: "30 years").bare == words)
  }

  @Test(arguments: [
    (84, "By March 2036 TA would hold 84 fewer households than without the plan"),
    (1, "By March 2036 TA would hold one household fewer than without the plan"),
    (0, "By March 2036 TA would hold as many households with the plan as without it"),
    (-12, "By March 2036 TA would hold 12 more households than without the plan"),
  ]) func fewerIsNet(fewer: Int64, words: String) {
    #expect(Sentences.fewer(fewer, "March 2036").bare == words)
  }

  @Test(arguments: [
    (635, 719, "Numbers rise either way: from 412 to 635 with the plan, and to 719 without it."),
    (300, 350, "Numbers fall either way: from 412 to 300 with the plan, and to 350 without it."),
    (300, 719, "Numbers fall with the plan, from 412 to 300, and rise to 719 without it."),
    (412, 719, "Numbers stay at 412 with the plan, and rise to 719 without it."),
    (300, 412, "Numbers fall from 412 to 300 with the plan, and stay at 412 without it."),
    (412, 412, "Numbers stay as they are either way, at 412."),
    (500, 500, "Numbers rise from 412 to 500, with the plan and without it."),
  ]) func trendSaysBothRuns(with: Int64, without: Int64, words: String) {
    #expect(Sentences.trend(from: 412, with: with, without: without).bare == words)
  }

  @Test func paybackIsNeverPromised() {
    let year = Year(start: 2036)
    #expect(
      Sentences.payback(year, hasValue: true, span: "30 years")
        == "the plan has paid back its cash by 2036-37")
    #expect(
      Sentences.payback(nil, hasValue: true, span: "30 years")
        == "the plan does not pay back its cash within 30 years")
    #expect(
      Sentences.payback(nil, hasValue: false, span: "30 years")
        == "the plan makes no difference to the council’s cash")
  }

  @Test func testsAreCounted() {
    let cover = (name: "HRA interest cover", years: Array(years.prefix(2)))
    let balance = (name: "HRA balance", years: years)
    #expect(Sentences.tests([], of: 0).bare == "The council has set no tests.")
    #expect(Sentences.tests([], of: 1).bare == "It passes the council’s one test.")
    #expect(Sentences.tests([], of: 5).bare == "It passes all five of the council’s tests.")
    #expect(
      Sentences.tests([cover], of: 5).bare
        == "It fails one of the council’s five tests: HRA interest cover, in 2028-29 and 2029-30.")
    #expect(
      Sentences.tests([cover, balance], of: 5).bare
        == "It fails two of the council’s five tests: HRA interest cover, in 2028-29 and 2029-30 and HRA balance, in five years, first in 2028-29."
    )
    #expect(Sentences.tests([cover, balance], of: 2).bare == "It fails all two of the council’s tests.")
  }

  @Test func testsPassedAreCounted() {
    #expect(Sentences.passed(4, of: 5).bare == "The plan passes four of the council’s five tests")
    #expect(Sentences.passed(5, of: 5).bare == "The plan passes all five of the council’s tests")
    #expect(Sentences.passed(0, of: 5).bare == "The plan passes none of the council’s five tests")
    #expect(Sentences.passed(0, of: 1).bare == "The plan fails the council’s one test")
    #expect(Sentences.passed(0, of: 0).bare == "The council has set no tests")
  }

  @Test func highestRateIsSetBesideTheAssumed() {
    let assumed = Rate(millionths: 48_500)
    func words(_ rate: SustainableRate, _ assumed: Rate? = assumed) -> String {
      Sentences.highest(rate, assumed: assumed, range: "4.85% to 5.00%", failing: "HRA balance").bare
    }
    #expect(
      words(.passesUpTo(Rate(millionths: 44_000)))
        == "The plan can bear 4.40% before a test fails, which is 0.45 points less than it assumes")
    #expect(
      words(.passesUpTo(Rate(millionths: 50_000)))
        == "The plan can bear 5.00% before a test fails, which is 0.15 points more than it assumes")
    #expect(
      words(.passesUpTo(assumed)) == "The plan can bear 4.85% before a test fails, exactly what it assumes")
    #expect(
      words(.passesUpTo(assumed), nil)
        == "The plan can bear 4.85% on all its borrowing before a test fails; it assumes 4.85% to 5.00%")
    #expect(words(.failsAtNil) == "No rate of borrowing would pass: even at 0%, HRA balance fails")
    #expect(
      words(.passesAtAll) == "The plan passes at every rate of borrowing up to 15%, the highest tried")
  }

  @Test(arguments: [
    (3, 0, 64, "Three of 64 assumptions have no source"), (1, 0, 64, "One of 64 assumptions has no source"),
    (0, 0, 64, "All 64 assumptions have a source"), (64, 0, 64, "None of 64 assumptions has a source"),
    (3, 20, 64, "Three of 64 assumptions have no source, and 20 are the modeller’s own judgement"),
    (0, 20, 64, "20 of 64 assumptions are the modeller’s own judgement, and the rest have a source"),
    (0, 1, 1, "The one assumption is the modeller’s own judgement"),
    (0, 0, 1, "The one assumption has a source"),
  ]) func sourcesAreCounted(unsourced: Int64, judged: Int64, count: Int64, words: String) {
    #expect(Sentences.sources(unsourced: unsourced, judged: judged, of: count).bare == words)
  }

  @Test func failingChecksForbidUse() {
    #expect(Sentences.checks(failing: [], of: 11).bare == "All 11 checks on the arithmetic hold")
    #expect(
      Sentences.checks(failing: ["homes foot"], of: 10).bare
        == "One of ten checks fails: homes foot. Do not use this report")
  }

  @Test func aDeficitNamesItsYears() {
    #expect(
      Sentences.deficit([years[0]], isAlsoWithout: false).bare
        == "The Housing Revenue Account (HRA) would be in deficit at the end of 2028-29")
    #expect(
      Sentences.deficit(years, isAlsoWithout: true).bare
        == "The Housing Revenue Account (HRA) would be in deficit at the end of five years, first in 2028-29, and is in deficit without the plan as well"
    )
  }
}

extension Text {
  /// Its words alone.
  fileprivate var bare: String {
    spans.map { span in
      switch span {
      case .plain(let words), .strong(let words), .emphasis(let words), .code(let words), .link(let words, _):
        words
      }
    }.joined()
  }
}
