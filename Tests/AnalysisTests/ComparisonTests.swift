import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@testable import Analysis

/// What moved between two readings of a model, and what of it each change made.
@Suite struct ComparisonTests {
  static func text() throws -> String { String(decoding: try fixture("worked-example.toml"), as: UTF8.self) }

  func load(_ text: String, _ overrides: [String] = []) throws -> LoadedModel {
    try LoadedModel([("x.toml", Array(text.utf8))], overrides: overrides)
  }

  func compare(_ first: String, _ second: String, _ overrides: [String] = []) throws -> Comparison {
    Comparison(try load(first), try load(second, overrides))
  }

  func evaluate(_ comparison: Comparison) -> Evaluate {
    { coalitions in coalitions.map { comparison.values($0) } }
  }

  func parts(_ name: String, _ split: Split, of comparison: Comparison) throws -> [String: Int64] {
    let figure = try #require(comparison.split.firstIndex { $0.name == name })
    let parts = try #require(split.parts[figure])
    return Dictionary(uniqueKeysWithValues: zip(split.causes.map { $0.name }, parts))
  }

  /// The example of "Why it moved": one home of £270,000 with works, £109,000 of it grant, £161,000 borrowed. Of two homes at
  /// £10,000 more each 2 × 171,000 = 342,000 is borrowed, 181,000 more. Without depreciation no reserve pays for any of it.
  @Test func theExampleOfThePageIsSplitByHand() throws {
    let text = try Self.text().replacing("depreciation = \"£1,800 per year\"\n", with: "")
    let dearer = "programme.home.homes.two-bed.cost=£260,000"
    let comparison = try compare(text, text, ["programme.home.homes.two-bed.starts=[2]", dearer])
    #expect(comparison.changes.map { $0.path.split(separator: ".").last } == ["starts", "cost"])
    let (starts, cost) = ("programme.home.homes.two-bed.starts", "programme.home.homes.two-bed.cost")
    // starts first: a second home of the old price, then £10,000 on each of two
    let inOrder = comparison.inOrder(evaluate(comparison))
    #expect(inOrder.causes.map { $0.name } == [starts, cost])
    #expect(try parts("borrowed", inOrder, of: comparison) == [starts: 161_000_00, cost: 20_000_00])
    // the other way round £10,000, then a second home of the new price, 171,000: the means are 166,000 and 15,000
    let shapley = comparison.shapley(orders: 2, seed: 1, evaluate(comparison))
    #expect(shapley.method == .shapley)
    #expect(try parts("borrowed", shapley, of: comparison) == [starts: 166_000_00, cost: 15_000_00])
    #expect(comparison.addsUp(inOrder) && comparison.addsUp(shapley))
  }

