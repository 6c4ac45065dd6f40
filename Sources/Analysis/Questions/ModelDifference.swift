import Finance
import Housing

/// In what a model differs from a base, as far as it saves work: what need not be run again, and what can be put together.
struct ModelDifference: OptionSet, Hashable, Sendable {
  let rawValue: Int

  /// The rates of what the plan may yet draw.
  static let rates = ModelDifference(rawValue: 1)
  /// The plan's programmes, with the same lines.
  static let programmes = ModelDifference(rawValue: 2)
  static let other = ModelDifference(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(_ model: Model, from base: Model) {
    self = []
    guard model != base else { return }
    var alike = model
    if model.borrowsLike(base) {
      alike.takeRates(of: base)
      if alike != model { insert(.rates) }
    }
    if alike.programmes != base.programmes, alike.hasLinesLike(base) {
      alike.programmes = base.programmes
      // what slips all of them alike
      alike.slippage = base.slippage
      insert(.programmes)
    }
    if alike != base { insert(.other) }
  }
}

extension Model {
  fileprivate func borrowsLike(_ base: Model) -> Bool {
    loans.count == base.loans.count && funds.count == base.funds.count
      && zip(funds, base.funds).allSatisfy { $0.tranches.count == $1.tranches.count }
  }

  /// Puts the rates of another model, with as many loans, in the place of its own.
  mutating func takeRates(of other: Model) {
    for i in loans.indices { loans[i].annualRate = other.loans[i].annualRate }
    for f in funds.indices {
      for t in funds[f].tranches.indices {
        funds[f].tranches[t].annualRate = other.funds[f].tranches[t].annualRate
      }
    }
  }

  /// Whether its programmes make the same lines as another's.
  fileprivate func hasLinesLike(_ base: Model) -> Bool {
    programmes.count == base.programmes.count
      && zip(programmes, base.programmes).allSatisfy { mine, other in
        mine.name.isSame(as: other.name) && mine.account == other.account
          && mine.use == other.use && mine.rows.count == other.rows.count
          && (mine.subsidyLoss == nil) == (other.subsidyLoss == nil)
          && (mine.lease == nil) == (other.lease == nil)
          && (mine.partner == nil) == (other.partner == nil)
          && zip(mine.rows, other.rows).allSatisfy { $0.name.isSame(as: $1.name) }
      }
  }
}
