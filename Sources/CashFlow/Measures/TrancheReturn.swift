import Finance
import Housing

/// What a tranche of a fund advances and gets back, with the plan.
public struct TrancheReturn: Hashable, Sendable {
  /// By year, in pence: interest and principal paid to it, less what it advances.
  public var flows: [Int64]
  public var advanced: Money, interest: Money, repaid: Money
  /// Owed to it at the end, interest with it.
  public var owedAtEnd: Money
  /// Its effective annual rate of return, by months, if what is owed at the end is repaid then; nothing where there is none.
  public var rate: Rate?
}

extension Forecast {
  /// What the investors of a tranche get, by the places of a fund and of the tranche in it.
  public func trancheReturn(_ t: Int, fund: Int) -> TrancheReturn {
    let path = "fund.\(model.funds[fund].name).tranche.\(model.funds[fund].tranches[t].name)"
    func monthly(_ line: String) -> [Int64] {
      plan.lines.line(named: "\(path).\(line)").map { with.ledger.monthly($0) }
        ?? Array(repeating: 0, count: with.ledger.months)
    }
    let (drawn, paid, repaid) = (monthly("drawn"), monthly("interest.paid"), monthly("repaid"))
    let owed = (monthly("balance").last ?? 0) + (monthly("accrued").last ?? 0)
    var months = drawn.indices.map { paid[$0] + repaid[$0] - drawn[$0] }
    let flows = years.indices.map { months[$0 * 12..<$0 * 12 + 12].reduce(0, +) }
    if let last = months.indices.last { months[last] += owed }
    return TrancheReturn(
      flows: flows, advanced: Money(pence: drawn.reduce(0, +)), interest: Money(pence: paid.reduce(0, +)),
      repaid: Money(pence: repaid.reduce(0, +)), owedAtEnd: Money(pence: owed), rate: annualReturn(of: months)
    )
  }
}

/// The effective annual rate from −50% to 100% at which monthly flows are worth nothing, to 0.0001%, by halving; nothing
/// where the ends have the same sign.
///
/// An investor advances first and is paid after, so that there is at most one.
private func annualReturn(of months: [Int64]) -> Rate? {
  func value(_ millionths: Int64) -> Double {
    let factor = naturalExponential(-naturalLogarithm(1 + Rate(millionths: millionths).ratio) / 12)
    var sum = 0.0
    for pence in months.reversed() { sum = sum * factor + Double(pence) }
    return sum
  }
  var (low, high) = (InternalRate.range.lowerBound.millionths, InternalRate.range.upperBound.millionths)
  guard value(low) > 0, value(high) < 0 else { return nil }
  while high - low > 1 {
    let middle = (low + high) / 2
    if value(middle) > 0 { low = middle } else { high = middle }
  }
  return Rate(millionths: value(low).magnitude <= value(high).magnitude ? low : high)
}