  /// Of two causes an order and the same backwards are every order, however many are drawn.
  @Test func drawnOrdersOfTwoAreEveryOrder() throws {
    let text = try Self.text()
    let comparison = try compare(
      text, text,
      ["programme.home.homes.two-bed.starts=[2]", "loan.pwlb.rate=6%", "programme.home.delay=4 months"])
    let drawn = comparison.shapley(orders: 6, seed: 9, upTo: 1, evaluate(comparison))
    #expect(
      drawn.method == .sampled(orders: 6) && drawn.causes.map { $0.name } == ["loan.pwlb", "programme.home"])
    let every = comparison.shapley(orders: 6, seed: 9, upTo: 2, evaluate(comparison))
    #expect(every.method == .shapley && every.parts == drawn.parts && comparison.addsUp(drawn))
  }

  @Test func theWayBackIsTheOpposite() throws {
    let text = try Self.text()
    let said = [
      "programme.home.homes.two-bed.starts=[3]", "loan.pwlb.rate=6.1%", "treasury.rate=1%",
      "ta.new_households=9",
    ]
    let there = try compare(text, text, said)
    let back = Comparison(try load(text, said), try load(text))
    let one = there.shapley(orders: 2, seed: 1, evaluate(there))
    let other = back.shapley(orders: 2, seed: 1, evaluate(back))
    #expect(there.causes.count == 4)
    for name in ["borrowed", "budget", "npv", "rehoused"] {
      guard there.split.contains(where: { $0.name == name }) else { continue }
      #expect(
        try parts(name, one, of: there) == (try parts(name, other, of: back)).mapValues { -$0 }, "\(name)")
    }
  }

  /// A rate at which cash earns nothing moves no borrowing; a title moves nothing and is no cause.
  @Test func whatHasNoEffectHasNoPart() throws {
    let text = try Self.text()
    let comparison = try compare(
      text, text, ["title=Another", "treasury.rate=4%", "programme.home.homes.two-bed.cost=£260,000"])
    #expect(comparison.changes.count == 3 && comparison.causes.count == 2)
    let split = comparison.shapley(orders: 2, seed: 1, evaluate(comparison))
    let borrowed = try parts("borrowed", split, of: comparison)
    #expect(borrowed["treasury.rate"] == 0)
    let onlyTitle = try compare(text, text, ["title=Another"])
    #expect(!onlyTitle.isSame && !onlyTitle.isMoved && onlyTitle.causes.isEmpty)
    #expect(onlyTitle.split.isEmpty)
  }

  /// Comments, order, spelling, and a default that is written out.
  @Test func layoutIsNoChange() throws {
    let text = try Self.text()
    let other =
      text.replacing("\nrate = \"4.85%\"", with: "\nrate = { 2026-27 = \"4.850%\" } # as before")
      .replacing("[treasury]\nrate = \"3%\"\n", with: "")
      .replacing(
        "[appraisal]", with: "[treasury]\ncapitalise_interest = false\nrate = \"3.00%\"\n\n[appraisal]"
      )
      .replacing("works = \"£20,000\"\n", with: "")
      .replacing("sdlt = \"relief\"", with: "sdlt = \"relief\"\nworks = \"£20,000\"")
    #expect(other != text)
    let comparison = try compare(text, other)
    #expect(comparison.isSame)
    #expect(comparison.sources.map { $0.path } == ["loan.pwlb.rate"])
    #expect(comparison.inOrder(evaluate(comparison)).parts.isEmpty)
  }

  /// A table that only one of the two has is one cause, whatever is in it.
  @Test func aWholeTableIsOneCause() throws {
    let text = try Self.text()
    let more =
      text + "[sum.caretaker]\naccount = \"hra\"\nline = \"other_cost\"\namount = \"£1,000 per year\"\n"
    for (first, second, sign) in [(text, more, Int64(-1)), (more, text, 1)] {
      let comparison = try compare(first, second)
      #expect(comparison.causes.map { comparison.mixture.switches[$0].path } == ["sum.caretaker"])
      #expect(comparison.mixture.switches.filter { $0.kind == .table }.count == 1)
      let split = comparison.inOrder(evaluate(comparison))
      let surplus = try parts("hra.surplus", split, of: comparison)
      let change = try #require(comparison.split.first { $0.name == "hra.surplus" }?.change)
      #expect(surplus == ["sum.caretaker": change] && change.signum() == sign)
    }
  }

  /// A table that holds nothing but tables goes with the last of them.
  @Test func aTableOfTablesGoesWithThem() throws {
    let text = try Self.text()
    let more =
      text
      + "[curve.gilts]\n[curve.gilts.at.ten]\nterm = \"10 years\"\nannuity = \"4%\"\neip = \"4%\"\nmaturity = \"4%\"\n"
    guard let first = try? load(more) else { return }
    let comparison = Comparison(first, try load(text))
    #expect(
      comparison.mixture.model(comparison.mixture.switches.map { _ in true }) == comparison.second.model)
  }

  /// A choice takes with it what only one of its ways asks for.
  @Test func aWayIsOneCause() throws {
    let text = try Self.text()
    let other = text.replacing(
      "grant = \"per home\"\ngrant_per_home = \"£109,000\"", with: "grant = \"none\"")
    let comparison = try compare(text, other)
    #expect(comparison.causes.map { comparison.mixture.switches[$0].path } == ["programme.home.grant"])
    let split = comparison.shapley(orders: 2, seed: 1, evaluate(comparison))
    #expect(try parts("borrowed", split, of: comparison) == ["programme.home.grant": 109_000_00])
  }

  /// An index that another table names cannot be named where it is not: the two are one cause, or the second waits for the first.
  @Test func whatCannotBeReadApartIsJoined() throws {
    let text = try Self.text()
    let other = text.replacing(
      "[rent_policy]", with: "[index.dear]\ngrowth = \"9%\"\n\n[rent_policy]"
    ).replacing(
      "depreciation = \"£1,800 per year\"\nindex = \"costs\"",
      with: "depreciation = \"£1,800 per year\"\nindex = \"dear\"")
    let comparison = try compare(text, other)
    let paths = ["index.dear", "programme.home.index"]
    #expect(comparison.causes.map { comparison.mixture.switches[$0].path } == paths)
    let inOrder = comparison.inOrder(evaluate(comparison))
    #expect(inOrder.causes.map { $0.name } == paths)
    let shapley = comparison.shapley(orders: 2, seed: 1, evaluate(comparison))
    #expect(shapley.causes.map { $0.names } == [paths] && shapley.isJoined)
    #expect(comparison.addsUp(inOrder) && comparison.addsUp(shapley))
    // the other way round the index goes last in the register, and what names it goes first
    let back = Comparison(try load(other), try load(text))
    #expect(back.inOrder(evaluate(back)).causes.map { $0.name } == paths.reversed())
  }

  /// Which loan is drawn first is said by their order alone.
  @Test func theOrderOfLoansIsACause() throws {
    let text = try Self.text()
    let cheap = """
      [loan.cheap]
      account = "hra"
      rate = "1%"
      repayment = "annuity"
      term = "30 years"
      limit = "£100,000"


      """
    let before = text.replacing("[loan.pwlb]", with: cheap + "[loan.pwlb]")
    let after = text.replacing("[programme.home]\n", with: cheap + "[programme.home]\n")
    guard (try? load(before)) != nil else { return }
    let comparison = try compare(before, after)
    #expect(comparison.changes.isEmpty)
    if comparison.isMoved {
      #expect(comparison.causes.map { comparison.mixture.switches[$0].kind } == [.order])
      #expect(comparison.addsUp(comparison.inOrder(evaluate(comparison))))
    }
  }

  /// More of them are held to the same laws in release: `laws`.
  @Test(arguments: 0..<8) func partsAddUp(seed: Int) throws {
    let pair = RandomPair(seed)
    guard let first = try? load(pair.first), let second = try? load(pair.second, pair.overrides) else {
      return
    }
    let comparison = Comparison(first, second)
    let everything = comparison.mixture.switches.map { _ in true }
    #expect(comparison.mixture.model(everything) == second.model)
    #expect(comparison.mixture.model(everything.map { !$0 }) == first.model)
    #expect(comparison.addsUp(comparison.inOrder(evaluate(comparison))))
    #expect(comparison.addsUp(comparison.shapley(orders: 2, seed: 1, upTo: 3, evaluate(comparison))))
  }
}

