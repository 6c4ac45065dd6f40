import Finance
import ModelFile

/// A thing that nobody knows beforehand, and how far it strays from the model's own path.
///
/// Its deviation x is nothing before the first year and then x(t) = (1 − reversion) × x(t − 1) + volatility × z(t), z standard
/// normal: an autoregression of the first order, by year. In half of all futures x is below nil, in half above, in every year.
public struct RandomProcess: Hashable, Sendable {
  /// The processes that a model may have. Each draws from a stream of its own, so that what one draws is the same with or without
  /// another.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case consumerPrices = "cpi"
    case rates
    case housePrices = "house_prices"
    case buildCost = "build_cost"
    case inflow = "ta_inflow"
    case nightlyCost = "nightly_cost"
  }
  public var kind: Kind
  /// Standard deviation of a year's shock: in points of growth or of rate, or of households as a share.
  public var volatility: Rate
  /// Share of a deviation that is gone a year later: 0% keeps it for ever, 100% forgets it at once.
  public var reversion: Rate
  /// The indices whose growth it moves, by their place in the model.
  public var indices: [Int]
  /// The loans whose rate it moves, by their place in the model; all of them, and the tranches of funds, if empty.
  public var loans: [Int]
  /// Whether it moves the September inflation by which rents rise, of consumer prices, or what cash earns, of rates.
  public var movesBeside: Bool
}

extension RandomProcess.Kind {
  /// Its stream of random numbers.
  public var stream: Int {
    switch self {
    case .consumerPrices: 0
    case .rates: 1
    case .housePrices: 2
    case .buildCost: 3
    case .inflow: 4
    case .nightlyCost: 5
    }
  }

  /// Whether what it moves are indices.
  var movesIndices: Bool { self != .rates && self != .inflow }
}

extension RandomProcess {
  init(_ form: inout Form, _ kind: Kind) {
    self.kind = kind
    let meaning = "Standard deviation of a year's shock to "
    switch kind {
    case .consumerPrices, .housePrices, .buildCost, .nightlyCost:
      volatility = form.points("volatility", in: .percent(0...20), meaning + "the growth of these prices")
    case .rates:
      volatility = form.points("volatility", in: .percent(0...5), meaning + "the rate of new borrowing")
    case .inflow:
      volatility = form.rate("volatility", in: .percent(0...50), meaning + "the households that come into TA")
    }
    reversion = form.rate(
      "reversion", in: .percent(0...100),
      "Share of a deviation from the model's path that is gone a year later")
    indices =
      kind.movesIndices ? form.references("index", to: "index", "The indices whose growth it moves") : []
    loans =
      kind == .rates
      ? form.references(
        "loans", to: "loan", "The loans whose rate it moves; all, and all tranches of funds, if not given")
      : []
    switch kind {
    case .consumerPrices:
      movesBeside = form.flag(
        "rents", or: Assumed(true, "rents rise by September CPI"),
        "Whether it moves the September CPI by which rents rise")
    case .rates:
      movesBeside = form.flag(
        "treasury", or: Assumed(true, "what cash earns moves with what borrowing costs"),
        "Whether it moves what cash earns, or costs when it is short")
    case .housePrices, .buildCost, .inflow, .nightlyCost: movesBeside = false
    }
    if kind.movesIndices, indices.isEmpty, !movesBeside {
      form.problem(
        at: "index", fault: "\(kind.rawValue) moves nothing",
        remedy: "write index = [\"…\"], the indices that follow it, or take it out")
    }
  }
}
