import Finance
import ModelFile

/// What a home is worth, for loan to value alone: no line of an account turns on it.
public struct HomeValue: Hashable, Sendable {
  public var each: Money
  public var prices: PriceBasis
}

extension HomeValue {
  /// - Returns: nothing where the model gives no value.
  static func read(_ form: inout Form, _ modelBase: Year) -> HomeValue? {
    let each = form.optionalMoney(
      "value", in: .pounds(0...5_000_000), "What a home is worth, for loan to value alone")
    let prices = PriceBasis(&form, "value_index", "value_base", base: modelBase)
    if each == nil, form.isGiven("value_index") || form.isGiven("value_base") {
      form.problem(
        at: form.isGiven("value_index") ? "value_index" : "value_base",
        fault: "how a value moves is given, and no value", remedy: "write value, or take this out")
    }
    return each.map { HomeValue(each: $0, prices: prices) }
  }
}

extension Magnitude {
  /// What the homes of one group or row may be worth at most: £10 trillion.
  static let mostWorth = 1e15

  /// Where the homes of a group come to be worth more than is reckoned with, if anywhere.
  var keyBeyondWorth: String? {
    func isBeyond(_ homes: Double, _ value: HomeValue?) -> Bool {
      guard let value else { return false }
      let highest = level(value.prices).prefix(years).max() ?? 1
      return homes * Double(value.each.pence) * highest > Self.mostWorth
    }
    for group in model.stock where isBeyond(Double(group.homes), group.value) {
      return "stock.\(group.name).value"
    }
    for programme in model.programmes {
      for row in programme.rows {
        let starts = (0..<years).reduce(0.0) { $0 + Double(row.starts[model.firstYear + $1]) }
        if isBeyond(starts, row.value) { return "programme.\(programme.name).homes.\(row.name).value" }
      }
    }
    return nil
  }
}
