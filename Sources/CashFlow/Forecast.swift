import Finance
import Housing

/// A model run forward twice: with its plan and without it. All that a report says follows from these two.
public struct Forecast: Sendable {
  public private(set) var model: Model
  public let plan: Plan
  public private(set) var with: Projection
  public private(set) var without: Projection

  public init(_ model: Model) { self.init(model, Plan(model)) }

  /// - Parameter plan: the lines of the model, which many forecasts of like models can share.
  public init(_ model: Model, _ plan: Plan) {
    (self.model, self.plan) = (model, plan)
    let beginnings = Beginnings(model)
    with = project(model, plan, beginnings, withPlan: true)
    without = project(model, plan, beginnings, withPlan: false)
  }

  /// A forecast of a like model whose run without the plan is another's, and so is not made again.
  /// - Parameter model: one that differs from the other's in nothing but its programmes, of the same accounts, uses and sizes,
  ///   and the rates of its loans.
  public init(_ model: Model, sharing other: Forecast) {
    (self.model, plan, without) = (model, other.plan, other.without)
    with = project(model, plan)
    if without.draws { without.reborrow(model, plan) }
  }

  /// Changes the model in place, to another of the same plan: it has the same things, however much of each. What was run is
  /// still that of the model before.
  public mutating func change(_ work: (inout Model) -> Void) { work(&model) }

  /// Runs the model again in the memory of this forecast, as a simulation does path after path. It is not asked afterwards
  /// for how long households have been in temporary accommodation.
  public mutating func rerun() {
    let beginnings = Beginnings(model)
    with.rerun(model, plan, beginnings, withPlan: true)
    without.rerun(model, plan, beginnings, withPlan: false)
  }

  /// Runs the plan again with other loans and the same homes and households. The run without the plan is run again only
  /// where it draws, to refinance.
  /// - Parameters:
  ///   - model: one that differs from the forecast's own in nothing but the terms of its loans.
  ///   - forTests: only tests are asked of it then, and none of them compares the HRA between the two runs.
  public mutating func reborrow(_ model: Model, forTests: Bool = false) {
    self.model = model
    with.reborrow(model, plan)
    if forTests ? without.draws(for: .generalFund, model) : without.draws {
      without.reborrow(model, plan)
    }
  }

  public enum Run: Hashable, Sendable { case with, without, difference }

  public var years: [Year] { (0..<Int(model.years)).map { model.firstYear + $0 } }

  /// A line by year: flows summed over their months, stocks as March leaves them.
  public func yearly(_ line: Line, _ run: Run = .with) -> [Int64] {
    switch run {
    case .with: yearly(line, with.ledger)
    case .without: yearly(line, without.ledger)
    case .difference:
      zip(yearly(line, with.ledger), yearly(line, without.ledger)).map { $0.0 - $0.1 }
    }
  }

  /// A line by year by its name; nothing in each year if the model has no such line.
  public func yearly(_ path: String, _ run: Run = .with) -> [Int64] {
    plan.lines.line(named: path).map { yearly($0, run) } ?? years.map { _ in 0 }
  }

  /// What a stock line stood at before the first month.
  public func opening(_ path: String) -> Int64 {
    plan.lines.line(named: path).map { with.openings[$0] } ?? 0
  }

  func yearly(_ line: Line, _ ledger: Ledger) -> [Int64] {
    ledger.yearly(line, plan.lines.period(of: line))
  }
}
