import CashFlow
import Finance
import Housing

/// A figure of two forecasts, and how far it moved.
public struct Movement: Sendable {
  /// As `Measure` and the lines of the accounts name it.
  public var name: String
  public var label: String
  public var unit: Measure.Unit
  public var from, to: Int64?
  /// Of a line, the first year in which it differs.
  public var firstYear: Year?
  /// Whether it is one that moved in the run without the plan alone.
  public var isWithoutPlan = false

  public var isMoved: Bool { from != to }

  /// Nothing where it is no figure in one of the two: a plan that never pays back.
  public var change: Int64? {
    guard let from, let to else { return nil }
    return to - from
  }
}

extension Forecast {
  /// A line over all years: a flow's sum, a stock as the last March leaves it; nothing in a model without the line.
  func whole(_ path: String, _ run: Run = .with) -> Int64? {
    guard let line = plan.lines.line(named: path) else { return nil }
    let years = yearly(line, run)
    return plan.lines.meaning(of: line).period == .stock ? years.last : years.reduce(0, +)
  }
}

extension Movement {
  /// The lines of the accounts in which two forecasts differ: the main ones first, then all others in the order of the later.
  static func lines(_ first: Forecast, _ second: Forecast) -> [Movement] {
    let mains = main.map { [UInt8]($0.utf8) }
    var seen = Set<[UInt8]>()
    var paths: [String] = main
    for meaning in second.plan.lines.meanings + first.plan.lines.meanings { paths.append(meaning.path) }
    return paths.compactMap { path in
      guard seen.insert([UInt8](path.utf8)).inserted else { return nil }
      return line(path, first, second, .with)
        ?? (mains.contains([UInt8](path.utf8)) ? nil : line(path, first, second, .without))
    }
  }

  /// What is shown first, and split over its causes: what each account comes to, what it owes, and who is in temporary
  /// accommodation.
  public static let main = [
    "council.budget", "hra.operating", "hra.interest.loans", "hra.surplus", "hra.balance", "gf.operating",
    "gf.interest.loans", "gf.mrp", "gf.net", "council.cashflow", "cfr.hra", "cfr.gf", "loan.hra.balance",
    "loan.gf.balance", "ta.households",
  ]

  /// A line that differs in some year; nothing where it does not.
  private static func line(
    _ path: String, _ first: Forecast, _ second: Forecast, _ run: Forecast.Run
  ) -> Movement? {
    let lines = (first.plan.lines.line(named: path), second.plan.lines.line(named: path))
    guard
      let meaning = lines.1.map({ second.plan.lines.meaning(of: $0) })
        ?? lines.0.map({ first.plan.lines.meaning(of: $0) })
    else { return nil }
    let values = (
      lines.0.map { first.yearly($0, run) } ?? [], lines.1.map { second.yearly($0, run) } ?? []
    )
    let starts = (first.model.firstYear, second.model.firstYear)
    let years =
      min(starts.0, starts.1)
      .start..<max(
        starts.0.start + values.0.count, starts.1.start + values.1.count, min(starts.0, starts.1).start)
    func value(_ values: [Int64], _ start: Year, _ year: Int) -> Int64 {
      values.indices.contains(year - start.start) ? values[year - start.start] : 0
    }
    guard
      let year = years.first(where: { value(values.0, starts.0, $0) != value(values.1, starts.1, $0) })
    else { return nil }
    let unit: Measure.Unit =
      switch meaning.quantity {
      case .pence: .pence
      case .homes: .homes
      case .homeMillionths, .households, .nights: .millionths
      }
    return Movement(
      name: path, label: meaning.label, unit: unit, from: first.whole(path, run) ?? 0,
      to: second.whole(path, run) ?? 0, firstYear: Year(start: year), isWithoutPlan: run == .without)
  }
}
