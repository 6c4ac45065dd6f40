import Analysis
import CashFlow
import Housing
import ModelFile
import TestSupport

/// What must hold of every comparison: parts add up to what moved, and comparing the other way round gives the opposite.
struct ComparisonLaws {
  private(set) var pairs = 0
  private(set) var alike = 0
  private(set) var sampled = 0
  private(set) var joined = 0
  private(set) var broken: [String] = []

  init() {}

  /// Of the pair of a seed, where it makes one.
  init(seed: Int) { hold(seed: seed) }

  mutating func add(_ other: ComparisonLaws) {
    pairs += other.pairs
    alike += other.alike
    sampled += other.sampled
    joined += other.joined
    broken += other.broken
  }

  mutating func hold(seed: Int) {
    let pair = RandomPair(seed)
    guard let first = try? LoadedModel([("random.toml", Array(pair.first.utf8))]),
      let second = try? LoadedModel([("random.toml", Array(pair.second.utf8))], overrides: pair.overrides)
    else { return }
    pairs += 1
    let comparison = Comparison(first, second)
    let back = Comparison(second, first)
    func evaluate(_ coalitions: [[Bool]]) -> [[Int64?]?] { coalitions.map { comparison.values($0) } }
    func evaluateBack(_ coalitions: [[Bool]]) -> [[Int64?]?] { coalitions.map { back.values($0) } }
    if comparison.isSame != back.isSame { broken.append("seed \(seed): the same one way and not the other") }
    if comparison.isSame { alike += 1 }
    let everything = comparison.mixture.switches.map { _ in true }
    if !isSecond(comparison.mixture.model(everything), second.model) {
      broken.append("seed \(seed): a mixture of everything of the second is not the second")
    }
    if comparison.mixture.model(everything.map { _ in false }) != first.model {
      broken.append("seed \(seed): a mixture of everything of the first is not the first")
    }
    if comparison.values(comparison.coalition(comparison.causes)) != comparison.secondValues {
      broken.append("seed \(seed): the causes do not make the second's figures of the first")
    }
    let inOrder = comparison.inOrder(evaluate)
    let shapley = comparison.shapley(orders: 2, seed: UInt64(seed), upTo: 7, evaluate)
    for split in [inOrder, shapley] where !comparison.addsUp(split) {
      broken.append("seed \(seed): the parts do not add up: \(split.method)")
    }
    if shapley.isJoined { joined += 1 }
    if shapley.method != .shapley { sampled += 1 }
    // which causes of many are joined depends on the order in which mixtures are met
    guard shapley.method == .shapley, comparison.causes.count <= 7 else { return }
    let opposite = back.shapley(orders: 2, seed: UInt64(seed), upTo: 7, evaluateBack)
    let names = comparison.split.map { $0.name }
    for (figure, name) in names.enumerated() {
      guard let there = back.split.firstIndex(where: { $0.name == name }), let parts = shapley.parts[figure]
      else { continue }
      let other = opposite.parts[there] ?? []
      for (place, cause) in shapley.causes.enumerated() {
        let same = opposite.causes.firstIndex { Set($0.names) == Set(cause.names) }
        if same.map({ other[$0] }) != -parts[place] {
          broken.append(
            "seed \(seed): \(name), \(cause.name): \(parts[place]) is not the opposite of the way back")
        }
      }
    }
  }

  /// Whether a mixture is the model, or what differs is only how the same value is written, such as a series that says one value
  /// twice: then every line of both runs is the same in every month.
  private func isSecond(_ mixed: Model?, _ second: Model) -> Bool {
    guard let mixed else { return false }
    if mixed == second { return true }
    let (one, other) = (Forecast(mixed), Forecast(second))
    return one.with.ledger == other.with.ledger && one.without.ledger == other.without.ledger
  }
}
