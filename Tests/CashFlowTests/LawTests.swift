import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

/// What holds for every model, over models made by chance; `Tests/run` holds many more to it in a release build.
@Suite struct LawTests {
  static let parts = 5
  static let models = 200

  static func load(_ text: String, _ overrides: [String] = []) throws -> LoadedModel {
    do throws(ModelFileError) {
      return try LoadedModel([("random.toml", Array(text.utf8))], overrides: overrides)
    } catch {
      Issue.record("refused: \(error.lines.joined(separator: "\n"))\n\(text)")
      throw error
    }
  }

  static func seeds(_ part: Int) -> Range<Int> {
    part * models / parts..<(part + 1) * models / parts
  }

  @Test(arguments: 0..<parts) func everyLawHolds(part: Int) throws {
    for seed in Self.seeds(part) {
      let forecast = Forecast(try Self.load(RandomModel(seed).text).model)
      let broken = forecast.laws().filter { !$0.holds }.map { $0.law }
      #expect(broken == [], "seed \(seed)")
    }
  }

  /// One of every feature in one model, and every way of borrowing drawn.
  @Test func everyLawHoldsOfEverything() throws {
    let forecast = Forecast(
      try Self.load(String(decoding: try fixture("everything.toml"), as: UTF8.self)).model)
    #expect(forecast.laws().filter { !$0.holds }.map { $0.law } == [])
    let model = forecast.model
    for (place, loan) in model.loans.enumerated() {
      #expect(forecast.with.vintages.contains { $0.lender == .loan(place) }, "\(loan.name) is not drawn")
    }
    for (fund, blend) in model.funds.enumerated() {
      for (place, tranche) in blend.tranches.enumerated() {
        #expect(
          forecast.with.vintages.contains { $0.lender == .tranche(place, fund: fund) },
          "\(tranche.name) is not drawn")
      }
    }
    #expect(forecast.with.vintages.contains { $0.isRefinancing })
    let waits = try forecast.with.ledger.monthly(
      #require(forecast.plan.lines.line(named: "loan.hra.deferred")))
    #expect(waits.contains { $0 > 0 } && waits.contains { $0 < 0 })
  }

  /// The models made by chance borrow in every way, or the laws would say little of it.
  @Test func everyWayOfBorrowingIsMade() throws {
    var (bonds, resets, tranches, refinanced, refinancedWithout, deferred, caughtUp) = (0, 0, 0, 0, 0, 0, 0)
    for seed in 0..<300 {
      let forecast = Forecast(try Self.load(RandomModel(seed).text).model)
      let model = forecast.model
      for vintage in forecast.with.vintages {
        switch vintage.lender {
        case .tranche: tranches += 1
        case .loan(let place):
          if case .bond = model.loans[place].kind { bonds += 1 }
          if model.loans[place].kind == .variable { resets += 1 }
        }
        if vintage.isRefinancing { refinanced += 1 }
      }
      if forecast.without.vintages.contains(where: { $0.isRefinancing }) { refinancedWithout += 1 }
      let waits = forecast.plan.lines.line(named: "loan.hra.deferred").map {
        forecast.with.ledger.monthly($0)
      }
      if waits?.contains(where: { $0 > 0 }) ?? false { deferred += 1 }
      if waits?.contains(where: { $0 < 0 }) ?? false { caughtUp += 1 }
    }
    #expect(bonds > 50 && resets > 50 && tranches > 50 && refinanced > 50)
    #expect(refinancedWithout > 20 && deferred > 5 && caughtUp > 1)
  }
}
