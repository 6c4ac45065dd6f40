import Analysis
import CashFlow
import Finance
import Housing
import ModelFile
import TestSupport
import Testing

@Suite struct SimulationTests {
  static let uncertain = """
    [simulation]
    from = "2027-28"
    [simulation.cpi]
    volatility = "1.5 points"
    reversion = "40%"
    index = ["costs"]
    [simulation.rates]
    volatility = "1 points"
    reversion = "20%"
    [simulation.ta_inflow]
    volatility = "15%"
    reversion = "30%"
    [simulation.correlation.money]
    of = "cpi"
    with = "rates"
    value = "50%"
    [test.balance]
    test = "hra balance"

    """

  func load(_ rest: String = uncertain, _ overrides: [String] = []) throws -> Model {
    let text = try fixture("worked-example.toml") + Array(rest.utf8)
    return try LoadedModel([("x.toml", text)], overrides: overrides).model
  }

  func simulator(_ model: Model, paths: Int64, seed: Int64 = 1, _ conditions: [String] = []) throws
    -> Simulator
  {
    let forecast = Forecast(model)
    return Simulator(
      try #require(model.simulation), forecast,
      asking: try conditions.map { try Condition($0, model, forecast.plan) }, paths: paths, seed: seed,
      fingerprint: "0", notice: nil, reading: nil)
  }

  /// With no volatility every path is the model's own, to the penny.
  @Test func whatDoesNotStrayIsTheBase() throws {
    let calm = ["cpi.volatility=0 points", "rates.volatility=0 points", "ta_inflow.volatility=0%"]
    let model = try load(
      Self.uncertain, calm.map { "simulation.\($0)" } + ["years=10", "simulation.from=2026-27"])
    var simulator = try simulator(model, paths: 5, ["npv > -£10,000,000"])
    let run = simulator.whole
    for (track, histograms) in zip(run.outline.tracks, run.tally.tracks) {
      for (base, histogram) in zip(track.base, histograms) {
        #expect(histogram.least == base && histogram.greatest == base && histogram.sum == 5 * base)
        #expect(histogram.percentile(5) == base && histogram.percentile(95) == base)
      }
    }
    for (total, histogram) in zip(run.outline.totals, run.tally.totals) {
      #expect(histogram.percentile(50) == total.base[0])
    }
  }

  /// What is read of a forecast is what its measures and its first page say.
  @Test(arguments: [2, 5, 11, 16, 23]) func figuresAreThoseOfTheMeasures(seed: Int) throws {
    let model = try LoadedModel([("random.toml", Array(RandomModel(seed).text.utf8))]).model
    let forecast = Forecast(model)
    let simulation = try load().simulation
    let simulator = Simulator(
      try #require(simulation), forecast, asking: [], paths: 2, seed: 1, fingerprint: "", notice: nil,
      reading: nil)
    let outline = simulator.outline
    let (with, without) = (forecast.wholeHouseholds(.with), forecast.wholeHouseholds(.without))
    #expect(outline.tracks[0].base == with.households)
    #expect(outline.tracks[1].base == zip(without.households, with.households).map { $0 - $1 })
    for total in outline.totals {
      let measure = try Measure.named(total.name, model, forecast.plan)
      let value = try #require(measure.value(in: forecast))
      #expect(total.base == [total.unit == .pounds ? roundedQuotient(value, 100) : value])
    }
  }

