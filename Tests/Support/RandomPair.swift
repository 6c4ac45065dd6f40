/// A small model and another that differs from it, of every kind of difference, the same for the same seed.
///
/// One pair in twelve is two models of no kin; the others are one with values set over it, with a table taken out, with its tables in
/// another order, or with several of these.
public struct RandomPair {
  public let first: String
  public let second: String
  /// What is set over the second.
  public let overrides: [String]

  public init(_ seed: Int) {
    var chance = Chance(seed &+ 77_000)
    let model = RandomModel(seed)
    first = model.text
    if chance.maybe(8) {
      second = RandomModel(seed + 1).text
      overrides = []
      return
    }
    let way = chance.whole(1...5)
    second =
      switch way {
      case 1: model.text(lacking: chance.whole(0...999))
      case 2: model.textInAnotherOrder
      default: model.text
      }
    let count = way <= 2 ? chance.whole(0...3) : chance.whole(1...5)
    overrides = (0..<count).map { _ in model.override(&chance) }
  }
}

extension RandomModel {
  /// The model without one of its tables, which it may need.
  func text(lacking number: Int) -> String {
    var kept = sections
    let free = kept.indices.filter {
      ["sum", "stock", "debt", "programme", "test", "loan", "contract", "hra", "stress"].contains(
        kept[$0].kind)
    }
    if !free.isEmpty { kept.remove(at: free[number % free.count]) }
    return (head + kept.flatMap { $0.lines }).joined(separator: "\n") + "\n"
  }

  /// Something that `--set` may say of the model.
  func override(_ chance: inout Chance) -> String {
    func bare(_ value: String) -> String { String(value.filter { $0 != "\"" }) }
    var paths = rates.map { "\($0)=\(bare(chance.percent(0...9)))" }
    paths += rows.map { "\($0).starts=\(chance.whole(0...12))" }
    paths += [
      "treasury.rate=\(bare(chance.percent(0...6)))", "slippage=\(chance.whole(0...9)) months",
      "index.costs.growth=\(bare(chance.percent(-1...6)))",
      "index.houses.growth+=\(chance.whole(1...3))%",
      "rent_policy.september_cpi=\(bare(chance.percent(0...5)))",
      "receipts.right_to_buy_share=\(chance.whole(20...100))%",
      "appraisal.nominal_rate=\(bare(chance.percent(0...8)))",
      "general_fund.provision_life=\(chance.whole(12...600)) months",
      "treasury.capitalise_interest=\(chance.maybe())", "title=Another",
      "ta.new_households[2026-27]=\(chance.whole(0...90))", "receipts.return_unused=\(chance.maybe())",
    ]
    return chance.one(of: paths)
  }
}
