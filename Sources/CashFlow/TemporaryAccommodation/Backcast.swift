import Finance
import Housing

/// Households in temporary accommodation run forward from a past quarter, beside what was published, and beside the two
/// naive forecasts that a model should beat.
public struct Backcast: Hashable, Sendable {
  /// A way to say what the stock would be, knowing that of the first quarter.
  public enum Method: CaseIterable, Hashable, Sendable {
    /// Published flows run through the months of the model: main duties accepted come in, main duties ended leave.
    case flows
    /// The model's own first years, without its plan: new households, leaving rates, offers and lettings, and no published flow.
    case model
    /// The stock stays what it was.
    case noChange
    /// The stock moves as it did over the year before.
    case trend
  }

  /// A quarter after the first.
  public struct Step: Hashable, Sendable {
    public var quarter: Quarter
    /// Nothing where the council's figure was suppressed or not returned.
    public var published: Int64?
    public var accepted: Int64, ended: Int64
    var values: [Int64?]

    /// Households at the end of the quarter, whole; nothing where the method does not reach.
    public subscript(method: Method) -> Int64? { values[method.place] }

    /// How far a method is above what was published.
    public func error(_ method: Method) -> Int64? {
      guard let published, let value = self[method] else { return nil }
      return value - published
    }
  }

  public let start: Quarter
  /// The published stock at its end.
  public let opening: Int64
  public let steps: [Step]

  /// Quarters whose stock was published.
  public var compared: Int { steps.count { $0.published != nil } }

  /// Sum of the sizes of the errors, over the quarters whose stock was published; nothing for a method that lacks one.
  public func absoluteError(_ method: Method) -> Int64? {
    var sum: Int64 = 0
    for step in steps where step.published != nil {
      guard let error = step.error(method) else { return nil }
      sum += abs(error)
    }
    return sum
  }

  /// Mean of the sizes of the errors, in millionths of a household.
  public func meanAbsoluteError(_ method: Method) -> Int64? {
    absoluteError(method).map { roundedQuotient($0 * 1_000_000, Int64(max(1, compared))) }
  }

  /// Whether a method came nearer than another over the same quarters; nothing where one of them says nothing.
  public func beats(_ method: Method, _ other: Method) -> Bool? {
    guard let one = absoluteError(method), let two = absoluteError(other) else { return nil }
    return one < two
  }

  /// What the published flows leave unexplained up to the last published stock: the residual, which is not fitted.
  public var unexplained: (households: Int64, quarters: Int)? {
    guard let last = steps.indices.last(where: { steps[$0].published != nil }),
      let error = steps[last].error(.flows)
    else { return nil }
    return (households: -error, quarters: last + 1)
  }
}

extension Backcast.Method {
  var place: Int {
    switch self {
    case .flows: 0
    case .model: 1
    case .noChange: 2
    case .trend: 3
    }
  }
}

extension Backcast {
  /// How many quarters are run where nobody says: two years.
  public static let usualQuarters = 8
  /// How few may be: a year.
  public static let leastQuarters = 4

  /// Why there is none.
  public enum Fault: Error, Hashable, Sendable {
    /// The stock of the quarter to start from is suppressed, was not returned, or has no row.
    case noStock(Quarter)
    /// A flow of the quarter is.
    case noFlow(Quarter)
    /// The tables hold no stretch of so many quarters, with a stock to start from; the longest has so many.
    case tooFew(wanted: Int, longest: Int)
    /// No stock was published after the start.
    case nothingToCompare(Quarter)
    /// The model has no kind of place for households to be in.
    case noPlaces
  }

  /// - Parameters:
  ///   - from: the quarter at whose end it starts; else so that it ends as late as it can.
  ///   - quarters: how many; else two years, or as many of a year at least as have both flows.
  public init(
    _ model: Model, _ published: PublishedHomelessness, from: Quarter? = nil, quarters: Int? = nil
  ) throws(Fault) {
    guard !model.temporaryAccommodation.types.isEmpty else { throw .noPlaces }
    let stretch = try Self.stretch(published, from, quarters)
    guard let opening = published[stretch.start]?.stock else { throw .noStock(stretch.start) }
    let rows = (1...stretch.count).map { (stretch.start + $0, published[stretch.start + $0]) }
    guard rows.contains(where: { $0.1?.stock != nil }) else { throw .nothingToCompare(stretch.start) }
    let flows = rows.map { (accepted: $0.1?.accepted ?? 0, ended: $0.1?.ended ?? 0) }
    let past = model.opened(with: opening)
    let byFlows = Self.run(past, flows)
    let byModel = Self.run(past, quarters: stretch.count)
    let before = published[stretch.start + -4]?.stock
    start = stretch.start
    self.opening = opening
    steps = rows.indices.map { k in
      let trend = before.map { max(0, opening + roundedQuotient((opening - $0) * Int64(k + 1), 4)) }
      return Step(
        quarter: rows[k].0, published: rows[k].1?.stock, accepted: flows[k].accepted, ended: flows[k].ended,
        values: [byFlows[k], byModel[k], opening, trend])
    }
  }