  /// Deviations have the moments of their closed form: x(t) has mean 0 and variance σ² (1 − φ²ᵗ)/(1 − φ²), φ = 1 − reversion, and
  /// two processes whose shocks have the correlation ρ the covariance σ₁ σ₂ ρ (1 − (φ₁φ₂)ᵗ)/(1 − φ₁φ₂).
  @Test func deviationsHaveTheMomentsOfTheirProcess() throws {
    let model = try load(Self.uncertain, ["years=10"])
    var deviations = Deviations(try #require(model.simulation), model, seed: 1)
    let paths = 20_000
    // the third year that strays is 2029-30, the fourth of the model
    let (year, t) = (3, 3)
    var (sum, square, product) = (0.0, 0.0, 0.0)
    for path in 0..<paths {
      deviations.draw(path: Int64(path))
      let (x, r) = (deviations.of(.consumerPrices, year), deviations.of(.rates, year))
      #expect(deviations.of(.consumerPrices, 0) == 0 && deviations.of(.housePrices, year) == 0)
      sum += x
      square += x * x
      product += x * r
    }
    func series(_ ratio: Double) -> Double {
      (0..<t).reduce(0.0) { total, k in total + power(ratio, Double(k)) }
    }
    let variance = 0.015 * 0.015 * series(0.6 * 0.6)
    let covariance = 0.015 * 0.01 * 0.5 * series(0.6 * 0.8)
    let n = Double(paths)
    #expect((sum / n).magnitude < 4 * (variance / n).squareRoot())
    #expect((square / n / variance - 1).magnitude < 4 * (2 / n).squareRoot())
    let other = 0.01 * 0.01 * series(0.8 * 0.8)
    let error = ((variance * other + covariance * covariance) / n).squareRoot()
    #expect((product / n - covariance).magnitude < 4 * error)
  }

  /// The model's own path is the middle: of 200 futures as many are above as below, within four standard errors, √200/2.
  @Test func theBaseIsTheMedian() throws {
    let model = try load(Self.uncertain, ["years=5"])
    var simulator = try simulator(model, paths: 200)
    let run = simulator.whole
    let ta = try #require(run.outline.track("ta"))
    let (base, histogram) = (run.outline.tracks[ta].base[4], run.tally.tracks[ta][4])
    let below = histogram.filled.filter { $0.bucket < base }.reduce(0) { $0 + Int64($1.count) }
    let above = histogram.filled.filter { $0.bucket > base }.reduce(0) { $0 + Int64($1.count) }
    #expect(below > 0 && above > 0)
    // households are whole: those on the base itself are on neither side
    #expect(below < 100 + 29 && above < 100 + 29)
    #expect((try #require(histogram.percentile(50)) - base).magnitude <= 1)
  }

  /// A path is the same whoever draws it: parts of a run, read back from their files and merged in any order, make the same bytes.
  @Test(arguments: [1, 2, 7, 64] as [Int64])
  func partsMakeTheWhole(count: Int64) throws {
    let model = try load()
    let asked = ["ta@2027-28 < 16", "passes"]
    var whole = try simulator(model, paths: 130, asked)
    let run = whole.whole
    var parts: [Simulated] = []
    for number in 1...count {
      var simulator = try simulator(model, paths: 130, asked)
      let range = SimulationPart(number, of: count).range(of: 130)
      var tally = simulator.emptyTally
      simulator.run(range, into: &tally)
      let text = Simulated(simulator.outline, range, tally).shard
      let read = try Simulated(shard: Array(text.utf8))
      #expect(read.shard == text)
      parts.append(read)
    }
    let merged = try Simulated.merging(parts.reversed())
    #expect(merged == run)
    #expect(merged.shard == run.shard)
  }

  @Test func partsThatAreNotOfOneRunAreRefused() throws {
    let model = try load()
    func part(_ number: Int64, _ count: Int64, paths: Int64 = 10, seed: Int64 = 1) throws -> Simulated {
      var simulator = try simulator(model, paths: paths, seed: seed)
      let range = SimulationPart(number, of: count).range(of: paths)
      var tally = simulator.emptyTally
      simulator.run(range, into: &tally)
      return Simulated(simulator.outline, range, tally)
    }
    let (first, second) = (try part(1, 2), try part(2, 2))
    #expect(throws: MergeFault.missing([5..<10])) { try Simulated.merging([first]) }
    #expect(throws: MergeFault.overlap(0, 2, 0..<3)) {
      try Simulated.merging([first, second, try part(1, 3)])
    }
    #expect(throws: MergeFault.other(0, 1, "the seed: 1 and 2")) {
      try Simulated.merging([first, try part(2, 2, seed: 2)])
    }
    #expect(throws: MergeFault.other(0, 1, "the paths of the whole run: 10 and 12")) {
      try Simulated.merging([first, try part(2, 2, paths: 12)])
    }
  }

  /// A damaged file is refused at its line, never trusted and never a trap.
  @Test func aDamagedPartIsRefused() throws {
    var simulator = try simulator(try load(), paths: 9)
    let bytes = Array(simulator.whole.shard.utf8)
    var chance = Chance(7)
    for _ in 0..<300 {
      var damaged = bytes
      switch chance.whole(0...2) {
      case 0: damaged.removeLast(chance.whole(1...bytes.count))
      case 1: damaged[chance.whole(0...bytes.count - 1)] = UInt8(chance.whole(32...126))
      default: damaged.insert(UInt8(chance.whole(48...57)), at: chance.whole(0...bytes.count - 1))
      }
      if let read = try? Simulated(shard: damaged) {
        #expect(read.tally.paths == read.range.upperBound - read.range.lowerBound)
      }
    }
    #expect(throws: ShardFault.self) { try Simulated(shard: Array(bytes.dropLast(5))) }
  }

  /// What a process draws does not depend on which others there are, nor on what else the model says.
  @Test func scenariosMeetTheSameChance() throws {
    let one = try load(Self.uncertain, ["years=6"])
    let other = try load(
      Self.uncertain
        + "[simulation.house_prices]\nvolatility = \"4 points\"\nreversion = \"50%\"\nindex = [\"costs\"]\n",
      ["years=9", "loan.pwlb.rate+=1 points"])
    var first = Deviations(try #require(one.simulation), one, seed: 3)
    var second = Deviations(try #require(other.simulation), other, seed: 3)
    for path: Int64 in [0, 17, 999_999] {
      first.draw(path: path)
      second.draw(path: path)
      for kind in [RandomProcess.Kind.consumerPrices, .rates, .inflow] {
        for year in 0..<6 { #expect(first.of(kind, year) == second.of(kind, year)) }
      }
    }
    first.draw(path: 1)
    second.draw(path: 2)
    #expect(first.of(.rates, 5) != second.of(.rates, 5))
  }
}