@Suite struct ApportionTests {
  let names = ["a", "b", "c"].map { Array($0.utf8) }

  /// 10 over three: 3⅓ each, and the one left goes by name; its opposite goes to the same.
  @Test func whatIsLeftGoesToTheLargestRemainders() {
    #expect(apportioned([10, 10, 10], over: 3, to: 10, names: names) == [4, 3, 3])
    #expect(apportioned([-10, -10, -10], over: 3, to: -10, names: names) == [-4, -3, -3])
    #expect(apportioned([5, 4, 0], over: 3, to: 3, names: names) == [2, 1, 0])
    #expect(apportioned([-5, 8, 3], over: 3, to: 2, names: names) == [-1, 2, 1])
    #expect(apportioned([-5, 8, 0], over: 3, to: 2, names: names) == [-1, 3, 0])
    #expect(apportioned([], over: 3, to: 0, names: []) == [])
  }

  @Test func partsAddUpAndTheOppositeIsOpposite() {
    var chance = Chance(41)
    for _ in 0..<500 {
      let count = chance.whole(1...9)
      let unit = chance.whole(1...5040)
      var shares = (0..<count).map { _ in Int128(chance.whole(-9_000_000...9_000_000)) }
      let over = shares.reduce(0, +) % Int128(unit)
      shares[0] -= over
      let total = Int64(shares.reduce(0, +) / Int128(unit))
      let names = (0..<count).map { [UInt8($0)] }
      let whole = apportioned(shares, over: Int128(unit), to: total, names: names)
      #expect(whole.reduce(0, +) == total)
      for (share, part) in zip(shares, whole) {
        #expect((share - Int128(part) * Int128(unit)).magnitude < UInt128(unit))
      }
      #expect(
        apportioned(shares.map { -$0 }, over: Int128(unit), to: -total, names: names) == whole.map { -$0 })
    }
  }

  @Test func ordersAreDrawnByNumberAlone() {
    for number: UInt64 in 0..<50 {
      let order = drawnOrder(of: 17, seed: 3, number: number)
      #expect(order.sorted() == Array(0..<17))
      #expect(order == drawnOrder(of: 17, seed: 3, number: number))
    }
    #expect(Set((0..<600).map { drawnOrder(of: 3, seed: 1, number: $0) }).count == 6)
  }
}
