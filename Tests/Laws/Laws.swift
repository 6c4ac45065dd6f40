import Analysis
import CashFlow
import Finance
import Foundation
import Housing
import ModelFile
import TestSupport

/// Holds models made by chance to every law, far more of them than a debug build has time for, and prints what a build makes of
/// some, so that two builds can be compared: `swift run -c release laws 2000`. With `--solve` it asks questions of them instead.
@main struct Laws {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let isDigest = arguments.contains("--digest")
    let count = arguments.compactMap { Int($0) }.first ?? 2_000
    var broken = 0
    if arguments.contains("--solve") { return try solve(count) }
    for held in onAllProcessors(0..<count, { hold(seed: $0, isDigest: isDigest) }) {
      for line in held.lines { print(line) }
      broken += held.broken
    }
    print("\(count - broken) passed, \(broken) failed")
    if !isDigest { broken += compare(count / 2) }
    // not thrown: a trap would lose what was printed into a pipe
    if broken > 0 { exit(1) }
  }

  /// What is to be said of a model, and how many laws it breaks.
  private static func hold(seed: Int, isDigest: Bool) -> (lines: [String], broken: Int) {
    let model: Model
    do throws(ModelFileError) {
      model = try LoadedModel([("random.toml", Array(RandomModel(seed).text.utf8))]).model
    } catch {
      return (lines: ["seed \(seed): refused: " + error.lines.joined(separator: "; ")], broken: 1)
    }
    let forecast = Forecast(model)
    let broken = forecast.laws().filter { !$0.holds }.map { "seed \(seed): \($0.law): broken" }
    let digest = isDigest ? ["\(seed) \(digest(forecast)) \(simulated(forecast))"] : []
    return (lines: digest + broken, broken: broken.count)
  }

  /// Compares so many pairs of models, and says how many of each kind there were.
  private static func compare(_ count: Int) -> Int {
    var laws = ComparisonLaws()
    var seed = 0
    while laws.pairs < count {
      // some seeds make no pair
      let seeds = seed..<seed + count - laws.pairs
      for held in onAllProcessors(seeds, { ComparisonLaws(seed: $0) }) { laws.add(held) }
      seed = seeds.upperBound
    }
    for line in laws.broken { print(line) }
    print(
      "\(laws.pairs) pairs compared: \(laws.alike) alike, \(laws.sampled) with too many causes for every order, \(laws.joined) with causes joined; \(laws.broken.count) laws broken"
    )
    return laws.broken.count
  }

  /// Three questions of each model, each answer reckoned again from the model's text.
  private static func solve(_ count: Int) throws {
    var (broken, asked) = (0, 0)
    let all = onAllProcessors(0..<count) { seed in
      var answers = 0
      let faults = Result { () throws(ModelFileError) in try solveFaults(seed, questions: 3, &answers) }
      return (answers: answers, faults: faults)
    }
    for (seed, held) in all.enumerated() {
      asked += held.answers
      for fault in try held.faults.get() {
        print("seed \(seed): \(fault)")
        broken += 1
      }
    }
    print("\(asked) answers to questions of \(count) models, \(broken) wrong")
    if broken > 0 { exit(1) }
  }

  /// What a few futures come to, in one number; nothing where the model does not say what is uncertain.
  static func simulated(_ forecast: Forecast) -> UInt64 {
    guard let simulation = forecast.model.simulation else { return 0 }
    let simulator = Simulator(
      simulation, forecast, asking: [], paths: 8, seed: simulation.seed, fingerprint: "", notice: nil,
      reading: nil)
    return simulator.whole.shard.utf8.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
  }

  /// Every figure of both runs in one number (FNV-1a).
  static func digest(_ forecast: Forecast) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for line in forecast.plan.lines.all {
      for ledger in [forecast.with.ledger, forecast.without.ledger] {
        for value in ledger.monthly(line) {
          hash = (hash ^ UInt64(bitPattern: value)) &* 0x100_0000_01B3
        }
      }
    }
    return hash
  }
}