  /// Where to start and how far to go: every quarter on the way has both its flows.
  private static func stretch(
    _ published: PublishedHomelessness, _ from: Quarter?, _ wanted: Int?
  ) throws(Fault) -> (start: Quarter, count: Int) {
    guard let last = published.last, let first = published.rows.first?.quarter else {
      throw .tooFew(wanted: wanted ?? leastQuarters, longest: 0)
    }
    func flows(_ quarter: Quarter) -> Bool {
      published[quarter].map { $0.accepted != nil && $0.ended != nil } ?? false
    }
    if let from {
      guard published[from]?.stock != nil else { throw .noStock(from) }
      let count = wanted ?? max(1, last - from)
      guard last - from >= count else { throw .tooFew(wanted: count, longest: max(0, last - from)) }
      for k in 1...count where !flows(from + k) { throw .noFlow(from + k) }
      return (start: from, count: count)
    }
    // the latest end first, and as far back from it as is wanted
    var longest = 0
    let (least, most) = (wanted ?? leastQuarters, wanted ?? usualQuarters)
    for end in (0...(last - first)).reversed().map({ first + $0 }) {
      var (count, back) = (0, 0)
      while back < most, first < end + -back, flows(end + -back) {
        back += 1
        if published[end + -back]?.stock != nil { count = back }
      }
      longest = max(longest, count)
      if count >= least { return (start: end + -count, count: count) }
    }
    throw .tooFew(wanted: least, longest: longest)
  }

  /// A third of a quarter's flows a month, in the order of a month: they leave, in proportion to who is there and never more;
  /// all grow a month older; they come in.
  private static func run(_ model: Model, _ flows: [(accepted: Int64, ended: Int64)]) -> [Int64] {
    let terms = model.temporaryAccommodation
    var households = Households(terms, types: terms.types.count)
    let shares = ByNeed(terms.needShares.map { $0.ratio }, from: 0)
    return flows.map { flow in
      for _ in 0..<3 {
        _ = households.leave(
          monthlyShares: InlineArray(repeating: 0), counts: [Double(flow.ended) / 3, 0, 0])
        households.age()
        households.enter(Double(flow.accepted) / 3 * shares, 0)
        households.addBands()
      }
      return Int64(wholeNearest(households.byNeed.sum))
    }
  }

  /// The model's own first years without its plan; nothing beyond its time.
  private static func run(_ model: Model, quarters: Int) -> [Int64?] {
    var model = model
    model.years = min(model.years, Int64(quarters + 3) / 4)
    let plan = Plan(model)
    let ledger = project(model, plan, withPlan: false).ledger
    return (1...quarters).map { quarter in
      quarter * 3 <= Int(model.years) * 12
        ? roundedQuotient(ledger[plan.placements.households, quarter * 3 - 1], 1_000_000) : nil
    }
  }
}

extension Model {
  /// The model with so many households in temporary accommodation at the start, in kinds of place and times of stay as its own
  /// are, and places that cost nothing: only numbers are asked of it.
  fileprivate func opened(with count: Int64) -> Model {
    var model = self
    let own = temporaryAccommodation.types.reduce(0) { $0 + $1.households.reduce(0, +) }
    var seen: Int64 = 0
    for t in model.temporaryAccommodation.types.indices {
      for band in model.temporaryAccommodation.types[t].households.indices {
        let here = model.temporaryAccommodation.types[t].households[band]
        model.temporaryAccommodation.types[t].households[band] =
          own == 0
          ? 0 : roundedProduct(count, seen + here, over: own) - roundedProduct(count, seen, over: own)
        seen += here
      }
      model.temporaryAccommodation.types[t].nightlyCost = .zero
      model.temporaryAccommodation.types[t].recovery = .given(Series(first: firstYear, values: [.zero]))
    }
    if own == 0 { model.temporaryAccommodation.types[0].households[0] = count }
    model.temporaryAccommodation.moveOn = .zero
    return model
  }
}
