import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// What must not change a projection, and which way it may move, over models made by chance.
@Suite struct SamenessTests {
  static let seeds = 1_000..<1_100

  @Test func aModelRunTwiceIsTheSame() throws {
    for seed in Self.seeds {
      let text = RandomModel(seed).text
      let first = try LawTests.load(text).model
      let second = try LawTests.load(text).model
      #expect(first == second, "seed \(seed)")
      let (one, other) = (project(first, Plan(first)), project(second, Plan(second)))
      #expect(one.ledger == other.ledger && one.vintages == other.vintages, "seed \(seed)")
    }
  }

  @Test func withNothingStartedThePlanChangesNothing() throws {
    for seed in Self.seeds {
      let random = RandomModel(seed)
      let forecast = Forecast(try LawTests.load(random.text, random.rows.map { "\($0).starts=0" }).model)
      #expect(forecast.with.ledger == forecast.without.ledger, "seed \(seed)")
      #expect(forecast.with.vintages == forecast.without.vintages, "seed \(seed)")
      let planned = try LawTests.load(random.text).model
      #expect(forecast.without.ledger == project(planned, Plan(planned), withPlan: false).ledger)
    }
  }

  /// Debts, sums, indices and tests stand in any order, and loans that do not wait for one another.
  @Test func theOrderOfAFileDoesNotMatterWhereItSaysNothing() throws {
    var moved = 0
    for seed in Self.seeds {
      let random = RandomModel(seed)
      let (one, other) = try (
        LawTests.load(random.text).model, LawTests.load(random.textInAnotherOrder).model
      )
      let (plan, otherPlan) = (Plan(one), Plan(other))
      let (with, otherWith) = (project(one, plan), project(other, otherPlan))
      if plan.lines.meanings.map({ $0.path }) != otherPlan.lines.meanings.map({ $0.path }) { moved += 1 }
      var places: [String: Line] = [:]
      for line in otherPlan.lines.all { places[otherPlan.lines.meaning(of: line).path] = line }
      #expect(plan.lines.all.count == otherPlan.lines.all.count)
      for line in plan.lines.all {
        let path = plan.lines.meaning(of: line).path
        let there = try #require(places[path], "seed \(seed): \(path)")
        #expect(with.ledger.monthly(line) == otherWith.ledger.monthly(there), "seed \(seed): \(path)")
      }
    }
    #expect(moved > 50)
  }

  @Test func anOverrideThatSaysTheSameChangesNoByte() throws {
    for seed in Self.seeds {
      let text = RandomModel(seed).text
      let base = try LawTests.load(text)
      var chance = Chance(seed)
      let given = base.assumptions.filter { $0.place != nil }
      let overrides = (0..<5).map { _ in
        let row = chance.one(of: given)
        return "\(row.path)=\(String(decoding: row.written, as: UTF8.self))"
      }
      let same = try LawTests.load(text, overrides)
      #expect(same.model == base.model, "seed \(seed): \(overrides)")
      let (one, other) = (project(base.model, Plan(base.model)), project(same.model, Plan(same.model)))
      #expect(one.ledger == other.ledger, "seed \(seed): \(overrides)")
    }
  }

  /// Where nothing that is set aside depends on what is left. A draw's interest is rounded each month.
  @Test func dearerLoansNeverLeaveTheBudgetBetterOff() throws {
    var dearer = 0
    for seed in Self.seeds {
      let random = RandomModel(seed)
      if random.spendsSurplus { continue }
      let base = Forecast(try LawTests.load(random.text).model)
      // interest added to the cost of building is borrowed, and waits in cash until it is paid
      if base.model.capitalisesInterest { continue }
      let raised = Forecast(
        try LawTests.load(random.text, random.rates.map { "\($0)+=0.5 points" }).model)
      let slack = Int64(base.with.vintages.count)
      for (before, after) in zip(base.yearly("council.budget"), raised.yearly("council.budget")) {
        #expect(after <= before + slack, "seed \(seed)")
        if after < before - slack { dearer += 1 }
      }
      #expect(base.without.ledger == raised.without.ledger || base.without.vintages != [], "seed \(seed)")
    }
    #expect(dearer > 20)
  }

  @Test func shownHouseholdsAddUp() throws {
    for seed in Self.seeds {
      let forecast = Forecast(try LawTests.load(RandomModel(seed).text).model)
      for run in [Forecast.Run.with, .without] {
        expectMonthsToAddUp(forecast.wholeHouseholds(run, months: 24), "seed \(seed)")
        let shown = forecast.wholeHouseholds(run)
        #expect(shown.openingByType.reduce(0, +) == shown.opening, "seed \(seed)")
        var last = shown.opening
        for (k, closing) in shown.households.enumerated() {
          let settled = shown.existing[k] + shown.rehoused[k] + shown.byContract[k]
          let entered = shown.entered[k] + shown.enteredByPlan[k]
          #expect(closing == last + entered - shown.leftOtherwise[k] - settled, "seed \(seed)")
          #expect(shown.byType[k].reduce(0, +) == closing, "seed \(seed)")
          let exact = Double(forecast.yearly("ta.households", run)[k]) / 1_000_000
          // each of nine flows and the opening is rounded by half a household at most
          #expect(abs(Double(closing) - exact) <= 5.1, "seed \(seed)")
          #expect(shown.rehoused[k] == shown.firstLettings[k] + shown.relettings[k] + shown.chained[k])
          last = closing
        }
      }
    }
  }

  func expectMonthsToAddUp(_ shown: WholeHouseholds, _ comment: Comment) {
    var last = shown.opening
    for (month, closing) in shown.households.enumerated() {
      let entered = shown.entered[month] + shown.enteredByPlan[month]
      let settled = shown.existing[month] + shown.rehoused[month]
      let left = shown.leftOtherwise[month] + shown.byContract[month] + settled
      #expect(closing == last + entered - left, comment)
      #expect(shown.byType[month].reduce(0, +) == closing, comment)
      last = closing
    }
  }
}
