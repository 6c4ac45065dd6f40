import Finance
import ModelFile

/// The rents of a programme's homes as a share of what their basis gives: one number that moves all of them, for a plan that
/// asks how much rent it needs.
public enum RentLevel {
  public static let bounds: ClosedRange<Rate> = .percent(0...150)

  static func read(_ form: inout Form) -> Rate {
    form.rate(
      "rent_level", in: bounds, or: Assumed(.whole, "what the basis gives unless the model says so"),
      "Rents of its homes, as a share of what the basis of each gives")
  }
}

extension RentBasis {
  /// The same basis at a level of its rents. Shares are rounded to a millionth, half to even.
  public func scaled(by level: Rate) -> RentBasis {
    guard level != .whole else { return self }
    func scaled(_ share: Rate) -> Rate {
      Rate(millionths: roundedProduct(share.millionths, level.millionths, over: 1_000_000))
    }
    switch self {
    case .fixed(let pence): return .fixed(weeklyPence: pence * level.ratio)
    case .formula(let terms): return .formula(terms.scaled(by: level))
    case .affordable(var terms):
      terms.market.share = scaled(terms.market.share)
      terms.sittingPence = terms.sittingPence.map { $0 * level.ratio }
      terms.floor = terms.floor.map { $0.scaled(by: level) }
      return .affordable(terms)
    case .londonAffordable(var terms):
      terms.level = Rate(millionths: scaled(terms.level).millionths)
      terms.sittingPence = terms.sittingPence.map { $0 * level.ratio }
      return .londonAffordable(terms)
    case .market(var terms):
      terms.share = scaled(terms.share)
      return .market(terms)
    case .localHousingAllowance(var terms):
      terms.share = scaled(terms.share)
      return .localHousingAllowance(terms)
    }
  }

  /// The rule that keeps the rent from being higher, if it is broken.
  var brokenCeiling: Rule? {
    switch self {
    case .formula(let terms): terms.level > .whole ? FormulaRent.flexibility : nil
    case .affordable(let terms): terms.market.share > AffordableRent.mostShare ? AffordableRent.rule : nil
    case .londonAffordable(let terms): terms.level > .whole ? LondonAffordableRent.rule : nil
    case .fixed, .localHousingAllowance, .market: nil
    }
  }
}

extension FormulaTerms {
  fileprivate func scaled(by level: Rate) -> FormulaTerms {
    var terms = self
    terms.level = Rate(millionths: roundedProduct(self.level.millionths, level.millionths, over: 1_000_000))
    terms.sittingPence = sittingPence.map { $0 * level.ratio }
    return terms
  }
}

extension Model {
  /// The model with all rents of the plan's homes at a level of what they are. What the council already lets keeps its rents.
  public func rentsOfPlan(at level: Rate) -> Model {
    var model = self
    for p in programmes.indices {
      for r in programmes[p].rows.indices {
        model.programmes[p].rows[r].rent = programmes[p].rows[r].rent.scaled(by: level)
      }
    }
    return model
  }

  /// Whether a rule on rents would be broken by some of the plan's homes.
  public var breaksRentCeiling: Bool {
    programmes.contains { $0.rows.contains { $0.rent.brokenCeiling != nil } }
  }
}
