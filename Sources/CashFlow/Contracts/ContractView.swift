import Finance
import Housing

/// What an outcomes contract is to those who put money into it, by year.
public struct ContractView: Hashable, Sendable {
  /// An investor's flows by year, all positive but for what the year is worth to it.
  public struct Share: Hashable, Sendable {
    public var name: String
    public var advanced: [Int64], coupon: [Int64], principal: [Int64], residual: [Int64]
    /// Owed to it at the end: principal, and coupon due and not paid.
    public var owedAtEnd: Int64, couponDueAtEnd: Int64

    /// Received less advanced.
    public var flows: [Int64] {
      advanced.indices.map { coupon[$0] + principal[$0] + residual[$0] - advanced[$0] }
    }
    /// Of the yearly flows.
    public var internalRate: InternalRate { InternalRate.of(flows.map { Money(pence: $0) }) }
  }
  /// Millionths of a household that start, and that reach each outcome in the order of the contract.
  public var started: [Int64], reached: [[Int64]]
  public var advanced: [Int64], paid: [Int64], paidByCouncil: [Int64]
  public var fees: [Int64]
  public var investors: [Share]
  /// Of the payment in hand at the end of each year that no one has been paid yet.
  public var held: [Int64]
  public var feesDueAtEnd: Int64
  /// Whether in every month what investors advance is what is advanced, and what is paid is what they, fees and the money
  /// held back get.
  var isWhole = true

  public var paidByOthers: [Int64] { paid.indices.map { paid[$0] - paidByCouncil[$0] } }
  /// Of all who advance, taken together, fees apart.
  public var internalRate: InternalRate {
    InternalRate.of(advanced.indices.map { Money(pence: paid[$0] - advanced[$0]) })
  }
}

extension Forecast {
  /// How a contract's money is shared out, with the plan.
  public func contractView(_ place: Int) -> ContractView {
    let (contract, lines) = (model.contracts[place], plan.contracts[place])
    let nothing = years.map { _ in Int64(0) }
    var view = ContractView(
      started: yearly(lines.starts), reached: lines.reached.map { yearly($0) },
      advanced: yearly(lines.advance), paid: yearly(lines.payment), paidByCouncil: yearly(lines.council),
      fees: nothing,
      investors: contract.investors.map {
        ContractView.Share(
          name: $0.name, advanced: nothing, coupon: nothing, principal: nothing, residual: nothing,
          owedAtEnd: 0, couponDueAtEnd: 0)
      }, held: nothing, feesDueAtEnd: 0)
    let months = with.ledger.months
    let fees = (0..<months).map { month in
      spread(contract.fees[years[month / 12]].pence, part: Int64(month % 12 + 1), of: 12)
    }
    let last = (0..<months).last { with.ledger[lines.advance, $0] != 0 || fees[$0] != 0 } ?? -1
    var waterfall = Waterfall(contract)
    for month in 0..<months {
      let (k, before) = (month / 12, waterfall.held)
      let (advance, payment) = (with.ledger[lines.advance, month], with.ledger[lines.payment, month])
      waterfall.step(
        advance: advance, payment: payment, fee: fees[month], isLast: month >= last || month == months - 1)
      view.fees[k] += waterfall.fees
      view.held[k] = waterfall.held
      var (advanced, shared) = (Int64(0), waterfall.fees + waterfall.held - before)
      for i in view.investors.indices {
        view.investors[i].advanced[k] += waterfall.advanced[i]
        view.investors[i].coupon[k] += waterfall.coupon[i]
        view.investors[i].principal[k] += waterfall.principal[i]
        view.investors[i].residual[k] += waterfall.residual[i]
        advanced += waterfall.advanced[i]
        shared += waterfall.coupon[i] + waterfall.principal[i] + waterfall.residual[i]
      }
      if shared != payment || !contract.investors.isEmpty && advanced != advance { view.isWhole = false }
    }
    for i in view.investors.indices {
      view.investors[i].owedAtEnd = waterfall.owed[i]
      view.investors[i].couponDueAtEnd = waterfall.couponDue[i]
    }
    view.feesDueAtEnd = waterfall.feesDue
    return view
  }
}
